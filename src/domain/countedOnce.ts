import { addWorkingDays, type Calendar, type DatedLimit } from './calendar.ts';
import type { LegalDate } from './time.ts';

/** By calendar, which never changes: what was counted with it. */
const counted = new WeakMap<Calendar, Map<string, DatedLimit>>();

/** Lists ask the same of thousands of cases: each date is counted once. The key says what, and from which day. */
export function countedOnce(calendar: Calendar, key: string, count: () => DatedLimit): DatedLimit {
  let known = counted.get(calendar);
  if (!known) {
    known = new Map();
    counted.set(calendar, known);
  }
  const before = known.get(key);
  if (before) return before;
  const limit = count();
  known.set(key, limit);
  return limit;
}

/** The n-th working day after a date, as `addWorkingDays`; of what is asked for whole lists. */
export const workingDaysAfter = (from: LegalDate, count: number, calendar: Calendar): DatedLimit =>
  countedOnce(calendar, `${count} workingDays ${from}`, () => addWorkingDays(from, count, calendar));
