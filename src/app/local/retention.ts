import { isPaperOwed } from '../../domain/paperOwed.ts';
import type { CaseSummary } from '../../domain/summary.ts';
import { addDays, type Instant, type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { DevicePolicy } from '../../protocol/resources.ts';
import { draftTables, forgetDraftsOn } from './caseDrafts.ts';
import type { Core } from './core.ts';
import type { Database } from './database.ts';

/** Cases that ended before this day are no longer needed on a device (by default after thirty days). */
export function keptSince({ keepClosedDays }: DevicePolicy, now: Instant): LegalDate {
  return addDays(legalDateOf(now), -keepClosedDays);
}

/** Ended before that day, with nothing left to be done, and its paper where it belongs. */
export const isOver = (summary: CaseSummary, since: LegalDate): boolean =>
  summary.endedOn !== null && summary.endedOn < since && !summary.after && !isPaperOwed(summary);

/** Of these cases, those on which nothing of this device is under way. Inside a transaction. */
export async function idsWithoutCommands(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const busy = new Set<unknown>(
    await db.commands
      .where('stream')
      .anyOf([...ids])
      .uniqueKeys(),
  );
  return ids.filter((id) => !busy.has(id));
}

/** The tables from which cases leave. */
export const caseTables = (db: Database) => [db.cases, db.summaries, db.packs, db.prints];

/** A case and its summary leave together, and every pack that has it. Inside a transaction. */
export async function forgetCases(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.cases.bulkDelete([...ids]);
  await db.summaries.bulkDelete([...ids]);
  await db.prints
    .where('case')
    .anyOf([...ids])
    .delete();
  const packs = await db.packs
    .where('ids')
    .anyOf([...ids])
    .primaryKeys();
  await db.packs.bulkDelete(packs);
}

/** Inside a transaction. */
export async function forgetAllCases(db: Database): Promise<void> {
  for (const table of caseTables(db)) await table.clear();
}

/**
 * Takes closed cases off the device when their time is over. The district keeps them.
 * @returns which have left
 */
export async function forgetClosed(core: Core): Promise<readonly string[]> {
  const { db, recorded, store, line } = core;
  const since = keptSince(core.policy(), line.now());
  const over = recorded.list.value.filter(({ case: one }) => isOver(one, since));
  if (over.length === 0) return [];
  const left = await store.run(() =>
    db.transaction('rw', [...caseTables(db), db.commands, ...draftTables(db)], async () => {
      const ids = await idsWithoutCommands(
        db,
        over.map((one) => one.case.id),
      );
      await forgetCases(db, ids);
      await forgetDraftsOn(db, ids);
      return ids;
    }),
  );
  if (!left.ok || left.value.length === 0) return [];
  await recorded.refresh(left.value);
  return left.value;
}
