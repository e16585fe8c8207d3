import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentClaim, documentCode } from '../../../src/protocol/documentCode.ts';
import { call, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const CLAIM: DocumentClaim = {
  title: '审核意见书',
  case: '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b',
  office: '370406102',
  on: '2026-11-27',
  serial: 3,
  hash: '00112233445566778899aabbccddeeff',
};

async function page(query: string): Promise<{ status: number; text: string; cache: string | null }> {
  const answer = await call(endpoint, `/verify${query}`);
  return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') };
}

describe('the page that verifies a document', () => {
  it('says without a code how to come by one', async () => {
    const { status, text } = await page('');
    expect([status, text.includes('扫码验真伪')]).toEqual([200, true]);
  });

  it('answers what was signed here and is not recorded as unknown, and keeps nothing', async () => {
    const { documents } = endpoint.context;
    const { status, text, cache } = await page(
      `?d=${documentCode(CLAIM, documents.keyId(), documents.sign)}`,
    );
    expect([status, cache]).toEqual([404, 'no-store']);
    expect(text).toContain('区里没有登记这份文书');
  });

  it.each([
    ['nonsense', '?d=%E4%BD%A0%E5%A5%BD', '这不是文书上的验证码'],
    ['a broken percent sign', '?d=%25%25', '这不是文书上的验证码'],
    ['a cut code', '?d=aeaqcaibaeaqcaibaeaq', '验证码不完整'],
    ['two codes', '?d=abc&d=def', '这不是文书上的验证码|验证码不完整'],
    ['what is far too long', `?d=${'a'.repeat(5_000)}`, '验证码不完整'],
  ])('answers %s in words', async (_name, query, words) => {
    const { status, text } = await page(query);
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(words));
    expect(text).toContain('role="alert"');
  });

  it('refuses what another key signed in our key’s name, as forged', async () => {
    const other = await startEndpoint();
    const forged = documentCode(CLAIM, endpoint.context.documents.keyId(), other.context.documents.sign);
    const unknown = documentCode(CLAIM, other.context.documents.keyId(), other.context.documents.sign);
    await other.stop();
    expect((await page(`?d=${forged}`)).text).toContain('签名不对');
    expect((await page(`?d=${unknown}`)).text).toContain('不是用本区的密钥签的');
  });
});
