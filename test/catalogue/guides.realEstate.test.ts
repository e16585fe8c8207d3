import { describe, expect, it } from 'vitest';
import { elsewhere, failedChecks, openQuestions, unansweredQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 13, real estate', () => {
  const guide = completeGuide('13');
  const { answers: sale } = SAMPLES[13];
  const base = { location: '西集镇某村 8 号', who: 'person', agent: 'no' };
  const asking = (given: Answers): Answers => ({ ...base, ...given });
  const severities = (given: Answers) =>
    failedChecks(guide, given).failed.map((one) => [one.id, one.severity]);
  const query = asking({ action: 'query', standing: 'holder', 'query-purpose': '给孩子办上学' });
  const first = (property: string) => asking({ action: 'first', property });
  const transfer = (cause: string, property = 'urban', more: Answers = {}) =>
    asking({ action: 'transfer', property, cause, ...more });

  it.each([
    ['first, a homestead', first('homestead'), ['homestead-approval', 'survey', 'village-opinion']],
    ['first, on state land', first('urban'), ['building-approval', 'survey']],
    ['first, contracted land', first('fields'), ['land-contract', 'survey']],
    ['first, woods', first('woods'), ['woods-contract', 'survey']],
    [
      'another name',
      asking({ action: 'change', property: 'urban', 'what-changed': 'name' }),
      ['name-proof', 'certificate'],
    ],
    [
      'another size',
      asking({ action: 'change', property: 'urban', 'what-changed': 'size' }),
      ['survey', 'certificate'],
    ],
    [
      'another use',
      asking({ action: 'change', property: 'urban', 'what-changed': 'use' }),
      ['use-approval', 'certificate'],
    ],
    [
      'it is gone',
      asking({ action: 'cancel', property: 'homestead', 'cancel-why': 'gone' }),
      ['gone-proof', 'certificate'],
    ],
    [
      'given up',
      asking({ action: 'cancel', property: 'urban', 'cancel-why': 'given-up' }),
      ['waiver-statement', 'certificate'],
    ],
    [
      'repaid',
      asking({ action: 'cancel', property: 'urban', 'cancel-why': 'repaid' }),
      ['mortgage-certificate', 'release'],
    ],
    [
      'ended by judgment',
      asking({ action: 'cancel', property: 'urban', 'cancel-why': 'judgment' }),
      ['judgment'],
    ],
    [
      'an error, by the holder',
      asking({ action: 'correct', property: 'urban', standing: 'holder' }),
      ['error-proof', 'certificate'],
    ],
    [
      'an error, by another',
      asking({ action: 'correct', property: 'urban', standing: 'interested' }),
      ['error-proof', 'interest-proof'],
    ],
    [
      'an objection',
      asking({ action: 'object', property: 'urban', 'holder-agrees': 'no' }),
      ['error-proof', 'interest-proof'],
    ],
    [
      'inheritance',
      transfer('inherit'),
      ['inheritance-paper', 'death-certificate', 'kinship', 'certificate', 'tax-paper'],
    ],
    ['transfer by judgment', transfer('judgment'), ['judgment', 'tax-paper']],
  ])('%s: one applicant, and their own papers', (_what, given, ids) => {
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(failing(guide, given)).toEqual([]);
    expect(checkParties(guide, given, [person('applicant')], TODAY)).toEqual([]);
    const [form, identity, ...own] = idsOf(guide, given);
    expect([form, identity]).toEqual(['application', 'id-card']);
    expect([...own].sort()).toEqual([...ids].sort());
  });

  it.each([
    ['sale', 'sale-contract', 'block'],
    ['gift', 'gift-contract', 'warn'],
    ['division', 'division-agreement', 'warn'],
  ])('a %s is applied for by both sides', (cause, paper, severity) => {
    const both = transfer(cause, 'urban', { 'both-apply': 'yes' });
    expect(unansweredQuestions(guide, both)).toEqual([]);
    expect(severities(both)).toEqual([]);
    expect(idsOf(guide, both)).toEqual(expect.arrayContaining(['other-side-id', paper, 'certificate']));
    expect(severities(transfer(cause, 'urban', { 'both-apply': 'no' })).map(([, one]) => one)).toEqual([
      severity,
    ]);
  });

  it('a sale cannot be received without the other side, a gift can: there the law is silent', () => {
    const alone = [person('applicant')];
    expect(checkParties(guide, sale, alone, TODAY)).toEqual([{ code: 'party.tooFew', role: 'other-side' }]);
    const gift = transfer('gift', 'urban', { 'both-apply': 'yes' });
    expect(checkParties(guide, gift, alone, TODAY)).toEqual([]);
    expect(checkParties(guide, gift, [...alone, person('other-side')], TODAY)).toEqual([]);
  });

  it('a mortgage is asked for with the lender, and the certificate goes back', () => {
    const given = asking({ action: 'mortgage', property: 'urban', 'both-apply': 'yes' });
    expect(idsOf(guide, given)).toEqual(
      expect.arrayContaining(['loan-contract', 'mortgage-contract', 'certificate-shown', 'other-side-id']),
    );
    expect(idsOf(guide, given)).not.toContain('certificate');
    expect(checkParties(guide, given, [person('applicant'), organisation('other-side')], TODAY)).toEqual([]);
    expect(severities({ ...given, 'both-apply': 'no' })).toEqual([['both-apply', 'block']]);
  });

  it.each([
    ['homestead', ['homestead-not-mortgaged']],
    ['fields', ['land-mortgage-asked']],
    ['woods', ['land-mortgage-asked']],
    ['other', []],
  ])('a mortgage on %s warns of %o', (property, ids) => {
    expect(failing(guide, asking({ action: 'mortgage', property, 'both-apply': 'yes' }))).toEqual(ids);
  });

  it('a homestead handed on by agreement needs the village and warns of strangers; an heir needs neither', () => {
    const within = transfer('gift', 'homestead', { 'both-apply': 'yes', 'same-collective': 'yes' });
    expect(idsOf(guide, within)).toContain('village-opinion');
    expect(severities({ ...within, 'same-collective': 'no' })).toEqual([
      ['homestead-within-village', 'warn'],
    ]);
    const heir = transfer('inherit', 'homestead');
    expect(idsOf(guide, heir)).not.toContain('village-opinion');
    expect(openQuestions(guide, heir).map((one) => one.id)).not.toContain('same-collective');
  });

  it.each(['fields', 'woods'])('%s pass on without a paper on tax', (property) => {
    expect(idsOf(guide, transfer('inherit', property))).not.toContain('tax-paper');
  });

  describe('who may look up whose record', () => {
    it('the holder, with nothing but a form and an identity card', () => {
      expect(idsOf(guide, query)).toEqual(['query-application', 'id-card']);
      expect(failing(guide, query)).toEqual([]);
    });

    it('who has an interest, and shows it', () => {
      const given = { ...query, standing: 'interested' };
      expect(idsOf(guide, given)).toEqual(['query-application', 'id-card', 'interest-proof']);
      expect(failing(guide, given)).toEqual([]);
    });

    it('an agent, with a mandate', () => {
      expect(idsOf(guide, { ...query, agent: 'yes' })).toEqual(
        expect.arrayContaining(['mandate', 'agent-id']),
      );
    });

    it('nobody else, and the purpose is always asked', () => {
      expect(severities({ ...query, standing: 'neither' })).toEqual([['may-look-up', 'block']]);
      expect(unansweredQuestions(guide, { ...query, 'query-purpose': '' })).toEqual(['query-purpose']);
    });
  });

  it('only holders and those with an interest have the register corrected', () => {
    const given = asking({ action: 'correct', property: 'urban', standing: 'neither' });
    expect(severities(given)).toEqual([['may-correct', 'block']]);
  });

  it('an objection is for when the holder refuses', () => {
    const given = asking({ action: 'object', property: 'urban', 'holder-agrees': 'yes' });
    expect(severities(given)).toEqual([['correct-before-objecting', 'warn']]);
  });

  it('a seizure is the court’s to ask for', () => {
    expect(elsewhere(guide, asking({ action: 'seizure' }))?.goTo).toContain('不动产登记中心');
  });

  it.each([
    ['a sale', sale, 3],
    ['a mortgage', asking({ action: 'mortgage', property: 'urban' }), 1],
    ['an inheritance', transfer('inherit'), 5],
    ['a first registration', first('homestead'), undefined],
  ])('%s has thirty working days by law, and its own promise', (_what, given, days) => {
    const rule = limitRuleOf(guide, given);
    expect(rule?.statutory).toMatchObject({ days: 30, unit: 'workingDays' });
    expect(rule?.statutory?.extension).toBeUndefined();
    expect(rule?.promised?.days).toBe(days);
  });

  it('borrows no limit for a look into the register', () => {
    expect(limitRuleOf(guide, query)).toMatchObject({ statutory: null, promised: null });
  });

  it('stops the clock for the public notice alone, which the district gives', () => {
    expect(guide.steps.filter((one) => !one.counts).map((one) => [one.kind, one.by])).toEqual([
      ['notice', 'district'],
    ]);
  });

  it('lets only the paper on tax come late', () => {
    expect(guide.materials.filter((one) => one.deferrable).map((one) => one.id)).toEqual(['tax-paper']);
  });

  it('asks for no appraisal: the law forbids it', () => {
    expect(guide.materials.some((one) => one.name.includes('评估'))).toBe(false);
  });
});
