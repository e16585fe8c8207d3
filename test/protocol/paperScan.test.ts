import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressAddress } from '../../src/app/window/papers/papers.ts';
import { formatCaseNumber } from '../../src/domain/caseNumber.ts';
import { DOCUMENT_TITLES } from '../../src/domain/documentTitles.ts';
import { documentAddress, documentCode } from '../../src/protocol/documentCode.ts';
import { inWords, isErrorCode } from '../../src/protocol/errors.ts';
import { noticeAddress } from '../../src/protocol/noticeCode.ts';
import { compact, listCode, readPaper } from '../../src/protocol/paperScan.ts';
import { stickerAddress } from '../../src/protocol/stickerCode.ts';
import { stickerAt } from '../support/stickers.ts';

const ORIGIN = 'https://jinban.example.cn';
const ID = '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b';
const NUMBER = formatCaseNumber({
  ...{ town: '370406102', date: '2026-11-24', slot: 'K7', sequence: 1, random: '4QXM' },
});
const CASE = { of: 'number', number: compact(NUMBER) };
const STICKER = stickerAt('370406102');

const documentOf = (title: (typeof DOCUMENT_TITLES)[number][0]) =>
  documentAddress(
    ORIGIN,
    documentCode(
      { title, case: ID, office: '370406102', on: '2026-11-24', serial: null, hash: 'ab'.repeat(16) },
      'A'.repeat(22),
      () => 'A'.repeat(86),
    ),
  );

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

function found(text: string): unknown {
  const read = readPaper(text);
  return read.ok ? read.value : read.refusal.code;
}

/** Every code and number that stands on a paper of the product. */
const PRINTED: readonly (readonly [paper: string, text: string, says: unknown])[] = [
  ['收件凭证、受理通知书、各种告知书', progressAddress(ORIGIN, { number: NUMBER, code: '7RK2M9' }), CASE],
  [
    '补正告知书的就近补交码',
    noticeAddress(ORIGIN, { number: NUMBER, guide: '10', guideVersion: 1, materials: ['a', 'other'] }),
    CASE,
  ],
  ['收件贴', stickerAddress(ORIGIN, STICKER), { of: 'sticker', number: compact(STICKER.number) }],
  ['收件贴的贴号', STICKER.number, { of: 'sticker', number: compact(STICKER.number) }],
  [
    '收件贴的贴号和查询码',
    `${STICKER.number} ${STICKER.code}`,
    { of: 'sticker', number: compact(STICKER.number) },
  ],
  ['办件编号', NUMBER, CASE],
  ['移交清单', listCode(ID), { of: 'list', id: ID }],
  ...DOCUMENT_TITLES.map(([title]) => [title, documentOf(title), { of: 'case', id: ID }] as const),
];

describe('whatever is scanned off our own papers', () => {
  it.each(PRINTED)('%s', (_, text, says) => {
    expect(found(text)).toEqual(says);
    expect(found(` ${text}\n`)).toEqual(says);
    // A scanner with the letters of the other case, and one behind an input method that was left on.
    expect(found(text.toUpperCase())).toEqual(says);
    expect(found(fullWidth(text))).toEqual(says);
  });

  it('a case number as people write it down', () => {
    for (const text of [
      NUMBER.toLowerCase(),
      compact(NUMBER),
      NUMBER.replaceAll('-', ' '),
      NUMBER.replaceAll('0', 'O'),
    ])
      expect(found(text)).toEqual(CASE);
  });

  it('what was read wrong is said to be so, and finds no other case', () => {
    const other = NUMBER.replace('-0001-', '-0002-');
    expect(found(other)).toBe('case.numberInvalid');
    expect(found(progressAddress(ORIGIN, { number: other, code: '7RK2M9' }))).toBe('case.numberInvalid');
    expect(found(documentOf(DOCUMENT_TITLES[0][0]).slice(0, -9))).toBe('document.damaged');
    expect(found(`${stickerAddress(ORIGIN, STICKER)}a`)).toBe('sticker.wrong');
    expect(found(`${ORIGIN}/progress#n=%E0%A4%A`)).toBe('case.numberInvalid');
    for (const text of ['', '王秀兰', 'JBL:1', `${ORIGIN}/list#a=abc`, 'https://example.cn/'])
      expect(found(text)).toBe('paper.scanUnknown');
  });

  it('never throws, and refuses in words', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string().map((end) => `JBL:${end}`),
          fc.string().map((end) => `x#n=${end}`),
          fc.string().map((end) => `x#s=${end}`),
          fc.string().map((end) => `x#b=${end}`),
          fc.string().map((end) => `x/verify?d=${end}`),
        ),
        (text) => {
          const read = readPaper(text);
          if (read.ok) return;
          expect(isErrorCode(read.refusal.code)).toBe(true);
          expect(inWords(read.refusal.code).todo).toMatch(/[一-龥]{4}/);
        },
      ),
    );
  });
});
