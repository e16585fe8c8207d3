import { addWorkingDays, type Calendar, type DatedLimit } from './calendar.ts';
import type { LegalDate } from './time.ts';

/** Of what is counted, by the day that it is counted from. */
type Counted = Map<string | number, Map<LegalDate, DatedLimit>>;

/** By calendar, which never changes: what was counted with it. */
const counted = new WeakMap<Calendar, Counted>();

function countedWith(calendar: Calendar, what: string | number): Map<LegalDate, DatedLimit> {
  const all: Counted = counted.get(calendar) ?? new Map();
  const known = all.get(what) ?? new Map<LegalDate, DatedLimit>();
  if (known.size === 0) counted.set(calendar, all.set(what, known));
  return known;
}

/**
 * Lists ask the same of thousands of cases: each date is counted once, and found again without putting a key together.
 * @param what says all that the date hangs on, but for the day from which it is counted
 */
export function datedOnce(
  calendar: Calendar,
  what: string | number,
  from: LegalDate,
  count: () => DatedLimit,
): DatedLimit {
  const known = countedWith(calendar, what);
  const before = known.get(from);
  if (before) return before;
  const limit = count();
  known.set(from, limit);
  return limit;
}

/** The n-th working day after a date, as `addWorkingDays`; of what is asked for whole lists. */
export const workingDaysAfter = (from: LegalDate, count: number, calendar: Calendar): DatedLimit =>
  datedOnce(calendar, count, from, () => addWorkingDays(from, count, calendar));
