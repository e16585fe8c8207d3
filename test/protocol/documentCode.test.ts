import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TITLES } from '../../src/domain/documentTitles.ts';
import type { Result } from '../../src/domain/result.ts';
import { addDays } from '../../src/domain/time.ts';
import { createVerifier, keyIdOfSpki } from '../../src/endpoint/recording/keys.ts';
import { fromBase32, toBase32 } from '../../src/protocol/base32.ts';
import {
  type DocumentClaim,
  documentAddress,
  documentCode,
  verifyDocument,
} from '../../src/protocol/documentCode.ts';
import { isDocumentScan } from '../../src/protocol/documentScan.ts';
import type { DocumentKey } from '../../src/protocol/documents.ts';
import { inWords, isErrorCode } from '../../src/protocol/errors.ts';

interface Pair extends DocumentKey {
  readonly secret: KeyObject;
}

function newPair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  return { id: keyIdOfSpki(spki), publicKey: spki, secret: privateKey };
}

const [ours, older, others] = [newPair(), newPair(), newPair()];
const KEYS = [ours, older];
const verifier = createVerifier();

const signWith =
  ({ secret }: Pair) =>
  (text: string) =>
    sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' }).toString('base64url');
const codeOf = (claim: DocumentClaim, pair = ours): string => documentCode(claim, pair.id, signWith(pair));
const verify = (text: string, keys: readonly DocumentKey[] = KEYS): Promise<Result<DocumentClaim>> =>
  verifyDocument(text, keys, verifier.verify);

const CLAIM: DocumentClaim = {
  title: '准予行政许可决定书',
  case: '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b',
  office: '370406102',
  on: '2026-11-27',
  serial: 12,
  hash: '00112233445566778899aabbccddeeff',
};

const hex = (count: number) =>
  fc.uint8Array({ minLength: count, maxLength: count }).map((bytes) => Buffer.from(bytes).toString('hex'));
const aClaim: fc.Arbitrary<DocumentClaim> = fc.record({
  title: fc.constantFrom(...DOCUMENT_TITLES.map(([title]) => title)),
  case: fc.uuid({ version: 7 }),
  office: fc.constantFrom('370406', '370406102', '370406-xzsp', '370406-zrzy'),
  on: fc.nat(40_000).map((days) => addDays('2020-01-01', days)),
  serial: fc.option(fc.integer({ min: 1, max: 0xff_ff_ff })),
  hash: hex(16),
});

/** The code with one bit of its bytes turned. */
function flipped(code: string, bit: number): string {
  const bytes = fromBase32(code);
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return toBase32(bytes);
}

async function refusalOf(text: string, keys?: readonly DocumentKey[]): Promise<string> {
  const result = await verify(text, keys);
  if (result.ok) throw new Error(`taken: ${JSON.stringify(result.value)}`);
  const { code } = result.refusal;
  expect(isErrorCode(code)).toBe(true);
  expect(inWords(code).what).toMatch(/[一-龥]{6}/);
  return code;
}

describe('the code on a document', () => {
  it('says what was signed, whatever it was, alone and in its address', async () => {
    await fc.assert(
      fc.asyncProperty(aClaim, fc.constantFrom(...KEYS), async (claim, pair) => {
        const code = codeOf(claim, pair);
        for (const text of [code, documentAddress('https://banshi.example.cn', code), ` ${code}\n`])
          expect(await verify(text)).toEqual({ ok: true, value: claim });
      }),
      { numRuns: 60 },
    );
  });

  it('survives a scanner that types in capitals, and an input method of full-width signs', async () => {
    const text = documentAddress('https://banshi.example.cn', codeOf(CLAIM));
    expect(await verify(text.toUpperCase())).toEqual({ ok: true, value: CLAIM });
    const wide = [...text].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('');
    expect(await verify(wide)).toEqual({ ok: true, value: CLAIM });
    expect([text, text.toUpperCase(), wide].map(isDocumentScan)).toEqual([true, true, true]);
    expect(isDocumentScan('https://banshi.example.cn/guide/7b#a=abc')).toBe(false);
  });

  it('is small enough for a QR that a phone reads off paper, and names nobody', () => {
    const text = documentAddress('https://banshi.example.cn', codeOf({ ...CLAIM, office: '370406-zrzy' }));
    expect(text.length).toBeLessThanOrEqual(240);
    expect(text).toMatch(/^https:\/\/banshi\.example\.cn\/verify\?d=[a-z2-7]+$/);
  });

  it('is refused with any bit turned', async () => {
    const code = codeOf(CLAIM);
    const bits = fromBase32(code).length * 8;
    for (let bit = 0; bit < bits; bit += 1)
      expect(['document.forged', 'document.damaged', 'document.keyUnknown']).toContain(
        await refusalOf(flipped(code, bit)),
      );
  });

  it('is refused with any letter changed, also in the bits that no byte uses', async () => {
    const code = codeOf(CLAIM);
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === 'a' ? 'b' : 'a';
      await refusalOf(code.slice(0, at) + other + code.slice(at + 1));
    }
    for (const last of 'abcdefghijklmnopqrstuvwxyz234567')
      if (last !== code.at(-1)) await refusalOf(code.slice(0, -1) + last);
  });

  it('with another number, or for other content, is forged', async () => {
    const code = codeOf(CLAIM);
    for (const other of [
      { serial: 13 },
      { hash: 'f'.repeat(32) },
      { title: '不予行政许可决定书' as const },
    ]) {
      const theirs = fromBase32(codeOf({ ...CLAIM, ...other }, others));
      const mixed = toBase32(
        Uint8Array.from([...theirs.subarray(0, -64), ...fromBase32(code).subarray(-64)]),
      );
      expect(await refusalOf(mixed)).toBe('document.keyUnknown');
      // The forger writes our key’s id into it.
      const under = documentCode({ ...CLAIM, ...other }, ours.id, signWith(others));
      expect(await refusalOf(under)).toBe('document.forged');
    }
  });

  it('by a key that nobody knows is told as such, and by an older key is still good', async () => {
    expect(await refusalOf(codeOf(CLAIM, others))).toBe('document.keyUnknown');
    expect(await refusalOf(codeOf(CLAIM), [])).toBe('document.keyUnknown');
    expect(await refusalOf(codeOf(CLAIM), [older])).toBe('document.keyUnknown');
    expect(await verify(codeOf(CLAIM, older))).toEqual({ ok: true, value: CLAIM });
  });

  it('that is cut, doubled or nonsense is refused, and nothing throws', async () => {
    const code = codeOf(CLAIM);
    for (let length = 0; length < code.length; length += 1) await refusalOf(code.slice(0, length));
    expect(await refusalOf(code + code)).toBe('document.damaged');
    for (const nonsense of ['你好', 'https://evil.example/', '%%%', 'verify?d=', '1'.repeat(200)])
      expect(await refusalOf(nonsense)).toBe('document.notOurs');
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 500 }), async (text) => void (await refusalOf(text))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 180 }),
        async (bytes) => void (await refusalOf(toBase32(bytes))),
      ),
    );
  });
});
