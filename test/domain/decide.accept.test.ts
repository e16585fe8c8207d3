import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import { calendarOf } from '../support/calendar.ts';
import {
  type Act,
  acceptOn,
  answersFor,
  caseAfter,
  eventsOf,
  flagsOf,
  MONDAY,
  receiveAt,
  refusalOf,
} from '../support/sampleCase.ts';
import {
  DISTRICT,
  EAST,
  sampleCatalogue,
  sampleRules,
  WEST,
  withCalendar,
  withGuide,
  withStatus,
} from '../support/sampleCatalogue.ts';
import { permitGuide } from '../support/sampleGuides.ts';

const received = caseAfter(null, receiveAt(WEST, 'permit'));
const decline = (ground: string): CaseCommand => ({
  type: 'decline',
  payload: { catalogue: 1, ground, text: '事项暂停', lines: [] },
});
const accept = (found: Case, act: Act = {}, from = act.on ?? MONDAY) =>
  caseAfter(found, acceptOn(found, from), act);
const code = (found: Case, act: Act = {}) => refusalOf(found, acceptOn(found, act.on ?? MONDAY), act).code;

describe('accepting', () => {
  it('dates from today, with the deadlines of the situation', () => {
    expect(accept(received, { on: '2026-11-25' })).toMatchObject({
      status: 'accepted',
      acceptedOn: '2026-11-25',
      flags: [],
      deadlines: { statutory: { date: '2026-12-23' }, promised: { date: '2026-12-02' } },
    });
  });

  it.each(['permit', 'registration', 'onTheSpot', 'service'] as const)(
    'of a %s is the receiving hall’s, in a town and in the district',
    (item) => {
      for (const office of [WEST, DISTRICT]) {
        const found = caseAfter(null, receiveAt(office, item), { office });
        expect(accept(found, { office }).status).toBe('accepted');
        expect(code(found, { office: EAST })).toBe('power.office');
        expect(code(found, { office, roles: ['reviewer', 'leader'] })).toBe('power.role');
      }
    },
  );

  it('is for a received case', () => {
    expect(code(accept(received))).toBe('case.wrongState');
    expect(refusalOf(null, acceptOn(received, MONDAY)).code).toBe('case.unknown');
  });

  it('waits for every paper that is asked', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] }));
    expect(refusalOf(found, acceptOn(found, MONDAY))).toEqual({
      code: 'papers.incomplete',
      facts: { materials: ['效果图'] },
    });
    const unseen = caseAfter(null, receiveAt(WEST, 'permit', { marks: {} }));
    expect(refusalOf(unseen, acceptOn(unseen, MONDAY)).facts).toEqual({
      materials: ['申请表', '身份证明', '效果图'],
    });
  });

  it('carries lines that are deferred, promised, shared or not needed', () => {
    const answers: Answers = { place: 'roof', size: 20, lit: true, power: 'grid', from: '2026-12-01' };
    const [applicant] = receiveAt(WEST, 'permit').payload.parties;
    const parties = [applicant!, { ...applicant!, role: 'owner' }];
    const found = caseAfter(
      null,
      receiveAt(WEST, 'permit', {
        answers,
        parties,
        marks: {
          form: { kind: 'originalKept', count: 1 },
          identity: { kind: 'shared', source: '公安人口库' },
          drawing: { kind: 'deferred', due: '2026-11-30' },
          safety: { kind: 'promised' },
          wiring: { kind: 'deferred', due: '2026-11-26' },
          consent: { kind: 'notNeeded', why: '没有相邻人' },
        },
      }),
    );
    expect(accept(found).status).toBe('accepted');
  });

  it('waits for the declared checks that block, not for those that warn', () => {
    const large = { ...answersFor('permit'), size: 101 };
    const found = caseAfter(null, receiveAt(WEST, 'permit', { answers: large }));
    expect(refusalOf(found, acceptOn(found, MONDAY))).toEqual({
      code: 'check.failed',
      facts: { check: 'largest', message: '面积不得超过 100 平方米', basis: '《样例条例》' },
    });
    const few = { ...answersFor('registration'), members: 4 };
    expect(code(caseAfter(null, receiveAt(WEST, 'registration', { answers: few })))).toBe('check.failed');
    const [applicant] = receiveAt(WEST, 'permit').payload.parties;
    const roof = { place: 'roof', size: 90, lit: false, from: '2026-12-01' };
    const parties = [applicant!, { ...applicant!, role: 'owner' }];
    expect(accept(caseAfter(null, receiveAt(WEST, 'permit', { answers: roof, parties }))).status).toBe(
      'accepted',
    );
  });

  it('keeps to the guide that the case was received with', () => {
    const now = rulesOf(withGuide(sampleCatalogue, permitGuide, { limits: [], materials: [] }));
    const found = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] }));
    expect(code(found, { now })).toBe('papers.incomplete');
    expect(accept(received, { now }).deadlines?.statutory?.date).toBe('2026-12-21');
  });

  it('with other deadlines printed is recorded and flagged: the paper stands', () => {
    const seen = rulesOf(sampleCatalogue);
    const off = ['2026-11-25', '2026-11-26'];
    const years = { ...sampleCatalogue.calendar.years };
    const now = rulesOf(
      withCalendar(sampleCatalogue, {
        version: 'corrected',
        years: { ...years, '2026': { off: [...(years['2026']?.off ?? []), ...off], on: [] } },
      }),
    );
    const events = eventsOf(received, acceptOn(received, MONDAY, seen), { now, seen });
    expect(flagsOf(events)).toEqual(['deadline.differs']);
    expect(events[1]).toMatchObject({ data: { facts: { statutory: '2026-12-21', promised: '2026-11-30' } } });
  });

  it('notices a difference in either deadline', () => {
    const right = acceptOn(received, MONDAY);
    if (right.type !== 'accept') throw new Error('accept');
    const { deadlines } = right.payload;
    const printed = (changes: Partial<typeof deadlines>): CaseCommand => ({
      type: 'accept',
      payload: { catalogue: 1, deadlines: { ...deadlines, ...changes } },
    });
    const other = { date: '2026-12-31', provisional: false };
    expect(flagsOf(eventsOf(received, printed({})))).toEqual([]);
    for (const changes of [
      { statutory: other },
      { promised: other },
      { statutory: null },
      { promised: null },
    ])
      expect(flagsOf(eventsOf(received, printed(changes)))).toEqual(['deadline.differs']);
  });

  it('into a year without a calendar gives a provisional deadline', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit'), { on: '2026-12-10' });
    const accepted = accept(found, { on: '2026-12-10' });
    expect(accepted.deadlines?.statutory).toEqual({ date: '2027-01-07', provisional: true });
    const bare = rulesOf(withCalendar(sampleCatalogue, calendarOf()));
    expect(
      caseAfter(found, acceptOn(found, '2026-12-10', bare), { on: '2026-12-10', now: bare }).deadlines,
    ).toMatchObject({
      promised: { provisional: true },
    });
  });
});

