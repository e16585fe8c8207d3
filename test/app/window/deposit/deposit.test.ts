import { describe, expect, it } from 'vitest';
import { receiptIn } from '../../../../src/app/window/deposit/deposit.ts';
import { progressAddress } from '../../../../src/app/window/papers/papers.ts';
import { noticeAddress } from '../../../../src/protocol/noticeCode.ts';
import { stickerAddress } from '../../../../src/protocol/stickerCode.ts';
import { XIJI } from '../../../support/intake.ts';
import { stickerAt } from '../../../support/stickers.ts';

const ORIGIN = 'https://jinban.example';
const number = '370406102-20261123-K7-0007-4QXM-H';
const code = '7Q2M9X';

describe('what somebody holds in hand at another hall', () => {
  const receipt = progressAddress(ORIGIN, { number, code });
  const sticker = stickerAt(XIJI);

  it.each([
    ['a receipt', receipt, { number, code }],
    ['a receipt scanned with caps lock on', receipt.toUpperCase(), { number, code }],
    ['a receipt scanned with an input method left on', receipt.replace('#', '＃'), { number, code }],
    ['a number read off the paper', ` ${number.toLowerCase()} `, { number, code: '' }],
    ['a sticker', stickerAddress(ORIGIN, sticker), sticker],
    ['a sticker scanned with caps lock on', stickerAddress(ORIGIN, sticker).toUpperCase(), sticker],
    ['a sticker read off the paper', sticker.number, { number: sticker.number, code: '' }],
    ['a sticker with its code, typed', `${sticker.number} ${sticker.code}`, sticker],
  ])('%s says which case it is', (_, text, expected) => {
    expect(receiptIn(text)).toEqual(expected);
  });

  it.each([
    [
      'a correction notice',
      noticeAddress(ORIGIN, { number, guide: '1', guideVersion: 1, materials: ['photos'] }),
    ],
    ['a payment', 'wxp://f2f0Zk1x_c'],
    ['a receipt whose number was damaged', receipt.replace('0007', '0008')],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(receiptIn(text)).toBeUndefined();
  });
});
