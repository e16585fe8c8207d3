import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Core } from './core.ts';
import type { DraftRow } from './database.ts';
import type { Draft } from './types.ts';

const draftRowName = (id: string): string => `drafts/${id}`;

/** A draft of a mended intake has the id of its case again; what it mends tells it from the first one. */
interface DraftName {
  readonly id: string;
  readonly replaces?: string | undefined;
}

const nameOf = ({ id, replaces = '' }: DraftName): string => `${id} ${replaces}`;

/** Unfinished intakes of the person signed in. Nobody sees another clerk's. */
export interface DraftShelf {
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  load(person: string | null): Promise<void>;
  /** A later change of the same draft never ends before an earlier one. */
  keep(draft: Draft, person: string): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * From now on a late save of this draft is dropped, so that it cannot come back after 提交 has removed it.
   * Resolves when saves under way have ended; the returned function takes it back.
   */
  spend(draft: DraftName): Promise<() => void>;
  /** Shows that a draft is gone, after the transaction that removed it. */
  forget(id: string): void;
}

export function createDraftShelf({ db, ports, store }: Pick<Core, 'db' | 'ports' | 'store'>): DraftShelf {
  const drafts = signal<readonly Draft[]>([]);
  /** Saves and removals one after the other: every keystroke saves, and the last word must stand. */
  const spent = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const open = async ({ id, body }: DraftRow): Promise<Draft[]> => {
    try {
      return [(await ports.vault.open(draftRowName(id), body)) as Draft];
    } catch {
      store.unreadable();
      return [];
    }
  };
  const show = (list: readonly Draft[]): void => {
    drafts.value = [...list].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  };
  const forget = (id: string): void => show(drafts.value.filter((one) => one.id !== id));

  return {
    drafts,
    forget,
    async spend(draft) {
      spent.add(nameOf(draft));
      await inTurn(async () => undefined);
      return () => spent.delete(nameOf(draft));
    },
    async load(person) {
      const rows = person === null ? [] : await db.drafts.where('person').equals(person).toArray();
      show((await Promise.all(rows.map(open))).flat());
    },
    keep: (draft, person) =>
      inTurn(async () => {
        if (spent.has(nameOf(draft))) return;
        const body = await ports.vault.seal(draftRowName(draft.id), draft);
        const saved = await store.run(() =>
          db.drafts.put({ id: draft.id, person, updatedAt: draft.updatedAt, body }),
        );
        if (saved.ok) show([...drafts.value.filter((one) => one.id !== draft.id), draft]);
      }),
    remove: (id) =>
      inTurn(async () => {
        const removed = await store.run(() => db.drafts.delete(id));
        if (removed.ok) forget(id);
      }),
  };
}
