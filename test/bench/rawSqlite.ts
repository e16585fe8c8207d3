/** The embedded database without the store: the rows that recording leaves, by prepared statements. */
import { DatabaseSync } from '@photostructure/sqlite';

type Value = string | number | null;

/** A row of one of the tables that recording writes. */
interface Row {
  readonly table: string;
  readonly values: readonly Value[];
}

/** The rows of each transaction, in its order. */
export type RawTransactions = readonly (readonly Row[])[];

type Found = Record<string, Value>;

/** What each transaction wrote, read from a file that a store has filled with new cases. */
export function rowsOf(file: string, batch: number): RawTransactions {
  const db = new DatabaseSync(file, { readOnly: true });
  const all = (table: string): Found[] =>
    db.prepare(`select * from "${table}" order by rowid`).all() as Found[];
  const [commands, contacts] = [all('command'), all('contact')];
  const [events, streams, feeds] = [
    groupBy(all('event'), 'stream'),
    groupBy(all('stream'), 'id'),
    groupBy(all('feed'), 'stream'),
  ];
  db.close();
  const of = (table: string, found: readonly Found[] = []): Row[] =>
    found.map((one) => ({ table, values: Object.values(one) }));
  const transactions: Row[][] = [];
  for (let from = 0; from < commands.length; from += batch) {
    const rows = commands.slice(from, from + batch).flatMap((command) => {
      const stream = String(command.stream);
      return [
        ...of('command', [command]),
        ...of('event', events.get(stream)),
        ...of('stream', streams.get(stream)),
        ...of('feed', feeds.get(stream)),
      ];
    });
    transactions.push([...rows, ...of('contact', contacts.slice(from / batch, from / batch + 1))]);
  }
  return transactions;
}

function groupBy(rows: readonly Found[], column: string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const row of rows) {
    const key = String(row[column]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

export interface RawDatabase {
  insert(transaction: number): void;
  close(): void;
}

/**
 * Opens a file that has the tables, with the store's own pragmas (`src/endpoint/store/sqlite.ts`). The counter of the
 * feed is moved once in each transaction, as the store does.
 */
export function openRaw(file: string, transactions: RawTransactions): RawDatabase {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  db.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma wal_autocheckpoint = 4000;');
  const inserts = new Map<string, ReturnType<typeof db.prepare>>();
  for (const { table, values } of transactions.flat()) {
    if (inserts.has(table)) continue;
    inserts.set(table, db.prepare(`insert into "${table}" values (${values.map(() => '?').join(', ')})`));
  }
  const count = db.prepare(`update counter set value = value + ? where name = 'feed'`);
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];
  return {
    insert(transaction) {
      const rows = transactions[transaction] ?? [];
      begin.run();
      for (const { table, values } of rows) inserts.get(table)?.run(...values);
      count.run(rows.length);
      commit.run();
    },
    close: () => db.close(),
  };
}
