import { type AfterSummary, deciderOf } from './afterwards.ts';
import type { DatedLimit } from './calendar.ts';
import { lastDay } from './clock.ts';
import { datedOnce, workingDaysAfter } from './countedDates.ts';
import type { DueFacts } from './dueFacts.ts';
import type { LimitUnit } from './guide.ts';
import { holderOf, isFinished } from './handling.ts';
import { INTAKE_RULES, statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import type { OfficeId } from './office.ts';
import type { Rules } from './rules.ts';
import type { CaseSummary } from './summary.ts';
import type { LegalDate } from './time.ts';
import { TRANSITIONS } from './transitions.ts';
import { routeOf } from './turn.ts';

/**
 * What a day is the last one for: accepting or telling what is missing, the applicant's bringing it, taking in what lies at
 * another hall, deferred papers, the decision, its delivery; and after the end mending, and the supervising department.
 */
export type DueKind = 'tell' | 'bring' | 'takeIn' | 'fulfil' | 'decide' | 'deliver' | 'mend' | 'handOff';

export interface DueNow extends DatedLimit {
  readonly kind: DueKind;
  /** The office that is to see to it. */
  readonly at: OfficeId;
}

/** What lists know of a case, as far as its days hang on it. */
export type Dated = DueFacts &
  Pick<CaseSummary, 'item' | 'status' | 'papersOn' | 'hall' | 'handlingTown' | 'endedOn' | 'after'>;

/**
 * 自作出决定之日起十日内颁发、送达 (行政许可法第四十四条), in working days (第八十二条). The law says it of what is granted; whoever was
 * refused waits for the paper no less, since the time to complain runs from it.
 */
export const DELIVERY_DAYS = 10;

/**
 * The days that count for a case today, the one that it is judged by first; empty where none does. The one place that says
 * so: the order of the queue, the rows, the page of the case and the notices all ask it, on facts and the calendar that
 * holds now.
 */
export function duesNow(found: Dated, rules: Rules, today: LegalDate): readonly DueNow[] {
  const item = rules.item(found.item);
  if (!item)
    return found.due && found.endedOn === null ? [{ ...found.due, kind: 'decide', at: found.hall }] : [];
  const { endedOn, after } = found;
  const dues = endedOn !== null || after?.sealed !== undefined ? NONE : beforeEnd(found, item, rules, today);
  return after ? [...dues, ...afterEnd(found, after, item)] : dues;
}

/** The day that counts for an office: of what is its own to see to, where it has anything to; else the first of all. */
export function dayFor(
  office: OfficeId,
  found: Dated,
  rules: Rules,
  today: LegalDate,
): LegalDate | undefined {
  let first: LegalDate | undefined;
  let own: LegalDate | undefined;
  for (const { date, at } of duesNow(found, rules, today)) {
    if (first === undefined || date < first) first = date;
    if (at === office && (own === undefined || date < own)) own = date;
  }
  return own ?? first;
}

const NONE: readonly DueNow[] = [];

function beforeEnd(found: Dated, item: Item, rules: Rules, today: LegalDate): readonly DueNow[] {
  const { calendar } = rules;
  const { hall, handlingTown, told, suspended, deferredUntil } = found;
  const status = statusOn(found, item.intakeRule, today, calendar);
  const days = INTAKE_RULES[item.intakeRule].tellWithin;
  if (status === 'received')
    return days === null
      ? NONE
      : [{ ...workingDaysAfter(found.papersOn, days, calendar), kind: 'tell', at: hall }];
  if (status === 'correcting') {
    if (!told) return NONE;
    const { deposited, due } = told;
    // Taken in, it counts from the day on which the papers were handed over: silence accepts it as if they had come here.
    if (deposited && days !== null)
      return [{ ...workingDaysAfter(deposited.on, days, calendar), kind: 'takeIn', at: hall }];
    return [{ date: due, provisional: false, kind: deposited ? 'takeIn' : 'bring', at: hall }];
  }
  const route = routeOf(found, item);
  if (isFinished(status, item, route)) {
    if (item.kind !== 'permit' || !found.brought) return NONE;
    return [{ ...workingDaysAfter(found.brought.on, DELIVERY_DAYS, calendar), kind: 'deliver', at: hall }];
  }
  // What was asked has been answered; only hearing it is left.
  const limit = suspended || status === 'answered' ? undefined : decisionDue(found, rules);
  const decided: readonly DueNow[] = limit
    ? [{ ...limit, kind: 'decide', at: holderOf({ hall, handlingTown, route }, item, status) }]
    : NONE;
  if (deferredUntil === undefined || !FULFILLED.has(`${route} ${status}`)) return decided;
  return [...decided, { date: deferredUntil, provisional: false, kind: 'fulfil', at: hall }];
}

/** Routes and states in which a deferred paper is still taken. */
const FULFILLED: ReadonlySet<string> = new Set(
  TRANSITIONS.filter((row) => row.command === 'fulfil').flatMap(({ routes, from }) =>
    routes.flatMap((route) => from.map((status) => `${route} ${status}`)),
  ),
);

/** By when it is to be decided; what silence has accepted runs from the day of its papers. */
function decisionDue(found: Dated, { calendar }: Rules): DatedLimit | undefined {
  const { limit, acceptedOn = found.papersOn, stops, renewsUntil } = found;
  if (limit === undefined) return found.due;
  const what = stops || renewsUntil ? whatFor(limit, stops, renewsUntil) : limit;
  return datedOnce(calendar, what, acceptedOn, () => {
    const [unit, days] = limit.split(' ') as [LimitUnit, string];
    const renews = renewsUntil === undefined ? undefined : { until: renewsUntil, inTime: true };
    return lastDay({ unit, days: Number(days) }, { acceptedOn, stops: stops ?? [], renews }, calendar);
  });
}

const whatFor = (limit: string, stops: DueFacts['stops'] = [], renewsUntil = ''): string =>
  `${limit} ${stops.map(({ on, until }) => `${on}-${until}`).join()} ${renewsUntil}`;

function afterEnd(found: Dated, { mendBy, handOff }: AfterSummary, item: Item): DueNow[] {
  const dues: DueNow[] = [];
  if (mendBy !== undefined) {
    const { hall, handlingTown } = found;
    const at = deciderOf({ hall, handlingTown, route: routeOf(found, item) }, item);
    dues.push({ date: mendBy, provisional: false, kind: 'mend', at });
  }
  if (handOff) dues.push({ date: handOff.due, provisional: false, kind: 'handOff', at: handOff.to });
  return dues;
}
