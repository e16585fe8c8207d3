import { describe, expect, it } from 'vitest';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import { GUIDES } from '../../src/catalogue/guides/index.ts';
import {
  checklistOf,
  checkMark,
  elsewhere,
  failedChecks,
  openQuestions,
  unansweredQuestions,
} from '../../src/domain/checklist.ts';
import { completeness } from '../../src/domain/decideAccept.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import {
  allIn,
  completeGuide,
  failing,
  idsOf,
  organisation,
  person,
  SAMPLES,
  type SampleId,
  TODAY,
} from './samples.ts';
import { situationsOf } from './situations.ts';

const COMPLETE = Object.keys(SAMPLES) as SampleId[];

describe('the guides', () => {
  it('have a sample each, where they are worked out', () => {
    const complete = GUIDES.filter((one) => one.state === 'complete').map((one) => one.id);
    expect([...COMPLETE].sort()).toEqual(complete.sort());
  });

  it.each(COMPLETE)('guide %s can be gone through to acceptance', (id) => {
    const guide = completeGuide(id);
    const { answers, parties } = SAMPLES[id];
    expect(unansweredQuestions(guide, answers)).toEqual([]);
    expect(openQuestions(guide, answers).map((one) => one.id)).toEqual(Object.keys(answers));
    expect(elsewhere(guide, answers)).toBeUndefined();
    expect(checkParties(guide, answers, parties, TODAY)).toEqual([]);
    expect(failedChecks(guide, answers)).toEqual({ failed: [], open: [] });
    const marks = allIn(guide, answers);
    expect(completeness(guide, { answers, marks })).toBeUndefined();
    for (const { material } of checklistOf(guide, answers))
      expect(checkMark(material, marks[material.id]!, TODAY, seedCalendar), material.id).toBeUndefined();
  });

  it.each(COMPLETE)('guide %s asks every one of its papers in some situation', (id) => {
    const guide = completeGuide(id);
    const asked = new Set(situationsOf(guide).flatMap((answers) => idsOf(guide, answers)));
    expect(guide.materials.map((one) => one.id).filter((one) => !asked.has(one))).toEqual([]);
  });

  it.each(COMPLETE)('guide %s leaves no line and no check waiting once its questions are answered', (id) => {
    const guide = completeGuide(id);
    for (const answers of situationsOf(guide)) {
      expect(checklistOf(guide, answers).filter((line) => line.state === 'depends')).toEqual([]);
      expect(failedChecks(guide, answers).open).toEqual([]);
    }
  });

  it.each(COMPLETE)('guide %s states no baseline: the notice gives none', (id) => {
    expect(completeGuide(id).baseline).toBeNull();
  });

  it('never borrow the sentences of the notice', () => {
    const text = JSON.stringify(GUIDES);
    for (const phrase of ['见章发证”', '只减不增', '审核转报的方式', '任何部门不得推诿', '权责一致'])
      expect(text).not.toContain(phrase);
  });
});

describe('guide 1, banners', () => {
  const guide = completeGuide('1');
  const { answers } = SAMPLES[1];

  it('a person on their own wall brings five papers', () => {
    expect(idsOf(guide, answers)).toEqual(['application', 'id-card', 'photos', 'sample', 'ownership']);
  });

  it('a company on a lamp post, with balloons, for an event, by an agent brings more', () => {
    const given = {
      ...answers,
      who: 'organisation',
      site: 'others',
      thing: 'object',
      event: 'yes',
      agent: 'yes',
    };
    expect(idsOf(guide, given)).toEqual([
      'application',
      'org-licence',
      'photos',
      'sample',
      'consent',
      'safety-plan',
      'event-approval',
      'mandate',
      'agent-id',
    ]);
    expect(checkParties(guide, given, [organisation('applicant'), person('agent')], TODAY)).toEqual([]);
    expect(checkParties(guide, given, [person('applicant'), person('agent')], TODAY)).not.toEqual([]);
  });

  it('longer time needs no new photos', () => {
    expect(idsOf(guide, { ...answers, request: 'extend' })).toEqual([
      'application',
      'id-card',
      'explanation',
    ]);
  });

  it('a billboard is sent to the district with the reason', () => {
    expect(elsewhere(guide, { ...answers, thing: 'billboard' })?.goTo).toContain('区政务服务大厅');
  });

  it('a place outside the nine towns is said, and does not stop the papers', () => {
    const { failed } = failedChecks(guide, { ...answers, town: 'other' });
    expect(failed.map((one) => [one.id, one.severity])).toEqual([['within-nine-towns', 'warn']]);
  });

  it('has twenty working days and ten more by law', () => {
    expect(limitRuleOf(guide, answers)?.statutory).toMatchObject({
      days: 20,
      unit: 'workingDays',
      extension: 10,
    });
  });
});

