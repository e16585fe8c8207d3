import { describe, expect, it } from 'vitest';
import { failedChecks, unansweredQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, person, SAMPLES, TODAY } from './samples.ts';

describe('guide 10, cooperatives', () => {
  const guide = completeGuide('10');
  const { answers } = SAMPLES[10];
  const made = (members: number, farmers: number, organisations: number): Answers => ({
    ...answers,
    members,
    farmers,
    organisations,
    ...(organisations > 0 ? { 'public-unit': 'no' } : {}),
  });

  it('setting up takes nine papers', () => {
    expect(idsOf(guide, answers)).toEqual([
      'application',
      'founding-minutes',
      'charter',
      'appointments',
      'officer-ids',
      'member-list',
      'member-ids',
      'contribution-list',
      'address-paper',
    ]);
  });

  it.each([
    [
      { 'new-address': 'yes', 'new-person': 'no', 'charter-changed': 'no' },
      ['application', 'address-paper', 'resolution', 'licence-return'],
    ],
    [
      { 'new-address': 'no', 'new-person': 'yes', 'charter-changed': 'yes', 'two-thirds': 'yes' },
      [
        'application',
        'resolution',
        'new-head-appointment',
        'new-head-id',
        'amended-charter',
        'licence-return',
      ],
    ],
  ])('a change with %o takes %o', (change, ids) => {
    const given = {
      action: 'change',
      name: '某某专业合作社',
      'prior-approval': 'no',
      agent: 'no',
      ...change,
    };
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(idsOf(guide, given)).toEqual(ids);
    expect(
      checkParties(guide, given, [person('legalRepresentative'), organisation('cooperative')], TODAY),
    ).toEqual([]);
  });

  it('other acts take their own papers', () => {
    const base = { name: '某某专业合作社', agent: 'no' };
    expect(idsOf(guide, { ...base, action: 'members', members: 10, farmers: 9, organisations: 0 })).toEqual([
      'application',
      'member-list',
      'member-ids',
    ]);
    expect(
      idsOf(guide, { ...base, action: 'cancel', 'cancel-way': 'ordinary', 'two-thirds': 'yes' }),
    ).toEqual(['application', 'dissolution', 'liquidation-report', 'tax-clearance', 'licence-return']);
    expect(
      idsOf(guide, {
        ...base,
        action: 'cancel',
        'cancel-way': 'simple',
        'simple-barred': 'no',
        'notice-done': 'yes',
      }),
    ).toEqual(['application', 'simple-pledge', 'licence-return']);
    expect(idsOf(guide, { ...base, action: 'branch', 'prior-approval': 'yes', agent: 'yes' })).toEqual([
      'application',
      'prior-approval',
      'cooperative-licence',
      'branch-place',
      'branch-head',
      'branch-head-id',
      'mandate',
      'agent-id',
    ]);
  });

  it.each([
    [4, 4, 0, ['five-members']],
    [5, 5, 0, []],
    [5, 4, 0, []],
    [100, 79, 0, ['farmers-eighty-percent']],
    [100, 80, 0, []],
    [6, 4, 0, ['farmers-eighty-percent']],
    [20, 19, 1, []],
    [20, 18, 2, ['one-organisation']],
    [21, 20, 1, []],
    [21, 19, 2, ['organisations-five-percent']],
    [39, 37, 2, ['organisations-five-percent']],
    [40, 38, 2, []],
    [10, 10, 1, ['numbers-add-up']],
  ])('%i members with %i farmers and %i organisations: %o', (members, farmers, organisations, ids) => {
    expect(failing(guide, made(members, farmers, organisations))).toEqual(ids);
  });

  it('the composition stops acceptance at set-up, and only warns when members are filed later', () => {
    const severities = (given: Answers) => failedChecks(guide, given).failed.map((one) => one.severity);
    expect(severities(made(10, 7, 0))).toEqual(['block']);
    expect(severities({ action: 'members', name: '某', members: 10, farmers: 7, organisations: 0 })).toEqual([
      'warn',
    ]);
  });

  it.each([
    [{ organisations: 1, farmers: 9, 'public-unit': 'yes' }, 'no-public-unit'],
    [{ contribution: 'forbidden' }, 'contribution-allowed'],
    [{ contribution: 'claims' }, 'contribution-no-claims'],
    [{ 'charter-unanimous': 'no' }, 'charter-unanimous'],
    [{ name: '翼云果品公司' }, 'name-says-cooperative'],
  ])('%o fails by %s', (change, id) => {
    expect(failing(guide, { ...answers, ...change })).toEqual([id]);
  });

  it.each([
    [{ 'cancel-way': 'ordinary', 'two-thirds': 'no' }, 'two-thirds'],
    [{ 'cancel-way': 'simple', 'simple-barred': 'yes', 'notice-done': 'yes' }, 'simple-cancel-open'],
    [{ 'cancel-way': 'simple', 'simple-barred': 'no', 'notice-done': 'no' }, 'simple-cancel-notice'],
  ])('ending it with %o fails by %s', (change, id) => {
    expect(failing(guide, { action: 'cancel', name: '某', agent: 'no', ...change })).toEqual([id]);
  });

  it('has three working days and three more by law', () => {
    expect(limitRuleOf(guide, answers)?.statutory).toMatchObject({
      days: 3,
      unit: 'workingDays',
      extension: 3,
    });
  });
});
