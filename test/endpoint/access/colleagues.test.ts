import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeId, officeKindOf, rolesAt } from '../../../src/domain/office.ts';
import { addDays, legalDateOf } from '../../../src/domain/time.ts';
import { SESSION_WITH } from '../../../src/protocol/posts.ts';
import { Session } from '../../../src/protocol/resources.ts';
import {
  addPerson,
  call,
  enrolDevice,
  signIn,
  startEndpoint,
  type TestEndpoint,
  type TestPerson,
} from '../../support/endpoint.ts';
import { DISTRICT, SANGCUN, XIJI } from '../../support/intake.ts';
import { makeKey } from '../../support/signing.ts';

const APPROVAL = '370406-xzsp';

let endpoint: TestEndpoint;
let clerk: TestPerson;
let reviewer: TestPerson;
const devices = new Map<OfficeId, string>();
beforeAll(async () => {
  endpoint = await startEndpoint();
  clerk = await addPerson(endpoint, XIJI, ['clerk']);
  reviewer = await addPerson(endpoint, XIJI, ['reviewer', 'leader'], [{ office: SANGCUN, roles: ['clerk'] }]);
  for (const office of [XIJI, SANGCUN, DISTRICT, APPROVAL])
    devices.set(office, (await enrolDevice(endpoint, clerk, office)).device);
});
afterAll(() => endpoint.stop());

/** Who is told to somebody, who signs in on the device of an office, or on none. */
async function told(person: TestPerson, office: OfficeId | null = XIJI, query = SESSION_WITH) {
  const device = office === null ? undefined : devices.get(office);
  const { publicKey } = await makeKey();
  const cookie = await signIn(endpoint, person, device ? { device, personKey: publicKey } : {});
  const answer = await call(endpoint, `/api/session${query}`, { cookie });
  return v.parse(Session, await answer.json());
}
const idsOf = ({ colleagues }: Session) => colleagues?.map(({ id }) => id);

describe('colleagues', () => {
  it('are told to whoever handles cases at the office of the device, and to nobody who only edits or oversees', async () => {
    for (const office of [XIJI, DISTRICT, APPROVAL])
      for (const role of rolesAt(officeKindOf(office))) {
        const person = await addPerson(endpoint, office, [role]);
        const ids = idsOf(await told(person, office));
        if (['supervisor', 'editor', 'admin'].includes(role)) expect(ids, role).toBeUndefined();
        else expect(ids, `${role} ${office}`).toContain(person.id);
        if (office !== XIJI) expect(ids ?? []).not.toContain(clerk.id);
      }
  });

  it('are told neither to other offices nor without a device', async () => {
    const other = await addPerson(endpoint, SANGCUN, ['leader']);
    expect(idsOf(await told(other))).toBeUndefined();
    expect(idsOf(await told(clerk, null))).toBeUndefined();
    expect(idsOf(await told(other, SANGCUN))?.sort()).toEqual([other.id, reviewer.id].sort());
  });

  it('are those of that office, each with the posts there and nothing else', async () => {
    const { colleagues = [] } = await told(clerk);
    expect(colleagues.find(({ id }) => id === reviewer.id)).toEqual({
      ...{ id: reviewer.id, name: '测试人员' },
      posts: [{ office: XIJI, roles: ['reviewer', 'leader'] }],
    });
    const offices = colleagues.flatMap(({ posts }) => posts.map(({ office }) => office));
    expect(new Set(offices)).toEqual(new Set([XIJI]));
  });

  it('who are disabled are gone; a deputy is told with the days', async () => {
    const admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
    const gone = await addPerson(endpoint, XIJI, ['sealer']);
    expect(idsOf(await told(clerk))).toContain(gone.id);
    const answer = await call(endpoint, `/api/staff/${gone.id}`, {
      ...{ method: 'PATCH', body: { disabled: true, reason: '调离' }, cookie: admin },
    });
    expect(answer.status).toBe(200);
    expect(idsOf(await told(clerk))).not.toContain(gone.id);
    const [deputy, away] = [
      await addPerson(endpoint, SANGCUN, ['clerk']),
      await addPerson(endpoint, XIJI, ['leader']),
    ];
    const today = legalDateOf(endpoint.now());
    const named = await call(endpoint, `/api/staff/${deputy.id}/deputies`, {
      body: {
        ...{ for: away.id, post: { office: XIJI, roles: ['leader'] }, from: today, until: addDays(today, 4) },
        reason: '外出培训',
      },
      cookie: admin,
    });
    expect(named.status).toBe(201);
    const { colleagues = [] } = await told(clerk);
    expect(colleagues.find(({ id }) => id === deputy.id)?.posts).toMatchObject([
      { roles: ['leader'], from: expect.any(String), to: expect.any(String) },
    ]);
  });

  it('do not come to an app that does not ask: one that is older takes no key that it does not know', async () => {
    const session = await told(clerk, XIJI, '');
    const { colleagues: _, ...known } = Session.entries;
    expect(v.safeParse(v.strictObject(known), session).success).toBe(true);
    expect(v.safeParse(v.strictObject(known), await told(clerk)).success).toBe(false);
    const answer = await call(endpoint, '/api/session?with=everything', {
      cookie: await signIn(endpoint, clerk),
    });
    expect(answer.status).toBe(400);
  });
});
