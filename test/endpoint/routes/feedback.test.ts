import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/office.ts';
import { legalDateOf } from '../../../src/domain/time.ts';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { ComplaintState, ComplaintTaken, EvaluationTaken, FollowUp } from '../../../src/protocol/feedback.ts';
import type { TestEndpoint, TestPerson } from '../../support/endpoint.ts';
import { addPerson, call, enrolDevice, send, signIn, startEndpoint } from '../../support/endpoint.ts';
import { CODE, DISTRICT, numberIn, receive, XIJI } from '../../support/intake.ts';
import { rowsOf } from '../../support/rows.ts';
import { stickerAt } from '../../support/stickers.ts';

const DAY_MS = 86_400_000;
/** A Monday in Shandong. */
const START = Date.parse('2026-11-23T02:00:00.000Z');

let endpoint: TestEndpoint;
let days = 0;
let supervisor: TestPerson;
beforeAll(async () => {
  endpoint = await startEndpoint({ clock: () => START + days * DAY_MS });
  supervisor = await addPerson(endpoint, DISTRICT, ['supervisor']);
});
beforeEach(() => {
  days = 0;
});
afterAll(() => endpoint.stop());

async function newCase(by?: TestPerson, office = XIJI): Promise<string> {
  const clerk = by ?? (await addPerson(endpoint, office, ['clerk']));
  const hand = await enrolDevice(endpoint, clerk, office);
  const received = await receive(hand, endpoint.now());
  const body = await send(endpoint, hand, [received]);
  expect(body).toMatchObject([{ outcome: 'recorded' }]);
  return numberIn(received);
}

const evaluate = (number: string, level: string, more: object = {}) =>
  call(endpoint, '/api/evaluations', { body: { number, code: CODE, level, ...more } });
