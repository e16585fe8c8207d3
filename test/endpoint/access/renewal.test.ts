import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS } from '../../../src/endpoint/access/attempts.ts';
import { RENEWAL_WINDOW_MS } from '../../../src/endpoint/access/renewal.ts';
import type { Session } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import { renew } from '../../support/deviceTalk.ts';
import { addPerson, call, handAt, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { DISTRICT, XIJI } from '../../support/intake.ts';
import { makeKey, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let admin: string;
let hand: TestHand;
const start = Date.now();
let time = start;
const inMs = (ms: number): string => new Date(time + ms).toISOString();
beforeAll(async () => {
  endpoint = await startEndpoint({ clock: () => time });
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
beforeEach(async () => {
  time += 3_600_000;
  hand = await handAt(endpoint, XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

const change = (path: string, body: Record<string, unknown>): Promise<Response> =>
  call(endpoint, path, { method: 'PATCH', cookie: admin, body: { reason: '核实', ...body } });

const REFUSED = 'session.renewalRefused';
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').replace(/;.*/s, '');

describe('an unlocked person’s key renews the session', () => {
  it('without a password: the same cookie, the same posts', async () => {
    const answer = await renew(endpoint, hand, inMs(0));
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(await answer.json()).toMatchObject({
      ...{ person: { id: hand.person }, posts: [{ office: XIJI }], keyId: hand.personKey.keyId },
    });
    const feed = await call(endpoint, `/api/feed?scope=${XIJI}`, { cookie: cookieOf(answer) });
    expect(feed.status).toBe(200);
  });

  it('each signed time counts once, and an earlier one no more', async () => {
    expect(await codeOf(await renew(endpoint, hand, inMs(0)))).toBe(200);
    for (const ms of [0, -1, -60_000])
      expect(await codeOf(await renew(endpoint, hand, inMs(ms)))).toBe(REFUSED);
    expect(await codeOf(await renew(endpoint, hand, inMs(1)))).toBe(200);
  });

  it('of many replays at one moment one is let through', async () => {
    const codes = await Promise.all(
      Array.from({ length: 5 }, async () => codeOf(await renew(endpoint, hand, inMs(0)))),
    );
    expect(codes.sort()).toEqual([200, ...Array(4).fill(REFUSED)]);
  });

  it('only while the clocks agree within five minutes', async () => {
    for (const ms of [-RENEWAL_WINDOW_MS - 1, RENEWAL_WINDOW_MS + 1])
      expect(await codeOf(await renew(endpoint, hand, inMs(ms)))).toBe(REFUSED);
    for (const ms of [-RENEWAL_WINDOW_MS, RENEWAL_WINDOW_MS])
      expect(await codeOf(await renew(endpoint, hand, inMs(ms)))).toBe(200);
  });
});

describe('a renewal is refused, always with the same words', () => {
  it('to a key that is not the person’s, not on this device, or that nobody knows', async () => {
    const other = await handAt(endpoint, XIJI, 'clerk');
    const { keyId } = hand.personKey;
    const forgeries = [
      renew(endpoint, { ...hand, personKey: { ...other.personKey, keyId } }, inMs(0)),
      renew(endpoint, { ...hand, personKey: other.personKey }, inMs(1)),
      renew(endpoint, { ...hand, device: other.device }, inMs(2)),
      renew(endpoint, { ...hand, personKey: await makeKey() }, inMs(3)),
      renew(endpoint, hand, inMs(4), { device: other.device }),
      renew(endpoint, hand, inMs(5), { at: inMs(6) }),
      renew(endpoint, hand, inMs(7), { device: v7() }),
    ];
    for (const answer of await Promise.all(forgeries)) {
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
      expect(await codeOf(answer)).toBe(REFUSED);
    }
  });

  it('to a person who is disabled, until they are enabled again', async () => {
    await change(`/api/staff/${hand.person}`, { disabled: true });
    expect(await codeOf(await renew(endpoint, hand, inMs(0)))).toBe(REFUSED);
    await change(`/api/staff/${hand.person}`, { disabled: false });
    expect(await codeOf(await renew(endpoint, hand, inMs(1)))).toBe(200);
  });

  it.each(['revoked', 'wipe'])(
    'on a device that is barred (%s), where it also ends the session',
    async (order) => {
      const renewed = await renew(endpoint, hand, inMs(0));
      const cookie = cookieOf(renewed);
      expect(((await renewed.json()) as Session).person.id).toBe(hand.person);
      await change(`/api/devices/${hand.device}`, { [order]: true });
      expect(await codeOf(await call(endpoint, '/api/session', { cookie }))).toBe('session.required');
      expect(await codeOf(await renew(endpoint, hand, inMs(1)))).toBe(REFUSED);
    },
  );

  it('after ten wrong ones the right one waits a quarter of an hour', async () => {
    for (let turn = 0; turn < MAX_ATTEMPTS; turn += 1)
      expect(await codeOf(await renew(endpoint, hand, inMs(turn), { at: inMs(99) }))).toBe(REFUSED);
    expect(await codeOf(await renew(endpoint, hand, inMs(100)))).toBe('rate.limited');
    time += 16 * 60_000;
    expect(await codeOf(await renew(endpoint, hand, inMs(0)))).toBe(200);
  });
});
