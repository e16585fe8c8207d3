import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { Case } from '../../src/domain/case.ts';
import { clockOf, dueOf, urgencyOf } from '../../src/domain/clock.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import type { Suspension } from '../../src/domain/handling.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import { officialCalendar as calendar, calendarOf } from '../support/calendar.ts';
import { GUIDES } from '../support/handlingCatalogue.ts';
import { slowDue } from '../support/slowClock.ts';

type Clocked = Parameters<typeof clockOf>[0];
const signed = { by: 'x', name: 'x', office: 'x' };
const stop = (on: LegalDate, until?: LegalDate): Suspension => ({
  ...{ ...signed, on, procedure: 'hearing', notice: '1', days: 1 },
  ...(until === undefined ? {} : { until }),
});
const longer = (days: number): Pick<Case, 'extension'> => ({
  extension: { ...signed, on: '2026-09-22', days, text: '' },
});
const since = (acceptedOn: LegalDate, more: Partial<Clocked> = {}): Clocked => ({
  ...{ acceptedOn, answers: {} },
  ...more,
});
const dates = (found: Clocked, guide: CompleteGuide = GUIDES.sign, today?: LegalDate) => {
  const { statutory, promised } = clockOf(found, guide, calendar, today);
  return [statutory?.date, promised?.date];
};

