import { afterAll, beforeAll, expect, it } from 'vitest';
import { legalDateOf } from '../../../src/domain/time.ts';
import { handAt, send, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { CODE, numberIn, receive, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let number: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const received = await receive(hand, endpoint.now());
  await send(endpoint, hand, [received]);
  number = numberIn(received);
});
afterAll(() => endpoint.stop());

const form = (path: string, fields: Record<string, string>) =>
  fetch(endpoint.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** Follows a redirect as a browser does: with the cookie. */
async function next(answer: Response): Promise<{ address: string; page: Response; text: string }> {
  const address = answer.headers.get('location') ?? '';
  const cookie = (answer.headers.get('set-cookie') ?? '').replace(/;.*/s, '');
  const page = await fetch(endpoint.url + address, { headers: { cookie } });
  return { address, page, text: await page.text() };
}

it('an evaluation is sent as a form, and going back says nothing twice; no address tells anything', async () => {
  const found = await (await form('/progress', { number, code: CODE, channel: 'web' })).text();
  expect(found).toContain('action="/evaluation"');
  const said = {
    number,
    code: CODE,
    channel: 'web',
    level: 'dissatisfied',
    words: '字'.repeat(500),
    telephone: '',
  };
  const taken = await form('/evaluation', said);
  expect(taken.status).toBe(303);
  expect(taken.headers.get('set-cookie')).toMatch(/HttpOnly/);
  const { address, page, text } = await next(taken);
  expect(address).toBe('/evaluation/received');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('评价收到了');
  expect(text).toContain('部门还没有确认');
  const again = await next(await form('/evaluation', { ...said, level: 'satisfied' }));
  expect(again.text).toContain('已经用这一次的代替前面的');
});

it('what could not be taken stands in the form again, with what to do', async () => {
  const none = await form('/evaluation', { number, code: CODE, channel: 'web', words: '等了两小时' });
  const text = await none.text();
  expect(none.status).toBe(400);
  for (const shown of ['有一项没有选', '等了两小时', number]) expect(text).toContain(shown);
  const long = await form('/evaluation', { number, code: CODE, level: 'fair', words: '字'.repeat(501) });
  expect(await long.text()).toContain('写的话太长了');
  const wrong = await form('/evaluation', { number, code: 'AAAAAA', level: 'fair' });
  const refused = await wrong.text();
  expect([wrong.status, refused.includes('action="/evaluation"')]).toEqual([404, false]);
});

it('a complaint is sent as a form; its number is shown on the next page and looked up with a form', async () => {
  const said = {
    office: XIJI,
    ground: 'askedMoney',
    on: legalDateOf(endpoint.now()),
    number: '',
    words: '收 50 元',
  };
  const bad = await form('/complaint', { ...said, telephone: '没有' });
  const text = await bad.text();
  for (const shown of ['电话号码不对', '收 50 元', `<option value="${XIJI}" selected`])
    expect(text).toContain(shown);
  const { address, text: told } = await next(await form('/complaint', { ...said, telephone: '' }));
  expect(address).toBe('/complaint/received');
  const shown = /TS(-[0-9A-Z]{4}){3}-[0-9A-Z]/.exec(told)?.[0] ?? '';
  expect(shown).not.toBe('');
  const state = await form('/complaint/state', { number: shown });
  expect(await state.text()).toContain('正在核实');
  const mistyped = await form('/complaint/state', { number: `${shown}7` });
  expect([mistyped.status, (await mistyped.text()).includes('投诉编号不对')]).toEqual([422, true]);
});

it('a page of an answer without the answer leads on, also when somebody has made up the cookie', async () => {
  for (const cookie of ['', 'jinban_said=x', 'jinban_said=eyJ1bnRpbCI6IjxiPiJ9']) {
    const page = (path: string) => fetch(endpoint.url + path, { headers: { cookie }, redirect: 'manual' });
    expect((await page('/evaluation/received')).headers.get('location')).toBe('/progress');
    expect((await page('/complaint/received')).headers.get('location')).toBe('/complaint/state');
  }
});
