import type { Core } from './core.ts';
import type { CounterBook, Taking } from './counters.ts';
import type { CommandRow, Counters, Database, DraftRow, PrintRow, SlipRow } from './database.ts';
import { areHere, fileTables, nameFiles } from './files/rows.ts';
import { inOrder, isHeldBack, type Link, linksOf } from './order.ts';
import type { MadeCommand } from './outbox.ts';

/**
 * How often an act is done anew when others, here or in another tab, are quicker. Each time one of them is saved, so
 * that this ends with the others; the bound only keeps a fault from running for ever.
 */
export const ATTEMPTS = 100;

/** Everything that one act of a person changes in the store, done in one strict transaction or not at all. */
export interface Plan {
  readonly stream: string;
  /** The command that was last on the stream when the acts were judged. */
  readonly tail: string | null;
  readonly made: readonly MadeCommand[];
  /** The numbers that they bear. */
  readonly taking: Taking;
  /** Rows whose place a new command takes, with the state and the command that they now point to. */
  readonly ended: readonly {
    readonly id: string;
    readonly state: 'replaced' | 'setAside';
    readonly by: string;
  }[];
  /** Followers of a mended command: to be sent again at once. */
  readonly released: readonly string[];
  /** Followers that have lost the ground that they stood on: shown to the person, who decides. */
  readonly orphaned: readonly { readonly id: string; readonly code: string }[];
  readonly draftId?: string | undefined;
  readonly slip?: SlipRow | undefined;
  /** Drafts on their way to a colleague. */
  readonly handed?: readonly DraftRow[] | undefined;
  readonly printed?: PrintRow | undefined;
}

export const PLAIN = { ended: [], released: [], orphaned: [] } as const;

/**
 * The last command of a stream that a new one has to come after: unrecorded, not stuck behind a refused one, and not only
 * said beside the case.
 */
export function tailOf(rows: readonly Link[]): string | null {
  const links = linksOf(rows);
  const moving = inOrder(rows).filter(
    (row) => !row.beside && (row.state === 'waiting' || row.state === 'held') && !isHeldBack(row, links),
  );
  return moving.at(-1)?.id ?? null;
}

/**
 * Saves a plan and shows it. What is saved stays saved: a failure to read it again is told, but is not taken for a
 * failure to save.
 */
export async function commit(core: Core, plan: Plan): Promise<'saved' | 'stale'> {
  const { db, counters, outbox, store, files } = core;
  const outcome = await save(db, counters, plan);
  if (outcome === 'stale') return outcome;
  // First: no screen may show the case as if nothing of it were still to come.
  if (plan.made.some(({ row }) => row.files)) await store.guard(() => files.load());
  const others = plan.ended.length + plan.released.length + plan.orphaned.length;
  if (others === 0) outbox.add(plan.made);
  else await store.guard(() => outbox.load());
  return outcome;
}

/**
 * Resolves `saved` only after the transaction has completed with strict durability; `stale` when
 * another tab has acted on the stream since the judgement, or has taken the numbers, in which case nothing was written.
 */
async function save(db: Database, counters: CounterBook, plan: Plan): Promise<'saved' | 'stale'> {
  const files = plan.made.flatMap(({ row }) => (row.files ? [{ command: row.id, hashes: row.files }] : []));
  const named = files.length > 0 ? fileTables(db) : [];
  const tables = [db.commands, db.drafts, db.slips, db.meta, ...(plan.printed ? [db.prints] : []), ...named];
  return await db.transaction('rw', tables, async () => {
    const [present, free] = await Promise.all([
      db.commands.where('stream').equals(plan.stream).toArray(),
      counters.areFree(plan.taking),
    ]);
    if (!free || tailOf(present) !== plan.tail) return 'stale';
    for (const { hashes } of files) if (!(await areHere(db, hashes))) return 'stale';
    const byId = linksOf(present);
    const stillOpen = (id: string): boolean => isOpen(byId.get(id));
    if (plan.ended.some((one) => !stillOpen(one.id))) return 'stale';
    const changed = [
      ...plan.ended.map(({ id, ...end }) => ({ ...rowOf(byId, id), ...end })),
      ...plan.released
        .filter(stillOpen)
        .map((id) => ({ ...rowOf(byId, id), state: 'waiting' as const, nextAt: 0 })),
      ...plan.orphaned
        .filter(({ id }) => stillOpen(id))
        .map(({ id, code }) => ({
          ...rowOf(byId, id),
          state: 'refused' as const,
          last: { code, facts: {} },
        })),
    ];
    await Promise.all([
      counters.take(plan.taking),
      db.commands.bulkPut([...changed, ...plan.made.map(({ row }) => row)]),
      plan.slip && db.slips.put(plan.slip),
      plan.printed && db.prints.put(plan.printed),
      plan.handed && db.drafts.bulkPut([...plan.handed]),
      plan.draftId !== undefined && db.drafts.delete(plan.draftId),
      ...files.map(({ command, hashes }) => nameFiles(db, command, hashes)),
    ]);
    return 'saved';
  });
}

/** Does an act that is judged on nothing but its stream until it is saved. */
export async function untilSaved<T>(
  { counters }: Pick<Core, 'counters'>,
  attempt: (counters: Counters) => Promise<T | 'stale'>,
): Promise<T | 'stale'> {
  for (let round = 1; round <= ATTEMPTS; round += 1) {
    const done = await attempt(await counters.likely());
    if (done !== 'stale') return done;
  }
  return 'stale';
}

/** Refused, or held back behind a refused one: still a person's to mend or put aside. */
const isOpen = (row: CommandRow | undefined): boolean =>
  row?.state === 'refused' || row?.state === 'held' || row?.state === 'waiting';

function rowOf(rows: ReadonlyMap<string, CommandRow>, id: string): CommandRow {
  const row = rows.get(id);
  if (!row) throw new Error(`no command ${id} in the store`);
  return row;
}
