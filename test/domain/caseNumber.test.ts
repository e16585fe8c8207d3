import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseNumberParts,
  CROCKFORD,
  formatCaseNumber,
  MAX_SEQUENCE,
  normaliseCaseNumber,
  numberPrefixOf,
  parseCaseNumber,
  parsePrintedCaseNumber,
} from '../../src/domain/caseNumber.ts';
import { addDays } from '../../src/domain/time.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const crockford = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...CROCKFORD), minLength, maxLength });
const parts: fc.Arbitrary<CaseNumberParts> = fc.record({
  town: fc.integer({ min: 370_406_001, max: 370_406_599 }).map(String),
  date: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2026-01-01', days)),
  slot: crockford(2, 3),
  sequence: fc.integer({ min: 1, max: MAX_SEQUENCE }),
  random: crockford(4, 4),
});

const K7: CaseNumberParts = {
  town: '370406102',
  date: '2026-11-23',
  slot: 'K7',
  sequence: 7,
  random: '4QXM',
};

/** The carry of ISO 7064 MOD 37,36 after some characters, written from the standard. */
function carryAfter(text: string): number {
  let carry = 36;
  for (const character of text) carry = step(carry, ALPHANUMERIC.indexOf(character));
  return carry;
}
const step = (carry: number, value: number): number => (((carry + value) % 36 || 36) * 2) % 37;

/** ISO 7064 finds nearly every transposition: 36 pairs of 22 680 leave the same carry behind. */
function escapesTheStandard(plain: string, index: number): boolean {
  const carry = carryAfter(plain.slice(0, index));
  const [a = 0, b = 0] = [...plain.slice(index, index + 2)].map((one) => ALPHANUMERIC.indexOf(one));
  if (index + 2 === plain.length) return (step(carry, b) + a) % 36 === 1;
  return step(step(carry, a), b) === step(step(carry, b), a);
}

describe('case number', () => {
  it('is the one of the design, down to its check character', () => {
    const number = formatCaseNumber(K7);
    expect(number).toMatch(/^370406102-20261123-K7-0007-4QXM-[0-9A-Z]$/);
    const plain = number.replaceAll('-', '');
    expect((carryAfter(plain.slice(0, -1)) + ALPHANUMERIC.indexOf(plain.slice(-1))) % 36).toBe(1);
  });

  it('is read as it was written, with hyphens and without', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = formatCaseNumber(given);
        expect(parseCaseNumber(number)).toEqual(given);
        expect(parseCaseNumber(number.replaceAll('-', ''))).toEqual(given);
        expect(parsePrintedCaseNumber(number)).toEqual(given);
        expect(parsePrintedCaseNumber(number.replaceAll('-', ''))).toBeUndefined();
      }),
    );
  });

  it('with any one character changed is found out', () => {
    fc.assert(
      fc.property(parts, fc.nat(40), fc.constantFrom(...ALPHANUMERIC), (given, at, character) => {
        const number = formatCaseNumber(given);
        const index = at % number.length;
        fc.pre(number[index] !== '-' && number[index] !== character);
        expect(parseCaseNumber(number.slice(0, index) + character + number.slice(index + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('with two neighbours exchanged is found out, wherever ISO 7064 promises it', () => {
    fc.assert(
      fc.property(parts, fc.nat(40), (given, at) => {
        const plain = formatCaseNumber(given).replaceAll('-', '');
        const index = at % (plain.length - 1);
        const [a = '', b = ''] = plain.slice(index, index + 2);
        fc.pre(a !== b && !escapesTheStandard(plain, index));
        expect(parseCaseNumber(plain.slice(0, index) + b + a + plain.slice(index + 2))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a slot of two characters and one of three apart without hyphens', () => {
    for (const slot of ['K7', 'K70', '00', 'ZZZ']) {
      const given = { ...K7, slot };
      expect(parseCaseNumber(formatCaseNumber(given).replaceAll('-', ''))).toEqual(given);
    }
    for (const slot of ['K', 'K7K7', 'U7', 'k7', ''])
      expect(() => formatCaseNumber({ ...K7, slot })).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, 10_000, Number.NaN])('has no sequence %d', (sequence) => {
    expect(() => formatCaseNumber({ ...K7, sequence })).toThrow(RangeError);
  });

  it('has a date that exists and a town of nine digits', () => {
    expect(() => formatCaseNumber({ ...K7, date: '2026-02-30' })).toThrow(RangeError);
    expect(() => formatCaseNumber({ ...K7, town: '370406' })).toThrow(RangeError);
    expect(() => formatCaseNumber({ ...K7, random: '4QX' })).toThrow(RangeError);
  });

  it('numbered zero is none, even with the right check character', () => {
    const body = formatCaseNumber(K7).replaceAll('-', '').replace('0007', '0000').slice(0, -1);
    const checks = [...ALPHANUMERIC].map((check) => parseCaseNumber(body + check));
    expect(checks.every((one) => one === undefined)).toBe(true);
  });

  it('is never found in foreign text', () => {
    const number = formatCaseNumber(K7);
    for (const text of [
      '',
      '办件',
      ` ${number}`,
      `${number}\n`,
      `${number}X`,
      number.toLowerCase(),
      'K7-0007',
    ])
      expect(parseCaseNumber(text)).toBeUndefined();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseCaseNumber(text) === undefined));
  });
});

describe('a case number as people type it', () => {
  it('with blanks, small letters, other dashes and full-width letters is put right', () => {
    const number = formatCaseNumber(K7);
    for (const typed of [
      ` ${number.toLowerCase()} `,
      number.replaceAll('-', ' - '),
      number.replaceAll('-', '－'),
      number.replaceAll('-', '–'),
      number.replace('K7', 'Ｋ７'),
    ])
      expect(normaliseCaseNumber(typed)).toBe(number);
  });

  it('with the letters O, I and L for 0, 1 and 1 is put right, the check character too', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('I', 'L', 'i', 'l'), (given, one) => {
        const number = formatCaseNumber(given);
        const body = number.slice(0, -1).replaceAll('0', 'O').replaceAll('1', one);
        const last = { O: '0', '0': 'o', I: '1', L: 'i', '1': 'l' }[number.slice(-1)] ?? number.slice(-1);
        expect(normaliseCaseNumber(body + last)).toBe(number);
      }),
    );
  });

  it('that is right already stays as it is', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = formatCaseNumber(given);
        expect(normaliseCaseNumber(number)).toBe(number);
      }),
    );
  });

  it('may be anything: normalising never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof normaliseCaseNumber(text) === 'string'),
    );
  });
});

describe('the beginning of a number', () => {
  it('is the division code of the town; the district’s six digits are filled up', () => {
    expect(numberPrefixOf('370406102')).toBe('370406102');
    expect(numberPrefixOf('370406')).toBe('370406000');
  });
});
