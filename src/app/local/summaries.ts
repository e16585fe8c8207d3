import type { ListedCase } from './types.ts';

/** A recorded case in lists. Stays the same object as long as its summary does. */
export interface RecordedSummary extends ListedCase {
  /** Of the feed: what was recorded later has a higher one. */
  readonly position: number;
}

export type Summaries = readonly RecordedSummary[];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest first; the number settles what came at the same moment, so that every device lists alike. */
export const newestFirst = (a: ListedCase, b: ListedCase): number =>
  compare(b.updatedAt, a.updatedAt) || compare(b.case.number, a.case.number);

/** Quick where it is sorted already, as pages of the feed nearly are. */
export const sortedSummaries = (all: Summaries): Summaries => [...all].sort(newestFirst);

/** A list, sorted, with some cases in place of what it had under their ids, and some gone. */
export function inserted(
  before: Summaries,
  fresh: readonly RecordedSummary[],
  gone: readonly string[],
): Summaries {
  const newest = new Map<string, RecordedSummary>();
  for (const one of fresh) {
    const known = newest.get(one.case.id);
    if (!known || known.position < one.position) newest.set(one.case.id, one);
  }
  const left = new Set([...gone, ...newest.keys()]);
  // What the feed took away may have come back since.
  const added = [...newest.values()].sort(newestFirst);
  return merged(
    before.filter((one) => !left.has(one.case.id)),
    added,
  );
}

/** Two sorted lists as one. */
export function merged<T extends ListedCase>(left: readonly T[], right: readonly T[]): T[] {
  const all: T[] = [];
  let [l, r] = [0, 0];
  for (;;) {
    const [a, b] = [left[l], right[r]];
    if (a === undefined || b === undefined) return all.concat(left.slice(l), right.slice(r));
    const first = newestFirst(a, b) <= 0;
    all.push(first ? a : b);
    if (first) l += 1;
    else r += 1;
  }
}
