import { describe, expect, it } from 'vitest';
import {
  beginIntake,
  endIntake,
  forgetAll,
  handedOver,
  isBegun,
  justSaved,
  listFilter,
} from '../../../src/app/window/memory.ts';
import { caseOf, NOW } from './builders.ts';

describe('what the screens of a clerk leave for each other', () => {
  it('tells a new intake from an address that is somebody else’s draft, or long submitted', () => {
    const id = beginIntake({ newId: () => 'fresh' });
    expect([isBegun(id), isBegun('another')]).toEqual([true, false]);
    endIntake(id);
    expect(isBegun(id)).toBe(false);
  });

  it('is gone when the screen is locked: nothing is left for the next clerk', () => {
    beginIntake({ newId: () => 'fresh' });
    handedOver.set('draft', { id: 'draft', updatedAt: NOW, content: {} as never });
    justSaved.set('case', { made: caseOf(), by: 'p' });
    listFilter.value = { query: '李秀英', span: 'all', share: 'all', route: 'review' };
    forgetAll();
    expect(isBegun('fresh')).toBe(false);
    expect([handedOver.size, justSaved.size]).toEqual([0, 0]);
    expect(listFilter.value).toEqual({ query: '', span: null, share: 'all', route: null });
  });
});
