import { describe, expect, it } from 'vitest';
import { elsewhere, failedChecks, unansweredQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties, partyRules } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 3, enrolment in medical insurance', () => {
  const guide = completeGuide('3');
  const { answers } = SAMPLES[3];
  const one = (action: string, more: Answers = {}): Answers => ({
    who: 'person',
    action,
    agent: 'no',
    ...more,
  });
  const unit = (action: string, more: Answers = {}): Answers => ({
    who: 'unit',
    'unit-action': action,
    agent: 'no',
    ...more,
  });

  it.each([
    ['a resident', answers, ['id-card', 'enrolment-form']],
    [
      'a resident from elsewhere',
      { ...answers, household: 'other' },
      ['id-card', 'enrolment-form', 'residence-permit'],
    ],
    [
      'a baby on the household register',
      one('newborn', { 'born-registered': 'yes', 'within-ninety': 'yes' }),
      ['family-id', 'enrolment-form', 'child-household'],
    ],
    [
      'a baby not yet on it',
      one('newborn', { 'born-registered': 'no', 'within-ninety': 'yes' }),
      ['family-id', 'enrolment-form', 'birth-certificate'],
    ],
    [
      'someone without an employer',
      one('flexible', { 'insured-already': 'no' }),
      ['id-card', 'enrolment-form'],
    ],
    [
      'someone whose name changed',
      one('change', { changed: 'identity' }),
      ['id-card', 'change-form', 'change-proof'],
    ],
    ['someone with a new telephone', one('change', { changed: 'contact' }), ['id-card', 'change-form']],
    [
      'someone insured elsewhere now',
      one('stop', { 'stop-why': 'moved' }),
      ['id-card', 'stop-statement', 'transfer-proof'],
    ],
    ['someone insured twice', one('stop', { 'stop-why': 'double-here' }), ['id-card', 'stop-statement']],
    [
      'the family of the dead',
      one('stop', { 'stop-why': 'died' }),
      ['family-id', 'stop-statement', 'death-proof'],
    ],
    ['a new employer', unit('register'), ['unit-form', 'unit-licence']],
    ['an employer that hires', unit('hire'), ['staff-list']],
    ['an employer that moved', unit('change'), ['unit-form', 'unit-change-proof']],
    ['an employer that ends', unit('cancel', { arrears: 'no' }), ['unit-form']],
    ['an employer by an agent', unit('leave', { agent: 'yes' }), ['staff-list', 'mandate', 'agent-id']],
  ])('%s brings these papers', (_, given, ids) => {
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(idsOf(guide, given)).toEqual(ids);
  });

  it.each([
    [answers, '参保人'],
    [one('newborn', { 'born-registered': 'no', 'within-ninety': 'yes' }), '孩子的监护人'],
    [one('stop', { 'stop-why': 'died' }), '去世人的家属'],
    [one('stop', { 'stop-why': 'moved' }), '参保人'],
    [unit('hire'), '用人单位'],
  ])('%o has one applicant: %s', (given, label) => {
    expect(partyRules(guide, given).map((rule) => rule.label)).toEqual([label]);
  });

  it('an employer is an organisation, a person is not', () => {
    expect(checkParties(guide, unit('hire'), [organisation('applicant')], TODAY)).toEqual([]);
    expect(checkParties(guide, unit('hire'), [person('applicant')], TODAY)).not.toEqual([]);
    expect(checkParties(guide, answers, [organisation('applicant')], TODAY)).not.toEqual([]);
  });

  it.each([
    [{ ...answers, 'insured-already': 'yes' }, ['not-insured-already']],
    [one('newborn', { 'born-registered': 'no', 'within-ninety': 'no' }), ['newborn-within-ninety-days']],
    [one('stop', { 'stop-why': 'double-elsewhere' }), ['double-handled-by-district']],
    [one('stop', { 'stop-why': 'double-here' }), []],
    [unit('cancel', { arrears: 'yes' }), ['arrears-cleared']],
    [unit('cancel', { arrears: 'no' }), []],
    // Debts matter at the end of an employer only.
    [unit('change', { arrears: 'yes' }), []],
  ])('%o is answered with %o', (given, ids) => {
    expect(failing(guide, given)).toEqual(ids);
  });

  it('only unpaid contributions stop an acceptance: the regulation says so, the rest is practice', () => {
    const severities = (given: Answers) => failedChecks(guide, given).failed.map((check) => check.severity);
    expect(severities(unit('cancel', { arrears: 'yes' }))).toEqual(['block']);
    expect(severities({ ...answers, 'insured-already': 'yes' })).toEqual(['warn']);
    expect(guide.checks.filter((check) => check.severity === 'block').map((check) => check.id)).toEqual([
      'arrears-cleared',
    ]);
  });

  it('paying is the tax office’s', () => {
    expect(elsewhere(guide, one('pay'))?.goTo).toContain('税务');
    expect(elsewhere(guide, answers)).toBeUndefined();
  });

  it.each([
    ['enrolling', answers, 10, 'workingDays', '第六条', 'onTheSpot'],
    ['a change', one('change', { changed: 'contact' }), 10, 'workingDays', '第十条', 'onTheSpot'],
    ['a new employer', unit('register'), 15, 'calendarDays', '第五十七条', 'workingDays'],
    ['staff', unit('hire'), 10, 'workingDays', '第九条、第十条', 'workingDays'],
    ['an employer’s end', unit('cancel', { arrears: 'no' }), 10, 'workingDays', '第十条', 'workingDays'],
  ])('%s has its limit by the law of insurance', (_, given, days, unitOfTime, article, promised) => {
    expect(limitRuleOf(guide, given)).toMatchObject({
      statutory: { days, unit: unitOfTime, basis: { article } },
      promised: { unit: promised },
    });
  });

  it('promises nothing where another province has to answer first', () => {
    expect(limitRuleOf(guide, one('stop', { 'stop-why': 'double-elsewhere' }))).toMatchObject({
      statutory: { days: 10 },
      promised: null,
    });
  });
});
