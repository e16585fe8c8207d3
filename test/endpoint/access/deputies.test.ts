import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, legalDateOf } from '../../../src/domain/time.ts';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { postsAt, rolesAt } from '../../../src/endpoint/access/powers.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { STAFF_WITH } from '../../../src/protocol/deputies.ts';
import { HeldPost, SESSION_WITH } from '../../../src/protocol/posts.ts';
import { Session, StaffMember } from '../../../src/protocol/resources.ts';
import { addPerson, call, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { DISTRICT, SANGCUN, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let admin: string;
let today: string;
/** How much later than by the computer's clock it is here. */
let later = 0;
beforeAll(async () => {
  endpoint = await startEndpoint({ clock: () => Date.now() + later });
  admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
  today = legalDateOf(endpoint.now());
});
afterAll(() => endpoint.stop());

/** An id that nothing has. */
const unlike = (id: string): string => id.replace(/.$/, (last) => (last === 'f' ? 'e' : 'f'));

const code = async (answer: Response) => ((await answer.json()) as { code: string }).code;

async function staff(query = STAFF_WITH): Promise<StaffMember[]> {
  const list = await (await call(endpoint, `/api/staff${query}`, { cookie: admin })).json();
  return (list as { staff: StaffMember[] }).staff;
}

async function idOf(username: string): Promise<string> {
  return (await staff()).find((one) => one.username === username)?.id ?? '';
}

/** A leader of 西集镇 who goes away, and a reviewer there who steps in. */
async function people() {
  const [away, deputy] = [
    await addPerson(endpoint, XIJI, ['leader', 'reviewer']),
    await addPerson(endpoint, XIJI, ['clerk']),
  ];
  return { deputy, away: await idOf(away.username), id: await idOf(deputy.username) };
}

const name = (id: string, away: string, more: Record<string, unknown> = {}, cookie = admin) =>
  call(endpoint, `/api/staff/${id}/deputies`, {
    body: {
      ...{ for: away, post: { office: XIJI, roles: ['leader'] }, from: today, until: addDays(today, 4) },
      ...{ reason: '外出培训', ...more },
    },
    cookie,
  });

/** The deputy's post as the list of staff has it. */
async function spanOf(id: string): Promise<NonNullable<StaffMember['posts'][number]['deputy']>> {
  const found = (await staff()).find((one) => one.id === id)?.posts.find((post) => post.deputy)?.deputy;
  if (!found) throw new Error('nobody’s deputy');
  return found;
}

const end = (id: string, deputy: string, body: Record<string, unknown> = {}, cookie = admin) =>
  call(endpoint, `/api/staff/${id}/deputies/${deputy}/end`, {
    body: { reason: '提前回来', ...body },
    cookie,
  });

describe('a deputy', () => {
  it('holds the other one’s posts beside the own ones from day to day, and no longer', async () => {
    const { away, id } = await people();
    const from = addDays(today, 2);
    expect((await name(id, away, { from })).status).toBe(201);
    const rows = await endpoint.store.read.posts([id]);
    const on = (day: string, time: string) =>
      [...rolesAt(rows, id, XIJI, new Date(`${day}T${time}+08:00`).toISOString())].sort();
    expect(on(addDays(today, 1), '23:50:00')).toEqual(['clerk']);
    expect(on(from, '00:00:00')).toEqual(['clerk', 'leader']);
    expect(on(addDays(today, 4), '23:59:59')).toEqual(['clerk', 'leader']);
    expect(on(addDays(today, 5), '00:00:00')).toEqual(['clerk']);
  });

  it('is told of it with its span by the session, so that a device knows it without a line', async () => {
    const { away, deputy, id } = await people();
    await name(id, away, { from: addDays(today, 2) });
    const cookie = await signIn(endpoint, deputy);
    const answer = await call(endpoint, `/api/session${SESSION_WITH}`, { cookie });
    const session = (await answer.json()) as Session;
    expect(session.posts).toMatchObject([
      { office: XIJI, roles: ['clerk'] },
      {
        ...{ office: XIJI, roles: ['leader'], from: expect.any(String), to: expect.any(String) },
        deputy: { id: (await spanOf(id)).id, for: away, name: expect.stringMatching(/./) },
      },
    ]);
    const rows = await endpoint.store.read.posts([id]);
    expect(postsAt(rows, id, endpoint.now()).map((post) => post.roles)).toEqual([['clerk']]);
  });

  it('is named by an administrator only, for posts that the other one holds, for a time that is to come', async () => {
    const { away, deputy, id } = await people();
    const clerk = await signIn(endpoint, deputy);
    expect(await code(await name(id, away, {}, clerk))).toBe('session.forbidden');
    expect(await code(await name(away, away))).toBe('deputy.self');
    expect(await code(await name(id, unlike(id)))).toBe('staff.unknown');
    for (const post of [
      { office: XIJI, roles: ['sealer'] },
      { office: XIJI, roles: ['leader', 'sealer'] },
      { office: SANGCUN, roles: ['leader'] },
    ])
      expect(await code(await name(id, away, { post }))).toBe('deputy.notHeld');
    for (const days of [
      { from: addDays(today, -5), until: addDays(today, -1) },
      { from: addDays(today, 3), until: addDays(today, 2) },
      { until: addDays(today, 92) },
    ])
      expect(await code(await name(id, away, days))).toBe('deputy.days');
    expect(await code(await name(id, away, { reason: ' ' }))).toBe('request.malformed');
    expect(await code(await name(id, away, { until: '2026-02-31' }))).toBe('request.malformed');
  });

  it('has no deputy of these posts, and gives nobody the power to administer or oversee', async () => {
    const { away, id } = await people();
    await name(id, away);
    const third = await idOf((await addPerson(endpoint, XIJI, ['clerk'])).username);
    expect(await code(await name(third, id))).toBe('deputy.notHeld');
    const overseer = await idOf((await addPerson(endpoint, DISTRICT, ['supervisor', 'admin'])).username);
    for (const role of ['supervisor', 'admin'])
      expect(await code(await name(id, overseer, { post: { office: DISTRICT, roles: [role] } }))).toBe(
        'deputy.notHeld',
      );
  });

  it('never counts from before it was recorded, and ends when other posts are given', async () => {
    const { away, id } = await people();
    const before = endpoint.now();
    await name(id, away, { from: addDays(today, -1) });
    const [, post] = await endpoint.store.read.posts([id]);
    expect(post && post.from >= before).toBe(true);
    await call(endpoint, `/api/staff/${id}`, {
      method: 'PATCH',
      body: { posts: [{ office: XIJI, roles: ['sealer'] }], reason: '岗位调整' },
      cookie: admin,
    });
    const rows = await endpoint.store.read.posts([id]);
    expect(postsAt(rows, id, endpoint.now()).map((one) => one.roles)).toEqual([['sealer']]);
  });

  it('stands in the chain with the reason', async () => {
    const { away, id } = await people();
    await name(id, away);
    const last = (await endpoint.store.read.events(ACCESS_STREAM)).at(-1);
    expect(last?.type).toBe('deputyNamed');
    expect(JSON.parse(last?.data ?? '{}')).toMatchObject({ person: id, for: away, reason: '外出培训' });
    expect((await verifyStore(endpoint.store)).faults).toEqual([]);
  });
});

describe('a deputy’s span', () => {
  it('ends early: from then on it counts no more, and what was done in it stays good', async () => {
    const { away, deputy, id } = await people();
    await name(id, away);
    const cookie = await signIn(endpoint, deputy);
    const during = endpoint.now();
    later += 60_000;
    const { id: span, for: whom } = await spanOf(id);
    expect(whom).toBe(away);
    const answer = await end(id, span);
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as StaffMember).posts).toEqual([{ office: XIJI, roles: ['clerk'] }]);
    const rows = await endpoint.store.read.posts([id]);
    expect(rolesAt(rows, id, XIJI, during)).toContain('leader');
    expect(rolesAt(rows, id, XIJI, endpoint.now())).toEqual(['clerk']);
    // The session that the device has goes on, and tells of it.
    const session = (await (await call(endpoint, '/api/session', { cookie })).json()) as Session;
    expect(session.posts).toEqual([{ office: XIJI, roles: ['clerk'] }]);
  });

  it('that is still to come never begins', async () => {
    const { away, id } = await people();
    await name(id, away, { from: addDays(today, 2) });
    await end(id, (await spanOf(id)).id);
    const rows = await endpoint.store.read.posts([id]);
    const then = new Date(`${addDays(today, 3)}T09:00:00+08:00`).toISOString();
    expect(rolesAt(rows, id, XIJI, then)).toEqual(['clerk']);
  });

  it('ends alone: another one of the same person, and the own posts of both, stay', async () => {
    const { away, id } = await people();
    await name(id, away, { from: addDays(today, 1) });
    const first = (await spanOf(id)).id;
    await name(id, away, { post: { office: XIJI, roles: ['reviewer'] }, from: addDays(today, 1) });
    await end(id, first);
    const held = async (person: string) =>
      (await endpoint.store.read.posts([person]))
        .filter((post) => post.to === null || post.to > endpoint.now())
        .map((post) => post.roles);
    expect(await held(id)).toEqual([['clerk'], ['reviewer']]);
    expect(await held(away)).toEqual([['leader', 'reviewer']]);
  });

  it('is ended by an administrator with a reason, once, and by its own name', async () => {
    const { away, deputy, id } = await people();
    await name(id, away);
    const span = (await spanOf(id)).id;
    expect(await code(await end(id, span, {}, await signIn(endpoint, deputy)))).toBe('session.forbidden');
    expect(await code(await end(id, span, { reason: ' ' }))).toBe('request.malformed');
    expect(await code(await end(id, unlike(span)))).toBe('deputy.unknown');
    // A span is one person's: under another one's address there is none.
    expect(await code(await end(away, span))).toBe('deputy.unknown');
    expect(await code(await end(unlike(id), span))).toBe('staff.unknown');
    expect((await end(id, span)).status).toBe(200);
    expect(await code(await end(id, span))).toBe('deputy.over');
  });

  it('stands in the chain with who ended it and why', async () => {
    const { away, id } = await people();
    await name(id, away);
    const span = (await spanOf(id)).id;
    await end(id, span);
    const [named, ended] = (await endpoint.store.read.events(ACCESS_STREAM)).slice(-2);
    expect([named?.type, ended?.type]).toEqual(['deputyNamed', 'deputyEnded']);
    expect(JSON.parse(named?.data ?? '{}')).toMatchObject({ deputy: span });
    expect(JSON.parse(ended?.data ?? '{}')).toEqual({
      ...{ person: id, deputy: span, for: away, reason: '提前回来' },
    });
    expect((await verifyStore(endpoint.store)).faults).toEqual([]);
  });
});

