import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { DEFAULT_POLICY, type DeviceEntry } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import { contact, contactOf, postContact } from '../../support/deviceTalk.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { DISTRICT, receive, XIJI } from '../../support/intake.ts';
import { makeKey, signedBatch, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let admin: string;
let minutes = 0;
const start = Date.now();
/** The device's clock and the endpoint's agree. */
const now = (): string => new Date(start + minutes * 60_000).toISOString();
beforeAll(async () => {
  endpoint = await startEndpoint({ clock: () => start + minutes * 60_000 });
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
afterAll(() => endpoint.stop());

const clerk = (): Promise<TestHand> => handAt(endpoint, XIJI, 'clerk');

/** A contact a minute after the one before. */
function later(hand: TestHand, more: Parameters<typeof contact>[2] = {}) {
  minutes += 1;
  return contact(endpoint, hand, more, now());
}

async function entryOf({ device }: TestHand): Promise<DeviceEntry> {
  const answer = await call(endpoint, '/api/devices', { cookie: admin });
  const { devices } = (await answer.json()) as { devices: DeviceEntry[] };
  const entry = devices.find((one) => one.id === device);
  if (!entry) throw new Error('not listed');
  return entry;
}

const change = (hand: TestHand, body: Record<string, unknown>): Promise<Response> =>
  call(endpoint, `/api/devices/${hand.device}`, {
    ...{ method: 'PATCH', cookie: admin },
    body: { reason: '平板遗失', ...body },
  });

async function eventsAbout({ device }: TestHand): Promise<string[]> {
  const events = await endpoint.store.read.events(ACCESS_STREAM);
  return events.filter((event) => event.data?.includes(device)).map((event) => event.type);
}

describe('a contact', () => {
  it('tells how the device is, and what it has to hold to', async () => {
    const hand = await clerk();
    const storage = { usage: 5_000, quota: 9_000, persisted: false };
    const answer = await later(hand, { version: '2.1.0', waiting: 7, storage });
    expect(answer).toEqual({
      ...{ order: 'none', slot: hand.slot, name: '测试窗口', policy: DEFAULT_POLICY },
      ...{ sealing: endpoint.context.sealing.current(), diskEncrypted: false, kept: [], now: now() },
      documentKeys: endpoint.context.documents.publicKeys(),
    });
    expect(await entryOf(hand)).toMatchObject({
      ...{ lastContact: now(), version: '2.1.0', waiting: 7, storage, rolledBack: 0 },
    });
    await change(hand, { diskEncrypted: true });
    expect(await later(hand)).toMatchObject({ diskEncrypted: true });
  });

  it('is the device’s own: signed by its key over these bytes, in its own name', async () => {
    const [hand, other] = [await clerk(), await clerk()];
    const said = contactOf(hand);
    expect(await codeOf(await postContact(endpoint, { ...hand, deviceKey: await makeKey() }, said))).toBe(
      'device.signatureInvalid',
    );
    expect(await codeOf(await postContact(endpoint, other, said))).toBe('device.signatureInvalid');
    expect(await codeOf(await postContact(endpoint, { ...hand, device: v7() }, said))).toBe('device.unknown');
    expect(await codeOf(await call(endpoint, '/api/contact', { body: said }))).toBe(
      'device.signatureInvalid',
    );
    expect(await entryOf(hand)).toMatchObject({ lastContact: null });
  });

  it('is kept by no cache', async () => {
    const hand = await clerk();
    const answer = await postContact(endpoint, hand, contactOf(hand), now());
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });
});

describe('a disk that was rolled back', () => {
  it('is noticed when an earlier contact is named as the last; numbers then carry a slot that nobody has had', async () => {
    const [hand, other] = [await clerk(), await clerk()];
    const [first, second] = [v7(), v7()];
    await later(hand, { contact: first });
    await later(hand, { contact: second, answered: first });
    const third = v7();
    const { slot } = await later(hand, { contact: third, answered: first });
    expect([hand.slot, other.slot]).not.toContain(slot);
    expect(await entryOf(hand)).toMatchObject({ slot, rolledBack: 1 });
    expect(await eventsAbout(hand)).toContain('deviceRolledBack');
    expect(await later(hand, { answered: third })).toMatchObject({ slot });
    expect((await clerk()).slot).not.toBe(slot);
  });

  it('is noticed when it goes back to before the first contact, and each time that it happens', async () => {
    const hand = await clerk();
    const slots = new Set([hand.slot]);
    for (let turn = 0; turn < 3; turn += 1) slots.add((await later(hand, { answered: null })).slot);
    expect(slots.size).toBe(3);
    expect(await entryOf(hand)).toMatchObject({ rolledBack: 2 });
  });

  it('is noticed when less was made than a batch since has said', async () => {
    const hand = await clerk();
    const first = v7();
    await later(hand, { contact: first, made: 0 });
    minutes += 1;
    const { body, authorization } = await signedBatch(hand, [await receive(hand, now())], now());
    const sent = await call(endpoint, '/api/commands', { body, headers: { authorization } });
    expect(await sent.json()).toMatchObject({ outcomes: [{ outcome: 'recorded' }] });
    const { slot } = await later(hand, { answered: first, made: 0 });
    expect(slot).not.toBe(hand.slot);
  });

  it('is not supposed when an answer was lost: the same contact comes again', async () => {
    const hand = await clerk();
    const [first, second] = [v7(), v7()];
    await later(hand, { contact: first });
    for (let turn = 0; turn < 3; turn += 1)
      expect(await later(hand, { contact: second, answered: first, made: turn })).toMatchObject({
        slot: hand.slot,
      });
    expect(await later(hand, { answered: second, made: 3 })).toMatchObject({ slot: hand.slot });
    expect(await entryOf(hand)).toMatchObject({ rolledBack: 0 });
  });

  it('is not supposed when an earlier contact comes late, or is replayed: that is no news at all', async () => {
    const hand = await clerk();
    const [first, second] = [v7(), v7()];
    const at = now();
    const overheard = contactOf(hand, { contact: first, version: '1.0.0' });
    expect((await postContact(endpoint, hand, overheard, at)).status).toBe(200);
    await later(hand, { contact: second, answered: first, version: '1.0.1' });
    const before = await entryOf(hand);
    minutes += 5;
    const replayed = await postContact(endpoint, hand, overheard, at);
    expect(await replayed.json()).toMatchObject({ slot: hand.slot });
    expect(await entryOf(hand)).toEqual(before);
    expect(await later(hand, { answered: second })).toMatchObject({ slot: hand.slot });
  });

  it('a clock that runs ahead dates no contact later than it came', async () => {
    const hand = await clerk();
    const first = v7();
    const ahead = new Date(start + (minutes + 60) * 60_000).toISOString();
    await contact(endpoint, hand, { contact: first }, ahead);
    expect(await entryOf(hand)).toMatchObject({ lastContact: now() });
    expect(await later(hand, { answered: first })).toMatchObject({ slot: hand.slot });
  });
});

describe('an order', () => {
  it('to wipe reaches the device at its next contact; what is queued is sent first, into quarantine', async () => {
    const hand = await clerk();
    const first = v7();
    await later(hand, { contact: first, waiting: 1 });
    const queued = await receive(hand, now());
    expect(await (await change(hand, { wipe: true })).json()).toMatchObject({ wipe: 'ordered' });
    expect(await later(hand, { contact: v7(), answered: first })).toMatchObject({ order: 'wipe' });
    expect(await send(endpoint, hand, [queued])).toMatchObject([
      { outcome: 'quarantined', code: 'device.wiping' },
    ]);
    expect(await entryOf(hand)).toMatchObject({ wipe: 'ordered' });
    await later(hand, { wiped: true });
    expect(await entryOf(hand)).toMatchObject({ wipe: 'done' });
  });

  it('that was carried out is recorded once, and stands: an older disk that comes back is told again', async () => {
    const hand = await clerk();
    const first = v7();
    await later(hand, { contact: first });
    await change(hand, { wipe: true });
    for (let turn = 0; turn < 2; turn += 1)
      expect(await later(hand, { wiped: true, answered: first })).toMatchObject({ order: 'wipe' });
    expect(await later(hand, { answered: null })).toMatchObject({ order: 'wipe', slot: hand.slot });
    const types = await eventsAbout(hand);
    expect(types.filter((type) => type === 'deviceWiped')).toHaveLength(1);
    expect(await entryOf(hand)).toMatchObject({ wipe: 'done', rolledBack: 0 });
  });

  it('a device that is revoked is told so, whatever else was ordered', async () => {
    const hand = await clerk();
    await change(hand, { wipe: true });
    await change(hand, { revoked: true });
    expect(await later(hand)).toMatchObject({ order: 'revoked' });
  });

  it('nobody wipes a device by saying that it is wiped', async () => {
    const hand = await clerk();
    expect(await later(hand, { wiped: true })).toMatchObject({ order: 'none' });
    expect(await entryOf(hand)).toMatchObject({ wipe: null });
  });
});
