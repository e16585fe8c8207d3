import { afterEach, beforeEach, expect, it } from 'vitest';
import { ACCEPT, Hall, intake, must, receiving } from '../../support/hall.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

it('shows a case as it is recorded while an act on it stands refused, also when another one follows that', async () => {
  const { local } = await hall.ready();
  const { id } = must(await local.submit(intake([receiving()]))).case;
  await hall.settle();
  hall.instead = (resource) =>
    resource === 'commands' ? { kind: 'unreachable', why: 'timeout' } : undefined;
  must(await local.submit({ caseId: id, acts: [ACCEPT] }));
  must(await local.submit({ caseId: id, acts: [{ type: 'withdraw', payload: { text: '申请人撤回' } }] }));
  expect(local.cases.value).toMatchObject([{ case: { status: 'withdrawn' }, pending: 2 }]);
  hall.authority.refuseType.set('accept', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
  hall.instead = () => undefined;
  await hall.pass(600_000);
  expect(local.outbox.value.map((one) => [one.type, one.state])).toEqual([
    ['accept', 'refused'],
    ['withdraw', 'held'],
  ]);
  expect(local.cases.value).toMatchObject([
    { case: { status: 'received' }, progress: 'refused', pending: 2 },
  ]);
});
