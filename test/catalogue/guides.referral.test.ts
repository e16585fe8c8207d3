import { describe, expect, it } from 'vitest';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import { checkMark, elsewhere, failedChecks, openQuestions } from '../../src/domain/checklist.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 2, treatment elsewhere', () => {
  const guide = completeGuide('2');
  const { answers } = SAMPLES[2];

  it.each([
    [{ reason: 'self' }, ['id-card', 'application']],
    [{ reason: 'referral' }, ['id-card', 'application', 'referral']],
    [{ reason: 'emergency' }, ['id-card']],
    [{ reason: 'self', agent: 'yes' }, ['id-card', 'application', 'mandate', 'agent-id']],
    [{ reason: 'emergency', agent: 'yes' }, ['id-card', 'mandate', 'agent-id']],
  ])('a new filing with %o takes %o', (change, ids) => {
    expect(idsOf(guide, { ...answers, ...change })).toEqual(ids);
  });

  it.each([
    ['change', ['action', 'insurance', 'place', 'city', 'agent']],
    ['cancel', ['action', 'insurance', 'agent']],
  ])('to %s a filing, nobody is asked again why, and the form is enough', (action, asked) => {
    const given = { ...answers, action, reason: 'referral' };
    expect(openQuestions(guide, given).map((one) => one.id)).toEqual(asked);
    expect(idsOf(guide, given)).toEqual(['id-card', 'application']);
  });

  it.each([
    [{}, []],
    [{ stage: 'in-hospital' }, []],
    [{ stage: 'paid' }, ['before-settlement']],
    [{ place: 'in-province' }, ['outside-province']],
    [{ reason: 'emergency' }, ['not-emergency']],
    [{ action: 'change', place: 'in-province' }, ['outside-province']],
    // What was said before the choice changed no longer counts.
    [{ action: 'cancel', place: 'in-province', stage: 'paid', reason: 'emergency' }, []],
  ])('%o is answered with %o', (change, ids) => {
    expect(failing(guide, { ...answers, ...change })).toEqual(ids);
  });

  it('stops nobody: what it says about filing rests on practice', () => {
    const given = { ...answers, stage: 'paid', place: 'in-province', reason: 'emergency' };
    const { failed } = failedChecks(guide, given);
    expect(failed).toHaveLength(3);
    expect(new Set(failed.map((one) => one.severity))).toEqual(new Set(['warn']));
  });

  it('sends on what was not delegated, and people insured in another place', () => {
    expect(elsewhere(guide, { ...answers, action: 'long-term' })?.goTo).toContain('区医疗保障局');
    expect(elsewhere(guide, { ...answers, insurance: 'other-place' })?.goTo).toContain('参保地');
  });

  it('lets the family promise instead of a mandate, and a referral come later', () => {
    const paper = (id: string) => guide.materials.find((one) => one.id === id)!;
    expect(checkMark(paper('mandate'), { kind: 'promised' }, TODAY, seedCalendar)).toBeUndefined();
    expect(
      checkMark(paper('referral'), { kind: 'deferred', due: '2026-12-01' }, TODAY, seedCalendar),
    ).toBeUndefined();
    expect(
      checkMark(paper('application'), { kind: 'deferred', due: '2026-12-01' }, TODAY, seedCalendar),
    ).toBe('mark.notDeferrable');
  });

  it('an agent stands beside the insured person, never instead', () => {
    const given = { ...answers, agent: 'yes' };
    expect(checkParties(guide, given, [person('applicant'), person('agent')], TODAY)).toEqual([]);
    expect(checkParties(guide, given, [person('agent')], TODAY).map((one) => one.code)).toEqual([
      'party.tooFew',
    ]);
  });

  it('is done on the spot, and no law sets a limit', () => {
    expect(limitRuleOf(guide, answers)).toMatchObject({ statutory: null, promised: { unit: 'onTheSpot' } });
  });
});
