import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../../src/app/local/types.ts';
import { CLERK, EAST_CLERK, Hall, intake, must, OFFLINE, receiving, SUPERVISOR } from '../../support/hall.ts';
import { listedAs } from '../../support/sampleCase.ts';
import { EAST, WEST } from '../../support/sampleCatalogue.ts';

const DAY_MS = 86_400_000;
const WITHDRAW: Act = { type: 'withdraw', payload: { text: '申请人撤回' } };
let hall: Hall;
const cutCommands = (): void => {
  hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
};
const mend = (): void => {
  hall.instead = () => undefined;
};
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

describe('the feed', () => {
  it('brings what other devices of the hall have recorded, page by page, and goes on from there', async () => {
    const { local } = await hall.ready();
    Object.assign(hall.authority, { pageSize: 2 });
    for (let count = 0; count < 5; count += 1) must(await local.submit(intake()));
    await hall.settle();
    const { local: other, profile } = await hall.ready();
    expect(other.cases.value.map((one) => one.case)).toEqual(local.cases.value.map((one) => one.case));
    await other.close();
    const asked: string[] = [];
    hall.instead = (resource, body) => {
      if (resource === 'feed') asked.push(body);
      return undefined;
    };
    const again = await hall.open(profile);
    expect(again.cases.value).toHaveLength(5);
    expect(asked).toEqual([`${WEST} 10`]);
  });

  it('dates what comes with the first reading by the cases themselves, on every page, and later changes by now', async () => {
    const { local } = await hall.ready();
    Object.assign(hall.authority, { pageSize: 2 });
    for (let count = 0; count < 5; count += 1) must(await local.submit(intake([receiving()])));
    await hall.settle();
    hall.time.moveTo(hall.time.ms + 3 * DAY_MS);
    const { local: other } = await hall.ready();
    const dates = () => other.cases.value.map((one) => one.updatedAt);
    expect(dates()).toEqual(Array(5).fill(`2026-11-22T16:00:00.000Z`));
    await hall.unlock(local);
    const [first] = local.cases.value;
    must(await local.submit({ caseId: first?.case.id ?? '', acts: [WITHDRAW] }));
    await hall.pass(60_000);
    expect(dates()[0]).toBe(hall.time.instant());
  });

  it('is read every minute while somebody looks, and at once when the endpoint says that there is more', async () => {
    const { local, profile } = await hall.ready();
    const { local: other } = await hall.ready();
    must(await other.submit(intake()));
    await hall.settle();
    expect(local.cases.value).toEqual([]);
    await hall.pass(60_000);
    expect(local.cases.value).toHaveLength(1);
    must(await other.submit(intake()));
    await hall.settle();
    for (const onMore of hall.live) onMore();
    await hall.settle();
    expect(local.cases.value).toHaveLength(2);
    profile.change({ visible: false });
    const before = hall.asked.feed;
    await other.close();
    await hall.pass(300_000);
    expect(hall.asked.feed).toBe(before);
  });

  it('never takes an unsent command away: it is replayed on what has come', async () => {
    const { local } = await hall.ready();
    const saved = must(await local.submit(intake([receiving('permit', { missing: ['drawing'] })])));
    await hall.settle();
    const { local: other } = await hall.ready();
    cutCommands();
    must(await local.submit({ caseId: saved.case.id, acts: [WITHDRAW] }));
    await hall.pass(60_000);
    expect(local.cases.value).toMatchObject([
      { case: { status: 'withdrawn' }, progress: 'saved', pending: 1 },
    ]);
    expect(other.cases.value).toMatchObject([{ case: { status: 'received' } }]);
    mend();
    local.sendNow();
    await hall.pass(60_000);
    expect(other.cases.value).toMatchObject([{ case: { status: 'withdrawn' } }]);
  });

  it('shows the recorded state and says why, when a waiting act no longer fits it', async () => {
    const { local } = await hall.ready();
    const saved = must(await local.submit(intake([receiving()])));
    await hall.settle();
    const { local: other } = await hall.ready();
    cutCommands();
    must(await local.submit({ caseId: saved.case.id, acts: [{ type: 'accept' }] }));
    await hall.settle();
    mend();
    must(await other.submit({ caseId: saved.case.id, acts: [WITHDRAW] }));
    await hall.settle();
    cutCommands();
    for (const onMore of hall.live) onMore();
    await hall.settle();
    expect(local.cases.value).toMatchObject([
      { case: { status: 'withdrawn' }, progress: 'saved', pending: 1 },
    ]);
    expect(local.outbox.value).toMatchObject([
      { type: 'accept', state: 'waiting', last: { code: 'case.wrongState' } },
    ]);
    mend();
    local.sendNow();
    await hall.settle();
    expect(local.outbox.value).toMatchObject([{ state: 'refused', last: { code: 'case.wrongState' } }]);
  });

  it('takes away what the hall may no longer see, here and in the other tab', async () => {
    const { local, profile } = await hall.ready();
    const other = await hall.open(profile);
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(other.cases.value).toHaveLength(1);
    hall.authority.takeAway(saved.case.id);
    await hall.pass(60_000);
    expect([local.cases.value, other.cases.value]).toEqual([[], []]);
  });

  it('keeps a confirmed case in view until the feed has brought it', async () => {
    const { local } = await hall.ready();
    hall.instead = (resource) => (resource === 'feed' ? OFFLINE : undefined);
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value).toMatchObject([
      { case: listedAs(saved.case), progress: 'recorded', pending: 0 },
    ]);
    mend();
    await hall.pass(60_000);
    expect(local.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'recorded' }]);
  });

  it('lets go of a confirmed act when the feed, read to its end, does not contain the case', async () => {
    const { local, profile } = await hall.ready();
    hall.afterwards = (resource, reply) =>
      resource === 'feed' && reply.kind === 'answer'
        ? { ...reply, value: { epoch: 'first', rows: [], next: 9, more: false } }
        : reply;
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.cases.value).toEqual([]);
    await local.close();
    hall.instead = () => OFFLINE;
    expect((await hall.open(profile)).cases.value).toEqual([]);
  });

  it('shows only what its reader may see, when another person signs in on the same device', async () => {
    const { local } = await hall.ready();
    const { local: east } = await hall.ready(EAST_CLERK, EAST);
    must(await local.submit(intake()));
    must(await east.submit(intake([receiving('permit', {}, EAST)])));
    await hall.settle();
    await local.signOut();
    expect(local.cases.value).toEqual([]);
    await hall.begin(local, SUPERVISOR);
    expect(local.cases.value).toHaveLength(2);
    await local.signOut();
    await hall.unlock(local);
    expect(local.cases.value.map((one) => one.case.hall)).toEqual([WEST]);
  });

  it('renews a session that has ended by itself', async () => {
    const { local } = await hall.ready();
    hall.sessions.clear();
    await hall.pass(60_000);
    expect(hall.sessions.size).toBe(1);
    expect(local.status.value.sessionEnded).toBe(false);
  });

  it('says that the session has ended when it is not renewed, and goes on after the next sign-in', async () => {
    const { local } = await hall.ready();
    hall.refuseRenewal = true;
    hall.sessions.clear();
    await hall.pass(60_000);
    expect(local.status.value.sessionEnded).toBe(true);
    expect(local.signedIn.value?.id).toBe(CLERK.id);
    must(await local.signIn('wang', 'password'));
    expect(local.status.value.sessionEnded).toBe(false);
  });

  it('stops with a page that promises more and moves nowhere', async () => {
    const { local } = await hall.ready();
    hall.afterwards = (resource, reply) =>
      resource === 'feed' && reply.kind === 'answer'
        ? { ...reply, value: { epoch: 'first', rows: [], next: 0, more: true } }
        : reply;
    const before = hall.asked.feed;
    await hall.pass(60_000);
    expect(hall.asked.feed).toBe(before + 1);
    expect(local.cases.value).toEqual([]);
  });

  it('reads anew when the district was put back to a backup, and sends again what may be lost', async () => {
    const { local } = await hall.ready();
    const old = must(await local.submit(intake([receiving()])));
    await hall.settle();
    // The next one is recorded, and the district is put back before the feed has brought it.
    hall.instead = (resource) => (resource === 'feed' ? OFFLINE : undefined);
    const lost = must(await local.submit(intake([receiving()])));
    await hall.settle();
    cutCommands();
    const unsent = must(await local.submit(intake([receiving()])));
    await hall.settle();
    hall.authority.restoreBefore(lost.case.id);
    mend();
    await hall.pass(120_000);
    local.sendNow();
    await hall.pass(120_000);
    const numbers = local.cases.value.map((one) => one.case.number).sort();
    expect(numbers).toEqual([old, lost, unsent].map((one) => one.case.number).sort());
    expect(local.cases.value.map((one) => one.progress)).toEqual(Array(3).fill('recorded'));
    expect(local.outbox.value).toEqual([]);
  });

  it('reads anew when its place was never given by the endpoint', async () => {
    const { local } = await hall.ready();
    must(await local.submit(intake([receiving()])));
    await hall.settle();
    const asked: string[] = [];
    let once = true;
    hall.instead = (resource, body) => {
      if (resource !== 'feed') return undefined;
      asked.push(body);
      if (!once) return undefined;
      once = false;
      return { kind: 'answer', value: { epoch: 'first', rows: [], next: 0, more: true } };
    };
    await hall.pass(60_000);
    expect(asked.slice(0, 2)).toEqual([`${WEST} 1`, `${WEST} 0`]);
    expect(local.cases.value).toHaveLength(1);
  });
});
