/** What every implementation of the Store port keeps to about what citizens say. */
import { expect, it } from 'vitest';
import type { ComplaintRow, EvaluationRow, FollowUpRow } from '../../../src/endpoint/store/feedbackPort.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';

const AT = '2026-11-23T02:00:00.000Z';
const LATER = '2026-11-24T02:00:00.000Z';

const evaluation = (more: Partial<EvaluationRow> = {}): EvaluationRow => ({
  ...{ caseId: 'case', sequence: 1, level: 'dissatisfied', channel: 'web', at: AT },
  ...{ words: '等了半天', telephone: '13863200001' },
  ...more,
});
const complaint = (more: Partial<ComplaintRow> = {}): ComplaintRow => ({
  ...{ id: 'complaint', numberKey: 'TS1', office: '370406102', ground: 'other', happenedOn: '2026-11-22' },
  ...{ caseNumber: '370406102', channel: 'qr', words: '不收', telephone: null, at: AT },
  ...more,
});
const followUp = (id: string, more: Partial<FollowUpRow> = {}): FollowUpRow => ({
  ...{ id, kind: 'evaluation', subject: 'case', office: '370406102', openedAt: AT, due: '2026-11-30' },
  ...more,
});

export function feedback(opened: { readonly store: Store }): void {
  it('keeps every evaluation of a case in order, and takes none twice', async () => {
    const [first, second] = [evaluation(), evaluation({ sequence: 2, level: 'fair', words: null })];
    await opened.store.write(async (tx) => {
      await tx.addEvaluation(first);
      await tx.addEvaluation(second);
    });
    expect(await opened.store.read.evaluationsOf('case')).toEqual([first, second]);
    expect(await opened.store.read.evaluationsOf('other')).toEqual([]);
    await expect(opened.store.write((tx) => tx.addEvaluation(second))).rejects.toThrow();
  });

  it('lists what is open by when it is due, what is answered newest first, of the offices asked for', async () => {
    const answer = { by: 'p', note: '已核实' };
    await opened.store.write(async (tx) => {
      await tx.openFollowUp(followUp('b', { due: '2026-12-01', subject: 'b' }));
      await tx.openFollowUp(followUp('a'));
      await tx.openFollowUp(followUp('c', { office: '370406103', subject: 'c' }));
      await tx.openFollowUp(followUp('d', { subject: 'd' }));
      await tx.answerFollowUp({ ...answer, followUp: 'c', at: AT });
      await tx.answerFollowUp({ ...answer, followUp: 'd', at: LATER });
    });
    const { read } = opened.store;
    const ids = async (...[state, offices]: [state: 'open' | 'answered', offices: 'all' | string[]]) =>
      (await read.followUps(state, offices, 10)).map((row) => row.id);
    expect(await ids('open', 'all')).toEqual(['a', 'b']);
    expect(await ids('answered', 'all')).toEqual(['d', 'c']);
    expect(await ids('answered', ['370406103'])).toEqual(['c']);
    expect(await ids('open', [])).toEqual([]);
    expect(await read.followUp('d')).toMatchObject({ answer: { by: 'p', note: '已核实', at: LATER } });
    expect(await read.followUpOf('case')).toEqual({ ...followUp('a'), answer: null });
    const again = opened.store.write((tx) => tx.answerFollowUp({ ...answer, followUp: 'd', at: LATER }));
    await expect(again).rejects.toThrow();
  });

  it('counts by day and subject, and forgets the days before', async () => {
    const count = (day: string, subject: string) => opened.store.write((tx) => tx.countOn(day, subject));
    expect([await count('2026-11-23', 'a'), await count('2026-11-23', 'a')]).toEqual([1, 2]);
    expect(await count('2026-11-23', 'b')).toBe(1);
    expect([await count('2026-11-24', 'b'), await count('2026-11-23', 'a')]).toEqual([1, 1]);
  });

  it('empties what was said before a moment, but nothing that waits for an answer', async () => {
    await opened.store.write(async (tx) => {
      await tx.addEvaluation(evaluation());
      await tx.addEvaluation(evaluation({ caseId: 'new', at: LATER }));
      await tx.addComplaint(complaint());
      await tx.openFollowUp(followUp('f', { kind: 'complaint', subject: 'complaint' }));
    });
    const forget = () => opened.store.write((tx) => tx.forgetSaid('2026-11-24T00:00:00.000Z'));
    expect(await forget()).toBe(1);
    const { read } = opened.store;
    expect(await read.evaluationsOf('case')).toEqual([evaluation({ words: null, telephone: null })]);
    expect(await read.evaluationsOf('new')).toMatchObject([{ words: '等了半天' }]);
    expect(await read.complaintByNumber('TS1')).toEqual(complaint());
    await opened.store.write((tx) =>
      tx.answerFollowUp({ followUp: 'f', by: 'p', note: '张三说清楚了', at: LATER }),
    );
    expect(await forget()).toBe(1);
    expect(await read.complaint('complaint')).toEqual(complaint({ words: null, caseNumber: null }));
    expect(await read.followUp('f')).toMatchObject({ answer: { by: 'p', note: null } });
    expect(await forget()).toBe(0);
  });
}
