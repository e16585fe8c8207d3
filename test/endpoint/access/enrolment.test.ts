import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { MAX_ATTEMPTS } from '../../../src/endpoint/access/attempts.ts';
import { DEFAULT_POLICY, type Enrolled, type ShownEnrolmentCode } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import { addPerson, call, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { DISTRICT, XIJI } from '../../support/intake.ts';
import { rowsOf } from '../../support/rows.ts';
import { makeKey, type TestKey } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let admin: string;
let key: TestKey;
let minutes = 0;
beforeAll(async () => {
  const start = Date.now();
  endpoint = await startEndpoint({ clock: () => start + minutes * 60_000 });
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
  key = await makeKey();
});
afterAll(() => endpoint.stop());

async function newCode(name = '下乡平板', office = XIJI): Promise<ShownEnrolmentCode> {
  const answer = await call(endpoint, '/api/devices/codes', { body: { name, office }, cookie: admin });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
  return (await answer.json()) as ShownEnrolmentCode;
}

const enrol = (code: string, id = v7(), deviceKey = key.publicKey) =>
  call(endpoint, '/api/devices', { body: { id, code, deviceKey } });

async function enrolled(code: string, id?: string): Promise<Enrolled> {
  const answer = await enrol(code, id);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await answer.json()) as Enrolled;
}

describe('a device is enrolled with a code that an administrator shows', () => {
  it('and gets its name, office, slot, the key to seal to and the policy', async () => {
    const { code } = await newCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const id = v7();
    expect(await enrolled(code, id)).toEqual({
      ...{ id, name: '下乡平板', office: XIJI, slot: expect.stringMatching(/^[0-9A-Z]{2}$/) },
      ...{ sealing: endpoint.context.sealing.current(), policy: DEFAULT_POLICY, diskEncrypted: false },
      documentKeys: endpoint.context.documents.publicKeys(),
      now: endpoint.now(),
    });
  });

  it('as people type it: in small letters, in groups, with O for 0 and L for 1', async () => {
    const { code } = await newCode();
    const typed = code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
      .replace(/^(.{4})/, '$1 - ');
    await enrolled(typed);
  });

  it('no two devices ever get one slot', async () => {
    const slots = [];
    for (let turn = 0; turn < 3; turn += 1) slots.push((await enrolled((await newCode()).code)).slot);
    expect(new Set(slots).size).toBe(3);
  });

  it('the code is kept nowhere; who made it, and the device, stand in the access chain', async () => {
    const { code } = await newCode('窗口一');
    const { id } = await enrolled(code);
    expect(JSON.stringify(rowsOf(`${endpoint.dataDir}/jinban.sqlite`))).not.toContain(code);
    const [made, done] = (await endpoint.store.read.events(ACCESS_STREAM)).slice(-2);
    expect([made?.type, done?.type]).toEqual(['enrolmentCodeMade', 'deviceEnrolled']);
    expect(JSON.parse(done?.data ?? '')).toMatchObject({ device: id, name: '窗口一', office: XIJI });
  });
});

describe('a code is good for one device and half an hour', () => {
  it('used twice it is refused, and says so', async () => {
    const { code } = await newCode();
    await enrolled(code);
    const again = await enrol(code);
    expect([again.status, await codeOf(again)]).toEqual([409, 'enrol.codeUsed']);
  });

  it('of many devices that use it at one moment one is enrolled', async () => {
    const { code } = await newCode();
    const codes = await Promise.all(Array.from({ length: 5 }, async () => codeOf(await enrol(code))));
    expect(codes.sort()).toEqual([200, ...Array(4).fill('enrol.codeUsed')]);
  });

  it('a device that lost the answer asks again and is enrolled once, even after the code’s end', async () => {
    const { code } = await newCode();
    const first = await enrolled(code);
    minutes += 60;
    const again = await enrolled(code, first.id);
    expect({ ...again, now: first.now }).toEqual(first);
    const other = await makeKey();
    expect(await codeOf(await enrol(code, first.id, other.publicKey))).toBe('enrol.taken');
  });

  it('expires after thirty minutes', async () => {
    const [first, second] = [await newCode(), await newCode()];
    expect(Date.parse(first.expiresAt) - Date.parse(endpoint.now())).toBe(30 * 60_000);
    minutes += 29;
    await enrolled(first.code);
    minutes += 1;
    const late = await enrol(second.code);
    expect([late.status, await codeOf(late)]).toEqual([403, 'enrol.codeWrong']);
  });

  it('of an office that is closed enrols nothing, and none can be made for it', async () => {
    const { code } = await newCode();
    const offices = seedCatalogue.offices.filter((office) => office.id !== XIJI);
    endpoint.context.published.adopt({ ...seedCatalogue, offices });
    expect(await codeOf(await enrol(code))).toBe('office.unknown');
    const body = { name: '窗口', office: XIJI };
    const none = await call(endpoint, '/api/devices/codes', { body, cookie: admin });
    expect(await codeOf(none)).toBe('office.unknown');
    endpoint.context.published.adopt(seedCatalogue);
    await enrolled(code);
  });

  it('a device that was revoked is not let in again by asking', async () => {
    const { code } = await newCode();
    const { id } = await enrolled(code);
    const body = { revoked: true, reason: '遗失' };
    await call(endpoint, `/api/devices/${id}`, { method: 'PATCH', body, cookie: admin });
    expect(await codeOf(await enrol(code, id))).toBe('device.revoked');
  });
});

describe('guessing', () => {
  it('after ten wrong codes even the right one has to wait a quarter of an hour; a right one forgives none', async () => {
    minutes += 60;
    const { code } = await newCode();
    for (let turn = 0; turn < MAX_ATTEMPTS - 1; turn += 1)
      expect(await codeOf(await enrol('ZZZZZZZZ'))).toBe('enrol.codeWrong');
    minutes += 1;
    await enrolled(code);
    expect(await codeOf(await enrol('ZZZZZZZZ'))).toBe('enrol.codeWrong');
    const { code: waiting } = await newCode();
    const answer = await enrol(waiting);
    expect([answer.status, await codeOf(answer)]).toEqual([429, 'rate.limited']);
    minutes += 16;
    await enrolled(waiting);
  });
});
