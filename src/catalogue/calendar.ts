import type { Calendar, CalendarYear } from '../domain/calendar.ts';
import { HOLIDAYS } from './calendar.generated.ts';

function datesIn(year: string, text: string): string[] {
  return text
    .split(/\s+/)
    .filter((day) => day !== '')
    .map((day) => `${year}-${day}`);
}

const years: Record<string, CalendarYear> = Object.fromEntries(
  Object.entries(HOLIDAYS).map(([year, { off, on }]) => [
    year,
    { off: datesIn(year, off), on: datesIn(year, on) },
  ]),
);

/** The official calendar 2024 to 2026. A deadline that reaches into 2027 says that it is provisional. */
export const seedCalendar: Calendar = { version: '2026.1', years };
