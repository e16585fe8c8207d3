import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import { noticeUntil, proceduresFor } from '../../src/domain/procedures.ts';
import { isComplete, rulesOf } from '../../src/domain/rules.ts';
import { act, onTheWay } from '../support/handlingActs.ts';
import { acting } from '../support/sampleCase.ts';

const rules = rulesOf(seedCatalogue);
const found = rules.guide('13');
if (!isComplete(found)) throw new Error('no guide to real estate');
const guide: CompleteGuide = found;
const KINDS = ['first', 'transfer', 'change', 'mortgage', 'cancel', 'correct', 'object', 'query'];

/** As the guide was before it said which situations have a public notice, and for how long. */
const before = rulesOf({
  ...seedCatalogue,
  guides: seedCatalogue.guides.map((one) =>
    one.id === '13' && one.state === 'complete'
      ? {
          ...one,
          steps: one.steps.map((step) => {
            const { when: _, atLeast: __, ...rest } = step;
            return rest;
          }),
        }
      : one,
  ),
});

const DAY = '2026-12-01';
const register = (kind: string): Case => ({
  ...onTheWay('coop', 'atDepartment'),
  ...{ item: '13', guide: '13', guideVersion: guide.version, answers: { action: kind } },
  ...{ acceptedOn: '2026-09-01', receivedOn: '2026-09-01' },
});

/** By an officer of the department; `seen` = the catalogue that the device had. */
function officer(kind: string, command: CaseCommand, seen = rules): string {
  const office = rules.item('13')?.department ?? '';
  const context = acting({ office, roles: ['officer'], now: rules, seen, on: DAY, by: 'officer' });
  const result = decide(register(kind), command, context);
  return result.ok ? 'ok' : result.refusal.code;
}

describe('stopping the clock for the public notice of a first registration', () => {
  it('is offered for a first registration, and for no other', () => {
    for (const action of KINDS)
      expect(
        proceduresFor({ answers: { action } }, 'onTheSpot', guide).map((one) => one.code),
        action,
      ).toEqual(action === 'first' ? ['firstRegistration'] : []);
  });

  it('is refused elsewhere, but what was stopped before the guide said so stands', () => {
    const stop = act('suspend', { procedure: 'firstRegistration' });
    expect(officer('first', stop)).toBe('ok');
    expect(officer('transfer', stop)).toBe('suspend.notHere');
    expect(officer('transfer', stop, before)).toBe('ok');
  });
});

describe('a public notice', () => {
  const hung = (until: string) =>
    act('recordStep', { step: 'notice', at: '2026-09-24', until, officers: [], place: '' });

  it('of a first registration hangs for fifteen working days, the first day not counted', () => {
    const step = guide.steps.find((one) => one.id === 'notice');
    if (!step) throw new Error('no notice');
    // domain.md, appendix B: between Mid-Autumn and the National Day.
    expect(noticeUntil(step, '2026-09-24', rules.calendar)).toBe('2026-10-22');
    expect(step.atLeast?.basis.article).toBe('第十七条');
  });

  it('is not recorded for fewer days than its rule asks, by whoever knew the rule', () => {
    expect(officer('first', hung('2026-10-21'))).toBe('step.noticeShort');
    expect(officer('first', hung('2026-10-22'))).toBe('ok');
    expect(officer('first', hung('2026-10-21'), before)).toBe('ok');
  });

  it('that was objected to, or is not over in order, is no notice done: nothing is asked of its days', () => {
    const objected = { outcome: 'objection', text: '邻居有异议' } as const;
    const cut = act('recordStep', {
      ...{ step: 'notice', at: '2026-09-24', until: '2026-09-30', officers: [], place: '', ...objected },
    });
    expect(officer('first', cut)).toBe('ok');
  });

  it('is as long as somebody thinks right where no rule says', () => {
    expect(noticeUntil({}, '2026-09-24', rules.calendar)).toBeUndefined();
    const basis = { law: '《样例条例》' };
    const week = { atLeast: { days: 7, unit: 'calendarDays', basis } } as const;
    expect(noticeUntil(week, '2026-09-24', rules.calendar)).toBe('2026-10-01');
  });
});
