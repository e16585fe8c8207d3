import { type Kysely, sql } from 'kysely';
import { row } from './row.ts';
import type { Tables } from './tables.ts';
import { rowWriter, template } from './template.ts';

const NAMING = ['stream', 'hash', 'size', 'type', 'key', 'recorded'] as const;

/** How files are named by what is recorded, and how their arrival reaches those who wait. */
export function namingQueries(db: Kysely<Tables>) {
  return {
    putNamings: rowWriter<Omit<Tables['file_of'], 'checked_at' | 'fault'>>((rows) =>
      db
        .insertInto('file_of')
        .values(rows.map((slot) => ({ ...row(slot, NAMING), checked_at: null, fault: null })))
        .onConflict((conflict) =>
          conflict
            .columns(['stream', 'hash'])
            .doUpdateSet((eb) => ({
              size: eb.ref('excluded.size'),
              type: eb.ref('excluded.type'),
              key: eb.ref('excluded.key'),
              recorded: eb.ref('excluded.recorded'),
              checked_at: null,
              fault: null,
            }))
            // What is refused after something was recorded changes nothing of it.
            .where('excluded.recorded', '>=', sql<number>`file_of.recorded`),
        ),
    ),
    addFile: template<Tables['file'], { hash: string }>((slot) =>
      db
        .insertInto('file')
        .values(row(slot, ['hash', 'size', 'arrived_at']))
        .onConflict((conflict) => conflict.doNothing())
        .returning('hash'),
    ),
    naming: template<{ hash: string }, { stream: string }>((slot) =>
      db
        .selectFrom('file_of')
        .where('hash', '=', slot.hash)
        .where('recorded', '=', 1)
        .where('key', 'is not', null)
        .orderBy('stream')
        .select('stream'),
    ),
    moveInFeeds: template<{ stream: string; position: number }, { scope: string }>((slot) =>
      db
        .updateTable('feed')
        .set({ position: slot.position })
        .where('stream', '=', slot.stream)
        .where('gone', '=', 0)
        .returning('scope'),
    ),
  };
}
