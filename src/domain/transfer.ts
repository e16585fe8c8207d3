import { type Calendar, workingDaysBetween } from './calendar.ts';
import { holderOf } from './handling.ts';
import { statusOn } from './intakeRules.ts';
import type { OfficeId } from './office.ts';
import { paperBelongsAt, placeOf } from './paperOwed.ts';
import type { Rules } from './rules.ts';
import type { CaseSummary } from './summary.ts';
import type { LegalDate } from './time.ts';
import { routeOf } from './turn.ts';

/**
 * Working days that a paper file may be on its way between two offices before both ends see it in red. Our proposal:
 * the district has set none yet (domain.md, appendix C 16).
 */
export const AGREED_TRANSFER_DAYS = 3;

/** To which office the paper of a case has to follow it; undefined when it may stay where it is. */
export function paperGoesTo(
  summary: CaseSummary,
  here: OfficeId,
  rules: Rules,
  today: LegalDate,
): OfficeId | undefined {
  if (summary.custody?.way || placeOf(summary) !== here) return undefined;
  // Whatever has moved goes back, also where the item has stopped asking for paper meanwhile.
  const belongs = paperBelongsAt(summary);
  if (belongs !== undefined) return belongs === here ? undefined : belongs;
  const item = rules.item(summary.item);
  if (!item?.papersRequired) return undefined;
  const { hall, handlingTown } = summary;
  const status = statusOn(summary, item.intakeRule, today, rules.calendar);
  // Granted: the file stays with whoever has judged by it, whatever is still to be delivered.
  if (status === 'issued' || status === 'revoked') return undefined;
  const holder = holderOf({ hall, handlingTown, route: routeOf(summary, item) }, item, status);
  return holder === here ? undefined : holder;
}

/** Handed over here and not signed for yet. */
export const isUnderWay = (summary: CaseSummary, here: OfficeId): boolean =>
  summary.custody?.way !== undefined && summary.custody.at === here;

/** On its way to here. */
export const isArriving = (summary: CaseSummary, here: OfficeId): boolean =>
  summary.custody?.way?.to === here;

/** On its way, and the receiver has said that it did not come. */
export const isMissed = ({ custody }: Pick<CaseSummary, 'custody'>): boolean =>
  custody?.way?.missing !== undefined;

/** On its way for longer than agreed: both ends see it. */
export function isLate({ custody }: CaseSummary, today: LegalDate, calendar: Calendar): boolean {
  return custody?.way !== undefined && workingDaysBetween(custody.on, today, calendar) > AGREED_TRANSFER_DAYS;
}
