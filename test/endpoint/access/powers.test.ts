import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legalDateOf } from '../../../src/domain/time.ts';
import { actedFor } from '../../../src/endpoint/access/powers.ts';
import type { PostRow } from '../../../src/endpoint/store/peoplePort.ts';
import { STAFF_WITH } from '../../../src/protocol/deputies.ts';
import type { StaffMember } from '../../../src/protocol/resources.ts';
import { KINDS, type Kind, type Relation } from '../../support/authorityMatrix.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { act } from '../../support/handlingActs.ts';
import { accept, DISTRICT, receive, streamOf, XIJI } from '../../support/intake.ts';
import { type Bench, caseIn, commandBy, handOf, openBench, sendAll } from '../../support/matrixEndpoint.ts';

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
    const named = await call(endpoint, `/api/staff/${deputy.person}/deputies${STAFF_WITH}`, {
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

describe('an act that belongs to one post on one kind of case and to another on another', () => {
  let bench: Bench;
  let supervisor: string;
  beforeAll(async () => {
    bench = await openBench();
    supervisor = await signIn(bench.endpoint, await addPerson(bench.endpoint, DISTRICT, ['supervisor']));
  });
  afterAll(() => bench.endpoint.stop());

  const kindOf = (name: string): Kind => {
    const kind = KINDS.find((one) => one.name === name);
    if (!kind) throw new Error(name);
    return kind;
  };

  /** For whom a decision was made by a clerk who is the deputy of the reviewer of the same office. */
  async function decidedFor(kind: Kind, relation: Relation): Promise<string | undefined> {
    const { endpoint } = bench;
    const [clerk, reviewer] = [
      handOf(bench, kind, relation, 'clerk'),
      handOf(bench, kind, relation, 'reviewer'),
    ];
    const now = endpoint.now();
    await endpoint.store.write((tx) =>
      tx.addPost({
        ...{ person: clerk.person, office: clerk.office, roles: ['reviewer'], from: now },
        ...{ to: new Date(Date.parse(now) + 86_400_000).toISOString() },
        deputy: { id: `for ${kind.name}`, for: reviewer.person },
      }),
    );
    const grown = await caseIn(bench, kind, 'accepted', 'decide', true);
    const outcomes = await sendAll(bench, clerk, [await commandBy(clerk, grown, act('decide'))]);
    expect(outcomes).toMatchObject([{ outcome: 'recorded' }]);
    const answer = await call(endpoint, `/api/cases/${grown.stream}`, { cookie: supervisor });
    const { history } = (await answer.json()) as { history: { type: string; for?: string }[] };
    expect(history.at(-1)?.type).toBe('decided');
    return history.at(-1)?.for;
  }

  it('was done for the reviewer where it is the reviewer’s, though a clerk may decide what is done at once', async () => {
    expect(await decidedFor(kindOf('direct'), 'handling town')).toBe('测试人员');
    expect(await decidedFor(kindOf('direct, at once'), 'receiving hall')).toBeUndefined();
  });
});
