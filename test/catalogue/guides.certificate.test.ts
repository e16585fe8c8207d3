import { describe, expect, it } from 'vitest';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import { checkMark, elsewhere, failedChecks } from '../../src/domain/checklist.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 4, certificates of qualification', () => {
  const guide = completeGuide('4');
  const { answers } = SAMPLES[4];

  it.each([
    [{}, ['id-card']],
    [{ 'at-hand': 'yes' }, ['id-card', 'certificate']],
    [{ agent: 'yes' }, ['id-card', 'mandate', 'agent-id']],
    [{ asker: 'employer' }, ['id-card', 'holder-consent']],
    [{ asker: 'employer', agent: 'yes' }, ['id-card', 'holder-consent', 'mandate', 'agent-id']],
  ])('a query with %o takes %o', (change, ids) => {
    expect(idsOf(guide, { ...answers, ...change })).toEqual(ids);
  });

  it.each([
    ['mandate', { agent: 'yes' }],
    ['holder-consent', { asker: 'employer' }],
  ])('nobody looks at someone else’s certificate without the %s', (id, change) => {
    expect(idsOf(guide, { ...answers, ...change })).toContain(id);
    const paper = guide.materials.find((one) => one.id === id)!;
    const mark = (kind: 'notNeeded' | 'deferred') =>
      checkMark(
        paper,
        kind === 'deferred' ? { kind, due: TODAY } : { kind, why: '熟人' },
        TODAY,
        seedCalendar,
      );
    expect(mark('notNeeded')).toBe('mark.coreNeeded');
    expect(mark('deferred')).toBe('mark.notDeferrable');
  });

  it('an employer stands beside the holder', () => {
    const given = { ...answers, asker: 'employer' };
    expect(checkParties(guide, given, [person('applicant'), organisation('employer')], TODAY)).toEqual([]);
    expect(checkParties(guide, given, [person('applicant')], TODAY)).toMatchObject([
      { code: 'party.tooFew', role: 'employer' },
    ]);
    expect(
      checkParties(guide, answers, [person('applicant'), organisation('employer')], TODAY),
    ).toMatchObject([{ code: 'party.roleUnknown' }]);
  });

  it('what the net does not know is best compared with the certificate itself', () => {
    const failed = (change: Record<string, string>) =>
      failedChecks(guide, { ...answers, ...change }).failed.map((one) => [one.id, one.severity]);
    expect(failed({ request: 'not-found', 'at-hand': 'no' })).toEqual([['certificate-to-compare', 'warn']]);
    expect(failed({ request: 'not-found', 'at-hand': 'yes' })).toEqual([]);
    expect(failed({ request: 'query', 'at-hand': 'no' })).toEqual([]);
  });

  it.each([{ request: 'reissue' }, { kind: 'other' }])('%o goes to the issuer', (change) => {
    expect(elsewhere(guide, { ...answers, ...change })?.goTo).toBe('发证的单位');
  });

  it('nothing has to be written, so there is no form', () => {
    expect(guide.forms).toBeUndefined();
  });

  it('is done on the spot, and no law sets a limit', () => {
    expect(limitRuleOf(guide, answers)).toMatchObject({ statutory: null, promised: { unit: 'onTheSpot' } });
  });
});
