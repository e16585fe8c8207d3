import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import type { Envelope, Outcome } from '../../../src/protocol/command.ts';
import type { QuarantineEntry } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { accept, DISTRICT, receive, streamOf, XIJI } from '../../support/intake.ts';
import { rowsOf } from '../../support/rows.ts';
import { resealed, type TestHand } from '../../support/signing.ts';

const PERSONAL = ['王秀兰', '370406198001010025', '13863200001', '翼云果品'];

let endpoint: TestEndpoint;
let supervisor: string;
let admin: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  supervisor = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['supervisor']));
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
afterAll(() => endpoint.stop());

const clerk = (): Promise<TestHand> => handAt(endpoint, XIJI, 'clerk');
const change = (path: string, body: Record<string, unknown>): Promise<Response> =>
  call(endpoint, path, { method: 'PATCH', cookie: admin, body: { reason: '核实', ...body } });
const revoke = ({ device }: TestHand) => change(`/api/devices/${device}`, { revoked: true });
const ruleOn = (id: string, ruling: string, reason = '与大厅核实过', cookie = supervisor) =>
  call(endpoint, `/api/quarantine/${id}`, { cookie, body: { ruling, reason } });
const ruled = async (id: string, ruling: string): Promise<Outcome> =>
  (await (await ruleOn(id, ruling)).json()) as Outcome;
const eventsOf = (command: Envelope) => endpoint.store.read.events(streamOf(command));

async function listed(): Promise<QuarantineEntry[]> {
  const answer = await call(endpoint, '/api/quarantine', { cookie: supervisor });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return ((await answer.json()) as { entries: QuarantineEntry[] }).entries;
}
const isListed = async ({ id }: Envelope): Promise<boolean> =>
  (await listed()).some((entry) => entry.id === id);

/** A receipt that a revoked device has sent. */
async function quarantined(): Promise<{ hand: TestHand; received: Envelope }> {
  const hand = await clerk();
  const received = await receive(hand, endpoint.now());
  await revoke(hand);
  expect(await send(endpoint, hand, [received])).toMatchObject([{ outcome: 'quarantined' }]);
  return { hand, received };
}

describe('what comes from where nobody is trusted any more stands in quarantine, and is not recorded', () => {
  it.each([
    ['a revoked device', 'device.revoked', revoke],
    [
      'a device that is told to wipe itself',
      'device.wiping',
      (hand: TestHand) => change(`/api/devices/${hand.device}`, { wipe: true }),
    ],
    [
      'a person who is disabled',
      'person.disabled',
      (hand: TestHand) => change(`/api/staff/${hand.person}`, { disabled: true }),
    ],
  ] as const)('%s', async (_, code, bar) => {
    const hand = await clerk();
    const received = await receive(hand, endpoint.now());
    await bar(hand);
    expect(await send(endpoint, hand, [received])).toEqual([
      { id: received.id, outcome: 'quarantined', code },
    ]);
    expect(await eventsOf(received)).toEqual([]);
    expect((await listed()).find((entry) => entry.id === received.id)).toMatchObject({ code });
  });

  it('also what a good device carries for a revoked one, and a revoked one for a good one', async () => {
    const [good, lost] = [await clerk(), await clerk()];
    const [madeThere, madeHere] = [await receive(lost, endpoint.now()), await receive(good, endpoint.now())];
    await revoke(lost);
    expect(await send(endpoint, good, [madeThere])).toMatchObject([{ outcome: 'quarantined' }]);
    expect(await send(endpoint, lost, [madeHere])).toMatchObject([{ outcome: 'quarantined' }]);
  });

  it('what its device sends again, sealed anew or by another carrier, gets the first answer and stands there once', async () => {
    const { hand, received } = await quarantined();
    const again = { outcome: 'duplicate', first: 'quarantined', code: 'device.revoked' };
    expect(await send(endpoint, hand, [received, received])).toMatchObject([again, again]);
    expect(await send(endpoint, await clerk(), [received])).toMatchObject([again]);
    expect(await send(endpoint, hand, [await resealed(hand, received)])).toMatchObject([again]);
    expect((await listed()).filter((entry) => entry.id === received.id)).toHaveLength(1);
  });

  it('other content under its id is refused and kept apart', async () => {
    const { hand, received } = await quarantined();
    const other = await receive(hand, endpoint.now(), { id: received.id });
    expect(await send(endpoint, hand, [other])).toMatchObject([
      { outcome: 'refused', code: 'command.idReused' },
    ]);
    expect(await isListed(received)).toBe(true);
  });
});

