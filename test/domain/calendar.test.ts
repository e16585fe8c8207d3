import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addCalendarDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  workingDaysBetween,
  yearIsKnown,
} from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/time.ts';
import { officialCalendar as calendar, calendarOf } from '../support/calendar.ts';

/** domain.md, appendix B: the day of receipt, working days, the day due. */
const GOLDEN = [
  ['2026-02-12', 20, '2026-03-18', 'over the Spring Festival with two make-up workdays'],
  ['2026-02-13', 5, '2026-02-27', 'telling what is missing over the Spring Festival'],
  ['2026-09-24', 5, '2026-10-09', 'between Mid-Autumn and National Day'],
  ['2026-09-24', 15, '2026-10-22', 'a public notice of real estate'],
  ['2026-09-22', 20, '2026-10-27', 'an ordinary permit'],
  ['2026-09-22', 30, '2026-11-10', 'a permit extended by ten days'],
  ['2026-09-30', 3, '2026-10-10', 'a registration due on a Saturday that is worked'],
  ['2026-09-30', 10, '2026-10-20', 'delivery'],
  ['2026-10-03', 5, '2026-10-13', 'sent in on a holiday'],
] as const;

const day2026 = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2026-01-01', days));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('working days', () => {
  it.each(GOLDEN)('%s and %i working days is %s: %s', (from, count, due) => {
    expect(addWorkingDays(from, count, calendar)).toEqual({ date: due, provisional: false });
    expect(workingDaysBetween(from, due, calendar)).toBe(count);
  });

  it('a deadline that runs into a year without a calendar is to be looked at again', () => {
    expect(addWorkingDays('2026-12-10', 20, calendar)).toEqual({ date: '2027-01-07', provisional: true });
    expect(addWorkingDays('2026-12-10', 15, calendar)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays('2027-03-01', 1, calendar).provisional).toBe(true);
    expect(yearIsKnown('2026-12-31', calendar)).toBe(true);
    expect(yearIsKnown('2027-01-01', calendar)).toBe(false);
  });

  it('the calendar of 2027 makes the provisional deadline final', () => {
    const known: Calendar = {
      version: 'with-2027',
      years: { ...calendar.years, '2027': { off: ['2027-01-01', '2027-01-02', '2027-01-03'], on: [] } },
    };
    expect(addWorkingDays('2026-12-10', 20, known)).toEqual({ date: '2027-01-08', provisional: false });
  });

  it('in 2026 there are 248', () => {
    expect(workingDaysBetween('2025-12-31', '2026-12-31', calendar)).toBe(248);
  });

  it('3 January 2023 is one, although another package says it is not', () => {
    expect(isWorkingDay('2023-01-03', calendar)).toBe(true);
    expect(isWorkingDay('2023-01-02', calendar)).toBe(false);
    expect(isWorkingDay('2022-12-31', calendar)).toBe(false);
  });

  it('a weekend worked in exchange counts, a weekday in a holiday does not', () => {
    expect(isWorkingDay('2026-02-14', calendar)).toBe(true);
    expect(isWorkingDay('2026-02-17', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-23', calendar)).toBe(true);
  });

  it('none leaves the day itself, even a holiday', () => {
    expect(addWorkingDays('2026-10-03', 0, calendar)).toEqual({ date: '2026-10-03', provisional: false });
  });

  it('counted forward and between are each other’s inverse', () => {
    fc.assert(
      fc.property(day2026, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { date } = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(date, calendar)).toBe(true);
        expect(workingDaysBetween(from, date, calendar)).toBe(count);
        expect(workingDaysBetween(from, addDays(date, -1), calendar)).toBe(count - 1);
      }),
    );
  });

  it('between Saturday and Sunday are none, in either direction', () => {
    expect(workingDaysBetween('2026-11-21', '2026-11-22', calendar)).toBe(0);
    expect(workingDaysBetween('2026-11-22', '2026-11-21', calendar)).toBe(0);
  });

  it('between two days add up, and turn their sign with the direction', () => {
    fc.assert(
      fc.property(day2026, day2026, day2026, (a, b, c) => {
        const between = (from: string, to: string) => workingDaysBetween(from, to, calendar);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(b, a)).toBe(0 - between(a, b));
      }),
    );
  });

  it.each(['America/New_York', 'Pacific/Kiritimati'])('are the same on a device set to %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    for (const [from, count, due] of GOLDEN) expect(addWorkingDays(from, count, calendar).date).toBe(due);
    expect(addCalendarDays('2026-09-10', 20, calendar).date).toBe('2026-09-30');
  });
});

describe('calendar days', () => {
  it('do not count the first day', () => {
    expect(addCalendarDays('2026-11-03', 20, calendar)).toEqual({ date: '2026-11-23', provisional: false });
  });

  it('a last day on a rest day moves to the next working day', () => {
    expect(addCalendarDays('2026-11-01', 20, calendar).date).toBe('2026-11-23');
    expect(addCalendarDays('2026-09-11', 20, calendar).date).toBe('2026-10-08');
  });

  it('a last day on a weekend that is worked stays', () => {
    expect(addCalendarDays('2026-09-20', 20, calendar).date).toBe('2026-10-10');
  });

  it('a last day that moves into an unknown year is to be looked at again', () => {
    const only2025 = calendarOf('2025');
    expect(addCalendarDays('2026-12-01', 20, calendar).provisional).toBe(false);
    expect(addCalendarDays('2026-12-20', 20, calendar)).toEqual({ date: '2027-01-11', provisional: true });
    expect(addCalendarDays('2025-12-31', 1, only2025).provisional).toBe(true);
  });

  it('end on a working day, never before the count is over', () => {
    fc.assert(
      fc.property(day2026, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const { date } = addCalendarDays(from, count, calendar);
        expect(isWorkingDay(date, calendar)).toBe(true);
        expect(date >= addDays(from, count)).toBe(true);
        expect(workingDaysBetween(addDays(from, count - 1), date, calendar)).toBe(1);
      }),
    );
  });
});