describe('a case of an item that was suspended', () => {
  const now = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-20'));

  it('and the clerk knew: may be received and declined, not accepted', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit'), { now });
    expect(code(found, { now })).toBe('item.notInForce');
    expect(caseAfter(found, decline('notInForce'), { now }).status).toBe('declined');
  });

  it('and the device did not know: the acceptance is recorded and flagged', () => {
    const events = eventsOf(received, acceptOn(received, MONDAY), { now, seen: sampleRules });
    expect(events.map((event) => event.type)).toEqual(['accepted', 'flagged']);
    expect(flagsOf(events)).toEqual(['item.notInForce']);
  });

  it('and the device knew, but its clock lay before that day: the acceptance stands and is flagged', () => {
    const events = eventsOf(received, acceptOn(received, MONDAY), { now, claimed: '2026-11-19' });
    expect(flagsOf(events)).toContain('item.notInForce');
    expect(code(received, { now, claimed: '2026-11-21' })).toBe('item.notInForce');
  });

  it('after the act: nothing happened yet', () => {
    const later = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-12-01'));
    expect(flagsOf(eventsOf(received, acceptOn(received, MONDAY), { now: later }))).toEqual([]);
  });
});

describe('a case that silence has accepted', () => {
  const on = '2026-12-01';

  it('is accepted from the day of receipt, and its deadlines count from there', () => {
    const accepted = accept(received, { on }, MONDAY);
    expect(accepted).toMatchObject({ acceptedOn: MONDAY, flags: [] });
    expect(accepted.deadlines?.statutory?.date).toBe('2026-12-21');
  });

  it('can no longer be declined', () => {
    expect(refusalOf(received, decline('notNeeded'), { on }).code).toBe('case.deemedAccepted');
    expect(caseAfter(received, decline('notNeeded'), { on: '2026-11-30' }).status).toBe('declined');
  });

  it('gets its notice whatever was missing: the notice only says so, and what was missing is flagged', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] }));
    expect(flagsOf(eventsOf(found, acceptOn(found, MONDAY), { on }))).toEqual(['papers.incomplete']);
    const now = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-25'));
    expect(flagsOf(eventsOf(received, acceptOn(received, MONDAY), { on, now }))).toEqual(['item.notInForce']);
  });

  it('a registration on the next day, a service never', () => {
    const registration = caseAfter(null, receiveAt(WEST, 'registration'));
    expect(accept(registration, { on: '2026-11-24' }, MONDAY).acceptedOn).toBe(MONDAY);
    const service = caseAfter(null, receiveAt(WEST, 'service'));
    expect(accept(service, { on: '2027-03-01' }).acceptedOn).toBe('2027-03-01');
  });
});
