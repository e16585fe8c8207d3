import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Result } from '../../domain/result.ts';
import { aboutOf, type CaseDraft, isOnCase, onCasesOf } from './caseDrafts.ts';
import type { Core } from './core.ts';
import type { DraftRow } from './database.ts';
import { fileTables, forgetDraftFiles, forgetPages } from './files/rows.ts';
import { type OpenKeys, stillOpen } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';
import type { Draft } from './types.ts';

const draftRowName = (id: string): string => `drafts/${id}`;

/** An intake, or what was begun on a case. */
type AnyDraft = Draft | CaseDraft;

/** A draft of a mended intake has the id of its case again; what it mends tells it from the first one. */
interface DraftName {
  readonly id: string;
  readonly replaces?: string | undefined;
}

const nameOf = ({ id, replaces = '' }: DraftName): string => `${id} ${replaces}`;

/** A draft that was handed over lies under the vault key, under another name: it is not yet anybody's own. */
const handedRowName = (id: string, to: string): string => `drafts/${id}/${to}`;

/**
 * Unfinished intakes of the person who has unlocked, and what they have begun on cases. Nobody sees another clerk's: each
 * lies under its clerk's own key.
 */
export interface DraftShelf {
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  /** Apart, so that no list of intakes is drawn again while an act is written; `null` until read. */
  readonly caseDrafts: ReadonlySignal<readonly CaseDraft[] | null>;
  /** Reads those of whoever has unlocked, and takes over what a colleague has handed to them. None while locked. */
  load(): Promise<void>;
  /** A later change of the same draft never ends before an earlier one. Dropped when its person has left. */
  keep(draft: AnyDraft): Promise<void>;
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
  const caseDrafts = signal<readonly CaseDraft[] | null>(null);
  /** Saves and removals one after the other: every keystroke saves, and the last word must stand. */
  const spent = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const show = (draft: AnyDraft): void => {
    if (isOnCase(draft))
      caseDrafts.value = newestFirst([...without(caseDrafts.value ?? [], draft.id), draft]);
    else drafts.value = newestFirst([...without(drafts.value, draft.id), draft]);
  };
  const forget = (id: string): void => {
    drafts.value = without(drafts.value, id);
    caseDrafts.value = caseDrafts.value && without(caseDrafts.value, id);
  };

  return {
    drafts,
    caseDrafts,
    forget,
    async spend(draft) {
      spent.add(nameOf(draft));
      await inTurn(async () => undefined);
      return () => spent.delete(nameOf(draft));
    },
    load() {
      // At once: whoever unlocks next must not find them for a moment.
      if (!lock.open.value) [drafts.value, caseDrafts.value] = [[], null];
      return inTurn(async () => {
        const keys = lock.open.value;
        const found = keys ? await readDrafts(core, keys) : [];
        if (!keys || !stillOpen(keys, lock.open.value)) return;
        drafts.value = newestFirst(found.filter((one): one is Draft => !isOnCase(one)));
        caseDrafts.value = newestFirst(found.filter(isOnCase));
      });
    },
    keep(draft) {
      // Whose it is is settled now: a save that ends after a switch of clerks is still the first one's.
      const keys = lock.open.value;
      return inTurn(async () => {
        if (!keys || spent.has(nameOf(draft))) return;
        const saved = await keepRow(core, keys, draft);
        if (saved.ok && saved.value && stillOpen(keys, lock.open.value)) show(draft);
      });
    },
    remove: (id) =>
      inTurn(async () => {
        const removed = await store.run(() =>
          db.transaction('rw', [db.drafts, ...fileTables(db)], async () => {
            const about = (await db.drafts.get(id))?.about;
            await db.drafts.delete(id);
            await (about ? forgetPages(db, about.files) : forgetDraftFiles(db, id));
          }),
        );
        if (removed.ok) forget(id);
      }),
  };
}

/** True when it is kept as this person's. */
async function keepRow({ db, store }: Base, keys: OpenKeys, draft: AnyDraft): Promise<Result<boolean>> {
  const { id, updatedAt } = draft;
  const body = await keys.drafts.seal(draftRowName(id), draft);
  const row: DraftRow = {
    ...{ id, person: keys.person.id, updatedAt, handed: false, body },
    ...(isOnCase(draft) ? { person: onCasesOf(keys.person.id), about: aboutOf(draft) } : {}),
  };
  return await store.run(() =>
    db.transaction('rw', db.drafts, async () => {
      // Handed over meanwhile, or another's from the beginning: a late save must not take it back.
      const present = await db.drafts.get(id);
      if (present && present.person !== row.person) return false;
      await db.drafts.put(row);
      return true;
    }),
  );
}

/** The same list where it has none of them: nothing is drawn again for it. */
const without = <T extends AnyDraft>(list: readonly T[], id: string): readonly T[] =>
  list.some((one) => one.id === id) ? list.filter((one) => one.id !== id) : list;

const newestFirst = <T extends AnyDraft>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));

async function readDrafts(core: Base, keys: OpenKeys): Promise<AnyDraft[]> {
  const { db, store } = core;
  const { id } = keys.person;
  const rows = await db.drafts
    .where('person')
    .anyOf([id, onCasesOf(id)])
    .toArray();
  const found = await Promise.all(
    rows.map(async (row): Promise<AnyDraft[]> => {
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

const openOwn = async (keys: OpenKeys, row: DraftRow): Promise<AnyDraft> =>
  (await keys.drafts.open(draftRowName(row.id), row.body)) as AnyDraft;

/** From now on it lies under the new clerk's own key. */
async function takeOver({ db, vault, store }: Base, keys: OpenKeys, row: DraftRow): Promise<Draft> {
  const draft = (await vault.open(handedRowName(row.id, row.person), row.body)) as Draft;
  const body = await keys.drafts.seal(draftRowName(row.id), draft);
  // On a full disk it stays handed, and is read all the same.
  await store.guard(() =>
    db.transaction('rw', db.drafts, async () => {
      const present = await db.drafts.get(row.id);
      if (present?.handed) await db.drafts.put({ ...present, handed: false, body });
    }),
  );
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
