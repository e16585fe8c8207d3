import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { isPaperOwed } from '../../src/domain/paperOwed.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { isLate, paperGoesTo } from '../../src/domain/transfer.ts';
import {
  accepted,
  act,
  along,
  disagree,
  does,
  OTHER_LIST,
  onTheWay,
  refuseIt,
} from '../support/handlingActs.ts';
import { handlingRules } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, WEST } from '../support/sampleCatalogue.ts';

const goesTo = (found: Case, here: string) => paperGoesTo(summaryOf(found), here, handlingRules, MONDAY);
const owed = (found: Case) => isPaperOwed(summaryOf(found));

const toDepartment = (found: Case, clerk: 'clerk' | 'districtClerk' = 'clerk') =>
  along(found, [clerk, act('dispatchPapers')], ['officer', act('signForPapers')]);
const backTo = (found: Case, to: string, clerk: 'clerk' | 'districtClerk' = 'clerk') =>
  along(
    found,
    ['officer', act('dispatchPapers', { list: OTHER_LIST, to })],
    [clerk, act('signForPapers', { list: OTHER_LIST })],
  );

/** At the department, and its paper with it. */
const there = toDepartment(onTheWay('coop', 'atDepartment'));

describe('where the paper of a case has to follow it', () => {
  it('goes to the department with the case, once, and stays while it is worked on there', () => {
    const sent = onTheWay('coop', 'atDepartment');
    expect(goesTo(sent, WEST)).toBe(DEPARTMENT);
    expect(goesTo(does(sent, 'clerk', act('dispatchPapers')), WEST)).toBeUndefined();
    expect([goesTo(there, WEST), goesTo(there, DEPARTMENT), owed(there)]).toEqual([
      undefined,
      undefined,
      false,
    ]);
  });

  it('of a case that was withdrawn comes back to the hall, where the applicant fetches it', () => {
    const ended = does(there, 'clerk', act('withdraw'));
    expect([goesTo(ended, DEPARTMENT), owed(ended)]).toEqual([WEST, true]);
    const back = backTo(ended, WEST);
    expect([goesTo(back, WEST), goesTo(back, DEPARTMENT), owed(back)]).toEqual([undefined, undefined, false]);
  });

  it('that is still on its way when the case ends is sent back after it has been signed for', () => {
    const sent = does(onTheWay('coop', 'atDepartment'), 'clerk', act('dispatchPapers'));
    const ended = does(sent, 'clerk', act('withdraw'));
    expect([goesTo(ended, WEST), owed(ended)]).toEqual([undefined, true]);
    const signed = does(ended, 'officer', act('signForPapers'));
    expect(goesTo(signed, DEPARTMENT)).toBe(WEST);
  });

  it('of a refused case comes back with the refusal, before it is delivered', () => {
    const disagreed = along(
      accepted('birth'),
      ['reviewer', act('recordStep')],
      ['reviewer', disagree],
      ['leader', act('approve')],
      ['sealer', act('seal')],
      ['reviewer', act('forward')],
    );
    const refused = does(toDepartment(disagreed), 'officer', act('refuseOnOpinion'));
    expect(refused.status).toBe('refused');
    expect([goesTo(refused, DEPARTMENT), owed(refused)]).toEqual([WEST, true]);
    const delivered = does(refused, 'clerk', act('deliver'));
    expect(goesTo(delivered, DEPARTMENT)).toBe(WEST);
    expect(owed(backTo(delivered, WEST))).toBe(false);
  });

  it('of a case that the department itself has refused comes back once that is delivered', () => {
    const decided = along(there, ['officer', act('recordStep')], ['officer', refuseIt]);
    expect(goesTo(decided, DEPARTMENT)).toBeUndefined();
    const delivered = along(
      decided,
      ['departmentLeader', act('approve')],
      ['departmentSealer', act('seal')],
      ['clerk', act('deliver')],
    );
    expect([goesTo(delivered, DEPARTMENT), owed(delivered)]).toEqual([WEST, true]);
  });

  it('of a granted case stays with whoever has judged by it', () => {
    for (const [item, at] of [
      ['birth', DEPARTMENT],
      ['coop', DEPARTMENT],
      ['sign', WEST],
    ] as const) {
      const delivered = onTheWay(item, 'delivered');
      expect(delivered.status).toBe('delivered');
      expect([item, goesTo(delivered, at), owed(delivered)]).toEqual([item, undefined, false]);
    }
  });

  it('of an end in which it never left the hall is owed to nobody', () => {
    for (const found of [accepted('coop'), accepted('sign', { office: DISTRICT })]) {
      const clerk = found.hall === DISTRICT ? 'districtClerk' : 'clerk';
      const ended = does(found, clerk, act('withdraw'));
      expect([goesTo(ended, found.hall), owed(ended)]).toEqual([undefined, false]);
    }
  });
});

it('is late once it has been on its way for more than three working days', () => {
  const sent = summaryOf(does(onTheWay('coop', 'atDepartment'), 'clerk', act('dispatchPapers')));
  const late = (today: string) => isLate(sent, today, handlingRules.calendar);
  expect([late(MONDAY), late('2026-11-26'), late('2026-11-27')]).toEqual([false, false, true]);
});
