import { type Calendar, workingDaysBetween, yearIsKnown } from './calendar.ts';
import type { Case, CaseEventType, CaseStatus } from './case.ts';
import { holderOf, isFinished } from './handling.ts';
import type { Item } from './item.ts';
import type { OfficeId } from './office.ts';
import { type Instant, type LegalDate, legalDateOf } from './time.ts';

/** What the history of a case tells of one event: nothing of the applicant. */
export interface Happened {
  readonly type: string;
  readonly office: OfficeId;
  readonly at: Instant;
}

/** With whom the days pass. */
export type Station =
  | { readonly kind: 'office'; readonly office: OfficeId }
  /** Its paper is between two offices, in a list that nobody has signed for yet. */
  | { readonly kind: 'way' }
  /** The applicant was told what is missing. */
  | { readonly kind: 'applicant' }
  /** The clock stands still for a procedure of the law's list. */
  | { readonly kind: 'stopped' }
  /** Nothing is left to do but to hand it over, which any hall may. */
  | { readonly kind: 'delivery' };

export interface OfficeTime {
  /** In the order in which each first had it. */
  readonly spent: readonly { readonly station: Station; readonly days: number }[];
  /** All of them together: every working day since the receipt is somebody's, and nobody else's. */
  readonly total: number;
  readonly ended: boolean;
  /** Some of the days lie in a year whose calendar is not known. */
  readonly provisional: boolean;
}

interface Standing {
  readonly status: CaseStatus;
  readonly onWay: boolean;
  readonly stopped: boolean;
}

/** The states into which events bring a case; being sent back hangs on its route. */
const STATES: { readonly [T in CaseEventType]?: CaseStatus } = {
  received: 'received',
  correctionRequired: 'correcting',
  supplemented: 'received',
  accepted: 'accepted',
  opined: 'opined',
  decided: 'decided',
  approved: 'approved',
  sealed: 'sealed',
  forwarded: 'atDepartment',
  issued: 'issued',
  escalated: 'escalated',
  answered: 'answered',
};

const ENDS: readonly string[] = [
  'papersReturned',
  'declined',
  'closed',
  'withdrawn',
  'delivered',
] satisfies readonly CaseEventType[];

/**
 * How many working days each office had a case. As with every limit the day itself does not count: the day on which a case
 * moves on is still of whoever had it before, and a case that passes through an office within one day took none of its.
 * @param events in the order in which they were recorded, the receipt first
 */
export function timeByOffice(
  events: readonly Happened[],
  found: Pick<Case, 'hall' | 'handlingTown' | 'route'>,
  item: Item,
  { today, calendar }: { readonly today: LegalDate; readonly calendar: Calendar },
): OfficeTime {
  const spent = new Map<string, { station: Station; days: number }>();
  const first = events[0] ? legalDateOf(events[0].at) : today;
  let date = first;
  let now: Standing = { status: 'received', onWay: false, stopped: false };
  const pass = (until: LegalDate) => {
    // What a device did without a line is recorded later than what came after it.
    const to = until > date ? until : date;
    const station = stationOf(now, found, item);
    const name = station.kind === 'office' ? station.office : station.kind;
    const before = spent.get(name)?.days ?? 0;
    spent.set(name, { station, days: before + workingDaysBetween(date, to, calendar) });
    date = to;
  };
  let ended = false;
  for (const event of events) {
    if (event.type !== 'received') pass(legalDateOf(event.at));
    ended = ENDS.includes(event.type);
    if (ended) break;
    now = after(now, event, found.route);
  }
  if (!ended) pass(today);
  const parts = [...spent.values()].filter(({ station, days }) => days > 0 || station.kind === 'office');
  return {
    spent: parts,
    total: parts.reduce((sum, { days }) => sum + days, 0),
    ended,
    provisional: !yearIsKnown(first, calendar) || !yearIsKnown(date, calendar),
  };
}

function after(now: Standing, { type }: Happened, route: Case['route']): Standing {
  switch (type) {
    case 'papersDispatched':
      return { ...now, onWay: true };
    case 'papersSigned':
      return { ...now, onWay: false };
    case 'suspended':
      return { ...now, stopped: true };
    case 'resumed':
      return { ...now, stopped: false };
    case 'sentBack':
      // Only on this route does a department send back to its own people.
      return { ...now, status: route === 'window' ? 'atDepartment' : 'accepted' };
    default:
      return { ...now, status: STATES[type as CaseEventType] ?? now.status };
  }
}

function stationOf(
  { status, onWay, stopped }: Standing,
  found: Pick<Case, 'hall' | 'handlingTown' | 'route'>,
  item: Item,
): Station {
  if (status === 'correcting') return { kind: 'applicant' };
  if (isFinished(status, item, found.route)) return { kind: 'delivery' };
  if (stopped) return { kind: 'stopped' };
  if (onWay) return { kind: 'way' };
  return { kind: 'office', office: holderOf(found, item, status) };
}
