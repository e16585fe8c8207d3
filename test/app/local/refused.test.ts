import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Act, NewSlip } from '../../../src/app/local/types.ts';
import { ACCEPT, Hall, intake, must, OFFLINE, receiving } from '../../support/hall.ts';
import { listedAs, refusedBy } from '../../support/sampleCase.ts';

let hall: Hall;
let local: OpenLocal;
const recordings = () => [...hall.authority.recordings.values()];
const states = () => local.outbox.value.map((one) => [one.type, one.state]);
const first = () => local.outbox.value[0] ?? never();
const never = (): never => {
  throw new Error('nothing in the outbox');
};
/** An intake whose commands of a type the endpoint refuses. */
const refusedIntake = async (acts: readonly Act[] = [receiving(), ACCEPT], type = 'receive') => {
  hall.authority.refuseType.set(type, { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
  const saved = must(await local.submit(intake(acts)));
  await hall.settle();
  hall.authority.refuseType.clear();
  return saved;
};
const CORRECTION: Act = {
  type: 'requireCorrection',
  payload: {
    due: '2026-12-10',
    lines: [{ material: 'form', name: '申请表', what: '缺一份', basis: '《样例条例》' }],
  },
};
beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

describe('需处理', () => {
  it('shows a refused receive with its number, reason and what can be done; the case stays on the list as handed over', async () => {
    const saved = await refusedIntake();
    expect(first()).toMatchObject({
      type: 'receive',
      state: 'refused',
      number: saved.case.number,
      last: { code: 'power.notDelegated', facts: { on: '2026-11-23' } },
      mendable: 'form',
    });
    expect(local.cases.value).toHaveLength(1);
    expect(local.cases.value[0]).toMatchObject({
      case: { number: saved.case.number, status: 'accepted', receivedOn: '2026-11-23' },
      progress: 'refused',
      receiptRefused: true,
    });
  });

  it('gives the content back as a draft, and sends the mended one under the same case, number and code', async () => {
    const saved = await refusedIntake();
    const draft = await local.draftFromRefused(first().id);
    expect(draft).toMatchObject({ id: saved.case.id, replaces: first().id, content: { item: 'permit' } });
    const mended = must(
      await local.submit({ caseId: saved.case.id, acts: [receiving(), ACCEPT], replaces: first().id }),
    );
    expect(mended.case).toMatchObject({
      number: saved.case.number,
      code: saved.case.code,
      status: 'accepted',
    });
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(recordings()).toEqual([1, 1]);
    expect(local.cases.value).toMatchObject([
      { case: listedAs(mended.case), progress: 'recorded', pending: 0 },
    ]);
  });

  it('lets what was said after the refused command follow the mended one', async () => {
    const saved = await refusedIntake();
    const mended = must(
      await local.submit({ caseId: saved.case.id, acts: [receiving()], replaces: first().id }),
    );
    expect(mended.commands).toHaveLength(1);
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
  });

  it('keeps the waiting follower behind a mended command that is refused again', async () => {
    const saved = await refusedIntake();
    hall.authority.refuseType.set('receive', { code: 'item.unknown', facts: {} });
    must(await local.submit({ caseId: saved.case.id, acts: [receiving()], replaces: first().id }));
    await hall.settle();
    expect(states()).toEqual([
      ['receive', 'refused'],
      ['accept', 'held'],
    ]);
    hall.authority.refuseType.clear();
    must(await local.submit({ caseId: saved.case.id, acts: [receiving()], replaces: first().id }));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(recordings()).toEqual([1, 1]);
  });

  it('puts another outcome in the place of the one that was said before', async () => {
    const saved = await refusedIntake();
    const acts = [receiving('permit', { missing: ['form'] }), CORRECTION];
    const mended = must(await local.submit({ caseId: saved.case.id, acts, replaces: first().id }));
    expect(mended.case.status).toBe('correcting');
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('correcting');
  });

  it('asks the person about what came after an outcome that was changed', async () => {
    const withdrawn: Act = { type: 'withdraw', payload: { text: '申请人撤回' } };
    const saved = await refusedIntake([receiving(), ACCEPT, withdrawn]);
    const acts = [receiving('permit', { missing: ['form'] }), CORRECTION];
    must(await local.submit({ caseId: saved.case.id, acts, replaces: first().id }));
    await hall.settle();
    expect(local.outbox.value).toMatchObject([
      { type: 'withdraw', state: 'refused', last: { code: 'after.superseded' }, mendable: 'resend' },
    ]);
    must(await local.resend(first().id));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('withdrawn');
  });

  it('sends a refused act without a form again, judged anew', async () => {
    const saved = await refusedIntake([receiving(), ACCEPT], 'accept');
    expect(local.cases.value).toMatchObject([
      { case: { status: 'received' }, progress: 'refused', pending: 1 },
    ]);
    expect(first()).toMatchObject({ type: 'accept', state: 'refused', mendable: 'resend' });
    expect(must(await local.resend(first().id)).case.status).toBe('accepted');
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
  });

  it('does not mend the same command twice from two windows', async () => {
    const saved = await refusedIntake();
    const again = { caseId: saved.case.id, acts: [receiving()], replaces: first().id };
    const both = await Promise.all([local.submit(again), local.submit(again)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    await hall.settle();
    expect(recordings()).toEqual([1, 1]);
  });

  it('lets a later act go its own way when an earlier one on the case stands refused', async () => {
    const saved = await refusedIntake([receiving(), ACCEPT], 'accept');
    must(
      await local.submit({ caseId: saved.case.id, acts: [{ type: 'withdraw', payload: { text: '撤回' } }] }),
    );
    await hall.settle();
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('withdrawn');
    expect(states()).toEqual([['accept', 'refused']]);
  });
});

describe('放弃', () => {
  it('is a command with a reason; once it is recorded the refused one is gone', async () => {
    await refusedIntake([receiving(), ACCEPT], 'accept');
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    must(await local.setAside(first().id, '申请人改日再来'));
    expect(states()).toEqual([['setAside', 'waiting']]);
    hall.instead = () => undefined;
    local.sendNow();
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    const [put] = hall.authority.batches.at(-1)?.commands ?? [];
    if (!put) throw new Error('a command that puts aside');
    expect(JSON.parse(hall.opened(put).payload)).toMatchObject({
      code: 'power.notDelegated',
      reason: '申请人改日再来',
    });
  });

  it('takes what was said of a case along when its receive is put aside', async () => {
    await refusedIntake();
    must(await local.setAside(first().id, '误收'));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value).toEqual([]);
  });

  it('asks the person about what followed another act', async () => {
    const saved = await refusedIntake(
      [receiving('permit', { missing: ['form'] }), CORRECTION],
      'requireCorrection',
    );
    expect(saved.case.status).toBe('correcting');
    expect(states()).toEqual([['requireCorrection', 'refused']]);
    hall.authority.refuseType.set('requireCorrection', { code: 'told.incomplete', facts: {} });
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    must(await local.resend(first().id));
    must(
      await local.submit({ caseId: saved.case.id, acts: [{ type: 'withdraw', payload: { text: '撤回' } }] }),
    );
    hall.instead = () => undefined;
    local.sendNow();
    await hall.settle();
    expect(states()).toEqual([
      ['requireCorrection', 'refused'],
      ['withdraw', 'held'],
    ]);
    must(await local.setAside(first().id, '不再需要'));
    await hall.settle();
    expect(local.outbox.value).toMatchObject([
      { type: 'withdraw', state: 'refused', last: { code: 'after.setAside' } },
    ]);
    must(await local.resend(first().id));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('withdrawn');
  });

  it('needs a reason and a refused command', async () => {
    await refusedIntake();
    expect(refusedBy(await local.setAside(first().id, '  ')).code).toBe('payload.malformed');
    expect(refusedBy(await local.setAside('nothing', '误收')).code).toBe('command.notHere');
    expect(states()).toEqual([
      ['receive', 'refused'],
      ['accept', 'held'],
    ]);
  });

  it('that is itself refused leaves the first refusal standing', async () => {
    await refusedIntake();
    hall.authority.refuseType.set('setAside', { code: 'power.role', facts: {} });
    must(await local.setAside(first().id, '误收'));
    await hall.settle();
    expect(local.outbox.value.map((one) => [one.type, one.state, one.mendable])).toEqual([
      ['receive', 'refused', 'form'],
      ['accept', 'refused', 'resend'],
      ['setAside', 'refused', 'no'],
      ['setAside', 'refused', 'no'],
    ]);
  });

  it('because what it names is recorded after all: that one is sent again, and gets its first answer', async () => {
    await refusedIntake();
    hall.authority.refuseType.set('setAside', { code: 'setAside.recorded', facts: {} });
    hall.authority.refuseType.delete('receive');
    must(await local.setAside(first().id, '误收'));
    await hall.pass(2_000);
    expect(local.outbox.value.filter((one) => one.type === 'setAside')).toHaveLength(2);
    const sent = hall.authority.batches.slice(1).flatMap((batch) => batch.commands.map((one) => one.id));
    expect(sent).toContain(hall.authority.batches[0]?.commands[0]?.id);
  });
});

describe('首问单', () => {
  const slip: NewSlip = {
    kind: 'firstInquiry',
    item: 'permit',
    guide: 'sign',
    guideVersion: 1,
    answers: {},
    lines: [],
    referTo: '区大厅',
    text: '请到区大厅办理',
  };

  it('gets a number, is kept and recorded', async () => {
    const saved = must(await local.issueSlip(slip));
    await hall.settle();
    expect(saved.payload.number).toMatch(/^370406102-20261123-K1-0001-/);
    expect(local.slips.value).toEqual([{ ...saved, progress: 'recorded' }]);
    expect(local.outbox.value).toEqual([]);
  });

  it('shares the day’s sequence with the cases', async () => {
    must(await local.submit(intake()));
    expect(must(await local.issueSlip(slip)).payload.number).toContain('-K1-0002-');
  });

  it('without a place to go to is refused before it takes a number', async () => {
    expect(refusedBy(await local.issueSlip({ ...slip, referTo: ' ' })).code).toBe('slip.referralMissing');
    expect(must(await local.issueSlip(slip)).payload.number).toContain('-0001-');
  });

  it('that was refused is sent again under its number, or put aside', async () => {
    hall.authority.refuseType.set('issueSlip', { code: 'power.role', facts: {} });
    const saved = must(await local.issueSlip(slip));
    const other = must(await local.issueSlip(slip));
    await hall.settle();
    expect(local.slips.value.map((one) => one.progress)).toEqual(['refused', 'refused']);
    hall.authority.refuseType.clear();
    const entry = (id: string) => local.outbox.value.find((one) => one.stream.id === id)?.id ?? '';
    expect(must(await local.resendSlip(entry(saved.id))).payload.number).toBe(saved.payload.number);
    must(await local.setAside(entry(other.id), '误开'));
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
    expect(new Map(local.slips.value.map((one) => [one.id, one.progress]))).toEqual(
      new Map([
        [saved.id, 'recorded'],
        [other.id, 'refused'],
      ]),
    );
  });
});
