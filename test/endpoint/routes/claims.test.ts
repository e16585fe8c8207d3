import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Claimable } from '../../../src/protocol/claims.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { CODE, numberIn, receive, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { stickerAt } from '../../support/stickers.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const ask = (cookie: string | undefined, number: string, code: string, ways = { ways: true }) =>
  call(endpoint, '/api/claims', {
    body: { number, code, ...ways },
    ...(cookie === undefined ? {} : { cookie }),
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('what a clerk of another hall sees before claiming a case', () => {
  it('is which one it is and how it stands, for number and code, and nothing of whose it is', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const received = await receive(hand, endpoint.now());
    await send(endpoint, hand, [received]);
    const number = numberIn(received);
    const clerk = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['clerk']));
    const answer = await ask(clerk, number.toLowerCase(), CODE.toLowerCase());
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(v.parse(Claimable, await answer.json())).toEqual({
      ...{ id: streamOf(received), version: 1, number, item: '10', hall: XIJI },
      ...{ status: 'received', code: CODE },
      ...{ open: ['withdrawal'], holder: XIJI, paper: { at: XIJI } },
    });
    expect(await codeOf(await ask(clerk, number, 'AAAAAA'))).toBe('progress.unknown');
    expect(await codeOf(await ask(clerk, number.slice(0, -4), CODE))).toBe('progress.numberWrong');
  });

  it('is, for an app from before other ways than a supplement, nothing that it does not know', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const received = await receive(hand, endpoint.now());
    await send(endpoint, hand, [received]);
    const clerk = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['clerk']));
    const answer = await call(endpoint, '/api/claims', {
      ...{ body: { number: numberIn(received), code: CODE }, cookie: clerk },
    });
    const known = ['id', 'version', 'number', 'item', 'hall', 'status', 'code'];
    expect(Object.keys((await answer.json()) as object).sort()).toEqual(known.sort());
  });

  it('is found by a sticker too; by one that two cases have, the clerk is sent to the number of the case', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const { number: sticker, code } = stickerAt(XIJI);
    const taken = () => receive(hand, endpoint.now(), { payload: { sticker, code } });
    const [first, second] = [await taken(), await taken()];
    await send(endpoint, hand, [first]);
    const clerk = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['clerk']));
    expect(await (await ask(clerk, sticker, code)).json()).toMatchObject({ number: numberIn(first) });
    await send(endpoint, hand, [second]);
    const shared = await ask(clerk, sticker, code);
    const problem = v.parse(v.object({ code: v.string(), detail: v.string() }), await shared.json());
    expect([shared.status, problem.code]).toEqual([409, 'claim.stickerShared']);
    expect(problem.detail).toContain('办件编号');
    for (const one of [first, second])
      expect(await (await ask(clerk, numberIn(one), code)).json()).toMatchObject({ id: streamOf(one) });
  });

  it('is for clerks who are signed in', async () => {
    const number = '370406102-20261123-K7-0007-4QXM-H';
    expect((await ask(undefined, number, CODE)).status).toBe(401);
    const reviewer = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['reviewer']));
    expect(await codeOf(await ask(reviewer, number, CODE))).toBe('session.forbidden');
    const officer = await signIn(endpoint, await addPerson(endpoint, '370406-xzsp', ['officer']));
    expect(await codeOf(await ask(officer, number, CODE))).toBe('session.forbidden');
  });
});
