import { describe, expect, it } from 'vitest';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { completeGuide, failing, idsOf, SAMPLES } from './samples.ts';

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
