import type { DatedLimit } from './calendar.ts';
import type { Case, CaseStatus } from './case.ts';
import type { CaseCommand } from './commands.ts';
import type { Item } from './item.ts';
import type { Refusal } from './result.ts';
import { daysBetween, type LegalDate } from './time.ts';

/**
 * 延续 (行政许可法第五十条): asked for by an application of its own, which takes the whole way of its item and names what it
 * prolongs. The old case stays as it ended: it may have left every device years ago.
 */
export interface Renewal {
  /** Number of the licence, or of the case that it came from, as it stands on the paper that was brought. */
  readonly number: string;
  /** The last day on which what was granted holds. */
  readonly until: LegalDate;
}

/** As it was received: in time, the office owes its answer before that day, and silence grants it. */
export interface RenewalAsked extends Renewal {
  readonly inTime: boolean;
}

/** Characters of the number. */
export const MAX_RENEWED = 60;

/** What speaks against taking an application as a renewal; as a new one it is taken all the same. */
export function checkRenewal({ number, until }: Renewal, item: Item, on: LegalDate): Refusal | undefined {
  if (!item.renewal) return { code: 'renewal.none', facts: { item: item.id } };
  if (number.trim() === '') return { code: 'renewal.number', facts: {} };
  return until < on ? { code: 'renewal.expired', facts: { until } } : undefined;
}

/** @param on the day of receipt */
export function renewalAsked({ number, until }: Renewal, item: Item, on: LegalDate): RenewalAsked {
  const days = item.renewal?.daysBefore ?? 0;
  return { number: number.trim(), until, inTime: daysBetween(on, until) >= days };
}

/** What was asked in time is to be decided before what was granted ends, however long the limit would run. */
export function beforeItEnds(
  limit: DatedLimit,
  renews: Pick<RenewalAsked, 'until' | 'inTime'> | undefined,
  accepted: LegalDate,
): DatedLimit {
  if (!renews?.inTime || renews.until < accepted || limit.date <= renews.until) return limit;
  return { date: renews.until, provisional: false };
}

const UNDECIDED: readonly CaseStatus[] = [
  'accepted',
  'opined',
  'approved',
  'sealed',
  'atDepartment',
  'returnedByDepartment',
];

/** An end that is not good. */
export const saysNo = (command: CaseCommand): boolean =>
  command.type === 'refuseOnOpinion' ||
  (command.type === 'opine' && !command.payload.agree) ||
  (command.type === 'decide' && !command.payload.granted);

/**
 * 逾期未作决定的，视为准予延续. Computed from the facts, never stored.
 * @param status the one that counts (`statusOn`)
 */
export const isDeemedRenewed = (
  { renews }: Pick<Case, 'renews'>,
  status: CaseStatus,
  today: LegalDate,
): boolean => renews?.inTime === true && today > renews.until && UNDECIDED.includes(status);
