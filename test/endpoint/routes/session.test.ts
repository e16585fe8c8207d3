import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS_EVERYWHERE } from '../../../src/endpoint/access/attempts.ts';
import { PROOF_HEADER } from '../../../src/protocol/proof.ts';
import type { Session } from '../../../src/protocol/resources.ts';
import {
  addPerson,
  call,
  enrolDevice,
  PASSWORD,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { DISTRICT, receive, XIJI } from '../../support/intake.ts';
import { makeKey } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let hours = 0;
beforeAll(async () => {
  const start = Date.now();
  endpoint = await startEndpoint({ clock: () => start + hours * 3_600_000 });
});
afterAll(() => endpoint.stop());

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends, and says who is signed in', async () => {
    const person = await addPerson(endpoint, XIJI, ['clerk']);
    const { username, password } = person;
    const answer = await call(endpoint, '/api/session', {
      body: { username: ` ${username.toUpperCase()} `, password },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = (await answer.json()) as Session;
    expect(session).toMatchObject({ person: { id: person.id }, posts: [{ office: XIJI, roles: ['clerk'] }] });
    const token = cookie.replace(/^[^=]+=([^;]+).*/, '$1');
    expect(await endpoint.store.read.session(token)).toBeUndefined();
  });

  it('a wrong password and an unknown name are the same answer', async () => {
    const { username } = await addPerson(endpoint, XIJI, ['clerk']);
    for (const name of [username, 'nobody']) {
      const answer = await call(endpoint, '/api/session', { body: { username: name, password: 'wrong' } });
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'session.wrong']);
    }
  });

  it('after ten wrong passwords even the right one has to wait', async () => {
    const { username } = await addPerson(endpoint, XIJI, ['clerk']);
    const attempt = (password: string) => call(endpoint, '/api/session', { body: { username, password } });
    for (let count = 0; count < 10; count += 1) expect((await attempt('wrong')).status).toBe(401);
    expect(await codeOf(await attempt(PASSWORD))).toBe('rate.limited');
    hours += 1;
    expect((await attempt(PASSWORD)).status).toBe(200);
  });

  it('many wrong passwords at one moment do not all get a look', async () => {
    const { username } = await addPerson(endpoint, XIJI, ['clerk']);
    const attempt = (password: string) => call(endpoint, '/api/session', { body: { username, password } });
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('wrong')));
    expect(answers.filter((one) => one.status === 401)).toHaveLength(10);
    hours += 1;
  });

  it('a right password takes back what was counted', async () => {
    const { username } = await addPerson(endpoint, XIJI, ['clerk']);
    const attempt = (password: string) => call(endpoint, '/api/session', { body: { username, password } });
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 9; count += 1) expect((await attempt('wrong')).status).toBe(401);
      expect((await attempt(PASSWORD)).status).toBe(200);
    }
    expect((await attempt('wrong')).status).toBe(401);
  });

  it('from all addresses together a name has an allowance of its own', async () => {
    const { username } = await addPerson(endpoint, XIJI, ['clerk']);
    const attempt = (address: number, password: string) =>
      call(endpoint, '/api/session', {
        body: { username, password },
        headers: { 'x-forwarded-for': `192.0.2.${address}` },
      });
    for (let address = 1; address <= MAX_ATTEMPTS_EVERYWHERE / 10; address += 1) {
      const wrong = await Promise.all(Array.from({ length: 10 }, () => attempt(address, 'wrong')));
      expect(wrong.map((one) => one.status)).toEqual(Array(10).fill(401));
    }
    expect(await codeOf(await attempt(200, PASSWORD))).toBe('rate.limited');
    hours += 1;
    expect((await attempt(200, PASSWORD)).status).toBe(200);
  });

  it('another site’s page cannot sign anybody in or out', async () => {
    const body = { username: 'x', password: 'y' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await call(endpoint, '/api/session', {
        body,
        headers: headers as Record<string, string>,
      });
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'session.otherOrigin']);
    }
    const own = await call(endpoint, '/api/session', { body, headers: { origin: endpoint.url } });
    expect(own.status).toBe(401);
  });
});

describe('a session', () => {
  it('slides: it ends twelve hours after its last use', async () => {
    const cookie = await signIn(endpoint, await addPerson(endpoint, XIJI, ['clerk']));
    for (let turn = 0; turn < 3; turn += 1) {
      hours += 8;
      const answer = await call(endpoint, '/api/session', { cookie });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toContain('Max-Age=43200');
    }
    hours += 12;
    const answer = await call(endpoint, '/api/session', { cookie });
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'session.required']);
  });

  it('ends when the person signs out', async () => {
    const cookie = await signIn(endpoint, await addPerson(endpoint, XIJI, ['clerk']));
    expect((await call(endpoint, '/api/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await call(endpoint, '/api/session', { cookie })).status).toBe(401);
  });

  it('that was begun with a proof counts with that proof alone: the cookie lies on the disk', async () => {
    const { username, password } = await addPerson(endpoint, XIJI, ['clerk']);
    const proof = 'P'.repeat(43);
    const begin = { body: { username, password }, headers: { [PROOF_HEADER]: proof } };
    const begun = await call(endpoint, '/api/session', begin);
    const cookie = (begun.headers.get('set-cookie') ?? '').replace(/;.*/s, '');
    for (const path of [
      '/api/session',
      `/api/feed?scope=${XIJI}`,
      `/api/feed/live?scope=${XIJI}`,
      '/api/cases',
    ])
      for (const headers of [{}, { [PROOF_HEADER]: 'p'.repeat(43) }, { [PROOF_HEADER]: '' }])
        expect((await call(endpoint, path, { cookie, headers })).status, path).toBe(401);
    const asked = { cookie, headers: { [PROOF_HEADER]: proof } };
    expect((await call(endpoint, '/api/session', asked)).status).toBe(200);
    expect((await call(endpoint, `/api/feed?scope=${XIJI}`, asked)).status).toBe(200);
    const endless = { cookie, headers: { [PROOF_HEADER]: 'P'.repeat(101) } };
    expect(await codeOf(await call(endpoint, '/api/session', endless))).toBe('request.malformed');
    expect((await call(endpoint, '/api/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await call(endpoint, '/api/session', asked)).status, 'ended without it').toBe(401);
  });
});

describe('a device', () => {
  it('a second person signs in on it and signs commands with a key of their own', async () => {
    const hand = await enrolDevice(endpoint, await addPerson(endpoint, DISTRICT, ['clerk']), DISTRICT);
    const second = await addPerson(endpoint, DISTRICT, ['clerk']);
    const personKey = await makeKey();
    await signIn(endpoint, second, { device: hand.device, personKey: personKey.publicKey });
    const own = { ...hand, person: second.id, personKey };
    expect(await send(endpoint, own, [await receive(own, endpoint.now())])).toMatchObject([
      { outcome: 'recorded' },
    ]);
    const { username, password } = await addPerson(endpoint, DISTRICT, ['clerk']);
    const stolen = { username, password, device: hand.device, personKey: personKey.publicKey };
    expect(await codeOf(await call(endpoint, '/api/session', { body: stolen }))).toBe('signature.notTheirs');
    const nowhere = { ...stolen, device: v7() };
    expect(await codeOf(await call(endpoint, '/api/session', { body: nowhere }))).toBe('device.unknown');
  });
});
