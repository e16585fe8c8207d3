import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { newSetupCode } from '../../../src/endpoint/access/setup.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import type { StaffMember } from '../../../src/protocol/resources.ts';
import {
  call,
  enrolDevice,
  PASSWORD,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { DISTRICT, receive, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let admin: string;
let first: StaffMember;

beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const add = async (username: string, posts: StaffMember['posts'], cookie = admin) =>
  call(endpoint, '/api/staff', { body: { username, password: PASSWORD, name: '张窗口', posts }, cookie });
const change = (id: string, body: Record<string, unknown>, cookie = admin) =>
  call(endpoint, `/api/staff/${id}`, { method: 'PATCH', body: { reason: '岗位调整', ...body }, cookie });
const clerkAt = (office: string) => [{ office, roles: ['clerk' as const] }];

describe('the first administrator', () => {
  const setup = (code: string) =>
    call(endpoint, '/api/setup', {
      body: { code, username: 'admin', password: PASSWORD, name: '管理员' },
    });

  it('is made with the one-time code of the last start, once', async () => {
    const { context, store } = endpoint;
    const old = await newSetupCode(store, context.randomBytes);
    const code = (await newSetupCode(store, context.randomBytes)) ?? '';
    expect(await codeOf(await setup(old ?? ''))).toBe('setup.codeWrong');
    const answer = await setup(code.toLowerCase().replaceAll('-', ' '));
    expect(answer.status).toBe(201);
    first = (await answer.json()) as StaffMember;
    expect(first.posts).toEqual([{ office: DISTRICT, roles: ['admin'] }]);
    expect(await codeOf(await setup(code))).toBe('setup.done');
    expect(await newSetupCode(store, context.randomBytes)).toBeUndefined();
    admin = await signIn(endpoint, { username: 'admin', password: PASSWORD });
  });
});

describe('staff', () => {
  it('are added, listed and changed by an administrator only', async () => {
    const answer = await add('xiji.one', clerkAt(XIJI));
    expect(answer.status).toBe(201);
    const member = (await answer.json()) as StaffMember;
    expect(await codeOf(await add('xiji.one', clerkAt(XIJI)))).toBe('staff.usernameTaken');
    const clerk = await signIn(endpoint, { username: 'xiji.one', password: PASSWORD });
    expect(await codeOf(await add('xiji.two', clerkAt(XIJI), clerk))).toBe('session.forbidden');
    expect(await codeOf(await call(endpoint, '/api/staff', { cookie: clerk }))).toBe('session.forbidden');
    expect(await codeOf(await change(member.id, { disabled: true }, clerk))).toBe('session.forbidden');
    const list = (await (await call(endpoint, '/api/staff', { cookie: admin })).json()) as {
      staff: StaffMember[];
    };
    expect(list.staff.map((one) => one.username)).toEqual(['admin', 'xiji.one']);
    expect(JSON.stringify(list)).not.toContain('argon2');
  });

  it('hold only posts that exist', async () => {
    expect(await codeOf(await add('a.one', clerkAt('370406999')))).toBe('office.unknown');
    expect(await codeOf(await add('a.one', [{ office: XIJI, roles: ['admin'] }]))).toBe('request.malformed');
    expect(await codeOf(await add('a.one', []))).toBe('request.malformed');
    expect(await codeOf(await change('00000000-0000-7000-8000-00000000dead', { disabled: true }))).toBe(
      'staff.unknown',
    );
  });

  it('who is disabled is signed out at once, and what they still send goes to a supervisor', async () => {
    const member = (await (await add('xiji.three', clerkAt(XIJI))).json()) as StaffMember;
    const sign = { username: 'xiji.three', password: PASSWORD };
    const hand = await enrolDevice(endpoint, { ...sign, id: member.id }, XIJI);
    const cookie = await signIn(endpoint, sign);
    const received = await receive(hand, endpoint.now());
    expect(await (await change(member.id, { disabled: true })).json()).toMatchObject({ disabled: true });
    expect((await call(endpoint, '/api/session', { cookie })).status).toBe(401);
    expect((await call(endpoint, '/api/session', { body: sign })).status).toBe(401);
    expect(await send(endpoint, hand, [received])).toMatchObject([
      { outcome: 'quarantined', code: 'person.disabled' },
    ]);
    await change(member.id, { disabled: false });
    await signIn(endpoint, sign);
  });

  it('a new post counts from now on, and the earlier one is remembered with its end', async () => {
    const member = (await (await add('xiji.four', clerkAt(XIJI))).json()) as StaffMember;
    await change(member.id, { posts: clerkAt(DISTRICT) });
    const posts = await endpoint.store.read.posts([member.id]);
    expect(posts).toMatchObject([
      { office: XIJI, to: expect.any(String) },
      { office: DISTRICT, to: null },
    ]);
    expect(posts[0]?.to).toBe(posts[1]?.from);
  });

  it('a reset password ends the sessions of the old one', async () => {
    const member = (await (await add('xiji.five', clerkAt(XIJI))).json()) as StaffMember;
    const cookie = await signIn(endpoint, { username: 'xiji.five', password: PASSWORD });
    await change(member.id, { password: 'a-new-password' });
    expect((await call(endpoint, '/api/session', { cookie })).status).toBe(401);
    await signIn(endpoint, { username: 'xiji.five', password: 'a-new-password' });
  });

  it('the last administrator can be neither disabled nor moved', async () => {
    expect(await codeOf(await change(first.id, { disabled: true }))).toBe('staff.lastAdmin');
    expect(await codeOf(await change(first.id, { posts: clerkAt(DISTRICT) }))).toBe('staff.lastAdmin');
    expect((await call(endpoint, '/api/staff', { cookie: admin })).status).toBe(200);
  });

  it('every change stands in the access chain, which holds', async () => {
    const events = await endpoint.store.read.events(ACCESS_STREAM);
    const types = events.map((event) => event.type);
    expect(types[0]).toBe('administratorMade');
    for (const type of [
      'staffAdded',
      'staffDisabled',
      'staffEnabled',
      'postsChanged',
      'passwordReset',
      'deviceEnrolled',
    ])
      expect(types).toContain(type);
    expect(events.map((event) => event.data).join()).not.toContain(PASSWORD);
    expect((await verifyStore(endpoint.store)).faults).toEqual([]);
  });
});
