import { describe, expect, it } from 'vitest';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import { checkMark, elsewhere, failedChecks, unansweredQuestions } from '../../src/domain/checklist.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { partyRules } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, SAMPLES, TODAY } from './samples.ts';

describe('guide 5, records of social insurance', () => {
  const guide = completeGuide('5');
  const { answers } = SAMPLES[5];

  it.each([
    [{}, ['id-card']],
    [{ paper: 'benefit' }, ['id-card']],
    [{ agent: 'yes' }, ['id-card', 'mandate', 'agent-id']],
    [{ whose: 'deceased' }, ['relative-id', 'kinship-proof', 'death-proof']],
    [
      { whose: 'deceased', agent: 'yes' },
      ['relative-id', 'kinship-proof', 'death-proof', 'mandate', 'agent-id'],
    ],
  ])('with %o these papers are looked at: %o', (change, ids) => {
    expect(idsOf(guide, { ...answers, ...change })).toEqual(ids);
  });

  it('keeps no paper but a mandate', () => {
    const kept = guide.materials.filter((one) => one.form.originals + one.form.copies > 0);
    expect(kept.map((one) => one.id)).toEqual(['mandate']);
  });

  it('nobody looks at someone else’s record without a mandate', () => {
    const mandate = guide.materials.find((one) => one.id === 'mandate')!;
    expect(checkMark(mandate, { kind: 'notNeeded', why: '熟人' }, TODAY, seedCalendar)).toBe(
      'mark.coreNeeded',
    );
    expect(checkMark(mandate, { kind: 'deferred', due: TODAY }, TODAY, seedCalendar)).toBe(
      'mark.notDeferrable',
    );
    expect(checkMark(mandate, { kind: 'promised' }, TODAY, seedCalendar)).toBe('mark.noPromise');
  });

  it.each([
    ['medical', '医疗保障局'],
    ['unit', '人力资源'],
  ])('a %s proof was not delegated', (paper, goTo) => {
    expect(elsewhere(guide, { ...answers, paper })?.goTo).toContain(goTo);
  });

  it.each([
    [{}, []],
    [{ where: 'other-place' }, ['insured-in-zaozhuang']],
    [{ 'number-changed': 'yes' }, ['one-number']],
    [{ whose: 'deceased' }, ['deceased-by-district']],
    // The number is asked of the living only; an answer left over does not count.
    [{ whose: 'deceased', 'number-changed': 'yes' }, ['deceased-by-district']],
  ])('%o is answered with %o', (change, ids) => {
    expect(failing(guide, { ...answers, ...change })).toEqual(ids);
  });

  it('stops nobody: what it says about records rests on practice', () => {
    const { failed } = failedChecks(guide, { ...answers, where: 'other-place', 'number-changed': 'yes' });
    expect(failed.map((one) => one.severity)).toEqual(['warn', 'warn']);
  });

  it('the whole record is printed where nobody says from when to when', () => {
    const { period: _, ...rest } = answers;
    expect(unansweredQuestions(guide, rest)).toEqual([]);
  });

  it('a relative asks in the place of the dead', () => {
    const labels = (whose: string) => partyRules(guide, { ...answers, whose }).map((rule) => rule.label);
    expect(labels('living')).toEqual(['参保人或者领待遇的人']);
    expect(labels('deceased')).toEqual(['去世人的近亲属']);
  });

  it('is free by law, and done on the spot', () => {
    expect(guide.fee).toMatchObject({ confirmation: 'confirmed', basis: { article: '第七十四条第四款' } });
    expect(limitRuleOf(guide, answers)).toMatchObject({ statutory: null, promised: { unit: 'onTheSpot' } });
  });
});
