import type { Calendar } from './calendar.ts';
import { workingDaysAfter } from './countedDates.ts';
import type { LegalDate } from './time.ts';

/** How a date stands to today: identical wherever it is asked, since it hangs on dates and calendar alone. */
export type Urgency = 'overdue' | 'due' | 'near' | 'calm';

/** One working day before, due, overdue (domain.md §2.3, 限时办结). */
export function urgencyOf(due: LegalDate, today: LegalDate, calendar: Calendar): Urgency {
  if (due < today) return 'overdue';
  if (due === today) return 'due';
  return due <= workingDaysAfter(today, 1, calendar).date ? 'near' : 'calm';
}