const complain = (more: object = {}, address = '10.0.0.1') =>
  call(endpoint, '/api/complaints', {
    body: { office: XIJI, ground: 'papersRefused', on: legalDateOf(endpoint.now()), ...more },
    headers: { 'x-forwarded-for': address },
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

/** Sessions do not outlast the days that these tests skip. */
async function followUps(reader = supervisor): Promise<FollowUp[]> {
  const cookie = await signIn(endpoint, reader);
  const answer = await call(endpoint, '/api/follow-ups', { cookie });
  return v.parse(v.object({ entries: v.array(FollowUp) }), await answer.json()).entries;
}
const followUpOf = async (number: string) => (await followUps()).find((one) => one.number === number);

describe('an evaluation', () => {
  it('needs the code of the receipt, and a level that was chosen', async () => {
    const number = await newCase();
    expect(await codeOf(await evaluate(number, 'fair', { code: 'AAAAAA' }))).toBe('progress.unknown');
    expect(await codeOf(await evaluate(number, ''))).toBe('request.malformed');
    expect((await evaluate(number, 'fair', { words: '字'.repeat(501) })).status).toBe(400);
    expect((await evaluate(number, 'fair', { words: '字'.repeat(500) })).status).toBe(201);
  });

  it('is replaced by a later one for thirty days, and every one is kept', async () => {
    const number = await newCase();
    const first = v.parse(EvaluationTaken, await (await evaluate(number, 'fair')).json());
    expect(first).toEqual({ replaced: false, until: '2026-12-23' });
    days = 30;
    const last = await evaluate(number, 'satisfied', { channel: 'qr', words: ' 后来好了 ' });
    expect(await last.json()).toEqual({ replaced: true, until: '2026-12-23' });
    days = 31;
    const late = await evaluate(number, 'verySatisfied');
    expect([late.status, await codeOf(late)]).toEqual([409, 'evaluation.closed']);
    days = 0;
    const rows = rowsOf(join(endpoint.dataDir, 'jinban.sqlite')).evaluation ?? [];
    expect(rows.slice(-2)).toMatchObject([
      { sequence: 1, level: 'fair', channel: 'web', words: null },
      { sequence: 2, level: 'satisfied', channel: 'qr', words: '后来好了' },
    ]);
    expect(await followUpOf(number)).toBeUndefined();
  });

  it('that is low opens one follow-up, due in five working days; raised later, it stays open', async () => {
    const number = await newCase();
    const said = { words: '要我找 13863200001 的人', telephone: '13863200009' };
    const low = await evaluate(number, 'dissatisfied', said);
    expect(await low.json()).toMatchObject({ due: '2026-11-30' });
    expect(await (await evaluate(number, 'veryDissatisfied', said)).json()).toMatchObject({
      due: '2026-11-30',
    });
    await evaluate(number, 'verySatisfied');
    const open = (await followUps()).filter((one) => one.number === number);
    expect(open).toMatchObject([
      {
        ...{ kind: 'evaluation', office: XIJI, what: '非常不满意', changedTo: '非常满意', state: 'open' },
        ...{ words: '要我找 *** 的人', telephone: '13863200009', due: '2026-11-30', daysLeft: 5 },
      },
    ]);
    days = 9;
    expect((await followUpOf(number))?.daysLeft).toBe(-2);
    days = 0;
  });

  it('that is low again after the answer opens another follow-up; the first keeps what it answered', async () => {
    const number = await newCase();
    await evaluate(number, 'dissatisfied', { words: '第一次' });
    const cookie = await signIn(endpoint, supervisor);
    const path = `/api/follow-ups/${(await followUpOf(number))?.id}`;
    expect((await call(endpoint, path, { cookie, body: { note: '已整改' } })).status).toBe(200);
    days = 1;
    await evaluate(number, 'veryDissatisfied', { words: '又一次' });
    const found = (await followUps()).filter((one) => one.number === number);
    expect(found.map(({ state, words, due }) => [state, words, due])).toEqual([
      ['open', '又一次', '2026-12-01'],
      ['answered', '第一次', '2026-11-30'],
    ]);
  });

  it('says nothing of who applied, and nobody but a supervisor sees it', async () => {
    const number = await newCase();
    await evaluate(number, 'dissatisfied');
    expect(JSON.stringify(await followUpOf(number))).not.toContain('王秀兰');
    for (const [office, role] of [
      [XIJI, 'clerk'],
      [XIJI, 'leader'],
      [DISTRICT, 'admin'],
    ] as [string, Role][]) {
      const other = await signIn(endpoint, await addPerson(endpoint, office, [role]));
      expect((await call(endpoint, '/api/follow-ups', { cookie: other })).status).toBe(403);
    }
    expect((await call(endpoint, '/api/follow-ups')).status).toBe(401);
  });

  it('is not shown to a supervisor who has acted in the case', async () => {
    const both = await addPerson(endpoint, DISTRICT, ['clerk', 'supervisor']);
    const number = await newCase(both, DISTRICT);
    await evaluate(number, 'dissatisfied');
    const { id } = (await followUpOf(number)) ?? {};
    expect(id).toBeDefined();
    const own = await signIn(endpoint, both);
    expect((await followUps(both)).map((one) => one.number)).not.toContain(number);
    const answer = await call(endpoint, `/api/follow-ups/${id}`, { cookie: own, body: { note: '没事' } });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'followUp.ownCase']);
  });
});

