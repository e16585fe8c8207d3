import { type DueKind, type DueNow, duesNow } from './due.ts';
import type { Rules } from './rules.ts';
import type { Actor } from './standing.ts';
import type { CaseSummary } from './summary.ts';
import { type LegalDate, legalDateOf } from './time.ts';
import { isLate } from './transfer.ts';
import { turnOf } from './turn.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** What somebody is told of a case without asking; the most pressing first. */
export const NOTICE_KINDS = [
  'overdue',
  'due',
  'near',
  'lapsed',
  'notFulfilled',
  'deposited',
  'paperLate',
  'cameBack',
  'assigned',
  'relieved',
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
  /** Of a day that is due: what it is the last one for. */
  readonly about?: DueKind;
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
    return told.map(({ stamp, ...one }) => ({
      ...{ ...one, case: summary.id, key: `${summary.id} ${one.kind} ${stamp}` },
    }));
  };
}

interface Told extends Pick<CaseNotice, 'kind' | 'on' | 'about'> {
  readonly stamp: string;
}

/** Dates: of the case, for the office that has to see to it, and of paper on its way, for both ends. */
function pressing(summary: CaseSummary, { office }: Reader, rules: Rules, today: LegalDate): Told[] {
  const { custody } = summary;
  const told: Told[] = [];
  const way = custody?.way;
  if (way && isLate(summary, today, rules.calendar) && (custody.at === office.id || way.to === office.id))
    told.push({ kind: 'paperLate', on: custody.on, stamp: way.list });
  for (const due of duesNow(summary, rules, today))
    if (due.at === office.id) told.push(...pressed(due, urgencyOf(due.date, today, rules.calendar)));
  return told;
}

function pressed({ kind, date }: DueNow, urgency: Urgency): Told[] {
  if (urgency === 'calm') return [];
  // Until its last day is over the papers are the applicant's to bring.
  if (kind === 'bring') return urgency === 'overdue' ? [{ kind: 'lapsed', on: date, stamp: date }] : [];
  if (kind === 'fulfil' && urgency === 'overdue') return [{ kind: 'notFulfilled', on: date, stamp: date }];
  const stamp = kind === 'decide' ? date : `${kind} ${date}`;
  return [{ kind: urgency, on: date, stamp, about: kind }];
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
  // Paper on its way here is news of its own list, and what was not brought later has a day; what is asked here is whose
  // turn the case is.
  const apart = custody?.way || summary.deferredUntil !== undefined;
  if (!waits(apart ? withoutThose(summary) : summary)) return told;
  // Whoever is told that it was given to them, or to another, need not hear that it has come.
  return [
    ...told,
    ...arrival(summary, reader).filter(({ kind }) => kind !== 'arrived' || given.length === 0),
  ];
}

function withoutThose({ custody: _, deferredUntil: __, ...rest }: CaseSummary): CaseSummary {
  return rest;
}

/** Given to them by somebody else, and still theirs; or taken out of their hands. */
function entrusted({ assigned, relieved = [] }: CaseSummary, { person, office }: Reader): Told[] {
  const theirs = assigned?.person === person && assigned.office === office.id && assigned.by !== person;
  if (theirs) return [{ kind: 'assigned', on: assigned.on, stamp: assigned.at }];
  return relieved
    .filter(({ had, office: at }) => had === person && at === office.id)
    .map(({ on, at }) => ({ kind: 'relieved', on, stamp: at }));
}

function arrival(summary: CaseSummary, { person, office, roles }: Reader): Told[] {
  const { status, back, brought, hall, papersOn, told } = summary;
  if (told) return deposited(told);
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

/** Papers that were told lie at another hall, each lot anew; that nothing came has its day (`pressing`). */
const deposited = ({ deposited: there }: CaseSummary['told'] & object): Told[] =>
  there ? [{ kind: 'deposited', on: there.on, stamp: `${there.count} ${there.on}` }] : [];
