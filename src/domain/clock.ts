import { type Calendar, type DatedLimit, workingDaysBetween } from './calendar.ts';
import type { Case } from './case.ts';
import type { CompleteGuide, Limit } from './guide.ts';
import { type Extension, openStop, type Suspension } from './handling.ts';
import { dueDate, limitRuleOf } from './limits.ts';
import { beforeItEnds } from './renewal.ts';
import { daysBetween, type LegalDate } from './time.ts';

export { type Urgency, urgencyOf } from './urgency.ts';

/**
 * When a case is due, counted anew from its facts: the limits of its situation from the day of acceptance, with what a
 * procedure of the law's list took out of them and what the leader added. Never stored, so that both sides get the same
 * from the same calendar, and a calendar that comes later corrects it (DESIGN §5.8).
 */
export interface CaseClock {
  readonly statutory: DatedLimit | null;
  readonly promised: DatedLimit | null;
  /** It stands still since then; the dates are those that would hold if it went on today. */
  readonly suspendedSince: LegalDate | null;
  /** Of the calendar that was counted with. */
  readonly calendar: string;
}

export function clockOf(
  found: Pick<Case, 'acceptedOn' | 'answers' | 'suspensions' | 'extension' | 'renews'>,
  guide: CompleteGuide,
  calendar: Calendar,
  /** Up to which a suspension that still lasts has lasted; absent = it is not counted yet. */
  today?: LegalDate,
): CaseClock {
  const { acceptedOn, suspensions = [], extension, renews } = found;
  const suspendedSince = openStop(found)?.on ?? null;
  const none = { statutory: null, promised: null, suspendedSince, calendar: calendar.version };
  if (acceptedOn === undefined) return none;
  const rule = limitRuleOf(guide, found.answers);
  const stretched = (limit: Limit | null | undefined): DatedLimit | null => {
    if (!limit) return null;
    const own = { ...limit, days: limit.days + (extension?.days ?? 0) };
    return limit.unit === 'onTheSpot'
      ? dueDate(limit, acceptedOn, calendar)
      : dueDate(
          { ...own, days: withStops(own, acceptedOn, suspensions, calendar, today) },
          acceptedOn,
          calendar,
        );
  };
  const dated = (limit: Limit | null | undefined) => beforeItEnds(stretched(limit), renews, acceptedOn);
  return { ...none, statutory: dated(rule?.statutory), promised: dated(rule?.promised) };
}

/**
 * The last day before and after the extension, as its notice tells them. Where they were not kept with it, they are
 * counted anew, with what had stopped the clock by then; `null` where the clock stood still and no day could be told.
 */
export function extensionDates(
  found: Pick<Case, 'acceptedOn' | 'answers' | 'suspensions' | 'extension' | 'renews'>,
  guide: CompleteGuide | undefined,
  calendar: Calendar,
): NonNullable<Extension['told']> | null {
  const { extension, ...before } = found;
  if (!extension || extension.told !== undefined) return extension?.told ?? null;
  const all = found.suspensions ?? [];
  const over = ({ until }: Suspension) => until !== undefined && until <= extension.on;
  if (!guide || all.some((one) => one.on < extension.on && !over(one))) return null;
  const suspensions = all.filter(over);
  const was = clockOf({ ...before, suspensions }, guide, calendar).statutory?.date;
  const until = clockOf({ ...found, suspensions }, guide, calendar).statutory?.date;
  return was === undefined || until === undefined ? null : { was, until };
}

/**
 * The days of a limit with those in which the clock stood, of the limit's own kind: from the day after the notice to the
 * day of the result. Time that is over is not stopped any more: a notice after the last day moves nothing.
 */
function withStops(
  limit: Limit,
  accepted: LegalDate,
  suspensions: NonNullable<Case['suspensions']>,
  calendar: Calendar,
  today: LegalDate | undefined,
): number {
  const between = (from: LegalDate, to: LegalDate): number =>
    limit.unit === 'workingDays' ? workingDaysBetween(from, to, calendar) : daysBetween(from, to);
  let { days } = limit;
  let stoodUntil = accepted;
  for (const { on, until = today } of suspensions) {
    if (until === undefined || until <= on) continue;
    // A stop that begins on the day on which the one before ended goes on with it, also where the last day lay within that.
    if (on > stoodUntil && on > dueDate({ ...limit, days }, accepted, calendar).date) continue;
    stoodUntil = until;
    // Between a last day that was a rest day and the working day that it moved to, the limit is used up.
    days = Math.max(days, between(accepted, on)) + between(on, until);
  }
  return days;
}

/** What a case is measured by: what was promised where something was, else what the law sets. */
export const dueOf = ({
  promised,
  statutory,
}: Pick<CaseClock, 'promised' | 'statutory'>): DatedLimit | null => promised ?? statutory;
