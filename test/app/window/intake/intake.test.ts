import { describe, expect, it } from 'vitest';
import { Intake } from '../../../../src/app/window/intake/intake.ts';
import { refuse } from '../../../../src/domain/result.ts';
import { COOPERATIVE, deskOf, guideOf, HALL, itemOf } from '../builders.ts';

const ID = '019a0000-0000-7000-8000-000000000001';
const person = {
  role: 'legalRepresentative',
  kind: 'person',
  name: '李秀英',
  idKind: 'identityNumber',
} as const;
const PARTY = { ...person, idNumber: '11010519491231002x', telephone: '138 0632 0000' };

function begun(answer?: Parameters<typeof deskOf>[0]) {
  const world = deskOf(answer);
  const intake = new Intake(world.desk, ID, undefined);
  intake.choose(itemOf('10'), guideOf('10'));
  return { ...world, intake };
}

function filled(answer?: Parameters<typeof deskOf>[0]) {
  const world = begun(answer);
  const { intake } = world;
  for (const [question, value] of Object.entries(COOPERATIVE)) intake.answer(question, value);
  for (const question of intake.questions.value) {
    if (intake.content.value.answers[question.id] !== undefined || question.kind !== 'choice') continue;
    const [yes, no] = question.options;
    intake.answer(question.id, (question.id === 'prior-approval' ? no : yes)?.value);
  }
  intake.go('parties');
  intake.setParty(0, PARTY);
  return world;
}

describe('an intake', () => {
  it('goes on by itself when the chosen item is in force and its guide complete', () => {
    expect(begun().intake.content.value.step).toBe('situation');
  });

  it('stays where it is for a guide in preparation or a suspended item', () => {
    const { desk } = deskOf();
    const intake = new Intake(desk, ID, undefined);
    const item = itemOf('13');
    const { id, version, effectiveFrom, title, bases, applicants, fee, result } = guideOf('13');
    const head = { id, version, effectiveFrom, title, bases, applicants, fee, result, item: item.id };
    intake.choose(item, { ...head, state: 'preparing' });
    expect(intake.content.value).toMatchObject({ step: 'item', item: '13' });
    intake.choose(itemOf('6'), guideOf('6'));
    expect(intake.content.value).toMatchObject({ step: 'item', item: '6' });
  });

  it('fills in the hall’s own town where the answer decides which town handles it', () => {
    const { desk } = deskOf();
    const intake = new Intake(desk, ID, undefined);
    intake.choose(itemOf('1'), guideOf('1'));
    expect(Object.values(intake.content.value.answers)).toEqual([HALL]);
  });

  it('does not go on while a situation is open, and says so from then on', () => {
    const { intake } = begun();
    expect(intake.next()).toBe(false);
    expect(intake.content.value.step).toBe('situation');
    expect(intake.pressed.value.has('situation')).toBe(true);
  });

  it('asks one question after the other on a phone, then goes on', () => {
    const { intake } = filled();
    intake.oneByOne.value = true;
    intake.go('situation');
    const count = intake.questions.value.length;
    for (let at = 1; at < count; at += 1) intake.next();
    expect(intake.content.value.step).toBe('situation');
    intake.next();
    expect(intake.content.value.step).toBe('parties');
  });

  it('shows as many entries as each role needs', () => {
    const { intake } = begun();
    intake.answer('action', 'change');
    intake.go('parties');
    expect(intake.content.value.parties.map((party) => [party.role, party.kind])).toEqual([
      ['legalRepresentative', 'person'],
      ['cooperative', 'organisation'],
    ]);
  });

  it('takes every paper with one press and leaves what was looked at', () => {
    const { intake } = filled();
    const [first] = intake.lines.value;
    intake.mark(first?.material.id ?? '', { kind: 'missing' });
    intake.markRestFull();
    expect(intake.groups.value.open).toEqual([]);
    expect(intake.groups.value.missing).toHaveLength(1);
  });

  it('prefills everything missing, and keeps the words that were made more exact', () => {
    const { intake } = filled();
    const count = intake.lines.value.length;
    expect(intake.outcome.value).toMatchObject({ kind: 'returnPapers' });
    expect(intake.outcome.value.lines).toHaveLength(count);
    const id = intake.lines.value[0]?.material.id ?? '';
    intake.setOutcome({ what: { [id]: '第 2 页没有签名' } });
    expect(intake.outcome.value.lines[0]?.what).toBe('第 2 页没有签名');
  });

  it('falls back to a fitting outcome when the chosen one is no longer offered', () => {
    const { intake } = filled();
    intake.setOutcome({ kind: 'returnPapers' });
    intake.markRestFull();
    expect(intake.outcome.value.kind).toBe('accept');
  });
});

describe('submitting', () => {
  it('sends receipt and outcome together, tidied, and drops the draft', async () => {
    const { intake, submissions } = filled();
    intake.markRestFull();
    expect(intake.gaps.value).toEqual([]);
    expect(await intake.submit()).not.toBeNull();
    expect(submissions[0]).toMatchObject({
      caseId: ID,
      draftId: ID,
      acts: [{ type: 'receive' }, { type: 'accept' }],
    });
    const receive = submissions[0]?.acts[0];
    expect(receive?.type === 'receive' && receive.payload.parties[0]).toMatchObject({
      idNumber: '11010519491231002X',
      telephone: '13806320000',
    });
  });

  it('records no marks of papers that another answer has made superfluous', async () => {
    const { intake, submissions } = filled();
    intake.markRestFull();
    intake.answer('action', 'cancel');
    await intake.submit();
    const receive = submissions[0]?.acts[0];
    const asked = new Set(intake.lines.value.map((line) => line.material.id));
    expect(
      receive?.type === 'receive' && Object.keys(receive.payload.marks).every((id) => asked.has(id)),
    ).toBe(true);
  });

  it('keeps the form and says why when it is refused', async () => {
    const { intake } = filled(refuse('power.notDelegated', { on: '2026-11-24' }));
    expect(await intake.submit()).toBeNull();
    expect(intake.trouble.value?.what).toContain('2026-11-24');
    expect(intake.content.value.parties).toHaveLength(1);
    expect(intake.busy.value).toBe(false);
  });

  it('is not submitted while a sticker that was typed is none yet, and hands in the one that was taken', async () => {
    const { intake, submissions } = filled();
    const sticker = { number: '370406102-K7-00001-4QXM-D', code: '7K3M9Q' };
    intake.change({ stickerTyped: sticker.number });
    expect(await intake.submit()).toBeNull();
    expect([intake.trouble.value?.what, submissions]).toEqual(['收件贴还没有扫上。', []]);
    expect(intake.asDraft().content).toMatchObject({ stickerTyped: sticker.number });
    intake.change({ stickerTyped: '', sticker });
    await intake.submit();
    expect(submissions[0]?.acts[0]).toMatchObject({ type: 'receive', payload: { sticker } });
  });

  it('mends a refused receipt as its replacement', async () => {
    const { desk, submissions } = deskOf();
    const { intake: before } = filled();
    const draft = { ...before.asDraft(), replaces: 'refused-command' };
    const intake = new Intake(desk, ID, { ...draft, content: { ...draft.content, step: '' } });
    expect(intake.content.value.step).toBe('outcome');
    await intake.submit();
    expect(submissions[0]?.replaces).toBe('refused-command');
  });
});
