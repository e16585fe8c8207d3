import { describe, expect, it } from 'vitest';
import { elsewhere, failedChecks, unansweredQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 9, sole proprietorships', () => {
  const guide = completeGuide('9');
  const { answers } = SAMPLES[9];
  const base = { name: '翼云粉皮加工厂', agent: 'no' };
  const change: Answers = {
    ...base,
    what: 'enterprise',
    action: 'change',
    'name-changed': 'no',
    'new-address': 'no',
    'new-investor': 'no',
    'prior-approval': 'no',
    late: 'no',
  };
  const branch: Answers = { ...base, what: 'branch' };
  const cancel: Answers = { ...base, what: 'enterprise', action: 'cancel', 'branches-left': 'no' };
  const ordinary: Answers = { ...cancel, 'cancel-way': 'ordinary', 'creditors-told': 'yes' };
  const simple: Answers = {
    ...cancel,
    'cancel-way': 'simple',
    debts: 'no',
    'simple-barred': 'no',
    notice: 'done',
  };

  const severities = (given: Answers) =>
    failedChecks(guide, given).failed.map((one) => `${one.id}: ${one.severity}`);

  it('setting up takes three papers, and the approval where the trade needs one', () => {
    expect(idsOf(guide, answers)).toEqual(['application', 'investor-id', 'address-paper']);
    const licensed = { ...answers, 'prior-approval': 'yes', 'approval-state': 'valid' };
    expect(idsOf(guide, licensed)).toContain('prior-approval');
    expect(failing(guide, licensed)).toEqual([]);
  });

  it.each(['有限', '公司', '合伙'])('a name with %s is told, and not turned away', (word) => {
    expect(severities({ ...answers, name: `翼云粉皮${word}` })).toEqual(['name-fits: warn']);
    expect(severities({ ...change, 'name-changed': 'yes', name: `翼云粉皮${word}` })).toEqual([
      'name-fits: warn',
    ]);
    expect(severities({ ...change, name: `翼云粉皮${word}` })).toEqual([]);
  });

  it.each([
    ['company', '区政务服务大厅'],
    ['partnership', '区政务服务大厅'],
    ['individual', '区政务服务大厅'],
    ['cooperative', '农民专业合作社登记'],
  ])('a %s is sent on', (what, place) => {
    expect(elsewhere(guide, { ...answers, what })?.goTo).toContain(place);
  });

  it('has one investor, who is a person and may trade', () => {
    expect(elsewhere(guide, { ...answers, investor: 'several' })?.why).toContain('一个人投资');
    expect(elsewhere(guide, { ...answers, investor: 'organisation' })).toBeDefined();
    expect(severities({ ...answers, 'investor-barred': 'yes' })).toEqual(['investor-may-trade: block']);
    expect(severities({ ...change, 'new-investor': 'transferred', 'investor-barred': 'yes' })).toEqual([
      'investor-may-trade: block',
    ]);
  });

  it('a change takes the papers of what has changed', () => {
    expect(unansweredQuestions(guide, change)).toEqual([]);
    expect(idsOf(guide, change)).toEqual(['application', 'investor-id', 'licence-return']);
    expect(idsOf(guide, { ...change, 'new-address': 'yes', flat: 'no' })).toContain('address-paper');
    const sold = { ...change, 'new-investor': 'transferred', 'investor-barred': 'no' };
    expect(idsOf(guide, sold)).toEqual([
      'application',
      'investor-id',
      'new-investor-id',
      'transfer-agreement',
      'licence-return',
    ]);
  });

  it('an heir brings no card of the dead', () => {
    const inherited = { ...change, 'new-investor': 'inherited', 'investor-barred': 'no' };
    expect(idsOf(guide, inherited)).toEqual([
      'application',
      'new-investor-id',
      'inheritance-paper',
      'licence-return',
    ]);
  });

  it('a change or a branch that comes late is taken all the same', () => {
    expect(severities({ ...change, late: 'yes' })).toEqual(['within-thirty-days: warn']);
    expect(
      severities({ ...branch, action: 'setUp', flat: 'no', 'prior-approval': 'no', late: 'yes' }),
    ).toEqual(['within-thirty-days: warn']);
  });

  it.each([
    ['valid', []],
    ['fresh', []],
    ['old', ['approval-valid: block']],
    ['expired', ['approval-valid: block']],
  ])('an approval that is %s: %o', (state, expected) => {
    expect(severities({ ...answers, 'prior-approval': 'yes', 'approval-state': state })).toEqual(expected);
  });

  it('a flat needs the neighbours, in the department’s eyes', () => {
    expect(severities({ ...answers, flat: 'agreed' })).toEqual([]);
    expect(severities({ ...answers, flat: 'not-agreed' })).toEqual(['neighbours-agree: warn']);
  });

  it('a branch has a head and an enterprise that it belongs to', () => {
    const given = { ...branch, action: 'setUp', flat: 'no', 'prior-approval': 'no', late: 'no' };
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(idsOf(guide, given)).toEqual([
      'application',
      'investor-id',
      'address-paper',
      'parent-licence',
      'head-appointment',
      'head-id',
    ]);
    const parties = [person('applicant'), organisation('enterprise'), person('head')];
    expect(checkParties(guide, given, parties, TODAY)).toEqual([]);
    expect(checkParties(guide, given, [person('applicant')], TODAY).map((one) => one.role)).toEqual([
      'enterprise',
      'head',
    ]);
  });

  it('a branch is ended without liquidation and never by the simple way', () => {
    const given = { ...branch, action: 'cancel' };
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(idsOf(guide, given)).toEqual([
      'application',
      'investor-id',
      'decision',
      'tax-clearance',
      'licence-return',
    ]);
  });

  it('an ordinary end is liquidated, a simple one is pledged', () => {
    expect(idsOf(guide, ordinary)).toEqual([
      'application',
      'investor-id',
      'decision',
      'liquidation-report',
      'tax-clearance',
      'licence-return',
    ]);
    expect(idsOf(guide, simple)).toEqual(['application', 'investor-id', 'simple-pledge', 'licence-return']);
    expect([...failing(guide, ordinary), ...failing(guide, simple)]).toEqual([]);
  });

  it.each([
    [{ debts: 'yes' }, ['simple-no-debts: block']],
    [{ 'simple-barred': 'yes' }, ['simple-not-barred: block']],
    [{ notice: 'early' }, ['simple-notice-done: block']],
    [{ notice: 'objected' }, ['simple-notice-done: block']],
    [{ notice: 'late' }, ['simple-notice-done: block']],
    [{ 'branches-left': 'yes' }, ['branches-first: block']],
  ])('the simple end with %o: %o', (given, expected) => {
    expect(severities({ ...simple, ...given })).toEqual(expected);
  });

  it('debts do not bar the ordinary end, only creditors who were not told are mentioned', () => {
    expect(severities({ ...ordinary, debts: 'yes', 'creditors-told': 'no' })).toEqual([
      'creditors-told: warn',
    ]);
    expect(severities({ ...ordinary, 'branches-left': 'yes' })).toEqual(['branches-first: block']);
  });

  it('has three working days and three more by law, not the fifteen of the older one', () => {
    expect(limitRuleOf(guide, answers)?.statutory).toMatchObject({
      days: 3,
      unit: 'workingDays',
      extension: 3,
    });
  });
});
