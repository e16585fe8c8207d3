import type { Guide } from './guide.ts';
import type { Item, LegalBasis } from './item.ts';
import type { OfficeId } from './office.ts';
import { guideFacts, itemFacts, officeFacts } from './pendingParts.ts';
import { type Catalogue, newestGuides } from './rules.ts';

/** A fact as it stands in the catalogue, in words for whoever has to confirm it. */
export interface StatedFact {
  /** What kind of fact and which one: 「材料：居民身份证」. */
  readonly name: string;
  /** What it says now. */
  readonly says: string;
  readonly basis?: LegalBasis | undefined;
}

/** What an office has to confirm about one matter: its own data, or an item with its guides. */
export interface PendingSection {
  /** Absent: the office's own address, telephone and hours. */
  readonly item?: Item;
  readonly facts: readonly StatedFact[];
  readonly guides: readonly PendingGuide[];
}

export interface PendingGuide {
  readonly guide: Guide;
  readonly facts: readonly StatedFact[];
  /** What the department has to answer before the guide is certain. */
  readonly openPoints: readonly string[];
}

/**
 * Everything that waits for an office's confirmation (核定表), by item in the order of the notice's annex. Of guides
 * the newest version: an earlier one lives on for old cases only, and is not changed any more.
 */
export function pendingSections(catalogue: Catalogue, office: OfficeId): readonly PendingSection[] {
  const own = catalogue.offices.filter((one) => one.id === office).flatMap(officeFacts);
  const newest = newestGuides(catalogue.guides);
  const nameOf = (id: OfficeId): string => catalogue.offices.find((one) => one.id === id)?.name ?? id;
  const items = catalogue.items
    .filter((item) => item.department === office)
    .sort((a, b) => a.seq - b.seq)
    .map((item): PendingSection => {
      const guides = item.guides.flatMap((id) => newest.get(id) ?? []);
      return { item, facts: itemFacts(item, nameOf), guides: guides.map(pendingGuide) };
    });
  return [{ facts: own, guides: [] }, ...items].filter((section) => countOf(section) > 0);
}

/** How many facts and questions a section holds. */
export function countOf({ facts, guides }: PendingSection): number {
  return guides.reduce((sum, one) => sum + one.facts.length + one.openPoints.length, facts.length);
}

function pendingGuide(guide: Guide): PendingGuide {
  return { guide, facts: guideFacts(guide), openPoints: openPointsOf(guide) };
}

const openPointsOf = (guide: Guide): readonly string[] =>
  guide.state === 'complete' ? (guide.openPoints ?? []) : [];
