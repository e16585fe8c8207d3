import { holderOf, isFinished } from './handling.ts';
import { statusOn } from './intakeRules.ts';
import type { Rules } from './rules.ts';
import type { Actor } from './standing.ts';
import type { CaseSummary } from './summary.ts';
import { type LegalDate, legalDateOf } from './time.ts';
import { isLate } from './transfer.ts';
import { routeOf, turnOf } from './turn.ts';
import { urgencyOf } from './urgency.ts';

/** What somebody is told of a case without asking; the most pressing first. */
export const NOTICE_KINDS = [
  'overdue',
  'due',
  'near',
  'paperLate',
  'cameBack',
  'assigned',
  'noted',
  'answered',
  'arrived',
  'flagged',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface CaseNotice {
  /** Says the same as long as the same is told: what was read stays read, and what comes anew is unread. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly case: string;
  /** The day that it is about: when it came, or when it is due. */
  readonly on: LegalDate;
}

/** Who reads: a person, at one office, with the posts held there. */
export interface Reader extends Actor {
  readonly person: string;
}

/** The key of the newest note on a case; undefined where there is none. */
export const noteKey = ({ id, note }: CaseSummary): string | undefined => note && `${id} noted ${note.count}`;

/**
 * What there is to tell a person of each case: computed from summaries alone, so that it is the same with and without a
 * line. Nobody is told of what they did themselves.
 */
export function noticesFor(
  reader: Reader,
  rules: Rules,
  today: LegalDate,
): (summary: CaseSummary) => readonly CaseNotice[] {
  const waits = turnOf(reader, rules, today);
  return (summary) => {
    const told = [
      ...pressing(summary, reader, rules, today),
      ...news(summary, reader, rules, (one) => waits(one)),
    ];
    return told.map(({ kind, on, stamp }) => ({
      ...{ kind, on, case: summary.id, key: `${summary.id} ${kind} ${stamp}` },
    }));
  };
}

interface Told {
  readonly kind: NoticeKind;
  readonly on: LegalDate;
  readonly stamp: string;
}

/** Dates: of the case, for the office that has it, and of paper on its way, for both ends. */
function pressing(summary: CaseSummary, { office }: Reader, rules: Rules, today: LegalDate): Told[] {
  const { custody, due, endedOn, suspended } = summary;
  const told: Told[] = [];
  const way = custody?.way;
  if (way && isLate(summary, today, rules.calendar) && (custody.at === office.id || way.to === office.id))
    told.push({ kind: 'paperLate', on: custody.on, stamp: way.list });
  const item = rules.item(summary.item);
  if (!due || !item || suspended || endedOn !== null) return told;
  const { hall, handlingTown } = summary;
  const route = routeOf(summary, item);
  const status = statusOn(summary, item.intakeRule, today, rules.calendar);
  if (isFinished(status, item, route) || holderOf({ hall, handlingTown, route }, item, status) !== office.id)
    return told;
  const urgency = urgencyOf(due.date, today, rules.calendar);
  if (urgency !== 'calm') told.push({ kind: urgency, on: due.date, stamp: due.date });
  return told;
}

/** What others did: sent it here, gave it back, wrote, answered. */
function news(
  summary: CaseSummary,
  reader: Reader,
  rules: Rules,
  waits: (summary: CaseSummary) => boolean,
): Told[] {
  const here = reader.office.id;
  const { note, hall, handlingTown, flagged, endedOn, custody, papersOn } = summary;
  const given = entrusted(summary, reader);
  const told: Told[] = [...given];
  const ours = [hall, handlingTown, rules.item(summary.item)?.department].includes(here);
  if (note && ours && note.by !== reader.person)
    told.push({ kind: 'noted', on: legalDateOf(note.at), stamp: String(note.count) });
  if (flagged && hall === here && endedOn === null) told.push({ kind: 'flagged', on: papersOn, stamp: '' });
  // Paper on its way here is news of its own list; what is asked here is whose turn the case is.
  const { custody: _, ...case_ } = summary;
  const turn = waits(custody?.way ? case_ : summary);
  if (!turn) return told;
  // Whoever is told that it was given to them need not hear that it has come.
  return [
    ...told,
    ...arrival(summary, reader).filter(({ kind }) => kind !== 'arrived' || given.length === 0),
  ];
}

/** Given to them by somebody else, and still theirs. */
function entrusted({ assigned }: CaseSummary, { person, office }: Reader): Told[] {
  const theirs = assigned?.person === person && assigned.office === office.id && assigned.by !== person;
  return theirs ? [{ kind: 'assigned', on: assigned.on, stamp: assigned.at }] : [];
}

function arrival(summary: CaseSummary, { person, office, roles }: Reader): Told[] {
  const { status, back, brought, hall, papersOn } = summary;
  const stamp = `${status} ${back?.count ?? 0}`;
  const givenBack =
    status === 'returnedByDepartment' ||
    (brought === undefined && (status === 'accepted' || status === 'atDepartment'));
  if (back && givenBack) return back.by === person ? [] : [{ kind: 'cameBack', on: back.on, stamp }];
  if (brought?.by === person || status === 'received') return [];
  if (status === 'answered') return [{ kind: 'answered', on: brought?.on ?? papersOn, stamp }];
  // Whoever accepts at the window goes on with it at once.
  if (status === 'accepted' && hall === office.id && roles.includes('clerk')) return [];
  return [{ kind: 'arrived', on: brought?.on ?? papersOn, stamp }];
}