describe('a supervisor', () => {
  it('sees who sent what kind of act from where and when, and nothing of the applicant', async () => {
    const { hand, received } = await quarantined();
    const entry = (await listed()).find((one) => one.id === received.id);
    expect(entry).toEqual({
      ...{ id: received.id, code: 'device.revoked', type: 'receive', office: XIJI },
      by: { id: hand.person, name: '测试人员' },
      device: { id: hand.device, name: '测试窗口' },
      ...{ at: expect.any(String), receivedAt: expect.any(String) },
    });
    const stored = JSON.stringify(rowsOf(`${endpoint.dataDir}/jinban.sqlite`).quarantine);
    for (const word of PERSONAL) {
      expect(JSON.stringify(await listed())).not.toContain(word);
      expect(stored).not.toContain(word);
    }
  });

  it('alone sees it and rules on it', async () => {
    const { received } = await quarantined();
    const others = [
      await signIn(endpoint, await addPerson(endpoint, XIJI, ['clerk'])),
      await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['clerk', 'editor'])),
      admin,
    ];
    for (const cookie of others) {
      expect(await codeOf(await call(endpoint, '/api/quarantine', { cookie }))).toBe('session.forbidden');
      const answer = await ruleOn(received.id, 'release', '请放行', cookie);
      expect(await codeOf(answer)).toBe('session.forbidden');
    }
    expect(await isListed(received)).toBe(true);
    expect(await eventsOf(received)).toEqual([]);
  });

  it('releases it: it is recorded once, as of when it was made, and cannot be ruled on again', async () => {
    const { hand, received } = await quarantined();
    expect(await ruled(received.id, 'release')).toEqual({ id: received.id, outcome: 'recorded', version: 1 });
    const events = await eventsOf(received);
    expect(events).toHaveLength(1);
    const { at, legalAt, device } = JSON.parse(events[0]?.header ?? '') as Record<string, string>;
    expect([legalAt, device]).toEqual([at, hand.device]);
    expect(await isListed(received)).toBe(false);
    for (const ruling of ['release', 'setAside']) {
      const answer = await ruleOn(received.id, ruling);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'quarantine.unknown']);
    }
    expect(await send(endpoint, hand, [received])).toEqual([
      { id: received.id, outcome: 'duplicate', first: 'recorded', version: 1 },
    ]);
    expect(await eventsOf(received)).toHaveLength(1);
  });

  it('of many who release it at one moment one does', async () => {
    const { received } = await quarantined();
    const answers = await Promise.all(Array.from({ length: 4 }, () => ruleOn(received.id, 'release')));
    expect(answers.some((answer) => answer.status === 200)).toBe(true);
    expect(await eventsOf(received)).toHaveLength(1);
  });

  it('releases it to the rules: what they refuse stays refused', async () => {
    const hand = await clerk();
    const wrong = await receive(hand, endpoint.now(), { payload: { code: 'no' } });
    await revoke(hand);
    await send(endpoint, hand, [wrong]);
    expect(await ruled(wrong.id, 'release')).toMatchObject({ outcome: 'refused', code: 'case.codeInvalid' });
    expect(await isListed(wrong)).toBe(false);
  });

  it('releases in any order: what comes after another waits for it', async () => {
    const hand = await clerk();
    const received = await receive(hand, endpoint.now());
    const accepted = await accept(hand, received, endpoint.now());
    await revoke(hand);
    for (const one of [accepted, received]) await send(endpoint, hand, [one]);
    expect(await ruled(accepted.id, 'release')).toMatchObject({ outcome: 'retry', code: 'after.unknown' });
    expect(await isListed(accepted)).toBe(true);
    expect(await ruled(received.id, 'release')).toMatchObject({ outcome: 'recorded', version: 1 });
    expect(await isListed(accepted)).toBe(false);
    expect((await eventsOf(received)).map((event) => event.type)).toEqual(['received', 'accepted']);
  });

  it('releases it after the endpoint has another sealing key', async () => {
    const { received } = await quarantined();
    await call(endpoint, '/api/sealing-keys', { method: 'POST', cookie: admin });
    expect(await ruled(received.id, 'release')).toMatchObject({ outcome: 'recorded' });
  });

  it('sets it aside with a reason: it is refused for good, and who ruled and why is recorded', async () => {
    const { hand, received } = await quarantined();
    const answer = await ruleOn(received.id, 'setAside', '平板被盗后所作');
    expect(await answer.json()).toMatchObject({ outcome: 'refused', code: 'quarantine.setAside' });
    expect(await send(endpoint, hand, [received])).toMatchObject([
      { outcome: 'refused', code: 'quarantine.setAside' },
    ]);
    expect(await eventsOf(received)).toEqual([]);
    expect(await codeOf(await ruleOn(received.id, 'release'))).toBe('quarantine.unknown');
    const event = (await endpoint.store.read.events(ACCESS_STREAM)).at(-1);
    expect(event?.type).toBe('quarantineSetAside');
    expect(JSON.parse(event?.data ?? '')).toEqual({ command: received.id, reason: '平板被盗后所作' });
  });
});

describe('an administrator who lifts the reason', () => {
  it('lets in what the person’s device then sends again', async () => {
    const hand = await clerk();
    const received = await receive(hand, endpoint.now());
    await change(`/api/staff/${hand.person}`, { disabled: true });
    await send(endpoint, hand, [received]);
    await change(`/api/staff/${hand.person}`, { disabled: false });
    expect(await send(endpoint, hand, [received])).toMatchObject([{ outcome: 'recorded', version: 1 }]);
    expect(await isListed(received)).toBe(false);
  });
});

it('all of it leaves chains that verify', async () => {
  expect((await verifyStore(endpoint.store)).faults).toEqual([]);
});
