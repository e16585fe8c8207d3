import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Core } from './core.ts';
import { type OpenKeys, stillOpen } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';

/** What the person who works here has looked at, by the keys of `domain/notices.ts`; on this device alone. */
export interface ReadMarks {
  /** Null while locked, and until they have been read. */
  readonly seen: ReadonlySignal<ReadonlySet<string> | null>;
  /** @param present every notice that there is now: marks of others are given up; absent = all are kept */
  markSeen(keys: readonly string[], present?: ReadonlySet<string>): Promise<void>;
}

/** One row for each person, sealed under that person's own key; wiped with what else is known of people. */
const rowName = (person: string): string => `personSeen:${person}`;

export function readMarksOf({ db, lock, store }: Core): ReadMarks {
  const seen = signal<ReadonlySet<string> | null>(null);
  let last: Promise<unknown> = Promise.resolve();

  const read = async ({ person, drafts }: OpenKeys): Promise<ReadonlySet<string>> => {
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
  };
  const show = (keys: OpenKeys, marks: ReadonlySet<string>): void => {
    if (stillOpen(keys, lock.open.value)) seen.value = marks;
  };
  effect(() => {
    const keys = lock.open.value;
    seen.value = null;
    if (keys) void store.guard(async () => show(keys, await read(keys)));
  });

  return {
    seen,
    markSeen(keys, present) {
      const open = lock.open.value;
      const turn = last.then(async () => {
        if (!open) return;
        // Another window of the same person may have marked others meanwhile.
        const before = await read(open);
        const kept = [...before].filter((key) => !present || present.has(key));
        const marks = new Set([...kept, ...keys]);
        if (marks.size === before.size && keys.every((key) => before.has(key))) return;
        const name = rowName(open.person.id);
        const value = await open.drafts.seal(name, [...marks]);
        const saved = await store.run(() => db.meta.put({ key: name, value }));
        if (saved.ok) show(open, marks);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
