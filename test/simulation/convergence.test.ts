import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallDistrict } from '../support/district.ts';
import { steps } from '../support/simulation.ts';
import { complaintsAfter, RUNS, SEED } from '../support/simulationRun.ts';

describe('three devices of one hall over a network that doubles, mixes and loses', () => {
  it('show the same cases once it is well again, each command recorded once, before the small authority', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        expect(await complaintsAfter(plan, smallDistrict)).toEqual([]);
      }),
      { numRuns: RUNS, ...SEED },
    );
  }, 600_000);
});
