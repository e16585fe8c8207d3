import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Progress } from '../../../src/protocol/resources.ts';
import { call, handAt, send, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { accept, CODE, numberIn, receive, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let minutes = 0;
beforeAll(async () => {
  const start = Date.now();
  endpoint = await startEndpoint({ clock: () => start + minutes * 60_000 });
});
afterAll(() => endpoint.stop());

async function newCase(): Promise<string> {
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const received = await receive(hand, endpoint.now());
  await send(endpoint, hand, [received, await accept(hand, received, endpoint.now())]);
  return numberIn(received);
}

const ask = (number: string, code: string) => call(endpoint, '/api/progress', { body: { number, code } });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('what a citizen may see', () => {
  it('is told for number and code, however they are typed, and names nobody', async () => {
    const number = await newCase();
    const answer = await ask(` ${number.toLowerCase().replaceAll('-', '—')}`, CODE.toLowerCase());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(v.parse(Progress, JSON.parse(text))).toMatchObject({ number, status: 'accepted', bring: [] });
    for (const personal of ['王秀兰', '370406198001010025', '13863200001'])
      expect(text).not.toContain(personal);
  });

  it('an unknown number and a wrong code are the same answer', async () => {
    const number = await newCase();
    const [wrong, unknown] = [await ask(number, 'AAAAAA'), await ask('370406102', CODE)];
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
  });

  it('after ten wrong codes for a number nothing is told for a quarter of an hour', async () => {
    const [number, other] = [await newCase(), await newCase()];
    for (let count = 0; count < 10; count += 1)
      expect(await codeOf(await ask(number, 'AAAAAA'))).toBe('progress.unknown');
    const stopped = await ask(number, CODE);
    expect([stopped.status, await codeOf(stopped)]).toEqual([429, 'progress.tooMany']);
    expect((await ask(other, CODE)).status).toBe(200);
    minutes += 16;
    expect((await ask(number, CODE)).status).toBe(200);
  });
});

describe('the pages', () => {
  const form = (fields: Record<string, string>) =>
    fetch(`${endpoint.url}/progress`, { method: 'POST', body: new URLSearchParams(fields) });

  it('the form works without a script', async () => {
    const number = await newCase();
    const found = await form({ number, code: CODE });
    expect(found.headers.get('cache-control')).toBe('no-store');
    expect(await found.text()).toContain(number);
    const wrong = await form({ number, code: 'AAAAAA' });
    expect(wrong.status).toBe(404);
    expect(await wrong.text()).toContain('没有查到');
    expect((await form({})).status).toBe(400);
  });

  it('say under which policy they may load what', async () => {
    for (const path of ['/', '/progress']) {
      const page = await call(endpoint, path);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toMatch(/style-src 'self' 'sha256-[A-Za-z0-9+/]+=*'/);
      // WebAssembly (argon2id) may run; neither scripts from text nor inline ones.
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).not.toMatch(/'unsafe/);
      expect(page.headers.get('content-type')).toContain('text/html');
    }
  });
});
