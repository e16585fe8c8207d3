import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Core } from './core.ts';
import type { DraftRow } from './database.ts';
import { fileTables, forgetDraftFiles } from './files/rows.ts';
import { type OpenKeys, stillOpen } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';
import type { Draft } from './types.ts';

const draftRowName = (id: string): string => `drafts/${id}`;

/** A draft of a mended intake has the id of its case again; what it mends tells it from the first one. */
interface DraftName {
  readonly id: string;
  readonly replaces?: string | undefined;
}

const nameOf = ({ id, replaces = '' }: DraftName): string => `${id} ${replaces}`;

/** A draft that was handed over lies under the vault key, under another name: it is not yet anybody's own. */
const handedRowName = (id: string, to: string): string => `drafts/${id}/${to}`;

/** Unfinished intakes of the person who has unlocked. Nobody sees another clerk's: each lies under its clerk's own key. */
export interface DraftShelf {
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  /** Reads those of whoever has unlocked, and takes over what a colleague has handed to them. None while locked. */
  load(): Promise<void>;
  /** A later change of the same draft never ends before an earlier one. Dropped when its person has left. */
  keep(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * From now on a late save of this draft is dropped, so that it cannot come back after 提交 has removed it.
   * Resolves when saves under way have ended; the returned function takes it back.
   */
  spend(draft: DraftName): Promise<() => void>;
  /** Shows that a draft is gone, after the transaction that removed it. */
  forget(id: string): void;
}

type Base = Pick<Core, 'db' | 'lock' | 'vault' | 'store'>;

export function createDraftShelf(core: Base): DraftShelf {
  const { db, lock, store } = core;
  const drafts = signal<readonly Draft[]>([]);
  /** Saves and removals one after the other: every keystroke saves, and the last word must stand. */
  const spent = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
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
    load: () =>
      inTurn(async () => {
        const keys = lock.open.value;
        const found = keys ? await readDrafts(core, keys) : [];
        if (keys ? stillOpen(keys, lock.open.value) : !lock.open.value) show(found);
      }),
    keep(draft) {
      // Whose it is is settled now: a save that ends after a switch of clerks is still the first one's.
      const keys = lock.open.value;
      return inTurn(async () => {
        if (!keys || spent.has(nameOf(draft))) return;
        const { id, updatedAt } = draft;
        const body = await keys.drafts.seal(draftRowName(id), draft);
        const row: DraftRow = { id, person: keys.person.id, updatedAt, handed: false, body };
        const saved = await store.run(() =>
          db.transaction('rw', db.drafts, async () => {
            // Handed over meanwhile, or another's from the beginning: a late save must not take it back.
            const present = await db.drafts.get(id);
            if (present && present.person !== row.person) return false;
            await db.drafts.put(row);
            return true;
          }),
        );
        if (saved.ok && saved.value && stillOpen(keys, lock.open.value))
          show([...drafts.value.filter((one) => one.id !== id), draft]);
      });
    },
    remove: (id) =>
      inTurn(async () => {
        const removed = await store.run(() =>
          db.transaction('rw', [db.drafts, ...fileTables(db)], async () => {
            await db.drafts.delete(id);
            await forgetDraftFiles(db, id);
          }),
        );
        if (removed.ok) forget(id);
      }),
  };
}

async function readDrafts(core: Base, keys: OpenKeys): Promise<Draft[]> {
  const { db, store } = core;
  const rows = await db.drafts.where('person').equals(keys.person.id).toArray();
  const found = await Promise.all(
    rows.map(async (row): Promise<Draft[]> => {
      try {
        return [row.handed ? await takeOver(core, keys, row) : await openOwn(keys, row)];
      } catch (problem) {
        if (!(problem instanceof LockedError)) store.unreadable();
        return [];
      }
    }),
  );
  return found.flat();
}

const openOwn = async (keys: OpenKeys, row: DraftRow): Promise<Draft> =>
  (await keys.drafts.open(draftRowName(row.id), row.body)) as Draft;

/** From now on it lies under the new clerk's own key. */
async function takeOver({ db, vault }: Base, keys: OpenKeys, row: DraftRow): Promise<Draft> {
  const draft = (await vault.open(handedRowName(row.id, row.person), row.body)) as Draft;
  const body = await keys.drafts.seal(draftRowName(row.id), draft);
  await db.transaction('rw', db.drafts, async () => {
    const present = await db.drafts.get(row.id);
    if (present?.handed) await db.drafts.put({ ...present, handed: false, body });
  });
  return draft;
}

/** Drafts on their way to a colleague, as rows to be written with the command that records it. */
export async function handedRows(
  { vault }: Pick<Core, 'vault'>,
  drafts: readonly Draft[],
  to: string,
): Promise<DraftRow[]> {
  return await Promise.all(
    drafts.map(async (draft) => ({
      id: draft.id,
      person: to,
      updatedAt: draft.updatedAt,
      handed: true,
      body: await vault.seal(handedRowName(draft.id, to), draft),
    })),
  );
}
