import type { Kysely, Transaction } from 'kysely';
import { deviceChangesOn, devicesOn } from './deviceSql.ts';
import { documentChangesOn, documentQueries, documentsOn } from './documentSql.ts';
import { evidenceOn } from './evidenceSql.ts';
import { feedbackChangesOn, feedbackOn } from './feedbackSql.ts';
import { fileChangesOn, fileQueries, filesOn } from './filesSql.ts';
import { peopleChangesOn, peopleOn, peopleQueries } from './peopleSql.ts';
import { quarantineChangesOn, quarantineOn } from './quarantineSql.ts';
import { recordingQueries } from './recordingQueries.ts';
import { recordingOn } from './recordingSql.ts';
import { registerChangesOn, registerOn } from './registerSql.ts';
import { sealingKeyChangesOn, sealingKeysOn } from './sealingSql.ts';
import type { PublishedRow, Store, Tx } from './store.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';
import { attemptsSince, cataloguesOn, viewQueries, viewsOn } from './viewsSql.ts';

/** What a database has to bring for the SQL store: a connection that writes and one that reads what is committed. */
export interface Database {
  readonly kind: string;
  readonly writer: Kysely<Tables>;
  readonly reader: Kysely<Tables>;
  /** Runs a compiled statement where the reader, or the transaction given, runs its own. */
  execute(on: 'reader' | Transaction<Tables>, text: string, values: readonly unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
}

/** The store over any SQL database that Kysely speaks to. */
export function sqlStore({ kind, writer, reader, execute, close }: Database): Store {
  const read: Db = { sql: reader, execute: (text, values) => execute('reader', text, values) };
  const queries = {
    people: peopleQueries(writer),
    recording: recordingQueries(writer),
    views: viewQueries(reader),
    files: fileQueries(reader),
    documents: documentQueries(reader),
  };
  return {
    kind,
    read: {
      ...peopleOn(read, queries.people),
      ...devicesOn(read),
      ...viewsOn(read, queries.views),
      ...cataloguesOn(read),
      ...evidenceOn(read),
      ...sealingKeysOn(read),
      ...quarantineOn(read),
      ...filesOn(read, queries.files),
      ...feedbackOn(read),
      ...documentsOn(read, queries.documents),
      ...registerOn(read),
    },
    write: (work) =>
      writer.transaction().execute(async (sql) => {
        const db: Db = { sql, execute: (text, values) => execute(sql, text, values) };
        const { finish, nextPosition, ...recording } = recordingOn(db, queries.recording);
        const result = await work({
          ...recording,
          ...peopleOn(db, queries.people),
          ...peopleChangesOn(db),
          ...devicesOn(db),
          ...deviceChangesOn(db),
          ...cataloguesOn(db),
          ...sealingKeysOn(db),
          ...sealingKeyChangesOn(db),
          ...quarantineOn(db),
          ...quarantineChangesOn(db),
          ...filesOn(db, queries.files),
          ...fileChangesOn(db),
          ...feedbackOn(db),
          ...feedbackChangesOn(db),
          ...documentsOn(db, queries.documents),
          ...documentChangesOn(db, queries.recording, nextPosition),
          ...registerOn(db),
          ...registerChangesOn(db),
          ...othersOn(db),
        });
        await finish();
        return result;
      }),
    close,
  };
}

type Others = Pick<
  Tx,
  'savepoint' | 'publish' | 'getMeta' | 'setMeta' | 'addAttempt' | 'dropAttempts' | 'attemptsSince'
>;

function othersOn(db: Db): Others {
  return {
    savepoint: async (work) => {
      await db.execute('savepoint one', []);
      try {
        const result = await work();
        await db.execute('release savepoint one', []);
        return result;
      } catch (error) {
        await db.execute('rollback to savepoint one', []);
        await db.execute('release savepoint one', []);
        throw error;
      }
    },
    publish: async (row) => {
      await db.sql.insertInto('catalogue').values(catalogueValues(row)).execute();
    },
    getMeta: async (name) => {
      const found = db.sql.selectFrom('meta').where('name', '=', name).select('value');
      return (await found.executeTakeFirst())?.value;
    },
    setMeta: async (name, value) => {
      const put = db.sql.insertInto('meta').values({ name, value });
      await put.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
    },
    addAttempt: async (subject, at, forget) => {
      await db.sql.deleteFrom('attempt').where('at', '<', forget).execute();
      await db.sql.insertInto('attempt').values({ subject, at }).execute();
    },
    dropAttempts: async (subject, at) => {
      const dropped = db.sql.deleteFrom('attempt').where('subject', '=', subject);
      await (at === undefined ? dropped : dropped.where('at', '=', at)).execute();
    },
    attemptsSince: (subject, since) => attemptsSince(db, subject, since),
  };
}

function catalogueValues(row: PublishedRow): Tables['catalogue'] {
  const { catalogue, etag, at, by, reason } = row;
  const data = JSON.stringify(catalogue);
  return { version: catalogue.version, data, etag, published_at: at, published_by: by, reason };
}
