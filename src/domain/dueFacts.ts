import type { DatedLimit } from './calendar.ts';
import type { Case, Correction } from './case.ts';
import { dueOf, extended, type Ran } from './clock.ts';
import { openDeposits } from './deposit.ts';
import type { LimitUnit } from './guide.ts';
import { openStop } from './handling.ts';
import { lastSigned } from './lastSigned.ts';
import { limitRuleOf } from './limits.ts';
import { isComplete, type Rules } from './rules.ts';
import type { LegalDate } from './time.ts';

/**
 * What the day that counts now is counted from (`due.ts`): never a day that a calendar gave, so that a calendar that comes
 * later corrects the lists as well. Of a kind that many cases have alike, since a device holds it for each.
 */
export interface DueFacts {
  /** What it is measured by, with what the leader added. Absent where nothing sets a day, and where the guide is not known. */
  readonly limit?: `${LimitUnit} ${number}`;
  /** As it was told; only where `limit` could not be looked up. */
  readonly due?: DatedLimit;
  readonly acceptedOn?: LegalDate;
  /** From when to when its clock stood still; what still lasts is `suspended`. */
  readonly stops?: Ran['stops'];
  /** The last day of what it prolongs, asked for in time. */
  readonly renewsUntil?: LegalDate;
  readonly suspended?: true;
  /** What was told to be brought, while that is awaited; and what of it lies at other halls, how much and since when. */
  readonly told?: Pick<Correction, 'due'> & {
    readonly deposited?: { readonly on: LegalDate; readonly count: number };
  };
  /** The first day on which a deferred paper (容缺) is to be there. */
  readonly deferredUntil?: LegalDate;
  /** Who brought it where it is now, and when; absent where no name was put under that. */
  readonly brought?: { readonly by: string; readonly on: LegalDate };
}

export function dueFactsOf(found: Case, rules: Pick<Rules, 'guide'> | undefined): DueFacts {
  const { acceptedOn, suspensions = [], renews } = found;
  const stops = suspensions.flatMap(({ on, until }) => (until === undefined ? [] : [{ on, until }]));
  const brought = lastSigned(found);
  return {
    ...measureOf(found, rules),
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    ...(stops.length > 0 ? { stops } : {}),
    ...(renews?.inTime ? { renewsUntil: renews.until } : {}),
    ...(openStop(found) ? { suspended: true as const } : {}),
    ...toldOf(found),
    ...deferralOf(found),
    ...(brought ? { brought: { by: brought.by, on: brought.on } } : {}),
  };
}

function measureOf(found: Case, rules: Pick<Rules, 'guide'> | undefined): Pick<DueFacts, 'limit' | 'due'> {
  const guide = rules?.guide(found.guide, found.guideVersion);
  if (isComplete(guide)) {
    const rule = limitRuleOf(guide, found.answers);
    const limit = rule?.promised ?? rule?.statutory;
    if (!limit) return {};
    const { unit, days } = extended(limit, found.extension);
    return { limit: `${unit} ${days}` };
  }
  const dates = found.dates ?? found.deadlines;
  const due = dates && dueOf(dates);
  return due ? { due } : {};
}

function toldOf(found: Case): Pick<DueFacts, 'told'> {
  const last = found.corrections.at(-1);
  if (found.status !== 'correcting' || !last) return {};
  const there = openDeposits(found);
  // A supplement counts from the last of what it takes in (`supplementDay`).
  const on = there
    .map((one) => one.on)
    .sort()
    .at(-1);
  return {
    told: { due: last.due, ...(on === undefined ? {} : { deposited: { on, count: there.length } }) },
  };
}

function deferralOf({ marks }: Case): Pick<DueFacts, 'deferredUntil'> {
  const days = Object.values(marks).flatMap((mark) => (mark.kind === 'deferred' ? [mark.due] : []));
  const [first] = days.sort();
  return first === undefined ? {} : { deferredUntil: first };
}
