import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { noteKey, noticesFor } from '../../src/domain/notices.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import type { LegalDate } from '../../src/domain/time.ts';
import {
  accepted,
  act,
  DEFERRED,
  does,
  onTheWay,
  promiseBroken,
  receipt,
  STAFF,
  type Who,
} from '../support/handlingActs.ts';
import { handlingRules } from '../support/handlingCatalogue.ts';
import { fold, MONDAY, numberAt } from '../support/sampleCase.ts';
import { DISTRICT, EAST } from '../support/sampleCatalogue.ts';

/** What somebody is told of a case on a day; as another person in the same post where `by` says so. */
function told(found: Case, who: Who, { on = MONDAY, by = who }: { on?: LegalDate; by?: string } = {}) {
  const [id, role] = STAFF[who];
  const office = handlingRules.office(id);
  if (!office) throw new Error(id);
  return noticesFor({ office, roles: [role], person: by }, handlingRules, on)(summaryOf(found));
}
const kinds = (...given: Parameters<typeof told>) => told(...given).map((one) => one.kind);

const there = onTheWay('birth', 'atDepartment');

/** A permit of the western hall with a paper missing, and the notice that told it. */
function correcting(on: LegalDate, due: LegalDate): Case {
  const missing = { drawing: { kind: 'missing' } } as const;
  const found = does(null, 'clerk', receipt('sign', { marks: missing }), { on });
  const lines = [{ material: 'drawing', name: '效果图', what: '请补正', basis: '第一条' }];
  const command = { type: 'requireCorrection', payload: { catalogue: 1, lines, due } } as const;
  return does(found, 'clerk', command, { on });
}

function depositedAt(found: Case, on: LegalDate): Case {
  const { lines = [] } = found.corrections.at(-1) ?? {};
  const number = numberAt(EAST, on);
  const data = { by: 'p', name: '李东', office: EAST, on, number, lines, text: '' };
  const next = fold(found, [{ type: 'papersDeposited', data }]);
  if (!next) throw new Error('no case');
  return next;
}

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

  it('that it was taken out of their hands by somebody else, until it is theirs again', () => {
    const given = does(accepted('birth'), 'leader', act('assign', { person: 'reviewer' }));
    const moved = does(given, 'leader', act('assign', { person: 'qian', from: 'reviewer', text: '出差' }));
    expect(kinds(given, 'reviewer')).toEqual(['assigned']);
    expect(kinds(moved, 'reviewer')).toEqual(['relieved']);
    expect(summaryOf(moved).relieved).toMatchObject([{ had: 'reviewer', by: 'leader', on: MONDAY }]);
    // Nobody else, nor who did it, nor at another office.
    expect(kinds(moved, 'reviewer', { by: 'qian' })).toEqual(['assigned']);
    for (const [who, by] of [
      ['reviewer', 'another'],
      ['leader', 'leader'],
      ['eastReviewer', 'reviewer'],
    ] as const)
      expect(kinds(moved, who, { by })).not.toContain('relieved');
    // Also when somebody else has it by then, and no more when it comes back or is given back by themselves.
    const on = does(moved, 'leader', act('assign', { person: null, from: 'qian', text: '都可办' }));
    expect(kinds(on, 'reviewer')).toEqual(['relieved']);
    expect(kinds(on, 'reviewer', { by: 'qian' })).toEqual(['relieved']);
    const again = does(moved, 'leader', act('assign', { person: 'reviewer', from: 'qian', text: '回来了' }));
    expect(kinds(again, 'reviewer')).toEqual(['assigned']);
    const own = does(given, 'reviewer', act('assign', { person: null, from: 'reviewer' }));
    expect(kinds(own, 'reviewer')).not.toContain('relieved');
    // Over with the state in which it was theirs.
    const opined = does(does(moved, 'reviewer', act('recordStep')), 'reviewer', act('opine'));
    expect(summaryOf(opined).relieved).toBeUndefined();
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

  it('of papers that were taken at another hall, each lot anew, and of a notice that nobody has answered', () => {
    const found = correcting('2026-09-22', '2026-10-12');
    const on = (day: LegalDate, one = found, who: Who = 'clerk') =>
      told(one, who, { on: day }).map(({ kind, about }) => [kind, about]);
    expect(on('2026-10-12')).toEqual([]);
    expect(on('2026-10-13')).toEqual([['lapsed', undefined]]);
    const there = depositedAt(found, '2026-09-24');
    // Handed over on the 24th: silence would accept it after the 9th of October.
    expect(on('2026-09-28', there)).toEqual([['deposited', undefined]]);
    expect(on('2026-10-08', there)).toEqual([
      ['near', 'takeIn'],
      ['deposited', undefined],
    ]);
    expect(on('2026-10-13', there).map(([kind]) => kind)).toEqual(['overdue', 'deposited']);
    expect(on('2026-10-13', there, 'eastClerk')).toEqual([]);
    const key = (one: Case) => told(one, 'clerk', { on: '2026-09-28' }).map((notice) => notice.key);
    expect(key(depositedAt(there, '2026-09-28'))).not.toEqual(key(there));
    expect(key(there)).toEqual(key(there));
  });

  it('of the last day for telling, of a deferred paper, and of no news that it is none', () => {
    const received = does(null, 'clerk', receipt('sign'), { on: '2026-09-24' });
    for (const [on, kind] of [
      ['2026-10-08', 'near'],
      ['2026-10-09', 'due'],
    ] as const)
      expect(told(received, 'clerk', { on })).toMatchObject([{ kind, about: 'tell', on: '2026-10-09' }]);
    expect(told(received, 'clerk', { on: '2026-09-30' })).toEqual([]);
    expect(kinds(received, 'eastClerk', { on: '2026-10-09' })).toEqual([]);
    const found = does(accepted('coop', DEFERRED), 'clerk', act('forward'));
    const clerk = (on: LegalDate) => told(found, 'clerk', { on }).map(({ kind, about }) => [kind, about]);
    expect(clerk('2026-11-26')).toEqual([]);
    expect(clerk('2026-11-27')).toEqual([['near', 'fulfil']]);
    expect(clerk('2026-12-01')).toEqual([['notFulfilled', undefined]]);
  });

  it('of the days after the end: of mending whoever decided, of a hand-off whoever supervises', () => {
    const found = promiseBroken('2026-12-14');
    const pressing = (who: Who, on: LegalDate) =>
      told(found, who, { on }).flatMap(({ kind, about }) => (about ? [`${kind} ${about}`] : []));
    expect(
      ['2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15'].map((on) => pressing('leader', on)),
    ).toEqual([[], ['near mend'], ['due mend'], ['overdue mend']]);
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((on) => pressing('otherOfficer', on)),
    ).toEqual([[], ['near handOff'], ['due handOff'], ['overdue handOff']]);
  });
});
