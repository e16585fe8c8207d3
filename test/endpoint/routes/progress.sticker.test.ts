import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sticker } from '../../../src/domain/sticker.ts';
import { call, handAt, send, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { numberIn, receive, receivePayload, XIJI } from '../../support/intake.ts';
import { stickerAt } from '../../support/stickers.ts';

let endpoint: TestEndpoint;
let serial = 0;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

/** A case with this sticker, of an applicant whose identity number ends so. @returns its own number */
async function takenWith({ number, code }: Sticker, idEnd: string): Promise<string> {
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const at = endpoint.now();
  const [first] = receivePayload(hand, at).parties;
  if (!first) throw new Error('nobody applies');
  const parties = [{ ...first, idNumber: IDENTITIES[idEnd] ?? '' }];
  const received = await receive(hand, at, { payload: { sticker: number, code, parties } });
  const [outcome] = await send(endpoint, hand, [received]);
  expect(outcome).toMatchObject({ outcome: 'recorded' });
  return numberIn(received);
}

const IDENTITIES: Readonly<Record<string, string>> = {
  '0025': '370406198001010025',
  '002X': '11010519491231002X',
  '0041': '370406198001010041',
};
const fresh = (): Sticker => {
  serial += 1;
  return stickerAt(XIJI, serial);
};
const ask = (body: object) => call(endpoint, '/api/progress', { body });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('a citizen who holds a sticker', () => {
  it('finds the case by its number and code, however they are typed, and by the case’s own number too', async () => {
    const sticker = fresh();
    const own = await takenWith(sticker, '0025');
    const { number, code } = sticker;
    for (const typed of [number, number.toLowerCase().replaceAll('-', ''), own]) {
      const answer = await ask({ number: typed, code: code.toLowerCase() });
      expect(answer.status, typed).toBe(200);
      expect(await answer.json()).toMatchObject({ number: own });
    }
  });

  it('with a wrong code, or a sticker that is not used yet, is told the same', async () => {
    const sticker = fresh();
    await takenWith(sticker, '0025');
    const answers = [await ask({ number: sticker.number, code: 'AAAAAA' }), await ask({ ...fresh() })];
    expect(answers.map((one) => one.status)).toEqual([404, 404]);
    expect(await Promise.all(answers.map(codeOf))).toEqual(['progress.unknown', 'progress.unknown']);
  });

  it('is stopped after five wrong codes, as with a receipt', async () => {
    const sticker = fresh();
    await takenWith(sticker, '0025');
    for (let tries = 0; tries < 5; tries += 1) await ask({ number: sticker.number, code: 'AAAAAA' });
    expect(await codeOf(await ask({ ...sticker }))).toBe('progress.tooMany');
  });
});

describe('a sticker that was used for two cases', () => {
  it('opens the first for whoever knows the end of its applicant’s identity number, and nothing else', async () => {
    const sticker = fresh();
    const first = await takenWith(sticker, '0025');
    await takenWith(sticker, '002X');
    const shared = await ask({ ...sticker });
    expect([shared.status, await codeOf(shared)]).toEqual([409, 'progress.stickerShared']);
    expect(await codeOf(await ask({ ...sticker, idEnd: '1111' }))).toBe('progress.stickerShared');
    const known = await ask({ ...sticker, idEnd: '0025' });
    expect([known.status, await known.json()]).toMatchObject([200, { number: first }]);
  });

  it('tells whoever holds the second one to have it changed, however often, and does not lock out the first', async () => {
    const sticker = fresh();
    const first = await takenWith(sticker, '0025');
    await takenWith(sticker, '0041');
    await takenWith(sticker, '002X');
    for (let tries = 0; tries < 4; tries += 1)
      for (const idEnd of ['0041', '002x']) {
        const other = await ask({ ...sticker, idEnd });
        expect([other.status, await codeOf(other)]).toEqual([409, 'progress.stickerOther']);
      }
    expect(await (await ask({ ...sticker, idEnd: '0025' })).json()).toMatchObject({ number: first });
    // Without the code it says nothing of them, and counts.
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await ask({ number: sticker.number, code: 'AAAAAA', idEnd: '0041' });
      expect(await codeOf(wrong)).toBe('progress.unknown');
    }
    expect(await codeOf(await ask({ ...sticker, idEnd: '0041' }))).toBe('progress.tooMany');
  });

  it('stops whoever tries out ends of identity numbers', async () => {
    const sticker = fresh();
    await takenWith(sticker, '0025');
    await takenWith(sticker, '002X');
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(await ask({ ...sticker, idEnd: `111${tries}` }))).toBe('progress.stickerShared');
    expect(await codeOf(await ask({ ...sticker, idEnd: '0025' }))).toBe('progress.tooMany');
  });

  it('the page asks for it, with number and code kept', async () => {
    const sticker = fresh();
    const first = await takenWith(sticker, '0025');
    await takenWith(sticker, '002X');
    const post = (fields: Record<string, string>) =>
      fetch(`${endpoint.url}/progress`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: endpoint.url },
        body: new URLSearchParams(fields),
      });
    const asked = await (await post({ ...sticker })).text();
    for (const said of ['登记过不止一件', '证件号码后 4 位', sticker.number, `value="${sticker.code}"`])
      expect(asked).toContain(said);
    expect(asked).not.toContain(first);
    expect(await (await post({ ...sticker, idEnd: '0025' })).text()).toContain(first);
    expect(await (await post({ ...sticker, idEnd: '002X' })).text()).toContain('请到收件大厅换一份凭证');
  });
});
