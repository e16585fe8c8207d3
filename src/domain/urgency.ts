import { type Calendar, isWorkingDay } from './calendar.ts';
import { addDays, type LegalDate } from './time.ts';

/** How a date stands to today: identical wherever it is asked, since it hangs on dates and calendar alone. */
export type Urgency = 'overdue' | 'due' | 'near' | 'calm';

/** One working day before, due, overdue (domain.md §2.3, 限时办结). */
export function urgencyOf(due: LegalDate, today: LegalDate, calendar: Calendar): Urgency {
  if (due < today) return 'overdue';
  if (due === today) return 'due';
  let next = addDays(today, 1);
  while (next < due && !isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next === due ? 'near' : 'calm';
}
