import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Roster } from '../../src/domain/guide.ts';
import { checkCreditCode, checkIdentityNumber, creditCodeCheckCharacter } from '../../src/domain/identity.ts';
import {
  answersOf,
  countsOf,
  partyOf,
  type RosterRow,
  readRoster,
  rosterProblems,
} from '../../src/domain/roster.ts';
import { completeGuide, organisation, TODAY } from '../catalogue/samples.ts';
import { identityNumber, wrongNumber } from '../support/identityNumbers.ts';

const relief = completeGuide('12');
const cooperative = completeGuide('10');
const rosterOf = (guide: { roster?: Roster }): Roster => {
  if (!guide.roster) throw new Error('no roster');
  return guide.roster;
};
const households = rosterOf(relief);
const members = rosterOf(cooperative);

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `row ${count}`;
  };
};
const read = (lines: readonly (readonly string[])[], roster = households) =>
  readRoster(lines, roster, counter());
const HEADS = ['序号', '户主姓名', '身份证号码', '家庭人口数', '电话', '受灾地点', '备注'];
const household = (at: number, number = identityNumber(at)) => [
  String(at),
  `农户${at}`,
  number,
  '4',
  '13863200001',
  '西集村',
  '',
];
const wrong = (rows: readonly RosterRow[], roster = households, guide = relief, taken: string[] = []) =>
  rows.map((row) =>
    (rosterProblems(rows, roster, guide, TODAY, taken).get(row.id) ?? []).map(
      (one) => `${one.cell} ${one.code}`,
    ),
  );

describe('a list of households from a spreadsheet', () => {
  it('is read by its headings, whatever stands above, beside and below', () => {
    const { rows, unused, guessed } = read([
      ['西集村受灾户名册', '', ''],
      HEADS,
      household(1),
      ['', '', '', ''],
      household(2),
      ['合计', '', '', '8'],
    ]);
    expect(rows).toHaveLength(2);
    expect([unused, guessed]).toEqual([['备注'], false]);
    expect(wrong(rows)).toEqual([[], []]);
    expect(rows.map((row) => answersOf(row, households, relief))).toEqual([
      { people: 4, place: '西集村' },
      { people: 4, place: '西集村' },
    ]);
    expect(rows.map((row) => partyOf(row, households))[1]).toEqual({
      role: 'applicant',
      kind: 'person',
      name: '农户2',
      idKind: 'identityNumber',
      idNumber: identityNumber(2),
      telephone: '13863200001',
    });
  });

  it('without headings is read in the order of the list, past a column that only counts, and says so', () => {
    const line = (at: number) => [String(at), `农户${at}`, identityNumber(at), '13863200001', '4', '西集村'];
    const { rows, guessed } = read([line(1), line(2)]);
    expect(guessed).toBe(true);
    expect(wrong(rows)).toEqual([[], []]);
  });

  it('tells by line and cell what is wrong, a double at the later line', () => {
    const { rows } = read([
      HEADS,
      household(1),
      household(2, wrongNumber(2)),
      household(3, identityNumber(1)),
      household(4, '3.70406E+17'),
      ['5', '', identityNumber(5), '四', '1386', '', ''],
    ]);
    expect(wrong(rows)).toEqual([
      [],
      ['idNumber party.idInvalid'],
      ['idNumber double'],
      ['idNumber scientific'],
      ['name party.nameMissing', 'telephone party.telephoneInvalid', '?people answer', '?place answer'],
    ]);
  });

  it('knows whom the sitting has taken in already', () => {
    const { rows } = read([HEADS, household(1), household(2)]);
    expect(wrong(rows, households, relief, [identityNumber(2)])).toEqual([[], ['idNumber taken']]);
  });

  it('takes numbers as spreadsheets and input methods write them', () => {
    const full = [...identityNumber(7)].map((one) =>
      /\d/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one,
    );
    const { rows } = read([
      HEADS,
      household(6, `'${identityNumber(6)}`),
      household(7, full.join('')),
      household(8, identityNumber(8).replace(/(.{6})(.{8})/, '$1 $2 ')),
      ['9', '农户九', identityNumber(9), '４口人', '138-6320-0001', '西集村'],
    ]);
    expect(wrong(rows)).toEqual([[], [], [], []]);
    expect(answersOf(rows[3] ?? { id: '', cells: {} }, households, relief).people).toBe(4);
  });

  it('no line is lost or made, and none is good whose number is wrong or was there before', () => {
    const line = fc.record({ at: fc.integer({ min: 1, max: 9 }), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const { rows } = read([
          HEADS,
          ...lines.map(({ at, right }) => household(at, right ? identityNumber(at) : wrongNumber(at))),
        ]);
        expect(rows).toHaveLength(lines.length);
        const problems = rosterProblems(rows, households, relief, TODAY);
        const good = rows.filter((row) => !problems.has(row.id)).map((row) => row.cells.idNumber);
        const right = lines.filter((one) => one.right).map((one) => identityNumber(one.at));
        expect(good).toEqual([...new Set(right)]);
      }),
    );
  });
});

