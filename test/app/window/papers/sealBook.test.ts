import { describe, expect, it } from 'vitest';
import type { RegisterCopy } from '../../../../src/app/local/sealRegister.ts';
import type { ListedCase } from '../../../../src/app/local/types.ts';
import {
  type Asked,
  bookOf,
  inRange,
  missingIn,
  numbersInWords,
  rangeInWords,
  rangeTrouble,
  registerOffices,
  registerYears,
} from '../../../../src/app/window/papers/sealBook.ts';
import { seedCatalogue } from '../../../../src/catalogue/index.ts';
import type { Sealing } from '../../../../src/domain/handling.ts';
import type { Role } from '../../../../src/domain/office.ts';
import type { SealLine } from '../../../../src/protocol/sealRegister.ts';
import { HALL, listedOf, NOW } from '../builders.ts';

const FIRST = '370406102-20261124-K7-0001-4QXM-G';
const SECOND = '370406102-20261124-K7-0002-4QXM-G';

function sealing(more: Partial<Sealing> = {}): Sealing {
  return {
    ...{ by: 'p', name: '孙监印', office: HALL, on: '2026-11-24', title: '审核意见书', seal: 'approval' },
    ...{ copies: 2, text: '', drafter: '钱审核', approver: '赵主任' },
    ...more,
  };
}

const line = (serial: number | null, number = FIRST, more: Partial<SealLine> = {}): SealLine => ({
  ...{ serial, turn: 1, on: '2026-11-24', title: '审核意见书', number, seal: 'approval', copies: 2 },
  ...{ approver: '赵主任', drafter: '钱审核', sealer: '孙监印', note: '' },
  ...more,
});

const copyOf = (lines: readonly SealLine[], given = lines.length): RegisterCopy => ({
  ...{ at: NOW, lines, years: [{ year: '2026', given }] },
});

const caseWith = (number: string, pending: number, ...sealings: Sealing[]): ListedCase => ({
  ...listedOf({ number, sealings }),
  pending,
});

const asked = (more: Partial<Asked>): Asked => ({
  ...{ office: HALL, year: '2026', copy: null, listed: [], titleOf: () => '设置户外广告' },
  ...more,
});
const shown = (more: Partial<Asked>) =>
  bookOf(asked(more)).lines.map(({ serial, number, mark }) => [serial, number, mark]);

describe('the book of an office and a year', () => {
  it('is the district’s, with what this device has sealed and not sent at its end', () => {
    const listed = [
      caseWith(FIRST, 0, sealing({ serial: 1 })),
      caseWith(SECOND, 1, sealing({ title: '撤销决定书' })),
    ];
    expect(shown({ copy: copyOf([line(1), line(2, 'other')]), listed })).toEqual([
      [1, FIRST, undefined],
      [2, 'other', undefined],
      [null, SECOND, 'unsent'],
    ]);
    expect(bookOf(asked({ listed })).lines.map((one) => one.title)).toEqual(['审核意见书', '撤销决定书']);
  });

  it('has a sealing once, also when its number has come with the register and not yet with the case', () => {
    const listed = [caseWith(FIRST, 0, sealing())];
    expect(shown({ copy: copyOf([line(1)]), listed })).toEqual([[1, FIRST, undefined]]);
    expect(shown({ copy: copyOf([]), listed })).toEqual([[null, FIRST, 'sent']]);
  });

  it('adds what was recorded after the copy was read, also the second line of a case', () => {
    const listed = [
      caseWith(FIRST, 0, sealing({ serial: 1 }), sealing({ serial: 1 })),
      caseWith(SECOND, 0, sealing({ serial: 3 })),
    ];
    expect(shown({ copy: copyOf([line(1), line(2, 'other')]), listed })).toEqual([
      [1, FIRST, undefined],
      [1, FIRST, 'since'],
      [2, 'other', undefined],
      [3, SECOND, 'since'],
    ]);
  });

  it('is of one office and one year alone', () => {
    const listed = [
      caseWith(FIRST, 0, sealing({ serial: 1 }), sealing({ serial: 1, on: '2027-01-04' })),
      caseWith(SECOND, 0, sealing({ serial: 7, office: '370406103' })),
    ];
    expect(shown({ listed })).toEqual([[1, FIRST, undefined]]);
    expect(shown({ listed, year: '2027' })).toEqual([[1, FIRST, undefined]]);
  });

  it('calls what was sealed before its title was written down by its item', () => {
    const { title: _, ...old } = sealing({ serial: 1 });
    expect(bookOf(asked({ listed: [caseWith(FIRST, 0, old)] })).lines[0]?.title).toBe('设置户外广告');
  });

  it('says which numbers were given and have no line; without the district’s it knows of none', () => {
    const lines = [line(2), line(5, SECOND)];
    expect(bookOf(asked({ copy: copyOf(lines, 6) })).missing).toEqual([1, 3, 4, 6]);
    expect(bookOf(asked({ listed: [caseWith(FIRST, 0, sealing({ serial: 9 }))] })).missing).toEqual([]);
    expect(numbersInWords([1, 3, 4, 6])).toBe('1、3至4、6');
  });
});

