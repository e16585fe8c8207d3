import type { Kysely, OnConflictBuilder } from 'kysely';
import type { DocumentChanges, DocumentReads } from './documentPort.ts';
import { addKeyRow, keyRows, retireKeyRows } from './keyRows.ts';
import type { RecordingQueries } from './recordingQueries.ts';
import type { Tables } from './tables.ts';
import { type Db, lookup } from './template.ts';

export function documentQueries(db: Kysely<Tables>) {
  return {
    documents: lookup((streams) =>
      db.selectFrom('document').where('stream', 'in', streams).orderBy('version').selectAll(),
    ),
    prints: lookup((streams) =>
      db.selectFrom('print').where('stream', 'in', streams).orderBy('at').selectAll(),
    ),
  };
}

export function documentsOn(db: Db, queries: ReturnType<typeof documentQueries>): DocumentReads {
  return {
    documentKeys: () => keyRows(db, 'document_key'),
    documents: async (streams) =>
      (await queries.documents(db, streams)).map((row) => ({ ...row, version: Number(row.version) })),
    prints: (streams) => queries.prints(db, streams),
  };
}

/** @param nextPosition the one counter of the feed, taken in this transaction */
export function documentChangesOn(
  db: Db,
  queries: RecordingQueries,
  nextPosition: () => Promise<number>,
): DocumentChanges {
  return {
    addDocumentKey: (row) => addKeyRow(db, 'document_key', row),
    retireDocumentKeys: (at) => retireKeyRows(db, 'document_key', at),
    addDocuments: async (rows) => {
      if (rows.length === 0) return;
      const added = db.sql.insertInto('document').values([...rows]);
      // A word put back: the paper is the case's again, under the code that it has.
      const again = (conflict: OnConflictBuilder<Tables, 'document'>) =>
        conflict
          .columns(['stream', 'title', 'hash'])
          .doUpdateSet(({ ref }) => ({ version: ref('excluded.version') }));
      await added.onConflict(again).execute();
    },
    addPrint: async (row) => {
      const added = db.sql.insertInto('print').values(row);
      await added.onConflict((conflict) => conflict.doNothing()).execute();
      const moved = { stream: row.stream, position: await nextPosition() };
      return (await queries.moveInFeeds(db, moved)).map(({ scope }) => scope);
    },
  };
}
