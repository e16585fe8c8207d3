import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Calendar, CalendarYear } from '../../src/domain/calendar.ts';

/**
 * The official calendar of some years, read straight from the package that the catalogue's own is made from,
 * so that tests of the rules do not lean on the catalogue.
 */
const YEARS = join(
  dirname(createRequire(import.meta.url).resolve('chinese-days/package.json')),
  'dist/years',
);

function readYear(year: string): CalendarYear {
  const { holidays, workdays } = JSON.parse(readFileSync(join(YEARS, `${year}.json`), 'utf8')) as {
    readonly holidays: Readonly<Record<string, string>>;
    readonly workdays: Readonly<Record<string, string>>;
  };
  return { off: Object.keys(holidays), on: Object.keys(workdays) };
}

export function calendarOf(...years: readonly string[]): Calendar {
  return {
    version: `test-${years.join('-')}`,
    years: Object.fromEntries(years.map((year) => [year, readYear(year)])),
  };
}

/** 2022 to 2026; 2027 is not known, as in November 2026. */
export const officialCalendar = calendarOf('2022', '2023', '2024', '2025', '2026');