describe('what of it is printed', () => {
  const { lines } = bookOf(
    asked({
      copy: copyOf([line(1), line(2, 'b'), line(3, 'c')]),
      listed: [caseWith(SECOND, 1, sealing())],
    }),
  );
  const numbers = (from: string, to: string) => inRange(lines, { from, to }).map((one) => one.serial);

  it('goes from one number to another, and has what is without a number only at the end of the book', () => {
    expect(numbers('', '')).toEqual([1, 2, 3, null]);
    expect(numbers('2', '')).toEqual([2, 3, null]);
    expect(numbers('2', '2')).toEqual([2]);
    expect(rangeTrouble({ from: '2', to: '30' })).toBeUndefined();
  });

  it('is nothing while the range means nothing, and says why', () => {
    expect(rangeTrouble({ from: '3', to: '2' })).toContain('起号');
    expect(rangeTrouble({ from: '一', to: '' })).toContain('序号');
    expect(numbers('3', '2')).toEqual([]);
  });

  it('says which of the numbers in it have no line', () => {
    const gaps = bookOf(asked({ copy: copyOf([line(3)], 6) }));
    const missing = (from: string, to: string) => missingIn(gaps, { from, to });
    expect(missing('', '')).toEqual([1, 2, 4, 5, 6]);
    expect(missing('2', '4')).toEqual([2, 4]);
    expect(missing('4', '2')).toEqual([]);
  });

  it('says from where to where it goes', () => {
    expect(rangeInWords(lines)).toBe('第1号至第3号，另有 1 份还没有编号');
    expect(rangeInWords(lines.slice(1, 2))).toBe('第2号');
    expect(rangeInWords(lines.slice(3))).toBe('1 份还没有编号');
    expect(rangeInWords([])).toBe('没有用印');
  });
});

describe('whose book can be chosen', () => {
  const offices = (roles: Role[], office = HALL, more = {}) =>
    registerOffices(seedCatalogue.offices, [{ office, roles, ...more }], HALL, NOW).map((one) => one.id);

  it('is their own office’s for leaders and sealers, every one for supervisors, none for others', () => {
    expect(offices(['leader'])).toEqual([HALL]);
    expect(offices(['sealer'])).toEqual([HALL]);
    expect(offices(['clerk', 'reviewer'])).toEqual([]);
    expect(offices(['supervisor'], '370406')).toHaveLength(seedCatalogue.offices.length);
    expect(offices(['supervisor'], '370406')[0]).toBe(HALL);
  });

  it('is none by a post that is over', () => {
    expect(offices(['leader'], HALL, { to: NOW })).toEqual([]);
  });

  it('offers this year, those of the district and those that this device knows of', () => {
    const listed = [caseWith(FIRST, 0, sealing({ serial: 1, on: '2025-12-31' }))];
    const copy = { ...copyOf([]), years: [{ year: '2024', given: 3 }] };
    expect(registerYears({ office: HALL, copy, listed }, '2026-11-24')).toEqual(['2026', '2025', '2024']);
  });
});
