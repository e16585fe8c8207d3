import type { Case } from '../../../domain/case.ts';
import { countedOnce } from '../../../domain/countedOnce.ts';
import { applicantIn } from '../../../domain/parties.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { Actor } from '../../../domain/standing.ts';
import { addDays, type LegalDate } from '../../../domain/time.ts';
import { byDue, turnOf } from '../../../domain/turn.ts';
import type { CaseView, ListedCase } from '../../local/types.ts';
import { findCases } from './caseSearch.ts';

export interface ListFilter {
  readonly query: string;
  /** `today`: received or changed today. `flagged`: what waits for somebody to look into it. */
  readonly span: 'today' | 'all' | 'flagged';
}

/** `mine`: what waits for whoever works here. */
export type Span = 'mine' | ListFilter['span'];

/** Of what waits: all, what was given to whoever works here, or what nobody has been given. */
export type Share = 'all' | 'own' | 'free';

interface Waiting {
  readonly actor: Actor;
  readonly person: string;
  readonly share: Share;
}

/** What waits for whoever works here, the earliest due first. What was given to them is theirs, whoever else has a turn. */
export function waitingFor(
  views: readonly ListedCase[],
  { actor, person, share }: Waiting,
  today: LegalDate,
  rules: Rules,
): readonly ListedCase[] {
  const waits = turnOf(actor, rules, today);
  const isOwn = ({ assigned }: ListedCase['case']) =>
    assigned?.person === person && assigned.office === actor.office.id;
  const fits = (found: ListedCase['case']) =>
    share === 'own' ? isOwn(found) : waits(found) && (share === 'all' || !found.assigned);
  return views
    .filter((view) => !view.receiptRefused && fits(view.case))
    .sort((a, b) => byDue(a.case, b.case));
}

/** Those of a span, or those that are searched for, newest first as they come. */
export function filterCases(
  views: readonly ListedCase[],
  { query, span }: ListFilter,
  today: LegalDate,
  rules: Rules,
): readonly ListedCase[] {
  // Searching looks everywhere: who types a name wants that case, whenever it came.
  if (query.trim() !== '') return findCases(views, query, rules, today);
  if (span === 'all') return views;
  if (span === 'flagged') return views.filter((view) => view.case.flagged);
  const midnight = midnightBefore(today);
  return views.filter((view) => view.case.receivedOn === today || view.updatedAt >= midnight);
}

/** How many matters they are: what two halls have received is one. */
export const mattersIn = (views: readonly ListedCase[]): number =>
  countedOnce(views.map((view) => view.case)).length;

/** When a day began in China, as instants are written: thousands of them are compared as they stand. */
const midnightBefore = (day: LegalDate): string => `${addDays(day, -1)}T16:00:00.000Z`;

/** The applicant, or the first who takes part. */
export function applicantOf(view: Pick<CaseView, 'case'>): string {
  return applicantIn(view.case.parties)?.name ?? '—';
}

/** The title by which people ask for it, of the version that it was received with. */
export function titleOf(
  view: { readonly case: Pick<Case, 'guide' | 'guideVersion' | 'item'> },
  rules: Rules,
): string {
  const { guide, guideVersion, item } = view.case;
  return (
    rules.guide(guide, guideVersion)?.title ??
    rules.guide(guide)?.title ??
    rules.item(item)?.shortName ??
    item
  );
}
