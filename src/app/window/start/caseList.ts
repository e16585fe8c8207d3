import type { Case } from '../../../domain/case.ts';
import { countedOnce } from '../../../domain/countedOnce.ts';
import { dayFor } from '../../../domain/due.ts';
import { handles, type Role } from '../../../domain/office.ts';
import { applicantIn } from '../../../domain/parties.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { Actor } from '../../../domain/standing.ts';
import { addDays, type LegalDate } from '../../../domain/time.ts';
import { turnOf } from '../../../domain/turn.ts';
import type { CaseView, ListedCase } from '../../local/types.ts';

/**
 * `mine`: what waits for whoever works here. `today`: received or changed today. `flagged`: what waits for somebody to look
 * into it.
 */
export type Span = 'mine' | 'today' | 'all' | 'flagged';

/** A window begins with its day; whoever else handles cases begins with what waits for them. */
export const firstSpan = (roles: readonly Role[]): Span =>
  handles(roles) && !roles.includes('clerk') ? 'mine' : 'today';

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
    .map((view) => ({ view, day: dayFor(actor.office.id, view.case, rules, today) ?? '~' }))
    .sort(byDay)
    .map(({ view }) => view);
}

interface Dated {
  readonly view: ListedCase;
  readonly day: LegalDate;
}

/** The earliest due first; what has no day comes after, by the day on which it was received. */
function byDay(a: Dated, b: Dated): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const [left, right] = [a.view.case.receivedOn, b.view.case.receivedOn];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Those of a span, newest first as they come. */
export function casesOf(
  views: readonly ListedCase[],
  span: Exclude<Span, 'mine'>,
  today: LegalDate,
): readonly ListedCase[] {
  if (span === 'all') return views;
  if (span === 'flagged') return views.filter((view) => view.case.flagged);
  const midnight = midnightBefore(today);
  return views.filter((view) => view.case.receivedOn === today || view.updatedAt >= midnight);
}

/** How many matters they are: what two halls have received is one. */
export function mattersIn(views: readonly ListedCase[]): number {
  // With each letter that is typed: only the few that another hall has as well are looked at.
  const twins = views.filter((view) => view.case.twins !== undefined).map((view) => view.case);
  return views.length - (twins.length - countedOnce(twins).length);
}

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
