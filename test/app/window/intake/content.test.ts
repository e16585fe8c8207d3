import { describe, expect, it } from 'vitest';
import type { Draft, DraftContent } from '../../../../src/app/local/types.ts';
import { contentOf, emptyContent, NO_OUTCOME } from '../../../../src/app/window/intake/content.ts';
import { Intake } from '../../../../src/app/window/intake/intake.ts';
import { CHECK_LINE, OTHER } from '../../../../src/app/window/intake/told.ts';
import { COOPERATIVE, deskOf, guideOf, itemOf, NOW } from '../builders.ts';

const [first] = guideOf('10').materials;
const listed = {
  material: first?.id ?? '',
  name: first?.name ?? '',
  what: '第二页没有签名',
  basis: '《样例》',
};
const own = { material: OTHER, name: '其他事项', what: '带公章来', basis: '' };
const check = { material: OTHER, name: CHECK_LINE, what: '成员不足五名', basis: '' };
const lines = [listed, check, own];

const refused = (followedBy: DraftContent['followedBy']): Draft => {
  const { outcome: _, ...content } = emptyContent('hall');
  const about = { item: '10', guide: '10', guideVersion: guideOf('10').version, answers: COOPERATIVE };
  return {
    id: 'c',
    updatedAt: NOW,
    replaces: 'r',
    content: { ...content, ...about, step: '', followedBy: followedBy ?? null },
  };
};
const outcomeOf = (followedBy: DraftContent['followedBy']) => contentOf(refused(followedBy)).outcome;

describe('a refused receipt that is mended', () => {
  it('opens with the outcome that was printed, in the very words', () => {
    expect(contentOf(refused({ type: 'accept' })).step).toBe('outcome');
    expect(outcomeOf({ type: 'accept' })).toEqual({ ...NO_OUTCOME, kind: 'accept' });
    expect(outcomeOf({ type: 'requireCorrection', payload: { lines, due: '2026-12-20' } })).toEqual({
      ...NO_OUTCOME,
      kind: 'requireCorrection',
      what: { [listed.material]: '第二页没有签名' },
      extra: [own],
      due: '2026-12-20',
    });
    expect(outcomeOf({ type: 'returnPapers', payload: { lines, text: '当场说明' } })).toMatchObject({
      kind: 'returnPapers',
      extra: [own],
      text: '当场说明',
    });
    const declined = { lines: [], ground: 'notInForce', text: '已暂停' };
    expect(outcomeOf({ type: 'decline', payload: declined })).toMatchObject({
      kind: 'decline',
      ground: 'notInForce',
      text: '已暂停',
      referTo: '',
    });
  });

  it('opens with a mere receipt when nothing followed it', () => {
    expect(outcomeOf(null).kind).toBe('receive');
  });

  it('comes to the same act again, and keeps what is changed from then on', () => {
    const { desk } = deskOf();
    const printed = { type: 'returnPapers', payload: { lines: [listed, own], text: '当场说明' } } as const;
    const intake = new Intake(desk, 'c', refused(printed));
    expect(itemOf('10').intakeRule).toBe('registration');
    expect(intake.outcome.value).toMatchObject({ kind: 'returnPapers', text: '当场说明' });
    expect(intake.outcome.value.lines[0]).toMatchObject({ material: listed.material, what: listed.what });
    expect(intake.outcome.value.lines.at(-1)).toEqual(own);
    intake.setOutcome({ text: '另说' });
    const again = new Intake(desk, 'c', intake.asDraft());
    expect(again.outcome.value).toMatchObject({ kind: 'returnPapers', text: '另说' });
    expect(again.outcome.value.lines.at(-1)).toEqual(own);
  });
});
