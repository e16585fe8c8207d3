import { describe, expect, it } from 'vitest';
import { laterOr } from '../../../src/app/parts/later.tsx';

const Failed = () => null;
const Part = () => null;

describe('a part that is fetched apart', () => {
  it('is ready once its code is here', async () => {
    const later = laterOr(async () => Part, Failed);
    expect(later.ready.value).toBe(false);
    await later.preload();
    expect(later.ready.value).toBe(true);
  });

  it('is not ready where it could not be fetched, and is tried again', async () => {
    let line = false;
    const later = laterOr(async () => {
      if (!line) throw new Error('no line');
      return Part;
    }, Failed);
    await expect(later.preload()).rejects.toThrow('no line');
    expect(later.ready.value).toBe(false);
    line = true;
    await later.preload();
    expect(later.ready.value).toBe(true);
  });
});
