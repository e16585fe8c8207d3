import { describe, expect, it } from 'vitest';
import { filedPapers, linesOf, signedLists } from '../../../../src/app/window/transfer/listLines.ts';
import { checklistOf } from '../../../../src/domain/checklist.ts';
import type { Custody, SignedLine } from '../../../../src/domain/handling.ts';
import { COOPERATIVE, caseOf, guideOf, HALL, listedOf, TODAY } from '../builders.ts';

const DEPARTMENT = '370406-xzsp';
const [LIST, OTHER] = ['list', 'other'];

const signed = (list: string, on = TODAY): SignedLine => ({
  ...{ list, from: HALL, to: DEPARTMENT, sent: TODAY, on, name: '张三' },
});
const at = (id: string, custody: Custody) => listedOf({ id, number: `number ${id}`, custody });

describe('a list that is printed', () => {
  const cases = [
    at('c', { at: HALL, on: TODAY, way: { list: LIST, to: DEPARTMENT, missing: '整份都没有' } }),
    at('a', { at: DEPARTMENT, on: TODAY, lists: [signed(LIST)] }),
    // Signed for, and on its way back since.
    at('b', { at: DEPARTMENT, on: TODAY, lists: [signed(LIST)], way: { list: OTHER, to: HALL } }),
    at('d', { at: DEPARTMENT, on: TODAY, lists: [signed(OTHER)] }),
  ];

  it('has the same lines however much of it was signed for, in the order of their numbers', () => {
    const lines = linesOf(cases, LIST);
    expect(lines.map(({ view }) => view.case.id)).toEqual(['a', 'b', 'c']);
    expect(lines.map((line) => line.signed?.name)).toEqual(['张三', '张三', undefined]);
    expect(lines.map((line) => line.missing)).toEqual([undefined, undefined, '整份都没有']);
    for (const line of lines) expect(line).toMatchObject({ from: HALL, to: DEPARTMENT, sent: TODAY });
    expect(linesOf(cases, 'unknown')).toEqual([]);
  });

  it('is offered again at both ends once nothing on it is open, and nowhere else', () => {
    const done = cases.filter(({ case: one }) => one.id !== 'c' && one.id !== 'b');
    for (const here of [HALL, DEPARTMENT])
      expect(signedLists(done, here).map(({ id, count }) => [id, count])).toEqual([
        [OTHER, 1],
        [LIST, 1],
      ]);
    expect(signedLists(done, '370406-zrzy')).toEqual([]);
    expect(signedLists(cases, HALL)).toEqual([]);
  });

  it('the newest first, ten of them', () => {
    const many = Array.from({ length: 12 }, (_, day) =>
      at(String(day), {
        ...{ at: DEPARTMENT, on: TODAY },
        lists: [signed(`list ${day}`, `2026-11-${String(day + 1).padStart(2, '0')}`)],
      }),
    );
    const ids = signedLists(many, HALL).map(({ id }) => id);
    expect([ids.length, ids[0], ids[9]]).toEqual([10, 'list 11', 'list 2']);
  });
});

describe('the papers in a file', () => {
  const guide = guideOf('10');
  const asked = checklistOf(guide, COOPERATIVE).map((line) => line.material);
  const [first, second, third, fourth, fifth] = asked;

  it('are those that were kept, with their form and number; what was only looked at or shared is not on paper', () => {
    const marks = {
      [first?.id ?? '']: { kind: 'originalKept', count: 2 },
      [second?.id ?? '']: { kind: 'copies', count: 3 },
      [third?.id ?? '']: { kind: 'inspected', copies: 1 },
      [fourth?.id ?? '']: { kind: 'inspected' },
      [fifth?.id ?? '']: { kind: 'shared', source: '区大数据平台' },
    } as const;
    expect(asked.length).toBeGreaterThan(4);
    expect(filedPapers(caseOf({ marks, answers: COOPERATIVE }), guide)).toEqual([
      { name: first?.name, form: '原件', copies: 2 },
      { name: second?.name, form: '复印件', copies: 3 },
      { name: third?.name, form: '复印件', copies: 1 },
    ]);
  });
});
