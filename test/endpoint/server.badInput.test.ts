import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Problem } from '../../src/protocol/resources.ts';
import { codeOf } from '../support/codes.ts';
import { contactOf, postContact } from '../support/deviceTalk.ts';
import {
  addPerson,
  call,
  handAt,
  PASSWORD,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../support/endpoint.ts';
import { DISTRICT, XIJI } from '../support/intake.ts';
import { rowsOf } from '../support/rows.ts';
import { authorise, type TestHand } from '../support/signing.ts';

/** A device key that no hand has: the form is right, and no key of our curve. */
const NO_KEY = 'A'.repeat(122);
const KEY_ID = 'A'.repeat(22);
const SIGNATURE = 'A'.repeat(86);
const AT = '2026-11-23T02:00:00.000Z';
const ID = '01a20d00-0000-7000-8000-0000000000d1';

let endpoint: TestEndpoint;
let cookie: string;
let hand: TestHand;
beforeAll(async () => {
  endpoint = await startEndpoint();
  cookie = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin', 'supervisor']));
  hand = await handAt(endpoint, XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

const CODE_FOR = { name: '窗口', office: XIJI };
const ENROLMENT = { id: ID, code: 'ZZZZZZZZ', deviceKey: NO_KEY };
const RENEWAL = { device: ID, keyId: KEY_ID, at: AT, signature: SIGNATURE };
const POLICY = { ...DEFAULT_POLICY, reason: '下乡' };
const RULING = { ruling: 'release', reason: '核实' };
const CHANGE = { revoked: true, reason: '遗失' };
const SIGN_IN = { username: 'xiji.clerk', password: PASSWORD };
const SEALED = { key: KEY_ID, enc: 'A'.repeat(87), body: 'A'.repeat(64) };
const long = 'x'.repeat(201);

/** Route, what stands in the body in the place of what is right, and the field that is named. */
const BAD: readonly (readonly [method: string, path: string, body: unknown, field: string])[] = [
  ['POST', '/api/devices/codes', { ...CODE_FOR, name: ' ' }, 'name'],
  ['POST', '/api/devices/codes', { ...CODE_FOR, name: 'x'.repeat(61) }, 'name'],
  ['POST', '/api/devices/codes', { ...CODE_FOR, office: '370405' }, 'office'],
  ['POST', '/api/devices/codes', { ...CODE_FOR, minutes: 600 }, 'minutes'],
  ['POST', '/api/devices/codes', undefined, ''],
  ['POST', '/api/devices', { ...ENROLMENT, id: 'tablet' }, 'id'],
  ['POST', '/api/devices', { ...ENROLMENT, code: 'ZZZZZZZ' }, 'code'],
  ['POST', '/api/devices', { ...ENROLMENT, code: 'Z'.repeat(21) }, 'code'],
  ['POST', '/api/devices', { ...ENROLMENT, deviceKey: 'AAAA' }, 'deviceKey'],
  ['POST', '/api/devices', ENROLMENT, 'deviceKey'],
  ['POST', '/api/devices', { ...ENROLMENT, office: XIJI }, 'office'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, reason: '' }, 'reason'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, reason: long }, 'reason'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, revoked: false }, 'revoked'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, wipe: false }, 'wipe'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, diskEncrypted: 'yes' }, 'diskEncrypted'],
  ['PATCH', `/api/devices/${ID}`, { ...CHANGE, slot: 'K7' }, 'slot'],
  ['PUT', `/api/policies/${XIJI}`, { ...POLICY, reason: ' ' }, 'reason'],
  ['PUT', `/api/policies/${XIJI}`, { ...POLICY, idleMinutes: 0 }, 'idleMinutes'],
  ['PUT', `/api/policies/${XIJI}`, { reason: '下乡' }, 'idleMinutes'],
  ['PUT', `/api/policies/${XIJI}`, { ...POLICY, more: 1 }, 'more'],
  ['POST', '/api/session/renewal', { ...RENEWAL, device: 'd' }, 'device'],
  ['POST', '/api/session/renewal', { ...RENEWAL, keyId: 'short' }, 'keyId'],
  ['POST', '/api/session/renewal', { ...RENEWAL, at: '2026-11-23' }, 'at'],
  ['POST', '/api/session/renewal', { ...RENEWAL, signature: 'A'.repeat(85) }, 'signature'],
  ['POST', '/api/session', { ...SIGN_IN, device: 'd' }, 'device'],
  ['POST', '/api/session', { ...SIGN_IN, personKey: 'AAAA' }, 'personKey'],
  ['POST', `/api/quarantine/${ID}`, { ...RULING, ruling: 'forget' }, 'ruling'],
  ['POST', `/api/quarantine/${ID}`, { ...RULING, reason: '' }, 'reason'],
  ['POST', `/api/quarantine/${ID}`, { ruling: 'release' }, 'reason'],
];

