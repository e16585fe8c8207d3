import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { noteKey, noticesFor } from '../../src/domain/notices.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import type { LegalDate } from '../../src/domain/time.ts';
import { accepted, act, does, onTheWay, STAFF, type Who } from '../support/handlingActs.ts';
import { handlingRules } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DISTRICT } from '../support/sampleCatalogue.ts';

/** What somebody is told of a case on a day; as another person in the same post where `by` says so. */
function told(found: Case, who: Who, { on = MONDAY, by = who }: { on?: LegalDate; by?: string } = {}) {
  const [id, role] = STAFF[who];
  const office = handlingRules.office(id);
  if (!office) throw new Error(id);
  return noticesFor({ office, roles: [role], person: by }, handlingRules, on)(summaryOf(found));
}
const kinds = (...given: Parameters<typeof told>) => told(...given).map((one) => one.kind);

const there = onTheWay('birth', 'atDepartment');

describe('somebody is told', () => {
  it('that a case has come whose turn is theirs, and nobody else is', () => {
    expect(kinds(accepted('birth'), 'reviewer')).toEqual(['arrived']);
    expect(kinds(onTheWay('birth', 'opined'), 'leader')).toEqual(['arrived']);
    expect(kinds(there, 'officer')).toEqual(['arrived']);
    for (const who of ['clerk', 'reviewer', 'leader', 'otherOfficer', 'eastClerk'] as const)
      expect(kinds(there, who)).toEqual([]);
  });

  it('not of what they brought about themselves', () => {
    const opined = onTheWay('birth', 'opined');
    expect(kinds(opined, 'leader', { by: opined.opinion?.by ?? '' })).toEqual([]);
    expect(kinds(accepted('coop'), 'clerk')).toEqual([]);
  });

  it('that it came back for its form, or to be done again, anew each time', () => {
    const back = does(there, 'officer', act('returnForForm'));
    expect(kinds(back, 'sealer')).toEqual(['cameBack']);
    const opined = onTheWay('birth', 'opined');
    const once = does(opined, 'leader', act('sendBack'));
    expect(kinds(once, 'reviewer')).toEqual(['cameBack']);
    const twice = does(does(once, 'reviewer', act('opine')), 'leader', act('sendBack'));
    expect(told(twice, 'reviewer')[0]?.key).not.toBe(told(once, 'reviewer')[0]?.key);
    expect(told(once, 'reviewer')).toEqual(told(once, 'reviewer'));
    const coop = onTheWay('coop', 'decided');
    expect(kinds(does(coop, 'departmentLeader', act('sendBack')), 'officer')).toEqual(['cameBack']);
  });

  it('of a note by somebody else, of each new one anew', () => {
    const noted = does(there, 'officer', act('note'));
    expect(kinds(noted, 'clerk')).toEqual(['noted']);
    expect(kinds(noted, 'officer')).toEqual(['arrived']);
    expect(kinds(noted, 'otherOfficer')).toEqual([]);
    const again = does(noted, 'officer', act('note'));
    expect(told(again, 'clerk')[0]?.key).not.toBe(told(noted, 'clerk')[0]?.key);
    expect(told(noted, 'clerk')[0]?.key).toBe(noteKey(summaryOf(noted)));
    expect(noteKey(summaryOf(there))).toBeUndefined();
  });

  it('that it was given to them by somebody else, anew each time, and nobody besides', () => {
    const given = does(accepted('birth'), 'leader', act('assign', { person: 'reviewer' }));
    expect(kinds(given, 'reviewer')).toEqual(['assigned']);
    for (const [who, by] of [
      ['reviewer', 'another'],
      ['leader', 'leader'],
      ['eastReviewer', 'reviewer'],
    ] as const)
      expect(kinds(given, who, { by })).not.toContain('assigned');
    const taken = does(accepted('birth'), 'reviewer', act('assign', { person: 'reviewer' }));
    expect(kinds(taken, 'reviewer')).not.toContain('assigned');
    // Over with the state in which it was given.
    expect(
      kinds(does(does(given, 'reviewer', act('recordStep')), 'reviewer', act('opine')), 'reviewer'),
    ).toEqual([]);
    const back = does(given, 'leader', act('assign', { person: null, from: 'reviewer' }));
    const again = does(back, 'leader', act('assign', { person: 'reviewer' }), { on: '2026-11-24' });
    expect(told(again, 'reviewer')[0]?.key).not.toBe(told(given, 'reviewer')[0]?.key);
  });

  it('of the day one working day before, on it and after it, where the case is; not while the clock stands', () => {
    const found = accepted('sign');
    const due = summaryOf(found).due?.date ?? '';
    expect(due).toBe('2026-12-07');
    const on = (day: LegalDate) => told(found, 'leader', { on: day });
    expect(on('2026-12-03')).toEqual([]);
    expect([on('2026-12-04'), on(due), on('2026-12-08')].map(([one]) => one?.kind)).toEqual([
      'near',
      'due',
      'overdue',
    ]);
    expect(on(due)[0]?.on).toBe(due);
    expect(kinds(found, 'officer', { on: due })).toEqual([]);
    const stopped = does(found, 'reviewer', act('suspend'));
    expect(told(stopped, 'leader', { on: due })).toEqual([]);
    // Decided in time: what is left is to hand it over.
    expect(told(onTheWay('sign', 'sealed'), 'leader', { on: due })).toMatchObject([
      { kind: 'due', about: 'deliver', on: '2026-12-07' },
    ]);
  });

  it('of paper that has not arrived after the agreed days, at both ends', () => {
    const sent = does(there, 'clerk', act('dispatchPapers'));
    for (const who of ['clerk', 'leader', 'officer'] as const) {
      expect(kinds(sent, who, { on: '2026-11-26' })).not.toContain('paperLate');
      expect(kinds(sent, who, { on: '2026-11-27' })).toContain('paperLate');
    }
    expect(kinds(sent, 'eastClerk', { on: '2026-11-27' })).toEqual([]);
  });

  it('that the department has answered what was passed on, and of a flag on a case of their hall', () => {
    const passed = does(accepted('advice'), 'reviewer', act('escalate'));
    expect(kinds(passed, 'officer')).toEqual(['arrived']);
    expect(kinds(does(passed, 'officer', act('answer')), 'clerk')).toEqual(['answered']);
    const flags = [{ code: 'time.unsettled', facts: {}, at: '2026-11-23T02:00:00.000Z' }];
    expect(kinds({ ...there, flags }, 'clerk')).toEqual(['flagged']);
    expect(kinds({ ...there, flags }, 'officer')).toEqual(['arrived']);
    expect(kinds(accepted('sign', { office: DISTRICT }), 'officer')).toEqual(['arrived']);
  });

  it('nothing of a case that has ended', () => {
    const ended = does(accepted('birth'), 'clerk', act('withdraw'));
    expect(kinds(ended, 'reviewer', { on: '2027-01-29' })).toEqual([]);
  });
});
