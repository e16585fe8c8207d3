import { describe, expect, it } from 'vitest';
import type { Case, ToldLine } from '../../src/domain/case.ts';
import { depositEvents } from '../../src/domain/deposit.ts';
import { type DueNow, dayFor, duesNow } from '../../src/domain/due.ts';
import { dueFactsOf } from '../../src/domain/dueFacts.ts';
import type { OfficeId } from '../../src/domain/office.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import type { LegalDate } from '../../src/domain/time.ts';
import { officialCalendar } from '../support/calendar.ts';
import {
  accepted,
  act,
  DEFERRED,
  does,
  onTheWay,
  promiseBroken,
  receipt,
  refuseIt,
  waitsFor,
} from '../support/handlingActs.ts';
import { handlingRules, OTHER_DEPARTMENT } from '../support/handlingCatalogue.ts';
import { at, caseAfter, fold, MONDAY, numberAt, receiveAt } from '../support/sampleCase.ts';
import { DEPARTMENT, EAST, WEST } from '../support/sampleCatalogue.ts';

/** Mid-Autumn is 25 to 27 September 2026, National Day 1 to 7 October; the 20th of September and the 10th of October are worked. */
const rules: Rules = { ...handlingRules, calendar: officialCalendar };

type Told = readonly [kind: DueNow['kind'], date: LegalDate, at: OfficeId];
const brief = ({ kind, date, at: office }: DueNow): Told => [kind, date, office];
/** On the list, of a summary that crossed the wire; the page of the case says the same, or this fails. */
function dues(found: Case, on: LegalDate, by: Rules = rules): readonly Told[] {
  const listed = JSON.parse(JSON.stringify(summaryOf(found, rules))) as ReturnType<typeof summaryOf>;
  const all = duesNow(listed, by, on).map(brief);
  if (listed.endedOn === null)
    expect(duesNow({ ...found, ...dueFactsOf(found, by), endedOn: null }, by, on).map(brief)).toEqual(
      all.filter(([kind]) => kind !== 'handOff'),
    );
  return all;
}

const line = (material: string): ToldLine => ({ material, name: material, what: '请补正', basis: '第一条' });
const lacking = (item: 'permit' | 'service', on: LegalDate): Case =>
  caseAfter(null, receiveAt(WEST, item, { missing: [item === 'permit' ? 'drawing' : 'status'] }), { on });
function correcting(item: 'permit' | 'service', on: LegalDate, due: LegalDate): Case {
  const lines = [line(item === 'permit' ? 'drawing' : 'status')];
  return caseAfter(
    lacking(item, on),
    { type: 'requireCorrection', payload: { catalogue: 1, lines, due } },
    { on },
  );
}
function deposited(found: Case, on: LegalDate): Case {
  const slip = { number: numberAt(EAST, on), hall: EAST, on, lines: found.corrections[0]?.lines ?? [] };
  const all = {
    catalogue: 1,
    kind: 'deposit',
    caseNumber: found.number,
    item: found.item,
    guide: found.guide,
  };
  const rest = { guideVersion: 1, answers: {}, referTo: '', text: '' };
  const next = fold(
    found,
    depositEvents(found, { ...all, ...rest, ...slip } as never, { by: 'p', name: '李东', at: at(on) }),
  );
  if (!next) throw new Error('no case');
  return next;
}

