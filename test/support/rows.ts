/** What stands in a store's tables, read past the store. */
import { DatabaseSync } from '@photostructure/sqlite';

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table. */
export function rowsOf(file: string): Record<string, Row[]> {
  const db = new DatabaseSync(file);
  const named = db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const rows = named.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all() as Row[]] as const);
  db.close();
  return Object.fromEntries(rows);
}

/** One statement that changes what stands there. */
export function alter(file: string, change: string): void {
  const db = new DatabaseSync(file);
  db.exec(change);
  db.close();
}
