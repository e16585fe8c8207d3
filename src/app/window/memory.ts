import { signal } from '@preact/signals';
import type { Case } from '../../domain/case.ts';
import type { Route } from '../../domain/item.ts';
import type { Instant } from '../../domain/time.ts';
import type { Draft, SavedSlip } from '../local/types.ts';
import type { Desk } from './desk.tsx';
import type { Share, Span } from './start/caseList.ts';

/**
 * What one screen hands to the next within this page, so that neither has to wait for the lists to catch up.
 * Everything in it is saved already; after a reload the lists have it. It is all one person's: `forgetAll` when the
 * screen is locked.
 */

/** Drafts made from a refused receipt, by id. */
export const handedOver = new Map<string, Draft>();

/** Cases just saved, by id. */
export const justSaved = new Map<string, Made<Case>>();

export const justIssued = new Map<string, Made<SavedSlip>>();

interface Filter {
  readonly query: string;
  /** `null` = what the person's posts make the first thing to look at. */
  readonly span: Span | null;
  readonly share: Share;
  /** Of a department's inbox; `null` = of every route. */
  readonly route: Route | null;
}

const ALL_OF_IT: Filter = { query: '', span: null, share: 'all', route: null };

/** What the list shows, kept while cases are opened and left again. */
export const listFilter = signal<Filter>(ALL_OF_IT);

/** Intakes begun on this page of which nothing may be saved yet. */
const begun = new Set<string>();

/** Papers of the window that were printed on this page: their case, which, and what it says. */
export const printedHere = signal<ReadonlySet<string>>(new Set());

/** The code of a document that was scanned elsewhere, on its way to where it is checked. */
let scanned: string | undefined;

export function beginVerifying(text: string): void {
  scanned = text;
}

/** Once: another visit begins with nothing. */
export function takeScanned(): string | undefined {
  const text = scanned;
  scanned = undefined;
  return text;
}

/** The id of a new intake. Any other id without a draft is not new: submitted, thrown away, or a colleague's. */
export function beginIntake({ newId }: Pick<Desk, 'newId'>): string {
  const id = newId();
  begun.add(id);
  return id;
}

export const isBegun = (id: string): boolean => begun.has(id);

/** An intake that begins with what the one before has in common with it: the same agent, the next applicant. */
export function beginWith(desk: Pick<Desk, 'newId'>, content: Draft['content'], now: Instant): string {
  const id = beginIntake(desk);
  handedOver.set(id, { id, updatedAt: now, content });
  return id;
}

/** An intake has become a case, or was thrown away. */
export function endIntake(id: string): void {
  begun.delete(id);
  handedOver.delete(id);
}

/** Nothing of one clerk is left for the next: no name in the search box, no draft under an old address. */
export function forgetAll(): void {
  for (const kept of [handedOver, justSaved, justIssued, begun]) kept.clear();
  listFilter.value = ALL_OF_IT;
  printedHere.value = new Set();
  scanned = undefined;
}

/** What was made on this page, and the id of the person who made it: only their name may stand on its paper. */
export interface Made<T> {
  readonly made: T;
  readonly by: string | undefined;
}
