import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { elsewhere, failedChecks } from '../../src/domain/checklist.ts';
import { itemStatusOn } from '../../src/domain/item.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 6, approval of further births', () => {
  const guide = completeGuide('6');
  const { answers } = SAMPLES[6];

  it('is worked out and still suspended', () => {
    const item = seedCatalogue.items.find((one) => one.id === '6')!;
    expect(itemStatusOn(item, TODAY).state).toBe('suspended');
    expect(guide.conditions.map((one) => one.text).join('')).toContain('暂停受理');
  });

  it('asks first which child it is, and sends everyone up to the third to registration', () => {
    expect(guide.questions[0]?.id).toBe('child');
    const sent = elsewhere(guide, { child: 'within-three' });
    expect(sent?.goTo).toContain('生育登记');
    expect(sent?.why).toContain('不用审批');
    expect(elsewhere(guide, answers)).toBeUndefined();
  });

  it('sends other cases to the department of health', () => {
    expect(elsewhere(guide, { ...answers, circumstance: 'none' })?.goTo).toContain('卫生健康');
  });

  it('holds nothing of the old rules for certain: no paper, no check, no days', () => {
    const sure = guide.materials.filter((one) => one.confirmation === 'confirmed').map((one) => one.id);
    // Whoever acts for another shows who they are: that is the law of permits, not the old rules.
    expect(sure).toEqual(['agent-id']);
    expect(
      guide.checks.filter((one) => one.confirmation === 'confirmed' || one.severity === 'block'),
    ).toEqual([]);
    expect(guide.questions.filter((one) => one.confirmation === 'confirmed').map((one) => one.id)).toEqual([
      'agent',
    ]);
    expect(limitRuleOf(guide, answers)).toMatchObject({
      statutory: { days: 20, confirmation: 'pending' },
      promised: null,
    });
  });

  it('no longer counts children as the edition of 2016 did', () => {
    const question = guide.questions.find((one) => one.id === 'circumstance');
    const labels = question?.kind === 'choice' ? question.options.map((one) => one.label).join('') : '';
    expect(labels).not.toBe('');
    expect(labels).not.toMatch(/[一两二三四]个(孩子|子女)/);
  });

  const COUPLE = ['application', 'wife-id', 'husband-id', 'marriage-certificate'];

  it.each([
    ['disabled-child', ['appraisal']],
    ['adopted', ['adoption', 'diagnosis']],
    ['remarried', ['divorce', 'birth-history']],
    ['recognised', []],
  ])('%s is shown by %o', (circumstance, proofs) => {
    expect(idsOf(guide, { ...answers, circumstance, 'appraised-by': 'city' })).toEqual([
      ...COUPLE,
      ...proofs,
    ]);
  });

  it('who lives here and is registered elsewhere shows the residence permit', () => {
    expect(idsOf(guide, { ...answers, registered: 'resident' })).toContain('residence-permit');
    expect(failing(guide, { ...answers, registered: 'resident' })).toEqual([]);
    expect(failing(guide, { ...answers, registered: 'neither' })).toEqual(['belongs-to-the-town']);
  });

  it('a diagnosis alone is said to be too little', () => {
    const given = { ...answers, circumstance: 'disabled-child' };
    expect(failing(guide, { ...given, 'appraised-by': 'lower' })).toEqual(['appraisal-of-the-city']);
    expect(failedChecks(guide, { ...given, 'appraised-by': 'city' })).toEqual({ failed: [], open: [] });
  });

  it('takes husband and wife, and treats every paper of theirs as sensitive', () => {
    expect(checkParties(guide, answers, [person('applicant')], TODAY)).toMatchObject([{ role: 'spouse' }]);
    const open = guide.materials.filter((one) => !one.sensitive).map((one) => one.id);
    expect(open).toEqual(['mandate', 'agent-id']);
  });
});
