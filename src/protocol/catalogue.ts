import type { Catalogue } from '../domain/rules.ts';

/**
 * `GET /api/catalogue`. `since` is the version that the answer builds on: null = everything. Items, offices and guides
 * are never removed (an item is cancelled, a guide gets a new version), so an answer only adds and replaces. The schema
 * (`catalogueAnswer.ts`) checks every part that the rules read; the type is the domain's.
 */
export interface CatalogueAnswer extends Omit<Catalogue, 'calendar'> {
  readonly since: number | null;
  readonly calendar: Catalogue['calendar'] | null;
}

/** An answer laid over what was there. The caller has checked that `since` is null or the version it holds. */
export function mergeCatalogue(before: Catalogue | null, answer: CatalogueAnswer): Catalogue | undefined {
  const calendar = answer.calendar ?? before?.calendar;
  if (!calendar) return undefined;
  if (answer.since === null || !before)
    return {
      version: answer.version,
      calendar,
      offices: answer.offices,
      items: answer.items,
      guides: answer.guides,
    };
  return {
    version: answer.version,
    calendar,
    offices: replaceBy(before.offices, answer.offices, (one) => one.id),
    items: replaceBy(before.items, answer.items, (one) => one.id),
    guides: replaceBy(before.guides, answer.guides, (one) => `${one.id}@${one.version}`),
  };
}

/** What changed from one catalogue to a later one, as the answer to `?since=`. */
export function catalogueSince(before: Catalogue | null, now: Catalogue): CatalogueAnswer {
  const changed = <T>(old: readonly T[] | undefined, current: readonly T[], key: (one: T) => string): T[] => {
    const known = new Map((old ?? []).map((one) => [key(one), JSON.stringify(one)]));
    return current.filter((one) => known.get(key(one)) !== JSON.stringify(one));
  };
  const sameCalendar = before !== null && JSON.stringify(before.calendar) === JSON.stringify(now.calendar);
  return {
    version: now.version,
    since: before?.version ?? null,
    calendar: sameCalendar ? null : now.calendar,
    offices: changed(before?.offices, now.offices, (one) => one.id),
    items: changed(before?.items, now.items, (one) => one.id),
    guides: changed(before?.guides, now.guides, (one) => `${one.id}@${one.version}`),
  };
}

function replaceBy<T>(before: readonly T[], changed: readonly T[], key: (one: T) => string): T[] {
  const merged = new Map(before.map((one) => [key(one), one]));
  for (const one of changed) merged.set(key(one), one);
  return [...merged.values()];
}