describe('a complaint', () => {
  it('needs no case; its number shows its state and, once answered, the note', async () => {
    const taken = await complain({ words: '窗口让我去区里', telephone: '' });
    expect(taken.status).toBe(201);
    const { number, due } = v.parse(ComplaintTaken, await taken.json());
    expect(due).toBe('2026-11-30');
    const state = async () => {
      const answer = await call(endpoint, '/api/complaints/state', {
        body: { number: number.toLowerCase() },
      });
      return v.parse(ComplaintState, await answer.json());
    };
    expect(await state()).toMatchObject({ number, what: '不收我的材料', state: 'open', due });
    const entry = (await followUps()).find((one) => one.words === '窗口让我去区里');
    const cookie = await signIn(endpoint, supervisor);
    const note = '已批评，回访电话 13863200001';
    const path = `/api/follow-ups/${entry?.id}`;
    const answered = await call(endpoint, path, { cookie, body: { note } });
    expect(v.parse(FollowUp, await answered.json())).toMatchObject({ state: 'answered', answer: { note } });
    expect(await state()).toMatchObject({ state: 'answered', note: '已批评，回访电话 ***' });
    expect(await codeOf(await call(endpoint, path, { cookie, body: { note } }))).toBe('followUp.answered');
    const [event] = (await endpoint.store.read.events(ACCESS_STREAM)).slice(-1);
    expect([event?.type, JSON.parse(event?.header ?? '{}').by]).toEqual(['followUpAnswered', supervisor.id]);
    expect(event?.data).not.toContain('批评');
    expect((await verifyStore(endpoint.store)).faults).toEqual([]);
    const all = await followUps();
    expect(all.map((one) => one.state)).toEqual(
      all
        .map((one) => one.state)
        .sort()
        .reverse(),
    );
  });

  it('may name its case by the sticker that is its receipt; one that nobody, or two, have stays as it is', async () => {
    const hand = await enrolDevice(endpoint, await addPerson(endpoint, XIJI, ['clerk']), XIJI);
    const [one, twice, unused] = [stickerAt(XIJI, 1), stickerAt(XIJI, 2), stickerAt(XIJI, 3)];
    const cases = await Promise.all(
      [one, twice, twice].map(({ number: sticker, code }) =>
        receive(hand, endpoint.now(), { payload: { sticker, code } }),
      ),
    );
    await send(endpoint, hand, cases);
    for (const [sticker, kept] of [
      [one, cases[0] && numberIn(cases[0])],
      [twice, twice.number],
      [unused, unused.number],
    ] as const) {
      const number = sticker.number.toLowerCase().replaceAll('-', '');
      const taken = await complain({ number }, '10.0.9.1');
      expect([taken.status, (await followUpOf(kept ?? ''))?.kind]).toEqual([201, 'complaint']);
    }
  });

  it('is refused where it cannot be right', async () => {
    for (const [more, code] of [
      [{ office: '370406-xzsp' }, 'complaint.officeUnknown'],
      [{ office: '370406199' }, 'complaint.officeUnknown'],
      [{ on: '2026-11-24' }, 'complaint.dateWrong'],
      [{ number: '370406102' }, 'progress.numberWrong'],
      [{ number: '370406102-K7-00123-4QXM-0' }, 'progress.numberWrong'],
      [{ telephone: '没有' }, 'request.malformed'],
      [{ ground: 'weather' }, 'request.malformed'],
      [{ name: '张三' }, 'request.malformed'],
    ] as const)
      expect([more, await codeOf(await complain(more))]).toEqual([more, code]);
    const cookie = await signIn(endpoint, supervisor);
    const state = (number: string) => call(endpoint, '/api/complaints/state', { body: { number } });
    expect(await codeOf(await state('TS-7K3F-9QXM-2ABC-0'))).toBe('complaint.numberWrong');
    expect(await codeOf(await call(endpoint, '/api/follow-ups/x', { cookie, body: { note: 'x' } }))).toBe(
      'followUp.unknown',
    );
  });

  it('comes five times a day from one address, and again the next day; the store names no address', async () => {
    for (let count = 0; count < 5; count += 1)
      expect((await complain({}, '2001:db8:1:2::9')).status).toBe(201);
    const stopped = await complain({}, '2001:db8:1:2:7::1');
    const { code, detail } = (await stopped.json()) as { code: string; detail: string };
    expect([stopped.status, code]).toEqual([429, 'complaint.tooMany']);
    expect(detail).toContain('2026-11-24');
    expect((await complain({}, '2001:db8:1:3::9')).status).toBe(201);
    expect(JSON.stringify(rowsOf(join(endpoint.dataDir, 'jinban.sqlite')))).not.toContain('2001:db8');
    days = 1;
    expect((await complain({}, '2001:db8:1:2::9')).status).toBe(201);
    days = 0;
  });
});
