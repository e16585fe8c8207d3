import { describe, expect, it } from 'vitest';
import { holdForm, someFormOpen } from '../../../src/app/parts/openForms.ts';

describe('open forms', () => {
  it('are open until the last one is left, in whatever order they are left', () => {
    expect(someFormOpen.value).toBe(false);
    const [below, above] = [holdForm(), holdForm()];
    below();
    expect(someFormOpen.value).toBe(true);
    below();
    expect(someFormOpen.value).toBe(true);
    above();
    expect(someFormOpen.value).toBe(false);
  });
});