describe('an app of before there were deputies by name', () => {
  const { deputy: _, ...post } = HeldPost.entries;
  const posts = v.array(v.strictObject(post));
  const { colleagues: __, ...session } = Session.entries;
  const OlderSession = v.strictObject({ ...session, posts });
  const OlderMember = v.strictObject({ ...StaffMember.entries, posts });

  it('is told posts and span of somebody who acts for another, and no key that it does not know', async () => {
    const { away, deputy, id } = await people();
    expect(v.is(OlderMember, await (await name(id, away)).json())).toBe(true);
    const cookie = await signIn(endpoint, deputy);
    const told = async (query: string) =>
      await (await call(endpoint, `/api/session${query}`, { cookie })).json();
    expect(v.is(OlderSession, await told(SESSION_WITH))).toBe(false);
    const known = v.parse(OlderSession, await told(''));
    expect(known.posts).toMatchObject([
      { roles: ['clerk'] },
      { roles: ['leader'], from: expect.any(String), to: expect.any(String) },
    ]);
    const { username, password } = deputy;
    const begun = await call(endpoint, '/api/session', { body: { username, password } });
    expect(v.is(OlderSession, await begun.json())).toBe(true);
  });

  it('reads and changes staff among whom there are deputies', async () => {
    const { away, id } = await people();
    await name(id, away);
    const member = (list: StaffMember[]) => list.find((one) => one.id === id);
    expect(v.is(OlderMember, member(await staff()))).toBe(false);
    expect(v.is(StaffMember, member(await staff()))).toBe(true);
    expect(v.is(v.array(OlderMember), await staff(''))).toBe(true);
    const body = { password: 'a-new-password', reason: '忘记密码' };
    const change = { method: 'PATCH', body, cookie: admin };
    expect(v.is(OlderMember, await (await call(endpoint, `/api/staff/${id}`, change)).json())).toBe(true);
    const asked = await call(endpoint, `/api/staff/${id}${STAFF_WITH}`, change);
    expect(v.parse(StaffMember, await asked.json()).posts.at(-1)?.deputy?.for).toBe(away);
    expect(await code(await call(endpoint, '/api/staff?with=everything', { cookie: admin }))).toBe(
      'request.malformed',
    );
  });
});
