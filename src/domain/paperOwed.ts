import type { CaseStatus } from './case.ts';
import type { OfficeId } from './office.ts';
import type { CaseSummary } from './summary.ts';

type Placed = Pick<CaseSummary, 'hall' | 'custody' | 'status' | 'endedOn' | 'granted'>;

/** Ends in which nobody has judged what was applied for. */
const UNJUDGED: readonly CaseStatus[] = ['returned', 'declined', 'withdrawn', 'closed'];

/** Where the paper is; nobody has moved it: at the hall that received it. */
export const placeOf = ({ custody, hall }: Pick<CaseSummary, 'custody' | 'hall'>): OfficeId =>
  custody?.at ?? hall;

/**
 * Where the paper of a case belongs once nothing is left to be judged; undefined while it is still worked on.
 *
 * - It ended without a judgement (returned, declined, withdrawn, closed): the papers are the applicant's, who fetches them
 *   at the hall that received them; the notices of such an end say so.
 * - It was refused: nothing was granted that the papers would have to prove, and whoever applies anew needs the originals.
 *   They go to the receiving hall as soon as the department has refused, so that they can be handed over with the result;
 *   what the office itself wrote stays in its file. Our proposal: the district has not settled it (domain.md, appendix C 16).
 * - It was granted: the file stays with whoever has judged by it, and is archived there. domain.md has the town archive
 *   what the town decides, and says nothing else of what a department does. A revocation changes nothing in that.
 */
export function paperBelongsAt(summary: Placed): OfficeId | undefined {
  const { hall, status, endedOn, granted } = summary;
  if (status === 'refused' || UNJUDGED.includes(status)) return hall;
  if (endedOn !== null && granted === false) return hall;
  return endedOn === null ? undefined : placeOf(summary);
}

/** Whether its paper still has to arrive somewhere: on its way, or ended and not where it belongs. No device forgets it. */
export const isPaperOwed = (summary: Placed): boolean => {
  const belongs = paperBelongsAt(summary);
  return summary.custody?.way !== undefined || (belongs !== undefined && belongs !== placeOf(summary));
};
