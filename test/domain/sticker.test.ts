import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD, parseCaseNumber } from '../../src/domain/caseNumber.ts';
import { hasIdEnd } from '../../src/domain/parties.ts';
import {
  checkLetter,
  formatStickerNumber,
  isSticker,
  MAX_SERIAL,
  ownSticker,
  parseStickerNumber,
  stickerNumberIn,
  stickerOf,
} from '../../src/domain/sticker.ts';
import { caseAfter, MONDAY, numberAt, receiveAt, refusalOf } from '../support/sampleCase.ts';
import { EAST, WEST } from '../support/sampleCatalogue.ts';
import { stickerAt, withOneWrong } from '../support/stickers.ts';

const letters = (count: number) =>
  fc.array(fc.constantFrom(...CROCKFORD), { minLength: count, maxLength: count }).map((all) => all.join(''));
const parts = fc.record({
  hall: fc.stringMatching(/^\d{9}$/),
  slot: fc.oneof(letters(2), letters(3)),
  serial: fc.integer({ min: 1, max: MAX_SERIAL }),
  random: letters(4),
});

describe('a sticker’s number', () => {
  it('comes back as its parts, and as it is printed from whatever was typed', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const number = formatStickerNumber(one);
        expect(parseStickerNumber(number)).toEqual(one);
        for (const typed of [number, number.replaceAll('-', ''), ` ${number.toLowerCase()} `])
          expect(stickerNumberIn(typed)).toBe(number);
      }),
      { numRuns: 100 },
    );
  });

  it('is no number of a case, and no case’s number is one of a sticker', () => {
    expect(parseCaseNumber(stickerAt(WEST).number)).toBeUndefined();
    expect(stickerNumberIn(numberAt(WEST))).toBeUndefined();
  });

  it('has a serial from 1 to 99999', () => {
    for (const serial of [0, -1, 1.5, MAX_SERIAL + 1]) expect(() => stickerAt(WEST, serial)).toThrow();
    expect(parseStickerNumber(stickerAt(WEST, MAX_SERIAL).number)?.serial).toBe(MAX_SERIAL);
  });
});

describe('number and code of a sticker', () => {
  it('hold each other: one wrong character in either is found', () => {
    fc.assert(
      fc.property(parts, letters(5), (one, random) => {
        const sticker = stickerOf(one, random);
        expect(isSticker(sticker)).toBe(true);
        for (const code of withOneWrong(sticker.code)) expect(isSticker({ ...sticker, code })).toBe(false);
        for (const number of withOneWrong(sticker.number))
          expect(isSticker({ ...sticker, number })).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it('the check letter is one of the alphabet, also of a short one', () => {
    fc.assert(
      fc.property(letters(20), (text) => {
        const letter = checkLetter(text, CROCKFORD);
        expect(CROCKFORD).toContain(letter);
        for (const wrong of withOneWrong(text)) expect(checkLetter(wrong, CROCKFORD)).not.toBe(letter);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a receipt that a sticker stands for', () => {
  const sticker = stickerAt(WEST);
  const taken = { sticker: sticker.number, code: sticker.code };

  it('is under the sticker’s code, and the case says which sticker it is', () => {
    expect(caseAfter(null, receiveAt(WEST, 'permit', taken))).toMatchObject(taken);
    expect(caseAfter(null, receiveAt(WEST, 'permit')).sticker).toBeUndefined();
  });

  it.each([
    ['the code of another one', { ...taken, code: stickerAt(WEST, 2, 'WXYZ').code }],
    ['the number of another one', { ...taken, sticker: stickerAt(WEST, 2).number }],
    ['no number at all', { ...taken, sticker: 'x' }],
    ['a number without hyphens', { ...taken, sticker: sticker.number.replaceAll('-', '') }],
  ])('is refused with %s', (_, payload) => {
    expect(refusalOf(null, receiveAt(WEST, 'permit', payload)).code).toBe('sticker.wrong');
  });

  it('is of this hall; a mended one keeps what was handed over', () => {
    const other = stickerAt(EAST);
    const command = receiveAt(WEST, 'permit', { sticker: other.number, code: other.code });
    expect(refusalOf(null, command)).toEqual({
      code: 'sticker.otherHall',
      facts: { sticker: other.number },
    });
    expect(caseAfter(null, command, { replaces: MONDAY }).sticker).toBe(other.number);
  });

  it('is not its own once it was found to be another case’s', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit', taken));
    const flag = { facts: {}, at: '2026-11-23T02:00:00.000Z' };
    expect(ownSticker(found)).toBe(sticker.number);
    expect(ownSticker({ ...found, flags: [{ ...flag, code: 'guide.changed' }] })).toBe(sticker.number);
    expect(ownSticker({ ...found, flags: [{ ...flag, code: 'sticker.usedTwice' }] })).toBeUndefined();
  });
});

describe('the end of an identity number', () => {
  const { parties } = receiveAt(WEST, 'permit').payload;
  const [first] = parties;
  if (!first) throw new Error('somebody applies');
  const ending = (idNumber: string) => [{ ...first, idNumber }];

  it('is known to an applicant, however it is typed', () => {
    for (const said of ['123X', ' 123x ', '１２３ｘ'])
      expect(hasIdEnd(ending('37040619800101123X'), said)).toBe(true);
  });

  it('is four characters, of an applicant and of nobody else', () => {
    for (const said of [undefined, '', 'X', '23X', '1123X', '1234'])
      expect(hasIdEnd(ending('37040619800101123X'), said)).toBe(false);
    const agent = { ...first, role: 'agent', idNumber: '37040619800101123X' };
    expect(hasIdEnd([agent], '123X')).toBe(false);
  });
});
