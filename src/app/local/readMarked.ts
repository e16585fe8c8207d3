import type { Core } from './core.ts';
import type { OpenKeys } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';

/** One row for each person, sealed under that person's own key; wiped with what else is known of people. */
const rowName = (person: string): string => `personSeen:${person}`;

/** @throws LockedError */
export async function readMarked(
  { db }: Pick<Core, 'db'>,
  { person, drafts }: OpenKeys,
): Promise<ReadonlySet<string>> {
  const name = rowName(person.id);
  const row = await db.meta.get(name);
  if (!row) return new Set();
  try {
    return new Set((await drafts.open(name, row.value as Uint8Array)) as readonly string[]);
  } catch (problem) {
    if (problem instanceof LockedError) throw problem;
    // Marks are no loss: what was read is shown as new once more.
    return new Set();
  }
}

/** @returns what is marked now; undefined when nothing had to be written, or it could not be */
export async function markRead(
  core: Pick<Core, 'db' | 'store'>,
  open: OpenKeys,
  keys: readonly string[],
  present: ReadonlySet<string> | undefined,
): Promise<ReadonlySet<string> | undefined> {
  // Another window of the same person may have marked others meanwhile.
  const before = await readMarked(core, open);
  const kept = [...before].filter((key) => !present || present.has(key));
  const marks = new Set([...kept, ...keys]);
  if (marks.size === before.size && keys.every((key) => before.has(key))) return undefined;
  const name = rowName(open.person.id);
  const value = await open.drafts.seal(name, [...marks]);
  const saved = await core.store.run(() => core.db.meta.put({ key: name, value }));
  return saved.ok ? marks : undefined;
}
