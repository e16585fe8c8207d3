import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMs, legalTimeOfDay } from '../../../src/domain/time.ts';
import { Progress } from '../../../src/protocol/resources.ts';
import { call, handAt, send, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { accept, CODE, caseNumber, numberIn, receive, XIJI } from '../../support/intake.ts';
import { rowsOf } from '../../support/rows.ts';
import { slipOf } from '../../support/slip.ts';

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
    const nobodys = caseNumber({ office: XIJI, slot: 'ZZ', made: 1 }, endpoint.now());
    const [wrong, unknown] = [await ask(number, 'AAAAAA'), await ask(nobodys, CODE)];
    expect(wrong.status).toBe(404);
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
  });

  it('a number with a wrong character is told as such, and no attempt is counted', async () => {
    const number = await newCase();
    const counted = () => rowsOf(join(endpoint.dataDir, 'jinban.sqlite')).attempt;
    const before = counted();
    const other = slipOf(number);
    for (const typed of [other, '370406102', '', 'x'])
      expect([typed, await codeOf(await ask(typed, 'AAAAAA'))]).toEqual([typed, 'progress.numberWrong']);
    for (let count = 0; count < 20; count += 1) await ask(other, 'AAAAAA');
    expect(counted()).toEqual(before);
  });

  it('after five wrong codes for a number nothing is told until the time that is said', async () => {
    const [number, other] = [await newCase(), await newCase()];
    for (let count = 0; count < 5; count += 1) {
      expect(await codeOf(await ask(number, 'AAAAAA'))).toBe('progress.unknown');
      minutes += 1;
    }
    const stopped = await ask(number, CODE);
    const problem = (await stopped.json()) as { code: string; facts: { until: string }; detail: string };
    expect([stopped.status, problem.code]).toEqual([429, 'progress.tooMany']);
    // The first of the five was made five minutes ago and counts for fifteen.
    const until = addMs(endpoint.now(), 10 * 60_000);
    expect([until, addMs(until, 60_000)].map(legalTimeOfDay)).toContain(problem.facts.until);
    expect(problem.detail).toContain(problem.facts.until);
    expect((await ask(other, CODE)).status).toBe(200);
    minutes += 9;
    expect((await ask(number, CODE)).status).toBe(429);
    minutes += 2;
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
    const mistyped = await form({ number: `${number}7`, code: CODE });
    expect(mistyped.status).toBe(422);
    const page = await mistyped.text();
    expect(page).toContain('办件编号不对');
    expect(page).toContain(`value="${number}7"`);
  });

  it('say under which policy they may load what', async () => {
    for (const path of ['/', '/progress', '/complaint', '/complaint/state']) {
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
