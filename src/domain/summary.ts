import { type AfterSummary, afterSummaryOf } from './afterwards.ts';
import { type Assignee, assigneeOf } from './assignment.ts';
import type { DatedLimit } from './calendar.ts';
import type { Case } from './case.ts';
import { dueOf } from './clock.ts';
import { openFlags, type Twins, twinsOf } from './flags.ts';
import {
  type Custody,
  endedOn,
  type Note,
  openStop,
  outcomeOf,
  type Sealing,
  type SentBack,
} from './handling.ts';
import { lastFour } from './identity.ts';
import { lastSigned } from './lastSigned.ts';
import { applicantIn } from './parties.ts';
import type { LegalDate } from './time.ts';

/** What lists show of a case, and what search finds it by: the part that a device holds in memory for every case. */
export interface CaseSummary
  extends Pick<
    Case,
    | 'id'
    | 'number'
    | 'status'
    | 'item'
    | 'guide'
    | 'guideVersion'
    | 'hall'
    | 'handlingTown'
    | 'receivedOn'
    | 'papersOn'
    | 'version'
    | 'sitting'
    | 'sticker'
  > {
  /** The applicant, or the first who takes part. */
  readonly applicant: string;
  /** Everybody who takes part, the applicant too. */
  readonly names: readonly string[];
  /** The last four characters of their papers' numbers. Absent where none is long enough. */
  readonly tails?: readonly string[];
  /** Something waits for a person to look at it (待核). */
  readonly flagged: boolean;
  /** Cases at other halls that may be the same matter; absent where there are none. */
  readonly twins?: Twins;
  /** When it ended; null while it is open. */
  readonly endedOn: string | null;
  /** What it is measured by: promised, else by law. Absent before acceptance, and where nothing sets a day. */
  readonly due?: DatedLimit;
  /** Its clock stands still. */
  readonly suspended?: true;
  readonly granted?: boolean;
  /** Absent while the paper is where it was received. */
  readonly custody?: Custody;
  /** Who brought it where it is now, and when; absent where no name was put under that. */
  readonly brought?: { readonly by: string; readonly on: LegalDate };
  /** How often it was given back, and how last. */
  readonly back?: Pick<SentBack, 'what' | 'by' | 'on'> & { readonly count: number };
  /** How many notes there are, and who wrote the last one; never what it says. */
  readonly note?: Pick<Note, 'by' | 'at' | 'office'> & { readonly count: number };
  /** Whose it is now, and who said so. */
  readonly assigned?: Pick<Assignee, 'person' | 'personName' | 'by' | 'name' | 'on' | 'at' | 'office'>;
  /** Its lines in the seal register. */
  readonly sealings?: readonly Sealing[];
  /** What is still to be done after its end; absent = nothing. */
  readonly after?: AfterSummary;
}

export function summaryOf(found: Case): CaseSummary {
  const { id, number, status, item, guide, guideVersion, hall, handlingTown, receivedOn, papersOn } = found;
  const twins = twinsOf(found);
  return {
    ...{ id, number, status, item, guide, guideVersion, hall, handlingTown, receivedOn, papersOn },
    version: found.version,
    applicant: applicantIn(found.parties)?.name ?? '—',
    names: found.parties.map((party) => party.name),
    ...tailsOf(found),
    flagged: openFlags(found).length > 0,
    endedOn: endedOn(found) ?? null,
    ...(twins ? { twins } : {}),
    ...(found.sitting ? { sitting: found.sitting } : {}),
    ...(found.sticker ? { sticker: found.sticker } : {}),
    ...ofHandling(found),
  };
}

function tailsOf({ parties }: Case): Pick<CaseSummary, 'tails'> {
  const tails = parties.map((party) => lastFour(party.idNumber)).filter((tail) => tail !== '');
  return tails.length > 0 ? { tails } : {};
}

function ofHandling(found: Case): Partial<CaseSummary> {
  const { deadlines, custody, sealings } = found;
  const dates = found.dates ?? deadlines;
  const due = dates && dueOf(dates);
  const outcome = outcomeOf(found);
  const after = afterSummaryOf(found);
  return {
    ...(due ? { due } : {}),
    ...(openStop(found) ? { suspended: true as const } : {}),
    ...(outcome ? { granted: outcome === 'granted' } : {}),
    ...(custody ? { custody } : {}),
    ...(sealings ? { sealings } : {}),
    ...(after ? { after } : {}),
    ...lastTold(found),
  };
}

/** What notices are computed from: who did the last of each. */
function lastTold(found: Case): Pick<CaseSummary, 'brought' | 'back' | 'note' | 'assigned'> {
  const { notes = [], sentBack = [] } = found;
  const [brought, back, note] = [lastSigned(found), sentBack.at(-1), notes.at(-1)];
  const assigned = assigneeOf(found);
  return {
    ...(brought ? { brought: { by: brought.by, on: brought.on } } : {}),
    ...(back ? { back: { what: back.what, by: back.by, on: back.on, count: sentBack.length } } : {}),
    ...(assigned ? { assigned: inShort(assigned) } : {}),
    ...(note ? { note: { by: note.by, at: note.at, office: note.office, count: notes.length } } : {}),
  };
}

const inShort = ({
  person,
  personName,
  by,
  name,
  on,
  at,
  office,
}: Assignee): CaseSummary['assigned'] & object => ({
  ...{ person, personName, by, name, on, at, office },
});
