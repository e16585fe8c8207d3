import { addDays, type LegalDate } from './time.ts';

/**
 * Working days after the State Council's yearly holiday notices.
 * A year that is absent is *not known*: counting goes on by ordinary weekends, and says so (`provisional`).
 */
export interface Calendar {
  /** Stamped on every deadline, so that a date can be traced to the calendar that gave it. */
  readonly version: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

export interface CalendarYear {
  /** Dates off, weekends inside a holiday included. */
  readonly off: readonly LegalDate[];
  /** Weekend dates that are worked in exchange (调休上班). */
  readonly on: readonly LegalDate[];
}

export interface DatedLimit {
  readonly date: LegalDate;
  /** True when some day that was counted lies in a year whose calendar is not known (待复核). */
  readonly provisional: boolean;
}

const SATURDAY = 6;
const SUNDAY = 0;

export function yearIsKnown(date: LegalDate, calendar: Calendar): boolean {
  return calendar.years[date.slice(0, 4)] !== undefined;
}

export function isWorkingDay(date: LegalDate, calendar: Calendar): boolean {
  const year = calendar.years[date.slice(0, 4)];
  if (year?.on.includes(date)) return true;
  if (year?.off.includes(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY;
}

/**
 * The n-th working day after a date. The day itself does not count (Civil Code art. 201),
 * holidays and weekends do not count (Administrative Licensing Law art. 82).
 * @param count whole days, at least 0; 0 gives the date itself.
 */
export function addWorkingDays(from: LegalDate, count: number, calendar: Calendar): DatedLimit {
  let date = from;
  let provisional = !yearIsKnown(from, calendar);
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (!yearIsKnown(date, calendar)) provisional = true;
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return { date, provisional };
}

/**
 * The n-th calendar day after a date; when it is not a working day, the next working day
 * (Civil Code arts. 200 to 203: the first day does not count, a last day on a holiday moves on).
 */
export function addCalendarDays(from: LegalDate, count: number, calendar: Calendar): DatedLimit {
  let date = addDays(from, count);
  let provisional = !yearIsKnown(date, calendar);
  while (!isWorkingDay(date, calendar)) {
    date = addDays(date, 1);
    if (!yearIsKnown(date, calendar)) provisional = true;
  }
  return { date, provisional };
}

/** How many working days lie in (from, to]; negative when `to` is earlier. */
export function workingDaysBetween(from: LegalDate, to: LegalDate, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}