describe('before acceptance counts', () => {
  it('the last day on which something missing may be told, over the holidays', () => {
    const received = caseAfter(null, receiveAt(WEST, 'permit'), { on: '2026-09-24' });
    expect(dues(received, '2026-09-24')).toEqual([['tell', '2026-10-09', WEST]]);
    expect(dues(received, '2026-10-09')).toEqual([['tell', '2026-10-09', WEST]]);
    const registration = caseAfter(null, receiveAt(WEST, 'registration'), { on: MONDAY });
    expect(dues(registration, MONDAY)).toEqual([['tell', MONDAY, WEST]]);
    expect(dues(caseAfter(null, receiveAt(WEST, 'service')), MONDAY)).toEqual([]);
  });

  it('after that day the limit of what silence has accepted, from the day of its papers', () => {
    const received = does(null, 'clerk', receipt('sign'), { on: '2026-09-22' });
    expect(dues(received, '2026-09-30')).toEqual([['tell', '2026-09-30', WEST]]);
    expect(dues(received, '2026-10-08')).toEqual([['decide', '2026-10-13', WEST]]);
  });

  it('the day until which the applicant may bring what was told', () => {
    const found = correcting('permit', '2026-09-22', '2026-10-12');
    expect(dues(found, '2026-09-30')).toEqual([['bring', '2026-10-12', WEST]]);
    expect(waitsFor(found, 'clerk', '2026-10-12')).toBe(false);
    expect(waitsFor(found, 'clerk', '2026-10-13')).toBe(true);
    expect(waitsFor(found, 'eastClerk', '2026-10-13')).toBe(false);
    expect(waitsFor(found, 'leader', '2026-10-13')).toBe(false);
  });

  it('once papers lie at another hall, the day on which silence would accept what they complete', () => {
    const found = deposited(correcting('permit', '2026-09-22', '2026-10-12'), '2026-09-24');
    expect(dues(found, '2026-09-28')).toEqual([['takeIn', '2026-10-09', WEST]]);
    for (const on of ['2026-09-24', '2026-10-12', '2026-10-13']) {
      expect(waitsFor(found, 'clerk', on)).toBe(true);
      expect(waitsFor(found, 'eastClerk', on)).toBe(false);
    }
    // Where silence says nothing, the day that the applicant was told.
    const service = deposited(correcting('service', '2026-09-22', '2026-10-12'), '2026-09-24');
    expect(dues(service, '2026-09-28')).toEqual([['takeIn', '2026-10-12', WEST]]);
  });

  it('nothing of an earlier notice, once what it told was brought', () => {
    const found = correcting('permit', MONDAY, '2026-12-07');
    const marks = { drawing: { kind: 'copies', count: 2 } } as const;
    const brought = caseAfter(found, { type: 'supplement', payload: { catalogue: 1, marks } });
    expect(summaryOf(brought).told).toBeUndefined();
    expect(dues(brought, MONDAY)).toEqual([['tell', '2026-11-30', WEST]]);
  });
});

