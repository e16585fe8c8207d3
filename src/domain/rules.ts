import type { Calendar } from './calendar.ts';
import type { CompleteGuide, Guide } from './guide.ts';
import type { Item } from './item.ts';
import type { Office, OfficeId } from './office.ts';

/**
 * One version of the catalogue as the rules read it. The device holds the version it last fetched,
 * the endpoint every version ever published.
 */
export interface Rules {
  readonly version: number;
  readonly calendar: Calendar;
  item(id: string): Item | undefined;
  guide(id: string, version?: number): Guide | undefined;
  office(id: OfficeId): Office | undefined;
}

/** A catalogue as plain data, as published and as sent. */
export interface Catalogue {
  readonly version: number;
  readonly calendar: Calendar;
  readonly offices: readonly Office[];
  readonly items: readonly Item[];
  /** Current and earlier versions, since old cases live on under the version that they were received with. */
  readonly guides: readonly Guide[];
}

/** Look-ups over a catalogue. `guide` without a version gives the newest. */
export function rulesOf(catalogue: Catalogue): Rules {
  const items = new Map(catalogue.items.map((item) => [item.id, item]));
  const offices = new Map(catalogue.offices.map((office) => [office.id, office]));
  const newest = newestGuides(catalogue.guides);
  const versions = new Map(catalogue.guides.map((guide) => [`${guide.id}@${guide.version}`, guide]));
  return {
    version: catalogue.version,
    calendar: catalogue.calendar,
    item: (id) => items.get(id),
    office: (id) => offices.get(id),
    guide: (id, version) => (version === undefined ? newest.get(id) : versions.get(`${id}@${version}`)),
  };
}

/** The guides that are given out today, by id. */
export function newestGuides(guides: readonly Guide[]): ReadonlyMap<string, Guide> {
  const newest = new Map<string, Guide>();
  for (const guide of guides) {
    const known = newest.get(guide.id);
    if (!known || known.version < guide.version) newest.set(guide.id, guide);
  }
  return newest;
}

/** The version of its guide by which a case was taken in; undefined where it is not here, or not complete. */
export function guideIn(
  rules: Rules,
  { guide: id, guideVersion }: { readonly guide: string; readonly guideVersion: number },
): CompleteGuide | undefined {
  const guide = rules.guide(id, guideVersion);
  return isComplete(guide) ? guide : undefined;
}

export function isComplete(guide: Guide | undefined): guide is CompleteGuide {
  return guide?.state === 'complete';
}
