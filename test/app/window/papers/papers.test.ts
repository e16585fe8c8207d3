import { describe, expect, it } from 'vitest';
import { papersIn, papersOf, progressAddress } from '../../../../src/app/window/papers/papers.ts';
import { COOPERATIVE, caseOf, guideOf } from '../builders.ts';

describe('papers of a case', () => {
  it('are offered with the one to hand over now first', () => {
    expect(papersOf(caseOf())).toEqual(['received']);
    expect(papersOf(caseOf({ status: 'accepted' }))).toEqual(['accepted', 'received']);
    const correction = { on: '', due: '', lines: [], countsAgainstHall: false };
    expect(papersOf(caseOf({ status: 'accepted', corrections: [correction] }))).toEqual([
      'accepted',
      'received',
      'correction',
    ]);
  });

  it('list what was handed in and what is owed, not what is missing or not needed', () => {
    const [one, two, three, four] = guideOf('10').materials;
    const marks = {
      [one?.id ?? '']: { kind: 'originalKept', count: 2 },
      [two?.id ?? '']: { kind: 'missing' },
      [three?.id ?? '']: { kind: 'notNeeded', why: '已有' },
      [four?.id ?? '']: { kind: 'deferred', due: '2026-12-01' },
    } as const;
    expect(papersIn(caseOf({ answers: COOPERATIVE, marks }), guideOf('10'))).toEqual({
      received: [{ name: one?.name, as: '收原件 2 份' }],
      owed: [{ name: four?.name, as: '容缺，2026年12月1日前补齐' }],
    });
  });

  it('carry number and code in the fragment of the address, which no server logs', () => {
    const address = new URL(progressAddress('https://example.cn', caseOf()));
    expect(address.pathname + address.search).toBe('/progress');
    expect(address.hash).toBe('#n=370406102-20261124-K7-0001-4QXM-G&c=7RK2M9');
  });
});
