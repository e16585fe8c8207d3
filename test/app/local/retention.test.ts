import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import { Hall, intake, must, receiving } from '../../support/hall.ts';

const DAY = 86_400_000;
const there = <T>(found: T | null | undefined): T => {
  if (found === null || found === undefined) throw new Error('not there');
  return found;
};
let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

describe('what is no longer needed', () => {
  it('leaves the device thirty days after a case has ended; the district keeps it', async () => {
    const open = must(await local.submit(intake()));
    const closed = must(await local.submit(intake([receiving()])));
    await hall.settle();
    must(
      await local.submit({
        caseId: closed.case.id,
        acts: [{ type: 'withdraw', payload: { text: '申请人撤回' } }],
      }),
    );
    await hall.settle();
    const here = () => local.cases.value.map((one) => one.case.id);
    for (let day = 0; day < 30; day += 1) hall.time.ms += DAY;
    await hall.pass(60_000);
    if (local.access.value.state === 'locked') await hall.unlock(local);
    expect(here().sort()).toEqual([open.case.id, closed.case.id].sort());
    hall.time.ms += DAY;
    local.lock();
    await hall.unlock(local);
    expect(here()).toEqual([open.case.id]);
    expect(hall.authority.streams.get(closed.case.id)?.state?.ending).toBeDefined();
  });

  it('is not a case whose paper has not arrived: somebody has to account for it', async () => {
    const ended = must(await local.submit(intake()));
    await hall.settle();
    const { rules } = there(local.catalogue.value);
    const to = there(rules.item(ended.case.item)).department;
    must(
      await local.submit({
        caseId: ended.case.id,
        acts: [
          { type: 'dispatchPapers', payload: { list: '019ac0de-0000-7000-8000-0000000000aa', to } },
          { type: 'withdraw', payload: { text: '申请人撤回' } },
        ],
      }),
    );
    await hall.settle();
    for (let day = 0; day < 31; day += 1) hall.time.ms += DAY;
    local.lock();
    await hall.unlock(local);
    await hall.settle();
    expect(local.cases.value.map((one) => one.case.id)).toEqual([ended.case.id]);
  });
});
