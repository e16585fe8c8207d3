import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legalDateOf } from '../../../src/domain/time.ts';
import { actedFor } from '../../../src/endpoint/access/powers.ts';
import type { PostRow } from '../../../src/endpoint/store/peoplePort.ts';
import type { StaffMember } from '../../../src/protocol/resources.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { accept, DISTRICT, receive, streamOf, XIJI } from '../../support/intake.ts';

const NOON = '2026-11-27T04:00:00.000Z';
const own: PostRow = {
  person: 'p1',
  office: XIJI,
  roles: ['clerk'],
  from: '2026-01-01T00:00:00.000Z',
  to: null,
};
const acting: PostRow = {
  ...{ person: 'p1', office: XIJI, roles: ['leader', 'clerk'] },
  ...{ from: '2026-11-26T16:00:00.000Z', to: '2026-11-28T16:00:00.000Z' },
  deputy: { id: 'd1', for: 'p2' },
};

describe('for whom somebody acted', () => {
  const act = { by: 'p1', office: XIJI, at: NOON };

  it('is who was away, of what only the deputy’s post gives the power for', () => {
    expect(actedFor([own, acting], act, ['leader'])).toBe('p2');
    expect(actedFor([own, acting], act, ['clerk'])).toBeUndefined();
    expect(actedFor([own, acting], act, ['sealer'])).toBeUndefined();
  });

  it('is nobody before and after the days of it, at another office and of another person', () => {
    for (const other of [
      { at: '2026-11-26T12:00:00.000Z' },
      { at: '2026-11-28T16:00:00.000Z' },
      { office: DISTRICT },
      { by: 'p2' },
    ])
      expect(actedFor([own, acting], { ...act, ...other }, ['leader'])).toBeUndefined();
  });
});

describe('the history of a case', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await startEndpoint();
  });
  afterAll(() => endpoint.stop());

  it('names who acted and who was away, and after the end nothing more is taken from the deputy', async () => {
    const admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin', 'supervisor']));
    const [away, deputy] = [await handAt(endpoint, XIJI, 'clerk'), await handAt(endpoint, XIJI, 'reviewer')];
    const today = legalDateOf(endpoint.now());
    const span = { from: today, until: today, reason: '外出培训' };
    const named = await call(endpoint, `/api/staff/${deputy.person}/deputies`, {
      body: { for: away.person, post: { office: XIJI, roles: ['clerk'] }, ...span },
      cookie: admin,
    });
    const { posts } = (await named.json()) as StaffMember;
    const received = await receive(deputy, endpoint.now());
    expect(await send(endpoint, deputy, [received])).toMatchObject([{ outcome: 'recorded' }]);
    const id = posts.find((post) => post.deputy)?.deputy?.id;
    const end = { body: { reason: '提前回来' }, cookie: admin };
    expect((await call(endpoint, `/api/staff/${deputy.person}/deputies/${id}/end`, end)).status).toBe(200);
    const tooLate = await accept(deputy, received, endpoint.now());
    expect(await send(endpoint, deputy, [tooLate])).toMatchObject([
      { outcome: 'refused', code: 'power.role' },
    ]);
    const theirs = await accept(away, received, endpoint.now());
    expect(await send(endpoint, away, [theirs])).toMatchObject([{ outcome: 'recorded' }]);
    const answer = await call(endpoint, `/api/cases/${streamOf(received)}`, { cookie: admin });
    const { history } = (await answer.json()) as { history: { type: string; by: string; for?: string }[] };
    expect(history.map(({ type, for: whom }) => [type, whom])).toEqual([
      ['received', '测试人员'],
      ['accepted', undefined],
    ]);
  });
});
