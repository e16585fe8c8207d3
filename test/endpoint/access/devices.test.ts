import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { slotOf } from '../../../src/endpoint/access/devices.ts';
import type { DeviceEntry } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import {
  addPerson,
  call,
  enrolDevice,
  handAt,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { DISTRICT, XIJI } from '../../support/intake.ts';
import { makeKey, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let admin: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
afterAll(() => endpoint.stop());

const change = (device: string, body: Record<string, unknown>, cookie = admin): Promise<Response> =>
  call(endpoint, `/api/devices/${device}`, {
    ...{ method: 'PATCH', cookie },
    body: { reason: '平板遗失', ...body },
  });
const changed = async (hand: TestHand, body: Record<string, unknown>): Promise<DeviceEntry> => {
  const answer = await change(hand.device, body);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await answer.json()) as DeviceEntry;
};
const eventsAbout = async ({ device }: TestHand) => {
  const events = await endpoint.store.read.events(ACCESS_STREAM);
  return events
    .map(({ type, data }) => ({ type, data: JSON.parse(data ?? '{}') as Record<string, unknown> }))
    .filter((event) => event.data.device === device && event.type !== 'deviceEnrolled');
};

describe('the administrator’s list of devices', () => {
  it('says whose each is, who works on it, and whether it may be trusted; keys stand nowhere in it', async () => {
    const first = await addPerson(endpoint, XIJI, ['clerk']);
    const hand = await enrolDevice(endpoint, first, XIJI);
    const second = await addPerson(endpoint, XIJI, ['clerk']);
    const { publicKey } = await makeKey();
    await signIn(endpoint, second, { device: hand.device, personKey: publicKey });
    const answer = await call(endpoint, '/api/devices', { cookie: admin });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { devices } = (await answer.json()) as { devices: DeviceEntry[] };
    expect(devices.find((one) => one.id === hand.device)).toEqual({
      ...{ id: hand.device, name: '测试窗口', office: XIJI, slot: hand.slot, enrolledAt: expect.any(String) },
      ...{ revokedAt: null, wipe: null, diskEncrypted: false, rolledBack: 0 },
      people: [first.username, second.username].sort(),
      ...{ lastContact: null, version: null, waiting: null, storage: null },
    });
    expect(JSON.stringify(devices)).not.toContain(hand.deviceKey.publicKey);
  });

  it('is for administrators, who alone change it', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    for (const [office, role] of [
      [XIJI, 'clerk'],
      [DISTRICT, 'supervisor'],
    ] as const) {
      const cookie = await signIn(endpoint, await addPerson(endpoint, office, [role]));
      expect(await codeOf(await call(endpoint, '/api/devices', { cookie }))).toBe('session.forbidden');
      expect(await codeOf(await change(hand.device, { revoked: true }, cookie))).toBe('session.forbidden');
      const body = { name: '窗口', office: XIJI };
      const code = await call(endpoint, '/api/devices/codes', { body, cookie });
      expect(await codeOf(code)).toBe('session.forbidden');
    }
    expect(await eventsAbout(hand)).toEqual([]);
  });
});

describe('a change of a device', () => {
  it('revoking and wiping are final, recorded once with the reason, and end what was begun on it at once', async () => {
    for (const [order, type, after] of [
      [{ revoked: true }, 'deviceRevoked', { revokedAt: expect.any(String), wipe: null }],
      [{ wipe: true }, 'deviceWipeOrdered', { revokedAt: null, wipe: 'ordered' }],
    ] as const) {
      const person = await addPerson(endpoint, XIJI, ['clerk']);
      const hand = await enrolDevice(endpoint, person, XIJI);
      const { publicKey } = await makeKey();
      const here = await signIn(endpoint, person, { device: hand.device, personKey: publicKey });
      const elsewhere = await signIn(endpoint, person);
      const first = await changed(hand, order);
      expect(first).toMatchObject(after);
      expect(await changed(hand, order)).toEqual(first);
      expect(await codeOf(await call(endpoint, '/api/session', { cookie: here }))).toBe('session.required');
      expect(await codeOf(await call(endpoint, '/api/session', { cookie: elsewhere }))).toBe(200);
      expect(await eventsAbout(hand)).toEqual([{ type, data: { device: hand.device, reason: '平板遗失' } }]);
    }
  });

  it('that its disk is encrypted is recorded, and taken back, each with its reason', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    for (const diskEncrypted of [true, true, false])
      expect(await changed(hand, { diskEncrypted, reason: '现场核对' })).toMatchObject({ diskEncrypted });
    const data = { device: hand.device, reason: '现场核对' };
    expect(await eventsAbout(hand)).toEqual([
      { type: 'deviceDiskEncrypted', data: { ...data, diskEncrypted: true } },
      { type: 'deviceDiskEncrypted', data: { ...data, diskEncrypted: false } },
    ]);
  });

  it('of a device that is not there changes nothing', async () => {
    expect(await codeOf(await change('00000000-0000-7000-8000-00000000dead', { revoked: true }))).toBe(
      'device.notFound',
    );
  });
});

describe('slots', () => {
  it('are two characters, then three, none twice, until there are none left', () => {
    expect([slotOf(0), slotOf(1), slotOf(32), slotOf(1023), slotOf(1024)]).toEqual([
      ...['00', '01', '10', 'ZZ', '000'],
    ]);
    const all = Array.from({ length: 1_024 + 32 ** 3 }, (_, index) => slotOf(index));
    expect(new Set(all).size).toBe(all.length);
    expect(() => slotOf(all.length)).toThrow(RangeError);
  });
});
