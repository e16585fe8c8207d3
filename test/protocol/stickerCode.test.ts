import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD } from '../../src/domain/caseNumber.ts';
import { BASE32 } from '../../src/protocol/base32.ts';
import { readSticker, stickerAddress } from '../../src/protocol/stickerCode.ts';
import { numberAt, refusedBy } from '../support/sampleCase.ts';
import { WEST } from '../support/sampleCatalogue.ts';
import { stickerAt, withOneWrong } from '../support/stickers.ts';

const ORIGIN = 'https://banshi.example.cn';
const ONE = stickerAt(WEST);
const why = (text: string): string => refusedBy(readSticker(text)).code;

const letters = (count: number) =>
  fc.array(fc.constantFrom(...CROCKFORD), { minLength: count, maxLength: count }).map((all) => all.join(''));
const sticker = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), letters(4), letters(5))
  .map(([serial, random, code]) => stickerAt(WEST, serial, random, code));

describe('the code on a sticker', () => {
  it('comes back as it was printed, also from a scanner that types capitals or full-width signs', () => {
    fc.assert(
      fc.property(sticker, (one) => {
        const text = stickerAddress(ORIGIN, one);
        const fullWidth = text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const typed of [text, text.toUpperCase(), fullWidth, new URL(text).hash, `${text}\n`])
          expect(readSticker(typed)).toEqual({ ok: true, value: one });
      }),
      { numRuns: 50 },
    );
  });

  it('with one wrong letter is refused', () => {
    fc.assert(
      fc.property(sticker, (one) => {
        const payload = stickerAddress('', one).split('#s=')[1] ?? '';
        for (const wrong of withOneWrong(payload, BASE32)) expect(why(`#s=${wrong}`)).toBe('sticker.wrong');
      }),
      { numRuns: 3 },
    );
  });

  it('may be typed: number, then code, as people read them', () => {
    const { number, code } = ONE;
    for (const typed of [
      `${number} ${code}`,
      `${number}${code}`.toLowerCase(),
      `${number.replaceAll('-', '')}　${code}`,
      `${number.replaceAll('-', '—')} ${code}`,
      // O for 0, I for 1.
      `${number.slice(0, -2).replaceAll('0', 'O').replaceAll('1', 'I')}${number.slice(-2)} ${code}`,
    ])
      expect(readSticker(typed), typed).toEqual({ ok: true, value: ONE });
  });

  it('typed with one wrong character is refused', () => {
    for (const wrong of withOneWrong(`${ONE.number.replaceAll('-', '')}${ONE.code}`))
      expect(why(wrong), wrong).toBe('sticker.wrong');
  });

  it('is no other code: a receipt, a checklist, a payment, a number without its code', () => {
    for (const text of [
      '',
      `${ORIGIN}/progress#n=${numberAt(WEST)}&c=7Q2M9X`,
      `${ORIGIN}/guide/1#a=pmrhmir2geweceyj`,
      'wxp://f2f0Zk1x_c',
      '王秀兰',
      `${ORIGIN}/progress#s=${'a'.repeat(9_000)}`,
    ])
      expect(why(text), text).toBe('sticker.notOurs');
    for (const text of [ONE.number, numberAt(WEST), '#s=a', `#s=${'a'.repeat(60)}`])
      expect(why(text), text).toBe('sticker.wrong');
  });
});
