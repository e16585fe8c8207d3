import { type AfterSummary, afterSummaryOf } from './afterwards.ts';
import type { DatedLimit } from './calendar.ts';
import type { Case } from './case.ts';
import { dueOf } from './clock.ts';
import { type Custody, endedOn, openStop, outcomeOf, type Sealing } from './handling.ts';

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
  > {
  /** The applicant, or the first who takes part. */
  readonly applicant: string;
  /** Everybody who takes part, the applicant too. */
  readonly names: readonly string[];
  /** Something waits for a person to look at it (待核). */
  readonly flagged: boolean;
  /** When it ended; null while it is open. */
  readonly endedOn: string | null;
  /** What it is measured by: promised, else by law. Absent before acceptance, and where nothing sets a day. */
  readonly due?: DatedLimit;
  /** Its clock stands still. */
  readonly suspended?: true;
  readonly granted?: boolean;
  /** Absent while the paper is where it was received. */
  readonly custody?: Custody;
  /** Its lines in the seal register. */
  readonly sealings?: readonly Sealing[];
  /** What is still to be done after its end; absent = nothing. */
  readonly after?: AfterSummary;
}

export function summaryOf(found: Case): CaseSummary {
  const { id, number, status, item, guide, guideVersion, hall, handlingTown, receivedOn, papersOn } = found;
  const applicant = found.parties.find((party) => party.role === 'applicant') ?? found.parties[0];
  return {
    ...{ id, number, status, item, guide, guideVersion, hall, handlingTown, receivedOn, papersOn },
    version: found.version,
    applicant: applicant?.name ?? '—',
    names: found.parties.map((party) => party.name),
    flagged: found.flags.length > 0,
    endedOn: endedOn(found) ?? null,
    ...ofHandling(found),
  };
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
  };
}
