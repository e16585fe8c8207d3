import { describe, expect, it } from 'vitest';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import { addWorkingDays, isWorkingDay } from '../../src/domain/calendar.ts';

function workingDaysIn(year: number): number {
  let count = 0;
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), seedCalendar)) count += 1;
  return count;
}

describe('the official calendar', () => {
  it('knows 2024 to 2026 and does not pretend to know 2027', () => {
    expect(Object.keys(seedCalendar.years)).toEqual(['2024', '2025', '2026']);
    expect(seedCalendar.version).toBe('2026.1');
  });

  it('has 248 working days in 2026', () => {
    expect(workingDaysIn(2026)).toBe(248);
  });

  it('works the Saturday before the spring festival and rests on its Monday', () => {
    expect(isWorkingDay('2026-02-14', seedCalendar)).toBe(true);
    expect(isWorkingDay('2026-02-16', seedCalendar)).toBe(false);
  });

  // Golden cases of domain.md, Appendix B.
  it.each([
    ['2026-02-12', 20, '2026-03-18', false],
    ['2026-02-13', 5, '2026-02-27', false],
    ['2026-09-24', 5, '2026-10-09', false],
    ['2026-09-24', 15, '2026-10-22', false],
    ['2026-09-22', 20, '2026-10-27', false],
    ['2026-09-22', 30, '2026-11-10', false],
    ['2026-09-30', 3, '2026-10-10', false],
    ['2026-09-30', 10, '2026-10-20', false],
    ['2026-10-03', 5, '2026-10-13', false],
    ['2026-12-10', 20, '2027-01-07', true],
  ])('%s and %i working days end on %s', (from, days, date, provisional) => {
    expect(addWorkingDays(from, days, seedCalendar)).toEqual({ date, provisional });
  });
});
