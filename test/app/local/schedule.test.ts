import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, LONGEST_MS, waitAfter } from '../../../src/app/local/schedule.ts';

describe('waiting', () => {
  it('doubles from a second and is never longer than five minutes', () => {
    expect([1, 2, 3, 9, 10, 1_000].map((failures) => waitAfter(failures, 0.999_999_9))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('is spread over the upper half of its span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, chance) => {
          const span = Math.min(LONGEST_MS, 1_000 * 2 ** (failures - 1));
          const wait = waitAfter(failures, chance);
          expect(wait).toBeGreaterThanOrEqual(span / 2);
          expect(wait).toBeLessThanOrEqual(span);
        },
      ),
    );
  });

  it('is over when the clock was put back since it was written', () => {
    expect(isDue(10_000, 9_000)).toBe(false);
    expect(isDue(10_000 + LONGEST_MS, 9_000)).toBe(true);
    expect(isDue(9_000, 9_000)).toBe(true);
  });
});