describe('a list of the members of a cooperative', () => {
  const heads = ['姓名', '身份证号', '是否农民', '住址'];
  const { idNumber } = organisation('member');
  const { rows } = read(
    [
      heads,
      ['成员甲', identityNumber(1), '是', '西集村'],
      ['成员乙', identityNumber(2), '√', ''],
      ['成员丙', identityNumber(3), '否', ''],
      ['翼云果品有限公司', idNumber, '', ''],
      ['成员戊', identityNumber(5), '不清楚', ''],
    ],
    members,
  );

  it('marks the farmers, knows a body by its credit code, and asks for no telephone', () => {
    expect(wrong(rows, members, cooperative)).toEqual([[], [], [], [], ['farmer unclear']]);
    expect(rows.map((row) => partyOf(row, members)).map(({ kind, farmer }) => [kind, farmer])).toEqual([
      ['person', true],
      ['person', true],
      ['person', false],
      ['organisation', undefined],
      ['person', false],
    ]);
  });

  it('answers the questions of how many there are', () => {
    const parties = rows.slice(0, 4).map((row) => partyOf(row, members));
    expect(countsOf(parties, members)).toEqual({ members: 4, farmers: 2, organisations: 1 });
  });

  it('has a person for every identity number, also for those that would do as a credit code', () => {
    const numbers = Array.from({ length: 400 }, (_, at) => identityNumber(at + 1));
    expect(numbers.filter((number) => checkCreditCode(number) === 'ok').length).toBeGreaterThan(5);
    const { rows } = read([HEADS, ...numbers.map((number, at) => household(at, number))]);
    for (const row of rows)
      expect(partyOf(row, households)).toMatchObject({ kind: 'person', idKind: 'identityNumber' });
    expect(rosterProblems(rows, households, relief, TODAY)).toEqual(new Map());
  });

  it('says that an identity number is wrong, also where it would do as a credit code', () => {
    const would = Array.from({ length: 999 }, (_, at) => wrongNumber(at + 1)).filter(
      (number) => checkCreditCode(number) === 'ok',
    );
    expect(would.length).toBeGreaterThan(5);
    const { rows } = read([HEADS, ...would.map((number, at) => household(at, number))]);
    for (const problems of wrong(rows)) expect(problems).toEqual(['idNumber party.idInvalid']);
  });

  it('has a body for the code of an enterprise whose digits would do as a birth date', () => {
    const seventeen = '91370419900101123';
    const code = seventeen + creditCodeCheckCharacter(seventeen);
    expect(checkIdentityNumber(code, TODAY)).not.toBe('birthDate');
    const [row] = read([HEADS, household(1, code)]).rows;
    expect(row && partyOf(row, members)).toMatchObject({ kind: 'organisation', idKind: 'creditCode' });
    // A household is none: said beside its line, not when all are submitted.
    expect(wrong(row ? [row] : [])).toEqual([['idNumber party.kindWrong']]);
  });
});
