import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { acts } from './acts.ts';
import type { Core } from './core.ts';
import { type OpenKeys, stillOpen } from './lock/keys.ts';

/** What the person who works here has looked at, by the keys of `domain/notices.ts`; on this device alone. */
export interface ReadMarks {
  /** Null while locked, and until they have been read. */
  readonly seen: ReadonlySignal<ReadonlySet<string> | null>;
  /** @param present every notice that there is now: marks of others are given up; absent = all are kept */
  markSeen(keys: readonly string[], present?: ReadonlySet<string>): Promise<void>;
}

export function readMarksOf(core: Core): ReadMarks {
  const { lock, store } = core;
  const seen = signal<ReadonlySet<string> | null>(null);
  let last: Promise<unknown> = Promise.resolve();
  const show = (keys: OpenKeys, marks: ReadonlySet<string> | undefined): void => {
    if (marks && stillOpen(keys, lock.open.value)) seen.value = marks;
  };
  effect(() => {
    const keys = lock.open.value;
    seen.value = null;
    if (keys) void store.guard(async () => show(keys, await (await acts()).readMarked(core, keys)));
  });
  return {
    seen,
    markSeen(keys, present) {
      const open = lock.open.value;
      const turn = last.then(async () => {
        if (open) show(open, await (await acts()).markRead(core, open, keys, present));
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