/** Twenty working days by law and ten promised; National Day lies in between. */
describe('the clock of a case, over Mid-Autumn and National Day of 2026', () => {
  const ON = '2026-09-22';

  it.each([
    ['as it was accepted', {}, ['2026-10-27', '2026-10-13']],
    [
      'stopped over the holiday',
      { suspensions: [stop('2026-09-24', '2026-10-09')] },
      ['2026-11-03', '2026-10-20'],
    ],
    [
      'stopped within the holiday: no working day was lost',
      { suspensions: [stop('2026-09-30', '2026-10-07')] },
      ['2026-10-27', '2026-10-13'],
    ],
    [
      'stopped to a Saturday that is worked',
      { suspensions: [stop('2026-10-07', '2026-10-10')] },
      ['2026-10-30', '2026-10-16'],
    ],
    [
      'stopped and resumed on one day',
      { suspensions: [stop('2026-09-24', '2026-09-24')] },
      ['2026-10-27', '2026-10-13'],
    ],
    [
      'stopped twice',
      { suspensions: [stop('2026-09-22', '2026-09-23'), stop('2026-10-08', '2026-10-09')] },
      ['2026-10-29', '2026-10-15'],
    ],
    [
      'stopped on the last day by law, and again on the day on which that stop ended, a Saturday',
      { suspensions: [stop('2026-10-27', '2026-11-07'), stop('2026-11-07', '2026-11-09')] },
      ['2026-11-09', '2026-10-13'],
    ],
    [
      'stopped on the last promised day',
      { suspensions: [stop('2026-10-13', '2026-10-15')] },
      ['2026-10-29', '2026-10-15'],
    ],
    ['extended by ten days', longer(10), ['2026-11-10', '2026-10-27']],
    [
      'stopped and extended',
      { suspensions: [stop('2026-09-24', '2026-10-09')], ...longer(10) },
      ['2026-11-17', '2026-11-03'],
    ],
  ] as const)('%s', (_name, more, expected) => {
    expect(dates(since(ON, more))).toEqual(expected);
  });

  it('is not set back by a stop after the time was over', () => {
    const late = { suspensions: [stop('2026-10-14', '2026-10-23')] };
    expect(dates(since(ON, late))).toEqual(['2026-11-05', '2026-10-13']);
    expect(dates(since(ON, { suspensions: [stop('2026-11-02', '2026-11-30')] }))).toEqual([
      '2026-10-27',
      '2026-10-13',
    ]);
  });

  it('stands on where one stop begins on the rest day on which another has ended', () => {
    // Ten working days from Friday the 20th end on Friday, 4 December, the day of the first notice.
    const stops = [stop('2026-12-04', '2026-12-06'), stop('2026-12-06', '2026-12-09')];
    expect(dates(since('2026-11-20', { suspensions: stops }))).toEqual(['2026-12-23', '2026-12-09']);
    const apart = [stop('2026-12-04', '2026-12-05'), stop('2026-12-06', '2026-12-09')];
    expect(dates(since('2026-11-20', { suspensions: apart }))).toEqual(['2026-12-23', '2026-12-04']);
  });

  it('counts a stop that still lasts up to today, and says that it stands', () => {
    const found = since(ON, { suspensions: [stop('2026-09-24')] });
    expect(clockOf(found, GUIDES.sign, calendar).suspendedSince).toBe('2026-09-24');
    expect(dates(found)).toEqual(['2026-10-27', '2026-10-13']);
    expect(dates(found, GUIDES.sign, '2026-10-09')).toEqual(['2026-11-03', '2026-10-20']);
    expect(dates(found, GUIDES.sign, '2026-09-24')).toEqual(['2026-10-27', '2026-10-13']);
    const over = since(ON, { suspensions: [stop('2026-09-24', '2026-09-28')] });
    expect(clockOf(over, GUIDES.sign, calendar, '2026-10-09').suspendedSince).toBeNull();
  });

  it('counts limits in calendar days by calendar days, to a working day', () => {
    expect(dates(since(ON), GUIDES.coop)).toEqual(['2026-10-22', '2026-10-12']);
    const stopped = { suspensions: [stop('2026-09-24', '2026-10-09')] };
    expect(dates(since(ON, stopped), GUIDES.coop)).toEqual(['2026-11-06', '2026-10-27']);
    // The thirtieth day after the 11th is Sunday the 11th; it is stopped on that day, for four days.
    expect(
      dates(since('2026-09-11', { suspensions: [stop('2026-10-11', '2026-10-15')] }), GUIDES.coop)[0],
    ).toBe('2026-10-15');
  });

  it('has no days where nothing sets any, or the case is not accepted', () => {
    expect(clockOf(since(ON), { ...GUIDES.sign, limits: [] }, calendar)).toEqual({
      ...{ statutory: null, promised: null, suspendedSince: null, calendar: calendar.version },
    });
    expect(clockOf({ answers: {} }, GUIDES.sign, calendar)).toMatchObject({
      statutory: null,
      promised: null,
    });
    expect(dates(since(ON), GUIDES.card)).toEqual([undefined, '2026-10-13']);
  });

  it('is due at once where it is done at once, whatever stops', () => {
    const limits = [
      { statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'confirmed' } },
    ] as const;
    const stopped = since(ON, { suspensions: [stop(ON, '2026-10-09')], ...longer(3) });
    expect(dates(stopped, { ...GUIDES.card, limits })).toEqual([undefined, ON]);
  });

  it('says when it has counted with a year whose calendar is not known, and is right once it is', () => {
    const found = since('2025-12-10', { suspensions: [stop('2025-12-30', '2026-01-05')] });
    const early = clockOf(found, GUIDES.sign, calendarOf('2025'));
    expect(early.statutory?.provisional).toBe(true);
    expect(early.promised).toEqual({ date: '2025-12-24', provisional: false });
    const late = clockOf(found, GUIDES.sign, calendar);
    expect(late.statutory).toEqual({ date: '2026-01-13', provisional: false });
    expect(late.calendar).not.toBe(early.calendar);
  });

  it('measures by what was promised, else by law', () => {
    const [law, word] = ['2026-10-27', '2026-10-13'].map((date) => ({ date, provisional: false }));
    expect(dueOf({ statutory: law!, promised: word! })).toBe(word);
    expect(dueOf({ statutory: law!, promised: null })).toBe(law);
    expect(dueOf({ statutory: null, promised: null })).toBeNull();
  });
});

const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-03-01', days));