describe('until it is decided counts', () => {
  const on = (date: LegalDate) => ({ on: date });

  it('what was promised, with what stopped and what was added, where the case is', () => {
    const found = accepted('sign', {}, '2026-09-22');
    expect(dues(found, '2026-09-23')).toEqual([['decide', '2026-10-13', WEST]]);
    const stopped = does(found, 'reviewer', act('suspend'), on('2026-09-24'));
    expect(dues(stopped, '2026-09-28')).toEqual([]);
    const resumed = does(stopped, 'reviewer', act('resume'), on('2026-10-09'));
    expect(dues(resumed, '2026-10-09')).toEqual([['decide', '2026-10-20', WEST]]);
    const longer = does(resumed, 'leader', act('extend'), on('2026-10-12'));
    expect(dues(longer, '2026-10-12')).toEqual([['decide', '2026-11-03', WEST]]);
    expect(dues(onTheWay('coop', 'atDepartment'), MONDAY).map(([, , office]) => office)).toEqual([
      DEPARTMENT,
    ]);
  });

  it('the same day on the list and on the page when the calendar of the next year comes', () => {
    const found = accepted('sign', {}, '2026-12-21');
    const fits = { ...officialCalendar.years, '2027': { off: ['2027-01-01'], on: [] } };
    const later = { ...rules, calendar: { version: 'with 2027', years: fits } };
    expect(duesNow(summaryOf(found, rules), rules, '2026-12-22')).toMatchObject([
      { date: '2027-01-04', provisional: true },
    ]);
    expect(duesNow(summaryOf(found, rules), later, '2026-12-22')).toMatchObject([
      { date: '2027-01-05', provisional: false },
    ]);
    expect(dues(found, '2026-12-22', later)).toEqual([['decide', '2027-01-05', WEST]]);
  });

  it('the day that was told, where the guide is not known and of rows of an earlier version', () => {
    const found = accepted('sign', {}, MONDAY);
    const { limit: _, acceptedOn: __, ...told } = summaryOf(found);
    expect(duesNow(told, rules, MONDAY).map(brief)).toEqual([['decide', '2026-12-07', WEST]]);
    expect(summaryOf(found, { guide: () => undefined }).due).toEqual(told.due);
    expect(summaryOf(found, rules).due).toBeUndefined();
  });

  it('beside it the day of a deferred paper, until that has come or the case is decided', () => {
    const found = accepted('sign', DEFERRED);
    expect(dues(found, MONDAY)).toEqual([
      ['decide', '2026-12-07', WEST],
      ['fulfil', '2026-11-30', WEST],
    ]);
    expect(dayFor(WEST, summaryOf(found, rules), rules, MONDAY)).toBe('2026-11-30');
    expect(waitsFor(found, 'clerk', '2026-11-30')).toBe(false);
    expect(waitsFor(found, 'clerk', '2026-12-01')).toBe(true);
    const came = does(found, 'clerk', act('fulfil'), on('2026-12-01'));
    expect(dues(came, '2026-12-01')).toEqual([['decide', '2026-12-07', WEST]]);
    expect(waitsFor(came, 'clerk', '2026-12-01')).toBe(false);
    const there = does(accepted('coop', DEFERRED), 'clerk', act('forward'));
    expect(dues(there, MONDAY).map(([kind, , office]) => [kind, office])).toEqual([
      ['decide', DEPARTMENT],
      ['fulfil', WEST],
    ]);
    expect(waitsFor(there, 'clerk', '2026-12-01')).toBe(true);
  });

  it('nothing once a question is answered', () => {
    const answered = does(accepted('advice'), 'clerk', act('answer'));
    expect(dues(answered, MONDAY)).toEqual([]);
    expect(waitsFor(answered, 'clerk')).toBe(true);
  });
});

describe('once nothing is left but to deliver counts', () => {
  it('the tenth working day after that, at the hall, whatever was decided of a permit', () => {
    const found = accepted('plain', {}, '2026-09-22');
    for (const command of [act('decide'), refuseIt]) {
      const decided = does(found, 'reviewer', command, { on: '2026-09-30' });
      const [first] = dues(decided, '2026-10-08');
      expect(first).toEqual(['deliver', '2026-10-20', WEST]);
      expect(dues(does(decided, 'clerk', act('deliver'), { on: '2026-10-08' }), '2026-10-08')).toEqual(
        dues(decided, '2026-10-08').filter(([kind]) => kind === 'handOff'),
      );
    }
    expect(dues(onTheWay('birth', 'issued'), MONDAY)[0]).toEqual(['deliver', '2026-12-07', WEST]);
    expect(dues(onTheWay('sign', 'approved'), MONDAY)).toEqual([['decide', '2026-12-07', WEST]]);
  });

  it('nothing of what is no permit', () => {
    const card = does(accepted('card'), 'clerk', act('decide'));
    expect(dues(card, MONDAY)).toEqual([]);
  });
});

describe('after the end counts', () => {
  it('the day of mending for whoever decided, and that of the hand-off for whoever supervises', () => {
    const found = promiseBroken('2026-12-14');
    const listed = summaryOf(found, rules);
    expect(dues(found, MONDAY)).toEqual([
      ['mend', '2026-12-14', WEST],
      ['handOff', '2026-11-25', OTHER_DEPARTMENT],
    ]);
    expect(dayFor(WEST, listed, rules, MONDAY)).toBe('2026-12-14');
    expect(dayFor(OTHER_DEPARTMENT, listed, rules, MONDAY)).toBe('2026-11-25');
    expect(dayFor(EAST, listed, rules, MONDAY)).toBe('2026-11-25');
  });

  it('nothing where nothing is left to do', () => {
    expect(dues(does(accepted('sign'), 'clerk', act('withdraw')), '2027-01-29')).toEqual([]);
  });
});
