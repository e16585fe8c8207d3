import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCreditCode,
  checkIdentityNumber,
  checkMobileNumber,
  creditCodeCheckCharacter,
  mask,
  maskTelephone,
  normaliseIdentityNumber,
  normaliseMobileNumber,
} from '../../src/domain/identity.ts';

const TODAY = '2026-11-23';
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character by the weights printed in GB 11643, apart from the library that the source uses. */
function withIdentityCheck(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

const identityNumber = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.integer({ min: 0, max: 40_000 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, days, order]) => {
    const birth = new Date(Date.UTC(1910, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return withIdentityCheck(`${area}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`);
  });

const creditCode = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join('') + creditCodeCheckCharacter(characters.join('')));

const changed = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1);

describe('identity number (GB 11643)', () => {
  it.each(['11010519491231002X', '440524188001010014', '11010519491231002x', '110105 19491231 002X'])(
    '%s is right',
    (number) => {
      expect(checkIdentityNumber(number, TODAY)).toBe('ok');
    },
  );

  it.each([
    ['110105491231002', 'length'],
    ['', 'length'],
    ['11010519491231002XX', 'length'],
    ['A1010519491231002X', 'characters'],
    ['01010519491231002X', 'characters'],
    ['1101051949123100XX', 'characters'],
    ['110105194912310021', 'checkCharacter'],
  ])('%s is wrong: %s', (number, verdict) => {
    expect(checkIdentityNumber(number, TODAY)).toBe(verdict);
  });

  it.each(['19490231', '19491301', '20261124', '18491231'])('nobody was born on %s', (birth) => {
    expect(checkIdentityNumber(withIdentityCheck(`110105${birth}002`), TODAY)).toBe('birthDate');
  });

  it('a child born today has one', () => {
    expect(checkIdentityNumber(withIdentityCheck('11010520261123002'), TODAY)).toBe('ok');
  });

  it('by the weights of the standard is right', () => {
    fc.assert(fc.property(identityNumber, (number) => checkIdentityNumber(number, TODAY) === 'ok'));
  });

  it('with any one character changed is found out', () => {
    fc.assert(
      fc.property(
        identityNumber,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789X'),
        (number, index, character) => {
          fc.pre(number[index] !== character);
          expect(checkIdentityNumber(changed(number, index, character), TODAY)).not.toBe('ok');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is stored without blanks and with a capital X', () => {
    expect(normaliseIdentityNumber(' 110105 19491231-002x ')).toBe('11010519491231002X');
  });
});

describe('unified social credit code (GB 32100)', () => {
  it.each(['11370302004216079D', '11370181004235181N', '11370302004216079d'])('%s is right', (code) => {
    expect(checkCreditCode(code)).toBe('ok');
  });

  it.each([
    ['11370302004216079', 'length'],
    ['11370302004216079I', 'characters'],
    ['S1370302004216079D', 'characters'],
    ['11370302004216079E', 'checkCharacter'],
  ])('%s is wrong: %s', (code, verdict) => {
    expect(checkCreditCode(code)).toBe(verdict);
  });

  it('with any one character changed is found out', () => {
    fc.assert(
      fc.property(
        creditCode,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...ALPHABET),
        (code, index, character) => {
          fc.pre(code[index] !== character);
          expect(checkCreditCode(code)).toBe('ok');
          expect(checkCreditCode(changed(code, index, character))).toBe('checkCharacter');
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('mobile number', () => {
  it.each([
    '13806370000',
    '138 0637 0000',
    '138-0637-0000',
    '+8613806370000',
    '86 138 0637 0000',
    '19912345678',
  ])('%s is right', (number) => {
    expect(checkMobileNumber(number)).toBe('ok');
    expect(normaliseMobileNumber(number)).toMatch(/^1\d{10}$/);
  });

  it.each([
    ['1380637000', 'length'],
    ['138063700001', 'length'],
    ['12806370000', 'characters'],
    ['1380637000O', 'characters'],
    ['', 'characters'],
  ])('“%s” is wrong: %s', (number, verdict) => {
    expect(checkMobileNumber(number)).toBe(verdict);
  });
});

describe('mask', () => {
  it('cuts no character in two, as of a card that begins with a rare one', () => {
    expect(mask('𬎆字第12345678号')).toBe('********678号');
    expect(mask('𠅤𬭚1𬎆5678901𫖯2𬎆𬭚𠅤𫖯')).toBe('𠅤𬭚1𬎆*********𬎆𬭚𠅤𫖯');
    expect(mask('𬎆𬭚')).toBe('**');
    expect(maskTelephone('13800001𬎆𬭚𠅤')).toBe('138****1𬎆𬭚𠅤');
  });

  it('leaves the first and last four characters of a number', () => {
    expect(mask('370406199001011234')).toBe('3704**********1234');
  });

  it('leaves only the end of a passport’s number', () => {
    expect(mask('E12345678')).toBe('*****5678');
  });

  it('leaves the first three and last four digits of a mobile number', () => {
    expect(maskTelephone('13800001234')).toBe('138****1234');
    expect(maskTelephone('8812345')).toBe('***2345');
    expect(maskTelephone('1234')).toBe('****');
  });

  it('hides short texts whole', () => {
    expect(mask('张三')).toBe('**');
    expect(mask('12345678')).toBe('********');
  });

  it('keeps the length and never shows more than eight characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), maxLength: 30 }), (text) => {
        const masked = mask(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
