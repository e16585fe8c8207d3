import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post, Role } from '../../../src/domain/office.ts';
import { addDays, legalDateOf } from '../../../src/domain/time.ts';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { rolesAt } from '../../../src/endpoint/access/powers.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { STAFF_WITH } from '../../../src/protocol/deputies.ts';
import type { StaffMember } from '../../../src/protocol/resources.ts';
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

const person = async (...roles: Role[]) => (await addPerson(endpoint, XIJI, roles)).id;

interface Naming {
  readonly roles?: Role[];
  readonly from?: string;
  readonly until?: string;
}

/** Names somebody for another one. @returns the answer, and the id of the span that is then there */
async function name(id: string, away: string, { roles = ['leader'], ...days }: Naming = {}) {
  const span = { from: today, until: addDays(today, 4), ...days };
  const answer = await call(endpoint, `/api/staff/${id}/deputies${STAFF_WITH}`, {
    body: { for: away, post: { office: XIJI, roles }, ...span, reason: '外出培训' },
    cookie: admin,
  });
  const { posts = [], code } = (await answer.json()) as StaffMember & { code?: string };
  const spans = posts.flatMap(({ deputy }) => (deputy ? [deputy.id] : []));
  return { status: answer.status, code, spans, last: spans.at(-1) };
}

async function change(id: string, what: { posts?: Post[]; disabled?: boolean; password?: string }) {
  const answer = await call(endpoint, `/api/staff/${id}`, {
    ...{ method: 'PATCH', body: { ...what, reason: '岗位调整' }, cookie: admin },
  });
  expect(answer.status).toBe(200);
}

/** What is held at an instant, now if none is given. */
async function held(id: string, at = endpoint.now()): Promise<Role[]> {
  return rolesAt(await endpoint.store.read.posts([id]), id, XIJI, at).sort();
}

/** The entries of the chain that say that a span of somebody was ended. */
async function ends(id: string) {
  const events = await endpoint.store.read.events(ACCESS_STREAM);
  return events
    .filter(({ type }) => type === 'deputyEnded')
    .map(({ data }) => JSON.parse(data ?? '{}'))
    .filter((data) => data.person === id);
}

const at = (office: string, ...roles: Role[]): Post[] => [{ office, roles }];

describe('a deputy of somebody who holds the post no longer', () => {
  it.each([
    ['another post', { posts: at(XIJI, 'reviewer') }],
    ['the same post at another office', { posts: at(SANGCUN, 'leader') }],
    ['none: disabled', { disabled: true }],
  ])('is none any more (%s), and the chain says so', async (_, what) => {
    const [away, id] = [await person('leader'), await person('clerk')];
    const { last } = await name(id, away);
    const soon = await name(id, away, { from: addDays(today, 2), until: addDays(today, 9) });
    const during = endpoint.now();
    later += 60_000;
    await change(away, what);
    later += 60_000;
    expect(await held(id)).toEqual(['clerk']);
    expect(await held(id, new Date(`${addDays(today, 3)}T09:00:00+08:00`).toISOString())).toEqual(['clerk']);
    expect(await held(id, during), 'an act of before stays good').toEqual(['clerk', 'leader']);
    expect(await ends(id)).toEqual(
      [last, soon.last].map((deputy) => ({ person: id, deputy, for: away, reason: '岗位调整' })),
    );
    expect((await verifyStore(endpoint.store)).faults).toEqual([]);
  });

  it('stays one where the post is still held, whatever else changes', async () => {
    const [away, id] = [await person('leader', 'reviewer'), await person('clerk')];
    const leads = await name(id, away);
    const reviews = await name(id, away, { roles: ['reviewer'], until: addDays(today, 5) });
    expect(reviews.spans).toContain(leads.last);
    await change(away, { password: 'a-new-password' });
    await change(away, { posts: at(XIJI, 'sealer', 'leader', 'reviewer') });
    expect(await held(id)).toEqual(['clerk', 'leader', 'reviewer']);
    expect(await ends(id)).toEqual([]);
    later += 60_000;
    await change(away, { posts: at(XIJI, 'leader') });
    expect(await held(id)).toEqual(['clerk', 'leader']);
    expect(await ends(id)).toMatchObject([{ for: away }]);
  });

  it('of another one of the same post is not touched', async () => {
    const [away, other, id] = [await person('leader'), await person('leader'), await person('clerk')];
    await name(id, other);
    await change(away, { disabled: true });
    expect(await held(id)).toEqual(['clerk', 'leader']);
  });

  it('cannot be named for somebody who is disabled', async () => {
    const [away, id] = [await person('leader'), await person('clerk')];
    await change(away, { disabled: true });
    expect(await name(id, away)).toMatchObject({ code: 'deputy.notHeld' });
  });
});

describe('a deputy who is given other posts', () => {
  it('acts for nobody any more, and the chain says of each span that it ended', async () => {
    const [away, id] = [await person('leader', 'reviewer'), await person('clerk')];
    const first = await name(id, away);
    await name(id, away, { roles: ['reviewer'] });
    const over = first.last;
    await call(endpoint, `/api/staff/${id}/deputies/${over}/end`, {
      body: { reason: '提前回来' },
      cookie: admin,
    });
    later += 60_000;
    await change(id, { posts: at(XIJI, 'clerk', 'sealer') });
    expect(await held(id)).toEqual(['clerk', 'sealer']);
    const told = await ends(id);
    expect(told.map(({ reason }) => reason)).toEqual(['提前回来', '岗位调整']);
    expect(told[1].deputy).not.toBe(over);
    const types = (await endpoint.store.read.events(ACCESS_STREAM)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['deputyEnded', 'postsChanged']);
  });
});

describe('naming somebody twice', () => {
  const namings = async (id: string) =>
    (await endpoint.store.read.events(ACCESS_STREAM)).filter(
      ({ type, data }) => type === 'deputyNamed' && JSON.parse(data ?? '{}').person === id,
    ).length;

  it.each([
    ['from today', {}],
    ['for later', { from: 2 }],
  ])('in the same words makes one span (%s)', async (_, { from = 0 }: { from?: number }) => {
    const [away, id] = [await person('leader', 'reviewer'), await person('clerk')];
    const days = { from: addDays(today, from) };
    const first = await name(id, away, { ...days, roles: ['leader', 'reviewer'] });
    later += 60_000;
    const again = await name(id, away, { ...days, roles: ['reviewer', 'leader'] });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.spans).toHaveLength(1);
    expect(again.spans).toEqual(first.spans);
    expect(await namings(id)).toBe(1);
  });

  it('for another one, other posts or other days makes another span', async () => {
    const [away, other, id] = [
      await person('leader', 'reviewer'),
      await person('leader'),
      await person('clerk'),
    ];
    await name(id, away);
    await name(id, other);
    await name(id, away, { roles: ['reviewer'] });
    await name(id, away, { until: addDays(today, 5) });
    await name(id, away, { from: addDays(today, 1) });
    expect(await namings(id)).toBe(5);
  });

  it('after the first span was ended begins anew', async () => {
    const [away, id] = [await person('leader'), await person('clerk')];
    const { last } = await name(id, away);
    const body = { reason: '提前回来' };
    await call(endpoint, `/api/staff/${id}/deputies/${last}/end`, { body, cookie: admin });
    later += 60_000;
    expect((await name(id, away)).spans).not.toEqual([last]);
    expect(await held(id)).toEqual(['clerk', 'leader']);
  });
});
