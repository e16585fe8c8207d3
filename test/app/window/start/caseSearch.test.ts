import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedCase } from '../../../../src/app/local/types.ts';
import { findCases, likelySearches } from '../../../../src/app/window/start/caseSearch.ts';
import { identityNumber } from '../../../support/identityNumbers.ts';
import { listedOf, NAMED, rules, TODAY } from '../builders.ts';

/** Typed whole it is looked for by its last four; a figure less or more is a number like others. */
const WHOLE = identityNumber(1);
const IDENTITY = [WHOLE.slice(0, -1), WHOLE, `${WHOLE}0`, WHOLE.slice(-4)];

const day = fc.constantFrom('20261101', '20261102', '20260902');
const rest = fc.string({ unit: fc.constantFrom('0', '1', 'K', '-'), minLength: 1, maxLength: 6 });
const name = fc.string({ unit: fc.constantFrom('王', '秀', '英', '0', '-'), minLength: 1, maxLength: 4 });
const listed = fc
  .record({
    day,
    rest,
    name,
    idNumber: fc.constantFrom('', WHOLE),
    sticker: fc.constantFrom('', '370406102-K1-00010-0K1-1'),
  })
  .map(({ day, rest, name, idNumber, sticker }) =>
    listedOf({
      number: `370406102-${day}-${rest}`,
      parties: [{ ...NAMED, name, idNumber }],
      ...(sticker && { sticker }),
    }),
  );
const lists = fc.array(listed, { maxLength: 12 });
/** What people type: parts of numbers, names, items, words apart. */
const queries = fc
  .string({
    unit: fc.constantFrom('0', '1', '2', '3', '-', 'k', '王', '秀', '英', '合', '作', ' '),
    minLength: 1,
  })
  .filter((query) => query.trim() !== '');

function sameAsAtOnce(views: readonly ListedCase[], query: string): void {
  if (query.trim() === '') return;
  expect(findCases(views, query, rules, TODAY)).toEqual(findCases([...views], query, rules, TODAY));
}

const numbers = (found: ReturnType<typeof findCases>) => found.map((view) => view.case.number);

describe('the search among cases', () => {
  it('finds letter by letter what it finds at once, in the order of the list', () =>
    fc.assert(
      fc.property(lists, queries, (views, query) => {
        for (let length = 1; length <= query.length; length += 1) sameAsAtOnce(views, query.slice(0, length));
      }),
    ));

  it('finds one thing after the other, whatever was looked for before', () =>
    fc.assert(
      fc.property(
        lists,
        fc.array(fc.oneof(queries, fc.constantFrom(...IDENTITY)), { maxLength: 8 }),
        (views, all) => {
          for (const query of all) sameAsAtOnce(views, query);
        },
      ),
    ));

  it('finds a case by any part of its number, with hyphens and without, whatever the others have in common', () =>
    fc.assert(
      fc.property(lists, listed, fc.nat(), fc.nat(), (others, one, from, length) => {
        const whole = one.case.number;
        const start = from % whole.length;
        const part = whole.slice(start, start + 1 + (length % whole.length));
        fc.pre(part.replaceAll('-', '') !== '');
        for (const typed of [part, part.replaceAll('-', ''), part.toLowerCase()])
          expect(findCases([...others, one], typed, rules, TODAY)).toContain(one);
      }),
    ));

  it('finds nothing that has none of it', () =>
    fc.assert(
      fc.property(lists, queries, (views, query) => {
        const words = query.trim().split(/\s+/);
        const found = new Set(findCases(views, query, rules, TODAY));
        for (const view of views) {
          const { number, names, sticker = '' } = view.case;
          const held = [
            `${number} ${sticker}`.replaceAll('-', '').toLowerCase(),
            view.case.tails?.join('\n') ?? '',
            ...names,
            '农民专业合作社登记',
          ].join('\n');
          const has = words.every((word) => held.includes(word) || held.includes(word.replaceAll('-', '')));
          if (!has) expect(found.has(view)).toBe(false);
        }
      }),
    ));

  it('gives the list itself back when that is all', () => {
    const views = ['A', 'B'].map((end) => listedOf({ number: `370406102-20261101-${end}` }));
    for (const typed of ['3704', '合作社', '合作社 2026110'])
      expect(findCases(views, typed, rules, TODAY)).toBe(views);
    expect(numbers(findCases(views, '1-a', rules, TODAY))).toEqual(['370406102-20261101-A']);
  });

  it('finds the same letter by letter among more of a name than are looked through one by one', () => {
    const surname = Array.from({ length: 700 }, (_, at) => `王${'甲乙丙丁戊己庚'.charAt(at % 7)}${at}`);
    // Where all had it in common it would be no search.
    const views = [...surname, '李大山'].map((name) => listedOf({ id: name, parties: [{ ...NAMED, name }] }));
    for (const typed of ['王', '王丙', '王丙9']) sameAsAtOnce(views, typed);
    expect(findCases(views, '王', rules, TODAY)).toHaveLength(700);
    expect(findCases(views, '王丙', rules, TODAY)).toHaveLength(100);
    expect(findCases(views, '王丙9', rules, TODAY).map((view) => view.case.names[0])).toEqual([
      '王丙9',
      '王丙93',
    ]);
  });

  it('rehearses what finds something: names by whole characters, and parts of numbers', () => {
    const views = [listedOf({ parties: [{ ...NAMED, name: '𬎆秀英' }] })];
    const searches = likelySearches(views);
    expect(searches.slice(0, 3)).toEqual(['𬎆', '𬎆秀', '𬎆秀英']);
    expect(searches.length).toBeGreaterThan(3);
    for (const query of searches) expect(findCases(views, query, rules, TODAY)).toEqual(views);
    expect(likelySearches([])).toEqual([]);
  });
});
