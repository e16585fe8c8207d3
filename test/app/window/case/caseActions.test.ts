import { describe, expect, it } from 'vitest';
import {
  acceptableWith,
  actName,
  actsAllowed,
  type CaseScene,
  closeGround,
  silenceSays,
  supplementLines,
} from '../../../../src/app/window/case/caseActions.ts';
import { checklistOf, fullMark } from '../../../../src/domain/checklist.ts';
import { statusOn } from '../../../../src/domain/intakeRules.ts';
import { COOPERATIVE, caseOf, guideOf, HALL, itemOf, rules, TODAY } from '../builders.ts';

const guide = guideOf('10');
const hall = rules.office(HALL);
const marks = Object.fromEntries(
  checklistOf(guide, COOPERATIVE).map(({ material }) => [material.id, fullMark(material.form)]),
);

function scene(patch: Parameters<typeof caseOf>[0] = {}, more: Partial<CaseScene> = {}): CaseScene {
  if (!hall) throw new Error('no hall');
  const found = caseOf({ answers: COOPERATIVE, marks, ...patch });
  const item = { ...itemOf('10'), intakeRule: 'permit' } as const;
  const status = statusOn(found, item.intakeRule, more.today ?? TODAY, rules.calendar);
  const actor = { office: hall, roles: ['clerk'] } as const;
  return { found, status, item, guide, actor, rules, today: TODAY, ...more };
}

describe('what can be done with a case', () => {
  it('is to accept it once everything is in', () => {
    expect(actsAllowed(scene())[0]).toBe('accept');
  });

  it('is to tell what is missing while something is', () => {
    expect(actsAllowed(scene({ marks: {} }))[0]).toBe('requireCorrection');
  });

  it('is to take in what was told, and to end it only after the day told', () => {
    const correction = { on: TODAY, due: '2026-12-01', lines: [], countsAgainstHall: false };
    const correcting = { status: 'correcting', corrections: [correction] } as const;
    expect(actsAllowed(scene(correcting))).toEqual(['supplement', 'withdraw']);
    expect(actsAllowed(scene(correcting, { today: '2026-12-02' }))).toContain('close');
  });

  it('is to hand over the notice when silence has accepted it, and no longer to decline', () => {
    const late = actsAllowed(scene({ receivedOn: '2026-11-02', papersOn: '2026-11-02' }));
    expect(late).toContain('accept');
    expect(late).not.toContain('decline');
  });

  it('is to hand over that notice also while a paper lacks or the item is suspended meanwhile', () => {
    const old = { receivedOn: '2026-11-02', papersOn: '2026-11-02' } as const;
    expect(actsAllowed(scene({ ...old, marks: {} }))[0]).toBe('accept');
    const suspended = {
      ...itemOf('10'),
      intakeRule: 'permit',
      status: [{ state: 'suspended', from: '2026-11-10', basis: '暂停文件', confirmation: 'confirmed' }],
    } as const;
    const late = scene(old, { item: suspended });
    expect(actsAllowed(late)[0]).toBe('accept');
    expect(actName('accept', late)).toBe('打印受理通知书');
    expect(silenceSays(late)).toBe('没有在法定时间内告知，依法自2026年11月2日起即为受理');
    expect(actName('accept', scene())).toBe('受理');
    expect(silenceSays(scene())).toBeUndefined();
    expect(actsAllowed(scene({}, { item: suspended }))).not.toContain('accept');
  });

  it('is to end it when a deferred paper of a case that silence has accepted is overdue', () => {
    const [first] = checklistOf(guide, COOPERATIVE);
    const owed = { ...marks, [first?.material.id ?? '']: { kind: 'deferred', due: '2026-11-20' } } as const;
    expect(closeGround(scene({ marks: owed, papersOn: '2026-11-02' }))).toBe('deferralLapsed');
    expect(closeGround(scene({ marks: owed }))).toBeNull();
  });

  it('is nothing at another hall but to take a withdrawal', () => {
    expect(actsAllowed(scene({ hall: '370406103' }))).toEqual(['withdraw']);
  });

  it('is nothing once it has ended', () => {
    expect(actsAllowed(scene({ status: 'declined' }))).toEqual([]);
  });
});

describe('a supplement', () => {
  it('asks for what was told and what still lacks', () => {
    const [first] = checklistOf(guide, COOPERATIVE);
    const id = first?.material.id ?? '';
    const lines = supplementLines(
      caseOf({ answers: COOPERATIVE, marks: { ...marks, [id]: { kind: 'missing' } } }),
      guide,
    );
    expect(lines.map((line) => line.material.id)).toEqual([id]);
  });

  it('accepts at once when it completes the papers', () => {
    const [first] = checklistOf(guide, COOPERATIVE);
    const id = first?.material.id ?? '';
    const lacking = scene({ marks: { ...marks, [id]: { kind: 'missing' } } });
    expect(acceptableWith({}, lacking)).toBe(false);
    expect(acceptableWith({ [id]: fullMark(first!.material.form) }, lacking)).toBe(true);
  });

  it('looks at everything again when only something besides the checklist was told', () => {
    const lines = [{ material: 'other', name: '其他', what: '改错别字', basis: '' }];
    const correction = { on: TODAY, due: '2026-12-01', lines, countsAgainstHall: false };
    const all = supplementLines(caseOf({ answers: COOPERATIVE, marks, corrections: [correction] }), guide);
    expect(all.length).toBeGreaterThan(3);
  });
});
