import { describe, expect, it } from 'vitest';
import { elsewhere } from '../../src/domain/checklist.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { completeGuide, failing, idsOf, SAMPLES } from './samples.ts';

describe('guide 11, timber', () => {
  const guide = completeGuide('11');
  const { answers } = SAMPLES[11];

  it('one’s own trees around the house need no permit, and that is said first', () => {
    expect(elsewhere(guide, { place: 'yard' })?.goTo).toContain('不用办');
    expect(guide.questions[0]?.id).toBe('place');
  });

  it('little wood is promised for, much is surveyed; never both', () => {
    expect(idsOf(guide, answers)).toContain('promise');
    expect(idsOf(guide, answers)).not.toContain('survey');
    const much = { ...answers, amount: 'large' };
    expect(idsOf(guide, much)).toContain('survey');
    expect(idsOf(guide, much)).not.toContain('promise');
  });

  it('warns of closed hills and of what was not replanted, as art. 60 has it', () => {
    expect(failing(guide, { ...answers, closed: 'yes' })).toEqual(['not-closed']);
  });

  it('has twenty working days by law, ten more once, and a promise nobody has confirmed', () => {
    const rule = limitRuleOf(guide, answers);
    expect(rule?.statutory).toMatchObject({ days: 20, unit: 'workingDays', extension: 10 });
    expect(rule?.promised?.confirmation).toBe('pending');
  });
});

describe('guide 13, real estate', () => {
  const guide = completeGuide('13');
  const { answers } = SAMPLES[13];

  it('a sale needs both sides, an inheritance one', () => {
    expect(failing(guide, { ...answers, 'both-here': 'no' })).toEqual(['both-sides']);
    const heir = { action: 'transfer', land: 'town', how: 'inherit', agent: 'no' };
    expect(failing(guide, heir)).toEqual([]);
    expect(idsOf(guide, heir)).toEqual(expect.arrayContaining(['inheritance', 'heirs-promise']));
  });

  it('others’ records are shown to who has an interest in them', () => {
    const own = { action: 'look', land: 'town', whose: 'own', agent: 'no' };
    expect(idsOf(guide, own)).toEqual(['application', 'id-card']);
    expect(idsOf(guide, { ...own, whose: 'related' })).toContain('interest');
  });

  it('has thirty working days by law; the public notice of a first registration does not count', () => {
    const first = { action: 'first', land: 'village', agent: 'no' };
    expect(limitRuleOf(guide, first)?.statutory).toMatchObject({ days: 30, unit: 'workingDays' });
    expect(guide.steps.find((one) => one.kind === 'notice')?.counts).toBe(false);
  });

  it('no paper is an appraisal: the law forbids to ask for one', () => {
    expect(guide.materials.some((one) => /评估/.test(one.name))).toBe(false);
  });
});
