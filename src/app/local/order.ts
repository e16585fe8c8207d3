import type { CommandState } from './database.ts';

/** What the order of commands hangs on. */
export interface Link {
  readonly id: string;
  readonly seq: number;
  readonly after: string | null;
  readonly state: CommandState;
  readonly by: string | null;
  readonly beside?: true;
}

export type Links<T extends Link> = ReadonlyMap<string, T>;

export const linksOf = <T extends Link>(rows: readonly T[]): Links<T> =>
  new Map(rows.map((row) => [row.id, row]));

/**
 * The command that a command really comes after: what was said to come after a refused one follows the one that
 * mends it. `undefined` when there is none here any more, because it is recorded.
 */
export function parentOf<T extends Link>(row: Link, links: Links<T>): T | undefined {
  let next = row.after;
  for (let hops = 0; next !== null && hops <= links.size; hops += 1) {
    const found = links.get(next);
    if (found?.state !== 'replaced') return found?.state === 'setAside' ? undefined : found;
    next = found.by;
  }
  return undefined;
}

/** By `seq`, but each one after the command that it follows (a replacement has a higher `seq` than its followers). */
export function inOrder<T extends Link>(rows: readonly T[], links: Links<T> = linksOf(rows)): T[] {
  const sorted: T[] = [];
  const seen = new Set<string>();
  const visit = (row: T): void => {
    if (seen.has(row.id)) return;
    seen.add(row.id);
    const parent = parentOf(row, links);
    if (parent) visit(parent);
    sorted.push(row);
  };
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) visit(row);
  return sorted;
}

/** True while some command before it stands refused: sending it would only be answered with `after.refused`. */
export function isHeldBack<T extends Link>(row: Link, links: Links<T>): boolean {
  const parent = parentOf(row, links);
  if (!parent || parent.state === 'recorded' || parent.state === 'quarantined') return false;
  return parent.state === 'refused' || isHeldBack(parent, links);
}

/** Every command that follows one, directly or by others, first ones first. */
export function followersOf<T extends Link>(id: string, rows: readonly T[]): T[] {
  const links = linksOf(rows);
  const follows = (row: T): boolean => {
    for (let next = parentOf(row, links), hops = 0; next && hops <= links.size; hops += 1) {
      if (next.id === id) return true;
      next = parentOf(next, links);
    }
    return false;
  };
  return inOrder(rows, links).filter((row) => row.id !== id && follows(row));
}
