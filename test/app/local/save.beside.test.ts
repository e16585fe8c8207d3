import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Act } from '../../../src/app/local/types.ts';
import { CLERK, Hall, intake, must, OFFLINE } from '../../support/hall.ts';

let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  hall.authority.members = hall.authority.members.map((one) =>
    one.id === CLERK.id
      ? { ...one, posts: one.posts.map((post) => ({ ...post, roles: ['clerk', 'reviewer'] as const })) }
      : one,
  );
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

const TAKE: Act = { type: 'assign', payload: { person: CLERK.id, name: CLERK.name, from: null, text: '' } };
const WITHDRAW: Act = { type: 'withdraw', payload: { text: '撤回' } };

describe('a word that is only said beside a case', () => {
  it('holds up no act that is done after it when somebody else was quicker', async () => {
    const { id } = must(await local.submit(intake())).case;
    await hall.settle();
    hall.authority.refuseType.set('assign', { code: 'assign.taken', facts: {} });
    hall.instead = () => OFFLINE;
    must(await local.submit({ caseId: id, acts: [TAKE] }));
    must(await local.submit({ caseId: id, acts: [WITHDRAW] }));
    hall.instead = () => undefined;
    local.sendNow();
    await hall.settle();
    expect(hall.authority.streams.get(id)?.state?.status).toBe('withdrawn');
    expect(local.outbox.value.map((one) => [one.type, one.state])).toEqual([['assign', 'refused']]);
  });

  it('comes itself after what was done before it', async () => {
    hall.instead = () => OFFLINE;
    const { id } = must(await local.submit(intake())).case;
    must(await local.submit({ caseId: id, acts: [TAKE] }));
    hall.authority.refuseType.set('accept', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
    hall.instead = () => undefined;
    local.sendNow();
    await hall.settle();
    expect(local.outbox.value.map((one) => [one.type, one.state])).toEqual([
      ['accept', 'refused'],
      ['assign', 'held'],
    ]);
  });
});