describe('guide 7a, start-up loan', () => {
  const guide = completeGuide('7a');
  const { answers } = SAMPLES['7a'];

  it('an unmarried local farmer brings four papers', () => {
    expect(idsOf(guide, answers)).toEqual(['application', 'id-card', 'proof-farmer', 'business-licence']);
  });

  it('married partners from elsewhere bring more', () => {
    const given = {
      ...answers,
      borrower: 'partners',
      partners: 2,
      group: 'veteran',
      household: 'other',
      married: 'yes',
    };
    expect(idsOf(guide, given)).toEqual([
      'application',
      'id-card',
      'spouse-id',
      'marriage-certificate',
      'proof-veteran',
      'business-licence',
      'residence-permit',
      'partnership-agreement',
    ]);
  });

  it.each([
    [{ amount: 30 }, []],
    [{ amount: 31 }, ['amount-person']],
    [{ borrower: 'partners', partners: 2, amount: 66 }, []],
    [{ borrower: 'partners', partners: 2, amount: 67 }, ['amount-partners']],
    [{ borrower: 'partners', partners: 4, amount: 66 }, ['partners-at-most-three']],
    [{ years: 4 }, ['years-at-most-three']],
    [{ 'other-loans': 'yes' }, ['no-other-loans']],
    [{ group: 'none' }, ['group-supported']],
    [{ registered: 'no' }, ['business-registered']],
  ])('%o is answered with %o', (change, ids) => {
    expect(failing(guide, { ...answers, ...change })).toEqual(ids);
  });

  it('a company is sent to the department', () => {
    expect(elsewhere(guide, { ...answers, borrower: 'company' })?.goTo).toContain('人力资源');
  });

  it('borrows no limit from the law of permits', () => {
    expect(limitRuleOf(guide, answers)).toMatchObject({ statutory: null, promised: { days: 7 } });
  });
});

describe('guide 7b, start-up subsidy', () => {
  const guide = completeGuide('7b');
  const { answers } = SAMPLES['7b'];

  it.each([
    ['graduate', 'proof-graduate'],
    ['hardship', 'proof-hardship'],
    ['returnee', 'proof-returnee'],
  ])('a %s brings one proof of it', (group, proof) => {
    const given = { ...answers, group, 'recognised-before': 'yes' };
    expect(idsOf(guide, given)).toEqual([
      'application',
      'id-card',
      'business-licence',
      proof,
      'bank-account',
    ]);
  });

  it.each([
    [{ 'months-open': 11 }, ['open-twelve-months']],
    [{ 'months-insured': 5 }, ['insured-individual']],
    [{ entity: 'enterprise', 'months-insured': 11 }, ['insured-enterprise']],
    [{ entity: 'enterprise', 'months-insured': 12 }, []],
    [{ 'first-time': 'no' }, ['first-enterprise']],
    [{ 'person-changed': 'yes' }, ['person-unchanged']],
    [{ group: 'hardship', 'recognised-before': 'no' }, ['hardship-recognised-first']],
  ])('%o is answered with %o', (change, ids) => {
    expect(failing(guide, { ...answers, ...change })).toEqual(ids);
  });
});