/** What a device says that is none of what a contact may be. */
const BAD_CONTACTS: readonly (readonly [field: string, value: unknown])[] = [
  ['made', -1],
  ['made', 1.5],
  ['contact', 'c'],
  ['answered', undefined],
  ['version', ''],
  ['waiting', null],
  ['storage.usage', { usage: -1, quota: 1, persisted: true }],
  ['storage.persisted', { usage: 1, quota: 1 }],
  ['wiped', false],
  ['keep', Array(21).fill({ person: null, sealed: SEALED })],
  ['keep.0.sealed.key', [{ person: null, sealed: {} }]],
  ['keep.0.person', [{ person: 'x', sealed: SEALED }]],
  ['more', 1],
];

const stands = () => {
  const { attempt: _a, session: _s, ...rest } = rowsOf(`${endpoint.dataDir}/jinban.sqlite`);
  return rest;
};

describe('what is malformed is refused with the field that is wrong, never its value, and changes nothing', () => {
  it.each(BAD.map(([method, path, body, field]) => [method, path, field, body] as const))(
    '%s %s: %s',
    async (method, path, field, body) => {
      const before = stands();
      const headers = { 'content-type': 'application/json' };
      const answer = await call(endpoint, path, { method, body, cookie, headers });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await answer.json()) as Problem).toMatchObject({
        ...{ status: 400, code: 'request.malformed', facts: { path: field } },
      });
      expect(stands()).toEqual(before);
    },
  );

  it.each(BAD_CONTACTS)('a contact: %s', async (field, value) => {
    const before = stands();
    const name = field.replace(/\..*/, '');
    const answer = await postContact(endpoint, hand, { ...contactOf(hand), [name]: value });
    expect((await answer.json()) as Problem).toMatchObject({
      ...{ status: 400, code: 'request.malformed', facts: { path: field } },
    });
    expect(stands()).toEqual(before);
  });

  it('a contact that is no JSON, or none by its own account, or larger than any is', async () => {
    const post = async (body: string, more: Record<string, string> = {}) => {
      const authorization = await authorise(hand, body, new Date().toISOString());
      return codeOf(await call(endpoint, '/api/contact', { body, headers: { authorization, ...more } }));
    };
    expect(await post('{')).toBe('body.notJson');
    expect(await post('x'.repeat(40_000))).toBe('body.tooLarge');
    expect(await post('x', { 'content-type': 'text/plain' })).toBe('body.encoding');
  });

  it('ids in an address that are none, or nobody’s', async () => {
    for (const id of ['x', v7(), '..%2f..', "'; drop table device"]) {
      const ask = (path: string, method: string, body: unknown) =>
        call(endpoint, `${path}/${encodeURIComponent(id)}`, { method, body, cookie });
      expect(await codeOf(await ask('/api/devices', 'PATCH', CHANGE))).toBe('device.notFound');
      expect(await codeOf(await ask('/api/quarantine', 'POST', RULING))).toBe('quarantine.unknown');
      expect(await codeOf(await ask('/api/policies', 'PUT', POLICY))).toBe('office.unknown');
    }
  });
});

/** Routes that need a session, with the role that they need, and a body that is right. */
const GUARDED: readonly (readonly [method: string, path: string, body: unknown])[] = [
  ['GET', '/api/devices', undefined],
  ['POST', '/api/devices/codes', CODE_FOR],
  ['PATCH', `/api/devices/${ID}`, CHANGE],
  ['GET', '/api/policies', undefined],
  ['PUT', `/api/policies/${XIJI}`, POLICY],
  ['GET', '/api/quarantine', undefined],
  ['POST', `/api/quarantine/${ID}`, RULING],
  ['POST', '/api/sealing-keys', undefined],
];

describe('who may', () => {
  it.each(GUARDED)(
    '%s %s is for those whose post it is, signed in, from our own pages',
    async (method, path, body) => {
      const clerk = await signIn(endpoint, await addPerson(endpoint, XIJI, ['clerk']));
      const known = stands();
      const ask = (more: Parameters<typeof call>[2]) => call(endpoint, path, { method, body, ...more });
      expect(await codeOf(await ask({}))).toBe('session.required');
      expect(await codeOf(await ask({ cookie: clerk }))).toBe('session.forbidden');
      if (method !== 'GET') {
        const elsewhere = { origin: 'https://evil.example' };
        expect(await codeOf(await ask({ cookie, headers: elsewhere }))).toBe('session.otherOrigin');
      }
      expect(stands()).toEqual(known);
    },
  );

  it.each(['/api/devices', '/api/session/renewal'])(
    'no other site’s page can use %s either',
    async (path) => {
      const headers = { 'sec-fetch-site': 'cross-site' };
      const body = path === '/api/devices' ? ENROLMENT : RENEWAL;
      expect(await codeOf(await call(endpoint, path, { body, headers }))).toBe('session.otherOrigin');
    },
  );
});