/** A year of its own: some days off, some weekends worked. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ off: fc.array(date, { maxLength: 30 }), on: fc.array(date, { maxLength: 15 }) })
  .map((year) => ({ version: 'any', years: { '2026': year } }));

/** Stops one after another from the day of acceptance, none within another. */
const anyStops = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 25 }), last: fc.integer({ min: 0, max: 25 }) }),
  {
    maxLength: 4,
  },
);
const anyCase = fc
  .record({ acceptedOn: date, stops: anyStops, extension: fc.option(fc.integer({ min: 1, max: 30 })) })
  .map(({ acceptedOn, stops, extension }) => {
    let day = acceptedOn;
    const suspensions = stops.map(({ wait, last }) => {
      const on = addDays(day, wait);
      day = addDays(on, last);
      return stop(on, day);
    });
    return since(acceptedOn, { suspensions, ...(extension === null ? {} : longer(extension)) });
  });

const guideWith = (unit: 'workingDays' | 'calendarDays', days: number): CompleteGuide => ({
  ...GUIDES.sign,
  limits: [{ statutory: { days, unit, confirmation: 'confirmed' }, promised: null }],
});
const anyGuide = fc
  .record({
    unit: fc.constantFrom('workingDays' as const, 'calendarDays' as const),
    days: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ unit, days }) => guideWith(unit, days));

describe('whatever stops and whatever is added', () => {
  const counted = (found: Clocked, guide: CompleteGuide, by: Calendar) =>
    clockOf(found, guide, by).statutory?.date ?? '';
  const forAll = (holds: (found: Clocked, guide: CompleteGuide, by: Calendar) => void): void =>
    fc.assert(fc.property(anyCase, anyGuide, anyCalendar, holds), { numRuns: 800 });

  it('a slow count, day by day, gives the same date', () => {
    forAll((found, guide, by) => {
      expect(counted(found, guide, by)).toBe(slowDue(found, guide, by));
    });
  });

  it('no stop and no extension makes a date earlier', () => {
    forAll((found, guide, by) => {
      const { suspensions = [] } = found;
      const all = counted(found, guide, by);
      for (let kept = 0; kept < suspensions.length; kept += 1)
        expect(counted({ ...found, suspensions: suspensions.slice(0, kept) }, guide, by) <= all).toBe(true);
      const { extension: _, ...unextended } = found;
      expect(counted(unextended, guide, by) <= all).toBe(true);
    });
  });

  it('what has crossed the wire counts the same', () => {
    forAll((found, guide, by) => {
      const copy = JSON.parse(JSON.stringify({ found, guide, by })) as {
        found: Clocked;
        guide: CompleteGuide;
        by: Calendar;
      };
      expect(clockOf(copy.found, copy.guide, copy.by)).toEqual(clockOf(found, guide, by));
    });
  });

  it('a lasting stop, counted up to a day, is one that ended on that day', () => {
    fc.assert(
      fc.property(date, date, date, anyGuide, (acceptedOn, on, today, guide) => {
        if (on < acceptedOn || today < on) return;
        const lasting = clockOf(since(acceptedOn, { suspensions: [stop(on)] }), guide, calendar, today);
        const ended = clockOf(since(acceptedOn, { suspensions: [stop(on, today)] }), guide, calendar);
        expect(lasting).toEqual({ ...ended, suspendedSince: on });
      }),
    );
  });
});

describe('how near a date is', () => {
  it.each([
    ['2026-09-29', 'calm'],
    ['2026-09-30', 'near'],
    ['2026-10-05', 'near'],
    ['2026-10-08', 'due'],
    ['2026-10-09', 'overdue'],
  ] as const)('on %s, with the 8th of October due after the holiday, it is %s', (today, expected) => {
    expect(urgencyOf('2026-10-08', today, calendar)).toBe(expected);
  });

  it('is near on the one working day before, and on the rest days after that one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), anyCalendar, (today, ahead, by) => {
        const due = addDays(today, ahead);
        const between = Array.from({ length: ahead - 1 }, (_, index) => addDays(today, index + 1));
        const free = between.every(
          (day) => slowDue(since(addDays(day, -1)), guideWith('workingDays', 1), by) !== day,
        );
        expect(urgencyOf(due, today, by)).toBe(free ? 'near' : 'calm');
      }),
    );
  });
});
