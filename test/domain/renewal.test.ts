import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { clockOf } from '../../src/domain/clock.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { dueDate } from '../../src/domain/limits.ts';
import { beforeItEnds, isDeemedRenewed } from '../../src/domain/renewal.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import {
  acceptOn,
  caseAfter,
  eventsOf,
  flagsOf,
  guideFor,
  MONDAY,
  receiveAt,
  refusalOf,
} from '../support/sampleCase.ts';
import { sampleRules, WEST } from '../support/sampleCatalogue.ts';

const NUMBER = '鲁枣山审〔2025〕12号';
const renewing = (until: LegalDate, number = NUMBER) =>
  receiveAt(WEST, 'permit', { renews: { number, until } });

function accepted(until: LegalDate): Case {
  const received = caseAfter(null, renewing(until));
  return caseAfter(received, acceptOn(received, MONDAY));
}

const refusing: CaseCommand = {
  type: 'decide',
  payload: { catalogue: 1, granted: false, reasons: ['conditions'], text: '不符合条件' },
};

describe('a renewal', () => {
  it('is an application that names what it prolongs, and whether it was asked in time', () => {
    expect(caseAfter(null, renewing('2026-12-23', ` ${NUMBER} `)).renews).toEqual({
      ...{ number: NUMBER, until: '2026-12-23', inTime: true },
    });
    expect(caseAfter(null, renewing('2026-12-22')).renews?.inTime).toBe(false);
    expect(caseAfter(null, receiveAt(WEST, 'permit'))).not.toHaveProperty('renews');
  });

  it('is none of what has ended, what has no number, and what never ends', () => {
    expect(refusalOf(null, renewing('2026-11-22'))).toEqual({
      code: 'renewal.expired',
      facts: { until: '2026-11-22' },
    });
    expect(caseAfter(null, renewing(MONDAY)).renews?.inTime).toBe(false);
    expect(refusalOf(null, renewing('2027-01-31', ' ')).code).toBe('renewal.number');
    const service = receiveAt(WEST, 'service', { renews: { number: NUMBER, until: '2027-01-31' } });
    expect(refusalOf(null, service).code).toBe('renewal.none');
  });

  it('is to be decided before what was granted ends, with the same day on the notice and on the clock', () => {
    const found = accepted('2026-12-24');
    const usual = caseAfter(caseAfter(null, receiveAt(WEST, 'permit')), acceptOn(found, MONDAY));
    expect(clockOf(usual, guideFor('permit'), sampleRules.calendar).statutory?.date).toBe('2026-12-21');
    expect(found.deadlines?.statutory?.date).toBe('2026-12-21');

    const late = caseAfter(null, renewing('2026-12-23'));
    const later = caseAfter(late, acceptOn(late, '2026-11-30'), { on: '2026-11-30' });
    expect(later.deadlines?.statutory).toEqual({ date: '2026-12-23', provisional: false });
    expect(clockOf(later, guideFor('permit'), sampleRules.calendar).statutory).toEqual(
      later.deadlines?.statutory,
    );
    expect(flagsOf(eventsOf(late, acceptOn(late, '2026-11-30'), { on: '2026-11-30' }))).toEqual([]);
  });

  it('is granted by silence the day after, and then no longer refused', () => {
    const found = accepted('2026-12-23');
    expect(isDeemedRenewed(found, 'accepted', '2026-12-23')).toBe(false);
    expect(isDeemedRenewed(found, 'accepted', '2026-12-24')).toBe(true);
    expect(isDeemedRenewed(found, 'decided', '2026-12-24')).toBe(false);
    expect(isDeemedRenewed(found, 'received', '2026-12-24')).toBe(false);
    const as = { roles: ['reviewer'], basis: { version: found.version } } as const;
    expect(refusalOf(found, refusing, { on: '2026-12-24', ...as }).code).toBe('renewal.deemed');
    expect(refusalOf(found, refusing, { on: '2026-12-23', ...as }).code).not.toBe('renewal.deemed');
  });

  it('that was asked late is granted by no silence', () => {
    const found = accepted('2026-12-22');
    expect(isDeemedRenewed(found, 'accepted', '2027-01-05')).toBe(false);
    expect(beforeItEnds({ date: '2027-01-05', provisional: true }, found.renews, MONDAY)?.date).toBe(
      '2027-01-05',
    );
  });

  it('never makes a limit longer, and never ends before it was accepted', () => {
    const days = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(days, days, fc.boolean(), (limit, until, inTime) => {
        const usual = dueDate({ days: limit, unit: 'calendarDays' } as never, MONDAY, sampleRules.calendar);
        const renews = { number: NUMBER, until: addDays(MONDAY, until - 30), inTime };
        const due = beforeItEnds(usual, renews, MONDAY);
        expect(due && due.date <= usual.date && due.date >= MONDAY).toBe(true);
        if (!inTime) expect(due).toEqual(usual);
      }),
    );
  });
});
