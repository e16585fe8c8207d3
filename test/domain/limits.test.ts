import { describe, expect, it } from 'vitest';
import { deadlinesOf, dueDate, limitRuleOf } from '../../src/domain/limits.ts';
import { officialCalendar as calendar } from '../support/calendar.ts';
import { onTheSpotGuide, permitGuide, registrationGuide, serviceGuide } from '../support/sampleGuides.ts';

const due = (
  guide: Parameters<typeof deadlinesOf>[0],
  answers: Parameters<typeof deadlinesOf>[1],
  on: string,
) => {
  const { statutory, promised } = deadlinesOf(guide, answers, on, calendar);
  return [statutory?.date ?? null, promised?.date ?? null];
};

describe('the limits', () => {
  it('of a permit are twenty working days by law and fewer promised', () => {
    expect(due(permitGuide, { size: 10 }, '2026-09-22')).toEqual(['2026-10-27', '2026-09-30']);
  });

  it('belong to the situation: the first rule that holds', () => {
    expect(due(permitGuide, { size: 50 }, '2026-09-22')).toEqual(['2026-10-27', '2026-10-13']);
    expect(limitRuleOf(permitGuide, {})).toBe(permitGuide.limits[1]);
  });

  it('on the spot end on the day itself', () => {
    expect(due(registrationGuide, { checked: false }, '2026-09-30')).toEqual(['2026-10-10', '2026-09-30']);
    expect(due(registrationGuide, { checked: true }, '2026-09-30')).toEqual(['2026-10-10', '2026-10-10']);
    expect(
      dueDate({ days: 9, unit: 'onTheSpot', confirmation: 'confirmed' }, '2026-10-03', calendar),
    ).toEqual({
      date: '2026-10-03',
      provisional: false,
    });
  });

  it('in calendar days move on from a rest day', () => {
    expect(due(onTheSpotGuide, {}, '2026-09-11')).toEqual(['2026-10-29', '2026-10-08']);
  });

  it('of a service are what was promised; the law sets none', () => {
    expect(due(serviceGuide, {}, '2026-11-23')).toEqual([null, '2026-12-07']);
  });

  it('are none where no rule holds', () => {
    expect(due({ ...serviceGuide, limits: [] }, {}, '2026-11-23')).toEqual([null, null]);
  });

  it('carry the version of the calendar, and say when a year is not known', () => {
    const found = deadlinesOf(permitGuide, { size: 10 }, '2026-12-10', calendar);
    expect(found).toEqual({
      statutory: { date: '2027-01-07', provisional: true },
      promised: { date: '2026-12-17', provisional: false },
      calendar: calendar.version,
    });
  });
});
