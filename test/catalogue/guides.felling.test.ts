import { describe, expect, it } from 'vitest';
import {
  elsewhere,
  failedChecks,
  openQuestions,
  relevantAnswers,
  unansweredQuestions,
} from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 11, felling', () => {
  const guide = completeGuide('11');
  const { answers } = SAMPLES[11];
  const asked = (given: Answers) => openQuestions(guide, given).map((one) => one.id);
  /** The sample with other answers, without what is then no longer asked. */
  const but = (change: Answers): Answers => relevantAnswers(guide, { ...answers, ...change });

  it('a farmer with a few poplars of their own brings four papers', () => {
    expect(idsOf(guide, answers)).toEqual(['application', 'ownership', 'id-card', 'replant-pledge']);
  });

  it.each(['home', 'bamboo', 'roadside'])(
    'trees at “%s” need no felling permit, and it is said why',
    (ground) => {
      const other = elsewhere(guide, { ...answers, ground });
      expect(other?.why).toMatch(/不用办证|不办采伐许可证/);
      expect(other?.goTo).toContain('镇林业站');
    },
  );

  it('a survey is asked above the figures of the province, and of a state unit always', () => {
    expect(idsOf(guide, but({ survey: 'over' }))).toContain('survey-design');
    expect(idsOf(guide, but({ survey: 'unknown' }))).not.toContain('survey-design');
    const state = but({ who: 'state' });
    expect(unansweredQuestions(guide, state)).toEqual([]);
    expect(asked(state)).not.toContain('survey');
    expect(idsOf(guide, state)).toEqual([
      'application',
      'ownership',
      'org-licence',
      'replant-pledge',
      'survey-design',
      'last-replanting',
    ]);
    expect(checkParties(guide, state, [organisation('applicant')], TODAY)).toEqual([]);
    expect(checkParties(guide, state, [person('applicant')], TODAY)).not.toEqual([]);
  });

  it.each([
    [{ volume: 15 }, true],
    [{ volume: 15.1 }, false],
    [{ who: 'organisation' }, false],
    [{ forest: 'natural' }, false],
    [{ purpose: 'tending' }, false],
  ])('with %o a promise is offered: %o', (change, offered) => {
    expect(asked(but(change)).includes('by-promise')).toBe(offered);
  });

  it('a promise takes the place of the survey, and warns that nobody has confirmed it', () => {
    const given = but({ 'by-promise': 'yes' });
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(idsOf(guide, given)).toEqual(['application', 'ownership', 'id-card', 'replant-pledge', 'promise']);
    const { failed } = failedChecks(guide, given);
    expect(failed.map((one) => [one.id, one.severity])).toEqual([['promise-not-settled', 'warn']]);
  });

  it('land given over to building brings the consent and plants nothing again', () => {
    const given = but({ purpose: 'building' });
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(asked(given)).not.toContain('replant');
    expect(idsOf(guide, given)).toEqual(['application', 'ownership', 'id-card', 'land-use-consent']);
    expect(failing(guide, given)).toEqual([]);
  });

  it.each([
    [{ right: 'others' }, [['owner-applies', 'block']]],
    [{ replant: 1.99 }, [['replant-not-less', 'block']]],
    [{ replant: 3 }, []],
    [{ barred: 'closed' }, [['not-closed', 'warn']]],
    [{ barred: 'unplanted' }, [['replanted-last-year', 'warn']]],
    [{ barred: 'careless' }, [['damage-dealt-with', 'warn']]],
    [{ forest: 'welfare' }, [['welfare-not-harvested', 'warn']]],
    [{ forest: 'welfare', purpose: 'tending' }, []],
    [{ forest: 'reserve' }, [['reserve-not-felled', 'warn']]],
    [{ forest: 'reserve', purpose: 'damaged' }, []],
    [{ forest: 'natural' }, [['natural-asked-first', 'warn']]],
    [{ survey: 'unknown' }, [['survey-settled', 'warn']]],
  ])('%o is answered with %o', (change, found) => {
    const { failed } = failedChecks(guide, but(change));
    expect(failed.map((one) => [one.id, one.severity])).toEqual(found);
  });

  it('has twenty working days and ten more by law', () => {
    expect(limitRuleOf(guide, answers)?.statutory).toMatchObject({ days: 20, extension: 10 });
  });

  it('leaves the decision with the district: the town receives, looks and hands on', () => {
    const town = guide.steps.filter((one) => one.by === 'town').map((one) => one.kind);
    expect(town).toEqual(['receive', 'visit', 'forward', 'deliver']);
  });

  it('lets no paper come late: the list of those that may is not published', () => {
    expect(guide.materials.filter((one) => one.deferrable !== false)).toEqual([]);
  });
});
