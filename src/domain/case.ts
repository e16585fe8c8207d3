import type { Afterwards } from './afterwards.ts';
import { type AfterEvent, afterChange, isAfterEvent } from './caseAfterwards.ts';
import { touchesFile } from './caseFile.ts';
import { type HandlingEvent, handlingChange, withoutDraft } from './caseHandling.ts';
import type { Marks } from './checklist.ts';
import { type Claim, claimsDone } from './claim.ts';
import type { Answers } from './condition.ts';
import { type Deposit, takenIn } from './deposit.ts';
import type { CaseFile } from './files.ts';
import type { Handling } from './handling.ts';
import type { Route } from './item.ts';
import type { Deadlines } from './limits.ts';
import type { OfficeId } from './office.ts';
import type { Party } from './parties.ts';
import type { RenewalAsked } from './renewal.ts';
import type { Facts } from './result.ts';
import type { Settlement } from './settle.ts';
import type { Signing } from './signing.ts';
import type { Instant, LegalDate } from './time.ts';

/** Intake first, then handling, in the order of the table. */
export const CASE_STATUSES = [
  'received',
  'correcting',
  'returned',
  'declined',
  'closed',
  'accepted',
  'withdrawn',
  'opined',
  'decided',
  'approved',
  'sealed',
  'atDepartment',
  'returnedByDepartment',
  'issued',
  'refused',
  'delivered',
  'answered',
  'escalated',
  'revoked',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** One thing that a correction notice, a return or a written decline tells. */
export interface ToldLine {
  /** Material id, or `other` with the words in `what`. */
  readonly material: string;
  readonly name: string;
  /** What is missing or wrong, and what it must look like. */
  readonly what: string;
  /** Article that asks for it. */
  readonly basis: string;
}

export interface Correction {
  readonly on: LegalDate;
  readonly due: LegalDate;
  readonly lines: readonly ToldLine[];
  /** A later notice with a new line counts against the hall and needs a supervisor. */
  readonly countsAgainstHall: boolean;
}

export interface Ending {
  readonly ground: string;
  readonly text: string;
  readonly on: LegalDate;
  /** What was told with it, as it was worded, so that a reprint says the same. */
  readonly lines: readonly ToldLine[];
}

/** Something that changed meanwhile and that a person must look at (待核). */
export interface Flag {
  readonly code: string;
  readonly facts: Facts;
  readonly at: Instant;
  /** Who looked into it, and what was found; absent while nobody has. */
  readonly settled?: Settlement;
}

/** A case as it stands after its events. Equal on device and endpoint for equal events. */
export interface Case extends Handling, Afterwards {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly item: string;
  readonly guide: string;
  readonly guideVersion: number;
  readonly route: Route;
  /** The hall that received it. */
  readonly hall: OfficeId;
  /** The town that handles it; `null` when the item names no town (district route). */
  readonly handlingTown: OfficeId | null;
  readonly channel: 'hall' | 'village';
  readonly answers: Answers;
  readonly parties: readonly Party[];
  readonly marks: Marks;
  /** Photographed papers and signatures, in the order in which they came; absent while there are none. */
  readonly files?: readonly CaseFile[];
  /** A fingerprint on paper in place of a signature; absent where they signed, on the screen or on paper. */
  readonly signing?: Signing;
  /** The case or roster with which the sitting began that it was taken in with: one batch receipt lists them all. */
  readonly sitting?: string;
  /** What it is to prolong; absent in a new application. */
  readonly renews?: RenewalAsked;
  /** Number of the sticker that is its receipt; `code` is the sticker's. */
  readonly sticker?: string;
  readonly receivedOn: LegalDate;
  /** When the papers last came in: the day that the time for telling counts from. */
  readonly papersOn: LegalDate;
  readonly acceptedOn?: LegalDate;
  readonly deadlines?: Deadlines;
  readonly corrections: readonly Correction[];
  /** Told papers that lie at another hall, in the order in which this was heard; absent while there are none. */
  readonly deposits?: readonly Deposit[];
  /** Halls that took it for one act, because the applicant stood there; absent while there are none. */
  readonly claims?: readonly Claim[];
  /** Why it ended without acceptance. */
  readonly ending?: Ending;
  readonly flags: readonly Flag[];
  /** Short code on the receipt; together with the number it opens the progress page. */
  readonly code: string;
  /** Events after the receipt that changed what a judgement rests on, so that a stale judgement hears which. */
  readonly touched?: readonly { readonly version: number; readonly type: string }[];
  /** Count of events so far. */
  readonly version: number;
}

/** Papers that came in after the receipt. */
interface PapersIn extends Pick<Case, 'marks' | 'files'> {
  readonly on: LegalDate;
}

/** With the deposit receipts that it takes in. */
interface Supplemented extends PapersIn {
  readonly deposits?: readonly string[];
}

/** What happened, as recorded. The header (who, when, where, chain) is the envelope of `protocol/`. */
export type CaseEvent =
  | HandlingEvent
  | AfterEvent
  | {
      readonly type: 'received';
      readonly data: Pick<
        Case,
        | 'number'
        | 'item'
        | 'guide'
        | 'guideVersion'
        | 'route'
        | 'hall'
        | 'handlingTown'
        | 'channel'
        | 'answers'
        | 'parties'
        | 'marks'
        | 'code'
        | 'files'
        | 'signing'
        | 'sitting'
        | 'renews'
        | 'sticker'
      > & { readonly on: LegalDate };
    }
  | { readonly type: 'correctionRequired'; readonly data: Correction }
  | { readonly type: 'supplemented'; readonly data: Supplemented }
  | { readonly type: 'claimed'; readonly data: Claim }
  /** Another hall took told papers; the case itself does not move. */
  | { readonly type: 'papersDeposited'; readonly data: Deposit }
  | {
      readonly type: 'papersReturned';
      readonly data: { readonly on: LegalDate; readonly lines: readonly ToldLine[]; readonly text: string };
    }
  | {
      readonly type: 'declined';
      readonly data: {
        readonly on: LegalDate;
        readonly ground: string;
        readonly text: string;
        readonly lines: readonly ToldLine[];
      };
    }
  | {
      readonly type: 'closed';
      readonly data: { readonly on: LegalDate; readonly ground: string; readonly text: string };
    }
  | { readonly type: 'accepted'; readonly data: { readonly on: LegalDate; readonly deadlines: Deadlines } }
  | { readonly type: 'fulfilled'; readonly data: PapersIn }
  | { readonly type: 'withdrawn'; readonly data: { readonly on: LegalDate; readonly text: string } }
  /** A refused command that a person put aside with a reason; the case itself does not move. */
  | {
      readonly type: 'setAside';
      readonly data: { readonly command: string; readonly code: string; readonly reason: string };
    }
  | {
      readonly type: 'flagged';
      readonly data: { readonly code: string; readonly facts: Facts; readonly at: Instant };
    };

export type CaseEventType = CaseEvent['type'];

/** The next case. `null` = the stream has no case yet. Pure: equal events give equal cases. */
export function evolve(before: Case | null, event: CaseEvent, id: string): Case | null {
  if (event.type === 'received') {
    const { on, ...rest } = event.data;
    return {
      ...rest,
      id,
      status: 'received',
      receivedOn: on,
      papersOn: on,
      corrections: [],
      flags: [],
      version: (before?.version ?? 0) + 1,
    };
  }
  if (!before) return null;
  const version = before.version + 1;
  const touched = touchesFile(event.type)
    ? { touched: [...(before.touched ?? []), { version, type: event.type }] }
    : {};
  const kept = event.type === 'sentBack' ? withoutDraft(before, event.data) : before;
  return { ...kept, ...changeOf(before, event), ...touched, version };
}

function changeOf(before: Case, event: Exclude<CaseEvent, { type: 'received' }>): Partial<Case> {
  switch (event.type) {
    case 'correctionRequired':
      return { status: 'correcting', corrections: [...before.corrections, event.data] };
    case 'supplemented':
      return {
        status: 'received',
        papersOn: event.data.on,
        ...withPapers(before, event.data),
        ...takenIn(before, event.data),
        ...claimsDone(before, event.data.on, 'supplement'),
      };
    case 'claimed':
      return { claims: [...(before.claims ?? []), event.data] };
    case 'papersDeposited':
      return { deposits: [...(before.deposits ?? []), event.data] };
    case 'papersReturned':
      return ended(before, 'returned', { ...event.data, ground: 'papersReturned' });
    case 'declined':
      return ended(before, 'declined', event.data);
    case 'closed':
      return ended(before, 'closed', { ...event.data, lines: [] });
    case 'withdrawn':
      return ended(before, 'withdrawn', { ...event.data, ground: 'withdrawn', lines: [] });
    case 'accepted':
      return { status: 'accepted', acceptedOn: event.data.on, deadlines: event.data.deadlines };
    case 'fulfilled':
      return withPapers(before, event.data);
    case 'flagged':
      return { flags: [...before.flags, event.data] };
    case 'setAside':
      return {};
    default:
      return isAfterEvent(event) ? afterChange(before, event) : handlingChange(before, event);
  }
}

const ended = (before: Case, status: CaseStatus, ending: Ending): Partial<Case> => ({
  ...{ status, ending },
  ...claimsDone(before, ending.on),
});

function withPapers(before: Case, { marks, files }: PapersIn): Pick<Case, 'marks' | 'files'> {
  return {
    marks: { ...before.marks, ...marks },
    ...(files ? { files: [...(before.files ?? []), ...files] } : {}),
  };
}
