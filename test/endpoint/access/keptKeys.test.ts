import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import { contact, contactOf, keptCopy, postContact, renew } from '../../support/deviceTalk.ts';
import {
  addPerson,
  call,
  enrolDevice,
  signIn,
  startEndpoint,
  type TestEndpoint,
  type TestPerson,
} from '../../support/endpoint.ts';
import { DISTRICT, SANGCUN, XIJI } from '../../support/intake.ts';
import { freshKey, sealingKeyOf } from '../../support/opened.ts';
import { rowsOf } from '../../support/rows.ts';
import { makeKey, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let admin: string;
let clerk: TestPerson;
let hand: TestHand;
const secret = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(32));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

beforeAll(async () => {
  endpoint = await startEndpoint();
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
beforeEach(async () => {
  clerk = await addPerson(endpoint, XIJI, ['clerk']);
  hand = await enrolDevice(endpoint, clerk, XIJI);
});
afterAll(() => endpoint.stop());

/** Signs in with the password, on a device with a new key of the person. */
async function signInOn(device: string, person: TestPerson, password = person.password): Promise<Response> {
  const personKey = (await makeKey()).publicKey;
  const { username } = person;
  return call(endpoint, '/api/session', { body: { username, password, device, personKey } });
}

const keptFor = async (device: string, person: TestPerson): Promise<Session['kept']> =>
  ((await (await signInOn(device, person)).json()) as Session).kept;

/** Delivers copies of a vault key and of the clerk's draft key. */
async function deliver(): Promise<{ vault: string; drafts: string }> {
  const [vault, drafts] = [secret(), secret()];
  const keep = [await keptCopy(hand, null, vault), await keptCopy(hand, hand.person, drafts)];
  expect((await contact(endpoint, hand, { keep })).kept).toEqual([null, hand.person]);
  return { vault: text(vault), drafts: text(drafts) };
}

describe('copies of a device’s keys', () => {
  it('are kept sealed, and what is kept is told at each contact', async () => {
    const keys = await deliver();
    expect((await contact(endpoint, hand)).kept).toEqual([null, hand.person]);
    const stored = JSON.stringify(rowsOf(`${endpoint.dataDir}/jinban.sqlite`));
    for (const key of Object.values(keys)) {
      expect(stored).not.toContain(key);
      expect(stored).not.toContain(Buffer.from(key, 'base64url').toString('hex'));
    }
  });

  it('the first that opens stays: whoever copied the device’s key cannot put another in its place', async () => {
    const [vault, drafts] = [secret(), secret()];
    await contact(endpoint, hand, { keep: [await keptCopy(hand, null, vault)] });
    const keep = [await keptCopy(hand, null, secret()), await keptCopy(hand, hand.person, drafts)];
    expect((await contact(endpoint, hand, { keep })).kept).toEqual([null, hand.person]);
    const more = [await keptCopy(hand, null, secret()), await keptCopy(hand, hand.person, secret())];
    await contact(endpoint, hand, { keep: more });
    expect(await keptFor(hand.device, clerk)).toEqual({ vault: text(vault), drafts: text(drafts) });
  });

  it('still open after the endpoint has another sealing key', async () => {
    const keys = await deliver();
    const answer = await call(endpoint, '/api/sealing-keys', { method: 'POST', cookie: admin });
    expect([answer.status, await answer.json()]).toEqual([201, endpoint.context.sealing.current()]);
    expect(endpoint.context.sealing.current()).not.toEqual(hand.sealing);
    expect(await keptFor(hand.device, clerk)).toEqual(keys);
  });

  it('that do not open are owed: sealed to nobody here, of another device or person, or no key at all', async () => {
    const elsewhere = { ...hand, sealing: sealingKeyOf(freshKey()) };
    const other = await enrolDevice(endpoint, clerk, XIJI);
    const ofAnother = await keptCopy(hand, hand.person, secret());
    const keep = [
      await keptCopy(elsewhere, null, secret()),
      await keptCopy(other, null, secret()),
      { ...ofAnother, person: null },
      await keptCopy(hand, null, secret().slice(1)),
    ];
    expect((await contact(endpoint, hand, { keep })).kept).toEqual([]);
    expect(await keptFor(hand.device, clerk)).toBeUndefined();
  });

  it('are not taken from a device that is barred', async () => {
    const body = { revoked: true, reason: '遗失' };
    await call(endpoint, `/api/devices/${hand.device}`, { method: 'PATCH', body, cookie: admin });
    const keep = [await keptCopy(hand, null, secret())];
    expect((await contact(endpoint, hand, { keep })).kept).toEqual([]);
  });
});

describe('a sign-in gives the keys back', () => {
  it('with the password, on the device, and no cache keeps the answer', async () => {
    const keys = await deliver();
    const answer = await signInOn(hand.device, clerk);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(((await answer.json()) as Session).kept).toEqual(keys);
    const asked = await postContact(endpoint, hand, contactOf(hand));
    expect(asked.headers.get('cache-control')).toBe('no-store');
  });

  it('to a colleague the vault’s key, and never another person’s draft key', async () => {
    const { vault } = await deliver();
    expect(await keptFor(hand.device, await addPerson(endpoint, XIJI, ['clerk']))).toEqual({ vault });
    expect(await keptFor(hand.device, await addPerson(endpoint, DISTRICT, ['supervisor']))).toEqual({
      vault,
    });
  });

  it('to nobody who may not read the office: a visitor signs in without a key', async () => {
    await deliver();
    for (const visitor of [
      await addPerson(endpoint, SANGCUN, ['clerk']),
      await addPerson(endpoint, DISTRICT, ['admin', 'editor']),
    ]) {
      const session = (await (await signInOn(hand.device, visitor)).json()) as Session;
      expect(session.person.id).toBe(visitor.id);
      expect([session.keyId, session.kept]).toEqual([undefined, undefined]);
    }
  });

  it('on no other device, and not where none is named', async () => {
    await deliver();
    const other = await enrolDevice(endpoint, clerk, XIJI);
    expect(await keptFor(other.device, clerk)).toBeUndefined();
    const { username, password } = clerk;
    for (const more of [{}, { device: hand.device }]) {
      const answer = await call(endpoint, '/api/session', { body: { username, password, ...more } });
      expect([answer.status, ((await answer.json()) as Session).kept]).toEqual([200, undefined]);
    }
  });

  it('never without the password: not by a renewal, nor by asking who is signed in', async () => {
    await deliver();
    const renewed = await renew(endpoint, hand, endpoint.now());
    expect([renewed.status, renewed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const session = (await renewed.json()) as Session;
    expect([session.keyId, session.kept]).toEqual([hand.personKey.keyId, undefined]);
    const cookie = (renewed.headers.get('set-cookie') ?? '').replace(/;.*/s, '');
    const asked = await call(endpoint, '/api/session', { cookie });
    expect(await asked.json()).not.toHaveProperty('kept');
    expect(await codeOf(await signInOn(hand.device, clerk, 'a-wrong-password'))).toBe('session.wrong');
  });

  it('never on a device that is revoked or told to wipe itself', async () => {
    for (const order of [{ wipe: true }, { revoked: true }]) {
      await deliver();
      const body = { ...order, reason: '遗失' };
      await call(endpoint, `/api/devices/${hand.device}`, { method: 'PATCH', body, cookie: admin });
      expect(await codeOf(await signInOn(hand.device, clerk))).toBe('device.revoked');
      hand = await enrolDevice(endpoint, clerk, XIJI);
    }
  });
});
