import type { Compilable, Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * A connection, or a transaction on one: `sql` builds and runs what is rare, `execute` runs what was compiled before,
 * past the query builder, on the same connection.
 */
export interface Db {
  readonly sql: Kysely<Tables> | Transaction<Tables>;
  execute(text: string, values: readonly unknown[]): Promise<unknown[]>;
}

/** Stands in a query for a value that is given when it runs. */
class Slot {
  constructor(
    readonly row: number,
    readonly name: string,
  ) {}
}

interface Compiled {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

function compile<R>(query: Compilable<R>): Compiled {
  const { sql, parameters } = query.compile();
  return { text: sql, parameters };
}

function execute<V extends object, R>(
  db: Db,
  { text, parameters }: Compiled,
  rows: readonly V[],
): Promise<R[]> {
  const values = parameters.map((one) =>
    one instanceof Slot ? (rows[one.row] as Record<string, unknown> | undefined)?.[one.name] : one,
  );
  return db.execute(text, values) as Promise<R[]>;
}

/** A query compiled once per store and run with new values: building and compiling cost more than running. */
export type Template<V extends object, R> = (db: Db, values: V) => Promise<R[]>;

/**
 * @param build writes the query with the slots where its values will stand; called once
 */
export function template<V extends object, R = unknown>(build: (slots: V) => Compilable<R>): Template<V, R> {
  let compiled: Compiled | undefined;
  return (db, values) => {
    compiled ??= compile(build(slotsOf<V>(0)));
    return execute(db, compiled, [values]);
  };
}

/** One template for each number of rows, made when first needed. */
export function templates<V extends object, R = unknown>(
  build: (rows: V[]) => Compilable<R>,
): (db: Db, rows: readonly V[]) => Promise<R[]> {
  const made = new Map<number, Compiled>();
  return (db, rows) => {
    let compiled = made.get(rows.length);
    if (!compiled) {
      compiled = compile(build(rows.map((_, index) => slotsOf<V>(index))));
      made.set(rows.length, compiled);
    }
    return execute(db, compiled, rows);
  };
}

/** Rows in one statement at most: a database takes some ten thousand values. */
const MAX_ROWS = 64;

/** Writes any number of rows, in statements of powers of two, so that few are ever compiled. */
export function rowWriter<V extends object>(
  build: (rows: V[]) => Compilable<unknown>,
): (db: Db, rows: readonly V[]) => Promise<void> {
  const write = templates<V>(build);
  return async (db, rows) => {
    for (let from = 0; from < rows.length; ) {
      const size = Math.min(MAX_ROWS, 2 ** Math.floor(Math.log2(rows.length - from)));
      await write(db, rows.slice(from, from + size));
      from += size;
    }
  };
}

/** A look-up of many keys at once. The list is filled up to a power of two, so that few queries are ever compiled. */
export function lookup<R>(
  build: (keys: string[]) => Compilable<R>,
): (db: Db, keys: Iterable<string>) => Promise<R[]> {
  const ask = templates<{ key: string }, R>((rows) => build(rows.map((row) => row.key)));
  return async (db, keys) => {
    const wanted = [...new Set(keys)];
    const [last] = wanted.slice(-1);
    if (last === undefined) return [];
    const size = 2 ** Math.ceil(Math.log2(wanted.length));
    while (wanted.length < size) wanted.push(last);
    return ask(
      db,
      wanted.map((key) => ({ key })),
    );
  };
}

function slotsOf<V extends object>(row: number): V {
  return new Proxy({} as V, { get: (_, name) => new Slot(row, String(name)) });
}
