import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { Case } from '../../src/domain/case.ts';
import { elsewhere, failedChecks, openQuestions, unansweredQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { checkSteps, stepIsOf } from '../../src/domain/decideSteps.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import type { Office, Role } from '../../src/domain/office.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import type { Scene } from '../../src/domain/scene.ts';
import { completeGuide, idsOf, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 12, relief after disasters', () => {
  const guide = completeGuide('12');
  const { answers } = SAMPLES[12];
  const housing: Answers = { ...answers, need: 'housing', house: 'collapsed', assessed: 'done' };
  const bereaved: Answers = { ...answers, need: 'bereaved' };
  const material = (id: string) => guide.materials.find((one) => one.id === id);

  const severities = (given: Answers) =>
    failedChecks(guide, given).failed.map((one) => `${one.id}: ${one.severity}`);

  it('who is hungry today waits for no assessment in the village, and nothing but identity is core', () => {
    expect(openQuestions(guide, answers).map((one) => one.id)).not.toContain('assessed');
    const asked = idsOf(guide, answers);
    expect(asked).toEqual(['application', 'id-card', 'household-book', 'loss-statement', 'bank-card']);
    expect(asked.filter((id) => material(id)?.core)).toEqual(['id-card']);
    // Papers are often what the flood took: the window looks the person up.
    expect(material('id-card')?.waiver.sharing).toBe(true);
    expect(material('application')?.deferrable).not.toBe(false);
  });

  it('a grant for a house waits for the town’s reviewer, by law; urgent need does not', () => {
    const rules = rulesOf(seedCatalogue);
    const scene = { now: rules, seen: rules, today: TODAY } as unknown as Scene;
    const gapOf = (given: Answers, steps: Case['steps'] = []) => {
      const found = {
        guide: guide.id,
        guideVersion: guide.version,
        answers: given,
        steps,
      } as unknown as Case;
      return checkSteps(found, 'decide', true, scene)?.facts.steps;
    };
    const review = guide.steps.find((one) => one.before === 'decide');
    if (!review) throw new Error('nothing is waited for');
    expect(gapOf(answers)).toBeUndefined();
    expect(gapOf(housing)).toEqual([review.name]);
    const signed = { by: 'p', name: '李审核', office: '370406102', on: TODAY };
    const done = {
      ...signed,
      step: review.id,
      at: TODAY,
      officers: [],
      place: '',
      text: '',
      outcome: 'done',
    };
    expect(gapOf(housing, [done as NonNullable<Case['steps']>[number]])).toBeUndefined();
    // Neither the window nor the department that waits for it says it in the reviewer's place.
    const at = (id: string, ...roles: Role[]) => ({ office: rules.office(id) as Office, roles });
    expect(stepIsOf(review, 'window', at('370406102', 'reviewer'))).toBe(true);
    expect(stepIsOf(review, 'window', at('370406102', 'clerk'))).toBe(false);
    expect(stepIsOf(review, 'window', at(rules.item('12')?.department ?? '', 'officer'))).toBe(false);
    expect(stepIsOf(review, 'district', at(rules.item('12')?.department ?? '', 'officer'))).toBe(true);
  });

  it.each(['transition', 'housing', 'drought', 'winter'])(
    'help for %s comes after the village’s opinion',
    (need) => {
      const given = { ...housing, need };
      expect(unansweredQuestions(guide, given)).toEqual([]);
      expect(idsOf(guide, given)).toContain('village-opinion');
      expect(material('village-opinion')).toMatchObject({ core: true, deferrable: false });
    },
  );

  it.each([
    ['done', []],
    ['rejected-objection', []],
    ['open-objection', ['assessed-housing: block']],
    ['not-yet', ['assessed-housing: block']],
  ])('money for a house with the assessment %s: %o', (assessed, expected) => {
    expect(severities({ ...housing, assessed })).toEqual(expected);
  });

  it('for other help, to which the law does not extend the assessment, it is only said', () => {
    expect(severities({ ...answers, need: 'winter', assessed: 'not-yet' })).toEqual([
      'assessed-others: warn',
    ]);
    expect(severities({ ...answers, need: 'winter', assessed: 'done' })).toEqual([]);
  });

  it('a damaged house is appraised, a collapsed one is not', () => {
    expect(idsOf(guide, housing)).toContain('house-ownership');
    expect(idsOf(guide, housing)).not.toContain('house-appraisal');
    expect(idsOf(guide, { ...housing, house: 'damaged' })).toContain('house-appraisal');
  });

  it('the bereaved show the death and the kinship, and are not asked about losses', () => {
    expect(unansweredQuestions(guide, bereaved)).toEqual([]);
    expect(idsOf(guide, bereaved)).toEqual([
      'application',
      'id-card',
      'death-certificate',
      'kinship',
      'bank-card',
    ]);
    expect(severities(bereaved)).toEqual([]);
  });

  it('whom the village proposes signs no mandate: the village hands in', () => {
    const { agent: _, ...rest } = housing;
    const given = { ...rest, proposed: 'group' };
    expect(unansweredQuestions(guide, given)).toEqual([]);
    const asked = idsOf(guide, given);
    expect(asked).toContain('nomination');
    for (const id of ['application', 'mandate', 'agent-id']) expect(asked).not.toContain(id);
    expect(checkParties(guide, given, [person('applicant'), person('agent')], TODAY)).toEqual([]);
    expect(checkParties(guide, given, [person('applicant')], TODAY)).toMatchObject([{ role: 'agent' }]);
  });

  it('a family that sends someone gives a mandate', () => {
    expect(idsOf(guide, { ...answers, agent: 'yes' })).toEqual(
      expect.arrayContaining(['mandate', 'agent-id']),
    );
  });

  it.each([
    [{ 'lives-here': 'no' }, ['lives-here: warn']],
    [{ 'had-before': 'yes' }, ['not-twice: warn']],
  ])('%o is said: %o', (given, expected) => {
    expect(severities({ ...answers, ...given })).toEqual(expected);
  });

  it('a fire at home and the loss of crops are sent where they are helped', () => {
    expect(elsewhere(guide, { ...answers, cause: 'other' })?.goTo).toContain('民政');
    expect(elsewhere(guide, { ...answers, need: 'crops' })?.goTo).toContain('保险');
  });

  it.each([
    [answers, { days: 2, unit: 'calendarDays' }],
    [housing, { days: 20, unit: 'workingDays' }],
    [
      { ...answers, need: 'transition' },
      { days: 20, unit: 'workingDays' },
    ],
  ])('has no limit in law, and promises by the need', (given, promised) => {
    expect(limitRuleOf(guide, given)).toMatchObject({ statutory: null, promised });
  });

  it('promises nothing where nobody knows', () => {
    for (const need of ['winter', 'drought', 'bereaved'])
      expect(limitRuleOf(guide, { ...answers, need })).toEqual({ statutory: null, promised: null });
  });
});
