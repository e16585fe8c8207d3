import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase32 } from '../../src/protocol/base32.ts';
import { utf8 } from '../../src/protocol/bytes.ts';
import { type NoticeCode, noticeAddress, readNoticeCode } from '../../src/protocol/noticeCode.ts';
import { numberAt, refusedBy } from '../support/sampleCase.ts';
import { WEST } from '../support/sampleCatalogue.ts';
import { slipOf } from '../support/slip.ts';

const ORIGIN = 'https://banshi.example.cn';
const CODE: NoticeCode = {
  number: numberAt(WEST),
  guide: '1',
  guideVersion: 3,
  materials: ['photos', 'other'],
};
const packed = (body: unknown): string => `#b=${toBase32(utf8(JSON.stringify(body)))}`;
const why = (text: string): string => refusedBy(readNoticeCode(text)).code;

describe('the code on a correction notice', () => {
  it('comes back as it was printed, also from a scanner that types capitals or full-width signs', () => {
    const code = fc.record({
      number: fc.integer({ min: 1, max: 9999 }).map((sequence) => numberAt(WEST, '2026-11-23', sequence)),
      guide: fc.constantFrom('1', '7a', 'Z_9-'),
      guideVersion: fc.integer({ min: 1, max: 400 }),
      materials: fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/), {
        minLength: 1,
        maxLength: 60,
      }),
    });
    fc.assert(
      fc.property(code, (one) => {
        const text = noticeAddress(ORIGIN, one);
        const fullWidth = text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const typed of [text, text.toUpperCase(), fullWidth, new URL(text).hash, `${text}\n`])
          expect(readNoticeCode(typed)).toEqual({ ok: true, value: one });
      }),
      { numRuns: 50 },
    );
  });

  it('holds ids only: nothing that somebody wrote', () => {
    expect(Object.keys(CODE)).toEqual(['number', 'guide', 'guideVersion', 'materials']);
    expect(noticeAddress(ORIGIN, CODE)).toBe(
      `${ORIGIN}/progress${packed({ n: CODE.number, g: '1', v: 3, l: ['photos', 'other'] })}`,
    );
  });

  it('is no other code: a checklist, the progress page, a payment', () => {
    for (const text of [
      '',
      `${ORIGIN}/guide/1#a=pmrhmir2geweceyj`,
      `${ORIGIN}/progress#n=${CODE.number}&c=7Q2M9X`,
      'wxp://f2f0Zk1x_c',
      CODE.number,
      `${ORIGIN}/progress#b=${'a'.repeat(9_000)}`,
    ])
      expect(why(text), text).toBe('deposit.notOurs');
  });

  it('is refused when it is cut, or its number is not one: the check character tells', () => {
    const text = noticeAddress(ORIGIN, CODE);
    for (const cut of [text.slice(0, -6), `${ORIGIN}/progress#b=aaaa`])
      expect(why(cut)).toBe('deposit.damaged');
    const body = { n: CODE.number, g: '1', v: 3, l: ['photos'] };
    for (const wrong of [
      { ...body, n: slipOf(CODE.number) },
      { ...body, n: CODE.number.replaceAll('-', '') },
      { ...body, l: [] },
      { ...body, l: ['<script>'] },
      { ...body, v: 0 },
      { ...body, name: '王秀兰' },
      'text',
    ])
      expect(why(packed(wrong)), JSON.stringify(wrong)).toBe('deposit.damaged');
  });

  it('never throws, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['deposit.notOurs', 'deposit.damaged']).toContain(why(text));
        expect(['deposit.notOurs', 'deposit.damaged']).toContain(why(`#b=${text}`));
      }),
    );
  });
});
