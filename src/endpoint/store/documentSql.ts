import type { Kysely } from 'kysely';
import type { DocumentChanges, DocumentReads } from './documentPort.ts';
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
    documentKeys: async () => {
      const rows = await db.sql.selectFrom('document_key').selectAll().orderBy('created_at').execute();
      return rows.map(({ key_id, created_at, retired_at, ...row }) => ({
        ...{ keyId: key_id, private: row.private, createdAt: created_at, retiredAt: retired_at },
      }));
    },
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
    addDocumentKey: async ({ keyId, createdAt, retiredAt, ...row }) => {
      const values = { private: row.private, key_id: keyId, created_at: createdAt, retired_at: retiredAt };
      await db.sql.insertInto('document_key').values(values).execute();
    },
    retireDocumentKeys: async (at) => {
      const used = db.sql.updateTable('document_key').where('retired_at', 'is', null);
      await used.set({ retired_at: at }).execute();
    },
    addDocuments: async (rows) => {
      if (rows.length === 0) return;
      const added = db.sql.insertInto('document').values([...rows]);
      await added.onConflict((conflict) => conflict.doNothing()).execute();
    },
    addPrint: async (row) => {
      const added = db.sql.insertInto('print').values(row);
      await added.onConflict((conflict) => conflict.doNothing()).execute();
      const moved = { stream: row.stream, position: await nextPosition() };
      return (await queries.moveInFeeds(db, moved)).map(({ scope }) => scope);
    },
  };
}
