import { addCalendarDays, addWorkingDays, type Calendar, type DatedLimit } from './calendar.ts';
import { type Answers, evaluate } from './condition.ts';
import type { CompleteGuide, Limit, LimitRule } from './guide.ts';
import { beforeItEnds, type RenewalAsked } from './renewal.ts';
import { never } from './result.ts';
import type { LegalDate } from './time.ts';

/** What is told on the acceptance notice. `null` = the law sets no limit, or nothing was promised. */
export interface Deadlines {
  readonly statutory: DatedLimit | null;
  readonly promised: DatedLimit | null;
  /** Of the calendar that was counted with. */
  readonly calendar: string;
}

/** The limits of the situation: the first rule whose condition holds. */
export function limitRuleOf(guide: CompleteGuide, answers: Answers): LimitRule | undefined {
  return guide.limits.find((rule) => !rule.when || evaluate(rule.when, answers) === true);
}

/** Deadlines counted from the day of acceptance, which itself does not count (Civil Code art. 201). */
export function deadlinesOf(
  guide: CompleteGuide,
  answers: Answers,
  accepted: LegalDate,
  calendar: Calendar,
  renews?: RenewalAsked,
): Deadlines {
  const rule = limitRuleOf(guide, answers);
  const dated = (limit: Limit | null | undefined): DatedLimit | null =>
    limit ? beforeItEnds(dueDate(limit, accepted, calendar), renews, accepted) : null;
  return {
    statutory: dated(rule?.statutory),
    promised: dated(rule?.promised),
    calendar: calendar.version,
  };
}

/** The last day of a limit that begins on a date. */
export function dueDate(
  limit: Pick<Limit, 'days' | 'unit'> & Partial<Limit>,
  from: LegalDate,
  calendar: Calendar,
): DatedLimit {
  switch (limit.unit) {
    case 'workingDays':
      return addWorkingDays(from, limit.days, calendar);
    case 'calendarDays':
      return addCalendarDays(from, limit.days, calendar);
    case 'onTheSpot':
      return { date: from, provisional: false };
    default:
      return never(limit.unit);
  }
}
