import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { elsewhere } from '../../src/domain/checklist.ts';
import { itemStatusOn } from '../../src/domain/item.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { completeGuide, failing, idsOf, SAMPLES, TODAY } from './samples.ts';

describe('guide 2, treatment elsewhere', () => {
  const guide = completeGuide('2');
  const { answers } = SAMPLES[2];

  it('only who was referred brings the referral; an emergency brings no form at all', () => {
    expect(idsOf(guide, answers)).toContain('referral');
    expect(idsOf(guide, { ...answers, kind: 'self' })).not.toContain('referral');
    expect(idsOf(guide, { ...answers, kind: 'emergency' })).toEqual(['id-card']);
  });

  it('living elsewhere was not delegated; within the province it is said to be needless, and taken in', () => {
    expect(elsewhere(guide, { where: 'living' })?.goTo).toContain('区医疗保障局');
    expect(failing(guide, { ...answers, where: 'province' })).toEqual(['outside-province']);
  });
});

describe('guide 3, enrolment in medical insurance', () => {
  const guide = completeGuide('3');

  it('a child without a household register brings the certificate of birth instead', () => {
    const child = { who: 'newborn', action: 'enter', 'insured-elsewhere': 'no', agent: 'no' };
    expect(idsOf(guide, { ...child, registered: 'no' })).toContain('birth-certificate');
    expect(idsOf(guide, { ...child, registered: 'no' })).not.toContain('household-register');
    expect(idsOf(guide, { ...child, registered: 'yes' })).toContain('household-register');
  });

  it('persons have ten working days by regulation, employers fifteen days by law', () => {
    expect(limitRuleOf(guide, SAMPLES[3].answers)?.statutory).toMatchObject({
      days: 10,
      unit: 'workingDays',
    });
    expect(limitRuleOf(guide, { who: 'employer' })?.statutory).toMatchObject({
      days: 15,
      unit: 'calendarDays',
    });
  });
});

describe('guides 4 and 5, look-ups', () => {
  it('for somebody else only with a mandate and both identities', () => {
    for (const id of ['4', '5'] as const) {
      const by = { ...SAMPLES[id].answers, agent: 'yes' };
      expect(idsOf(completeGuide(id), by)).toEqual(
        expect.arrayContaining(['id-card', 'mandate', 'agent-id']),
      );
    }
  });

  it('only two proofs of persons were delegated; employers and medical insurance are elsewhere', () => {
    const guide = completeGuide('5');
    for (const proof of ['employer', 'medical', 'deceased'])
      expect(elsewhere(guide, { proof })).toBeDefined();
    for (const proof of ['paid', 'receiving']) expect(elsewhere(guide, { proof })).toBeUndefined();
  });
});

describe('guide 6, suspended', () => {
  it('is complete, out of force, and sends the first three children to a mere registration', () => {
    const item = seedCatalogue.items.find((one) => one.id === '6');
    expect(item && itemStatusOn(item, TODAY).state).toBe('suspended');
    expect(elsewhere(completeGuide('6'), { order: 'within' })?.goTo).toContain('生育登记');
  });

  it('presents no old paper as certain', () => {
    const own = completeGuide('6').materials.filter((one) => !['mandate', 'agent-id'].includes(one.id));
    expect(own.map((one) => one.confirmation)).toEqual(own.map(() => 'pending'));
  });
});

describe('guide 8, a consultation', () => {
  const guide = completeGuide('8');

  it('who asks for the policy alone need not say who they are', () => {
    expect(idsOf(guide, { topic: 'lease', own: 'no', written: 'no' })).toEqual(['record']);
  });

  it('decides nothing', () => {
    expect(guide.steps.some((one) => one.kind === 'decide' || one.kind === 'issue')).toBe(false);
  });
});
