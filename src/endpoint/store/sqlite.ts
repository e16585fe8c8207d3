import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { migrate } from './migrations.ts';
import { sqlStore } from './sqlStore.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** How long a connection waits for another process that holds the file (the verifier, a backup), in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The embedded store: one SQLite file in WAL mode. `synchronous=FULL` makes every commit wait for the disk.
 * One connection writes and one reads, so that readers see what is committed and nothing else. What is deleted by law is
 * overwritten (`secure_delete`), and is out of the log beside the file too once the store is closed.
 */
export async function openSqlite(path: string): Promise<Store> {
  const writer = connect(path);
  await migrate(writer.db);
  const reader = connect(path);
  return sqlStore({
    kind: 'sqlite',
    writer: writer.db,
    reader: reader.db,
    // There is one connection that writes, so a transaction's statements run on it.
    execute: async (on, text, values) => (on === 'reader' ? reader : writer).run(text, values),
    close: async () => {
      await reader.db.destroy();
      writer.run('pragma wal_checkpoint(truncate)', []);
      await writer.db.destroy();
    },
  });
}

interface Connection {
  readonly db: Kysely<Tables>;
  run(text: string, values: readonly unknown[]): unknown[];
}

/** A connection to the file as it is, whatever its schema. */
export function connect(path: string): Connection {
  const file = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  file.exec('pragma secure_delete = on;');
  file.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma wal_autocheckpoint = 4000;');
  const database = adapt(file);
  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
    run: (text, values) => {
      const statement = database.prepare(text);
      if (statement.reader) return statement.all(values);
      statement.run(values);
      return NOTHING;
    },
  };
}

const NOTHING: unknown[] = [];

/** Kysely's SQLite dialect over the `node:sqlite` API, with every statement prepared once. */
function adapt(file: InstanceType<typeof DatabaseSync>): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known) return known;
      // A transaction here always writes; taking the lock at once never fails half-way through.
      const raw = file.prepare(text === 'begin' ? 'begin immediate' : text);
      const made: SqliteStatement = {
        reader: raw.columns().length > 0,
        all: (values) => raw.all(...values),
        run: (values) => raw.run(...values),
        iterate: (values) => raw.iterate(...values),
      };
      prepared.set(text, made);
      return made;
    },
  };
}
