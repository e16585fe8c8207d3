import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { DEFAULT_POLICY, type DevicePolicy } from '../../../src/protocol/resources.ts';
import { codeOf } from '../../support/codes.ts';
import { contact } from '../../support/deviceTalk.ts';
import { addPerson, call, handAt, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { DISTRICT, SANGCUN, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let admin: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
});
afterAll(() => endpoint.stop());

const put = (office: string, policy: Partial<DevicePolicy>, cookie = admin): Promise<Response> =>
  call(endpoint, `/api/policies/${encodeURIComponent(office)}`, {
    ...{ method: 'PUT', cookie },
    body: { ...DEFAULT_POLICY, reason: '下乡', ...policy },
  });

describe('what devices have to hold to', () => {
  it('follows the office, else every office, else the product; each device hears it at its next contact', async () => {
    const [xiji, sangcun] = [await handAt(endpoint, XIJI, 'clerk'), await handAt(endpoint, SANGCUN, 'clerk')];
    const told = async () => [
      (await contact(endpoint, xiji)).policy.idleMinutes,
      (await contact(endpoint, sangcun)).policy.idleMinutes,
    ];
    expect(await told()).toEqual([10, 10]);
    await put('*', { idleMinutes: 5 });
    expect(await told()).toEqual([5, 5]);
    await put(XIJI, { idleMinutes: 3 });
    expect(await told()).toEqual([3, 5]);
    await put(XIJI, { idleMinutes: 4 });
    expect(await told()).toEqual([4, 5]);
  });

  it('is told to a device that is enrolled, and listed by office', async () => {
    await put(XIJI, { wipeAfterDays: 30, keepClosedDays: 0 });
    const answer = await call(endpoint, '/api/policies', { cookie: admin });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { policies } = (await answer.json()) as { policies: { office: string; policy: DevicePolicy }[] };
    expect(policies.find((one) => one.office === XIJI)?.policy).toEqual({
      ...{ idleMinutes: 10, wipeAfterDays: 30, keepClosedDays: 0 },
    });
  });

  it.each([
    ['idleMinutes', 0],
    ['idleMinutes', 241],
    ['idleMinutes', 2.5],
    ['wipeAfterDays', 1],
    ['wipeAfterDays', 366],
    ['keepClosedDays', -1],
    ['keepClosedDays', 366],
    ['keepClosedDays', null],
  ])('%s cannot be %s', async (field, value) => {
    const answer = await put(XIJI, { [field]: value });
    expect(await answer.json()).toMatchObject({ code: 'request.malformed', facts: { path: field } });
  });

  it('is set for offices that exist, by an administrator, and who did so and why is recorded', async () => {
    expect(await codeOf(await put('370406999', {}))).toBe('office.unknown');
    for (const role of ['clerk', 'supervisor', 'editor'] as const) {
      const person = await addPerson(endpoint, role === 'clerk' ? XIJI : DISTRICT, [role]);
      const cookie = await signIn(endpoint, person);
      expect(await codeOf(await put(XIJI, {}, cookie))).toBe('session.forbidden');
      expect(await codeOf(await call(endpoint, '/api/policies', { cookie }))).toBe('session.forbidden');
    }
    await put(XIJI, { idleMinutes: 7 });
    const event = (await endpoint.store.read.events(ACCESS_STREAM)).at(-1);
    expect(event?.type).toBe('policyChanged');
    expect(JSON.parse(event?.data ?? '')).toMatchObject({
      ...{ office: XIJI, policy: { idleMinutes: 7 }, reason: '下乡' },
    });
  });
});
