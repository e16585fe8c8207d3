import { type AfterSummary, afterSummaryOf } from './afterwards.ts';
import { type Assignee, assigneeOf, type Relieved, relievedOf } from './assignment.ts';
import type { Case } from './case.ts';
import { type DueFacts, dueFactsOf } from './dueFacts.ts';
import { openFlags, type Twins, twinsOf } from './flags.ts';
import { type Custody, endedOn, type Note, outcomeOf, type Sealing, type SentBack } from './handling.ts';
import { lastFour } from './identity.ts';
import { applicantIn } from './parties.ts';
import type { Rules } from './rules.ts';

/** What lists show of a case, and what search finds it by: the part that a device holds in memory for every case. */
export interface CaseSummary
  extends DueFacts,
    Pick<
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
  readonly granted?: boolean;
  /** Absent while the paper is where it was received. */
  readonly custody?: Custody;
  /** How often it was given back, and how last. */
  readonly back?: Pick<SentBack, 'what' | 'by' | 'on'> & { readonly count: number };
  /** How many notes there are, and who wrote the last one; never what it says. */
  readonly note?: Pick<Note, 'by' | 'at' | 'office'> & { readonly count: number };
  /** Whose it is now, and who said so. */
  readonly assigned?: Pick<Assignee, 'person' | 'personName' | 'by' | 'name' | 'on' | 'at' | 'office'>;
  /** Out of whose hands it was taken (`had`), and by whom; absent = out of nobody's. */
  readonly relieved?: readonly Pick<Relieved, 'had' | 'by' | 'name' | 'on' | 'at' | 'office'>[];
  /** Its lines in the seal register. */
  readonly sealings?: readonly Sealing[];
  /** What is still to be done after its end; absent = nothing. */
  readonly after?: AfterSummary;
}

/** @param rules where the limits of its situation are looked up; without them the days that were told count */
export function summaryOf(found: Case, rules?: Pick<Rules, 'guide'>): CaseSummary {
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
    ...dueFactsOf(found, rules),
    ...ofHandling(found),
  };
}

function tailsOf({ parties }: Case): Pick<CaseSummary, 'tails'> {
  const tails = parties.map((party) => lastFour(party.idNumber)).filter((tail) => tail !== '');
  return tails.length > 0 ? { tails } : {};
}

function ofHandling(found: Case): Partial<CaseSummary> {
  const { custody, sealings } = found;
  const outcome = outcomeOf(found);
  const after = afterSummaryOf(found);
  return {
    ...(outcome ? { granted: outcome === 'granted' } : {}),
    ...(custody ? { custody } : {}),
    ...(sealings ? { sealings } : {}),
    ...(after ? { after } : {}),
    ...lastTold(found),
  };
}

/** What notices are computed from: who did the last of each. */
function lastTold(found: Case): Pick<CaseSummary, 'back' | 'note' | 'assigned' | 'relieved'> {
  const { notes = [], sentBack = [] } = found;
  const [back, note] = [sentBack.at(-1), notes.at(-1)];
  const assigned = assigneeOf(found);
  const relieved = relievedOf(found).map(({ had, by, name, on, at, office }) => ({
    ...{ had, by, name, on, at, office },
  }));
  return {
    ...(back ? { back: { what: back.what, by: back.by, on: back.on, count: sentBack.length } } : {}),
    ...(assigned ? { assigned: inShort(assigned) } : {}),
    ...(relieved.length > 0 ? { relieved } : {}),
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
