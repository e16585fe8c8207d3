import { type Kysely, sql } from 'kysely';
import type { FileChanges, Files } from './filesPort.ts';
import type { Tables } from './tables.ts';
import { type Db, lookup } from './template.ts';

export function fileQueries(db: Kysely<Tables>) {
  return {
    awaited: lookup((streams) =>
      db
        .selectFrom('file_of')
        .leftJoin('file', 'file.hash', 'file_of.hash')
        .where('stream', 'in', streams)
        .where('recorded', '=', 1)
        .where('key', 'is not', null)
        .where('file.hash', 'is', null)
        .select(['stream', 'file_of.hash']),
    ),
  };
}

const NAMING = [
  'file_of.stream',
  'file_of.hash',
  'file_of.size',
  'file_of.type',
  'file_of.key',
  'file_of.fault',
] as const;

export function filesOn(db: Db, queries: ReturnType<typeof fileQueries>): Files {
  return {
    arrived: async (hashes) => {
      if (hashes.length === 0) return [];
      const found = db.sql.selectFrom('file').where('hash', 'in', [...hashes]);
      return (await found.select(['hash', 'size']).execute()).map(sized);
    },
    awaited: (streams) => queries.awaited(db, streams),
    faulty: async (stream) => {
      const named = db.sql.selectFrom('file_of').where('stream', '=', stream).where('recorded', '=', 1);
      const rows = await named.where('fault', 'is not', null).select('hash').orderBy('hash').execute();
      return rows.map((row) => row.hash);
    },
    namings: async (hash, scopes) => {
      const rows = await db.sql
        .selectFrom('file_of')
        .innerJoin('feed', 'feed.stream', 'file_of.stream')
        .leftJoin('file', 'file.hash', 'file_of.hash')
        .where('file_of.hash', '=', hash)
        .where('file_of.recorded', '=', 1)
        .where('feed.scope', 'in', scopes.length > 0 ? [...scopes] : [''])
        .select([...NAMING, 'feed.gone', 'file.hash as here'])
        .execute();
      return rows.map(({ gone, here, ...row }) => ({
        ...sized(row),
        arrived: here !== null,
        gone: Number(gone) !== 0,
      }));
    },
    unchecked: async ({ stream, hash }, limit) => {
      const rows = await db.sql
        .selectFrom('file_of')
        .innerJoin('file', 'file.hash', 'file_of.hash')
        .where('file_of.checked_at', 'is', null)
        .where('file_of.key', 'is not', null)
        .where(sql<boolean>`(file_of.stream, file_of.hash) > (${stream}, ${hash})`)
        .orderBy('file_of.stream')
        .orderBy('file_of.hash')
        .limit(limit)
        .select(NAMING)
        .execute();
      return rows.map(sized);
    },
    arrivedAfter: async (hash, limit) => {
      const found = db.sql.selectFrom('file').where('hash', '>', hash).orderBy('hash').limit(limit);
      return (await found.select(['hash', 'size']).execute()).map(sized);
    },
    forgottenFiles: async (limit) => {
      const found = await sql<{ hash: string }>`select hash from file
        where exists (select 1 from file_of where file_of.hash = file.hash)
        and not exists (select 1 from file_of where file_of.hash = file.hash and file_of.key is not null)
        limit ${limit}`.execute(db.sql);
      return found.rows.map((row) => row.hash);
    },
  };
}

export function fileChangesOn({ sql: db }: Db): FileChanges {
  return {
    checked: async ({ stream, hash }, fault, at) => {
      const named = db.updateTable('file_of').where('stream', '=', stream).where('hash', '=', hash);
      await named.set({ fault, checked_at: at }).execute();
    },
    dropFiles: async (hashes) => {
      if (hashes.length === 0) return;
      await db
        .deleteFrom('file')
        .where('hash', 'in', [...hashes])
        .execute();
    },
  };
}

const sized = <R extends { readonly size: number }>(row: R): R => ({ ...row, size: Number(row.size) });
