import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedCase } from '../../../../src/app/local/types.ts';
import { findCases, likelySearches, prepareSearch } from '../../../../src/app/window/start/caseSearch.ts';
import { identityNumber } from '../../../support/identityNumbers.ts';
import { listedOf, NAMED, rules, TODAY } from '../builders.ts';
import { fresh, old } from './listed.ts';

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
      fc.property(lists, queries, fc.nat(12), (views, query, ready) => {
        // Somebody types before all is ready.
        prepareSearch(views, rules, TODAY, ready);
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

  it('finds a case by any part of a name, hyphens in it too', () =>
    fc.assert(
      fc.property(
        lists,
        fc.string({ unit: fc.constantFrom('王', '秀', 'j', 'p', '0', '-'), minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (others, name, from, length) => {
          const one = listedOf({ id: 'one', parties: [{ ...NAMED, name }] });
          const start = from % name.length;
          const part = name.slice(start, start + 1 + (length % name.length));
          expect(findCases([...others, one], part, rules, TODAY)).toContain(one);
        },
      ),
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

const ids = (query: string) => findCases([fresh, old], query, rules, TODAY).map((view) => view.case.id);

describe('what a case is found by', () => {
  it('finds by name, number and item', () => {
    expect(ids('大山')).toEqual(['b']);
    expect(ids('k7-0003')).toEqual(['b']);
    expect(ids('k70003')).toEqual(['b']);
    expect(ids('hzs')).toEqual(['a', 'b']);
    expect(ids('合作社 秀英')).toEqual(['a']);
  });

  it('finds by the number of the sticker that is a receipt, with and without hyphens', () => {
    const stickered = listedOf({ id: 'c', sticker: '370406102-K7-00012-4QXM-D' });
    const found = (query: string) =>
      findCases([fresh, stickered], query, rules, TODAY).map((view) => view.case.id);
    for (const typed of ['370406102-K7-00012-4QXM-D', 'k7000124qxm']) expect(found(typed)).toEqual(['c']);
    expect(found(stickered.case.number)).toContain('c');
  });

  it('finds the same when what search reads was made ready before', () => {
    const views = [fresh, old];
    expect(prepareSearch(views, rules, TODAY)).toBe(true);
    expect(findCases(views, '大山', rules, TODAY)).toEqual([old]);
    expect(findCases(views, 'k7-0003', rules, TODAY)).toEqual([old]);
    const renamed = { ...fresh, case: { ...fresh.case, names: ['赵树理'] } };
    expect(findCases([renamed], '赵树理', rules, TODAY)).toEqual([renamed]);
  });

  it('finds everybody who takes part, not the applicant alone', () => {
    const two = listedOf({
      id: 'c',
      parties: [
        { ...NAMED, name: '李秀英' },
        { ...NAMED, role: 'agent', name: '王小河' },
      ],
    });
    expect(findCases([two], '小河', rules, TODAY)).toEqual([two]);
    expect(two.case.applicant).toBe('李秀英');
  });

  it('finds by the last four of anybody’s number, and by the whole number from the card', () => {
    const number = identityNumber(1);
    const told = listedOf({ id: 'c', parties: [{ ...NAMED, name: '王兰', idNumber: '37040619900101123X' }] });
    const found = (query: string) =>
      findCases([fresh, told, old], query, rules, TODAY).map((view) => view.case.id);
    expect(found('123X')).toEqual(['c']);
    expect(found('123x 王兰')).toEqual(['c']);
    expect(found('1234')).toEqual([]);
    const read = listedOf({ id: 'd', parties: [{ ...NAMED, name: '赵梅', idNumber: number }] });
    expect(findCases([told, read], number, rules, TODAY)).toEqual([read]);
  });

  it('finds by state as of today, and by hall', () => {
    const deemed = listedOf({ id: 'c', item: '1', guide: '1', papersOn: '2026-11-02' });
    const found = (query: string, today = TODAY) =>
      findCases([fresh, deemed], query, rules, today).map((view) => view.case.id);
    expect(found('已收件')).toEqual(['a']);
    expect(found('依法视为')).toEqual(['c']);
    expect(found('已收件', '2026-11-02')).toEqual(['a', 'c']);
    const hall = rules.office(fresh.case.hall)?.name ?? '?';
    expect(found(`${hall.slice(0, 2)} 已收件`)).toEqual(['a']);
    expect(found('北庄')).toEqual([]);
  });

  it('finds a name by a rare character, and by another keyboard’s dot', () => {
    const rare = listedOf({ id: 'a', parties: [{ ...NAMED, name: '王𬎆䶮' }] });
    const dotted = listedOf({ id: 'b', parties: [{ ...NAMED, name: '古丽·买买提' }] });
    const found = (query: string) =>
      findCases([rare, dotted], query, rules, TODAY).map((view) => view.case.id);
    for (const query of ['𬎆', '䶮', '王𬎆']) expect(found(query)).toEqual(['a']);
    // Shares its first code unit with 𬎆.
    expect(found('𬎇')).toEqual([]);
    for (const query of ['古丽·买买提', '古丽•买', '丽 · 买']) expect(found(query)).toEqual(['b']);
  });

  it('finds no word across two cases, and nothing for hyphens alone where there is nothing', () => {
    const [one, two] = [
      listedOf({ id: 'a', parties: [{ ...NAMED, name: '王大' }] }),
      listedOf({ id: 'b', parties: [{ ...NAMED, name: '山河' }] }),
    ];
    expect(findCases([one, two], '大山', rules, TODAY)).toEqual([]);
    expect(findCases([one, two], '山河', rules, TODAY)).toEqual([two]);
    expect(findCases([one, two], '-', rules, TODAY)).toEqual([one, two]);
    expect(findCases([], '-', rules, TODAY)).toEqual([]);
  });

  it('finds each of many by its own name alone', () => {
    const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];
    const many = names.map((name) => listedOf({ id: name, parties: [{ ...NAMED, name }] }));
    for (const [place, name] of names.entries())
      expect(findCases(many, name, rules, TODAY)).toEqual([many[place]]);
  });

  it('finds the same when only some of it was made ready', () => {
    const views = [fresh, old];
    expect(prepareSearch(views, rules, TODAY, 1)).toBe(false);
    expect(findCases(views, '大山', rules, TODAY)).toEqual([old]);
    // Whoever looks for a name has not waited for the numbers.
    expect(prepareSearch(views, rules, TODAY, 0)).toBe(false);
    expect(findCases(views, '大山 k70003', rules, TODAY)).toEqual([old]);
    expect(prepareSearch(views, rules, TODAY, 0)).toBe(true);
  });
});
