import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from '../../src/domain/case.ts';
import { countedOnce } from '../../src/domain/countedOnce.ts';
import { DUPLICATE_FLAG, twinsOf } from '../../src/domain/flags.ts';

const HALLS = ['370406102', '370406103', '370406'] as const;

interface Told {
  readonly number: string;
  readonly hall: string;
  readonly key: number;
  readonly flags: readonly Flag[];
}

const flag = (numbers: readonly string[]): Flag => ({
  ...{ code: DUPLICATE_FLAG, facts: { numbers }, at: '2026-11-23T02:00:00.000Z' },
});

/** As the endpoint flags them: the new one hears of all the earlier ones at other halls, and each of those of it. */
function received(receipts: readonly (readonly [hall: string, key: number])[]): readonly Told[] {
  let all: readonly Told[] = [];
  for (const [index, [hall, key]] of receipts.entries()) {
    const number = `N${index}`;
    const twins = all.filter((one) => one.key === key && one.hall !== hall);
    const flags = twins.length > 0 ? [flag(twins.map((one) => one.number))] : [];
    all = [
      ...all.map((one) => (twins.includes(one) ? { ...one, flags: [...one.flags, flag([number])] } : one)),
      { number, hall, key, flags },
    ];
  }
  return all;
}

const counted = (all: readonly Told[]) =>
  countedOnce(
    all.map((one) => {
      const twins = twinsOf(one);
      return { number: one.number, key: one.key, ...(twins ? { twins } : {}) };
    }),
  );

const receipts = fc.array(fc.tuple(fc.constantFrom(...HALLS), fc.nat(3)), { maxLength: 24 });

/** What somebody at one of the two halls has found. */
const settledAs = (one: Told, reason: string): Told => ({
  ...one,
  flags: one.flags.map((found) => ({
    ...found,
    settled: { by: 'p', name: '王', office: one.hall, on: '2026-11-24', at: found.at, reason, text: '' },
  })),
});

describe('statistics', () => {
  it('count once whatever town and district have received of the same matter, in whatever order', () => {
    fc.assert(
      fc.property(receipts, (sequence) => {
        const all = received(sequence);
        for (const key of [0, 1, 2, 3]) {
          const own = all.filter((one) => one.key === key);
          const halls = new Set(own.map((one) => one.hall));
          // What one hall has twice its own list shows: that are two.
          const matters = halls.size > 1 ? 1 : own.length;
          expect(counted(all).filter((one) => one.key === key)).toHaveLength(matters);
        }
      }),
    );
  });

  it('count the first of the list, and leave its order', () => {
    fc.assert(
      fc.property(receipts, (sequence) => {
        const all = received(sequence);
        const numbers = counted(all).map((one) => one.number);
        expect(all.map((one) => one.number).filter((one) => numbers.includes(one))).toEqual(numbers);
        for (const key of new Set(all.map((one) => one.key)))
          expect(numbers).toContain(all.find((one) => one.key === key)?.number);
      }),
    );
  });

  it('count two where either hall has found that it is not the same, and one where both have found that it is', () => {
    const [town, district] = received([
      [HALLS[0], 0],
      [HALLS[2], 0],
    ]);
    if (!town || !district) throw new Error('not received');
    expect(counted([settledAs(town, 'notSame'), district])).toHaveLength(2);
    expect(counted([town, settledAs(district, 'notSame')])).toHaveLength(2);
    expect(counted([settledAs(town, 'duplicate'), settledAs(district, 'duplicate')])).toHaveLength(1);
  });

  it('count a case whose twin is not in the list', () => {
    const [, district] = received([
      [HALLS[0], 0],
      [HALLS[2], 0],
    ]);
    expect(counted(district ? [district] : [])).toHaveLength(1);
  });
});
