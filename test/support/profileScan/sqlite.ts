import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

const MAGIC = Buffer.from('SQLite format 3\0');

export const isDatabase = (bytes: Buffer): boolean => bytes.subarray(0, MAGIC.length).equals(MAGIC);

/** What stands in the cells of an SQLite file, with its journal applied: a long text is scattered over pages. */
export function cellsOf(path: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'jinban-sqlite-'));
  try {
    const copy = join(folder, 'copy');
    for (const suffix of ['', '-wal', '-journal'])
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    return read(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string): Buffer[] {
  const file = new DatabaseSync(path);
  try {
    const tables = file
      .prepare("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .all() as { name: string }[];
    return tables.flatMap(({ name }) =>
      rowsOf(file, name).flatMap((row) =>
        Object.values(row).flatMap((cell) => {
          if (typeof cell === 'string') return [Buffer.from(cell)];
          return cell instanceof Uint8Array ? [Buffer.from(cell)] : [];
        }),
      ),
    );
  } finally {
    file.close();
  }
}

function rowsOf(file: InstanceType<typeof DatabaseSync>, table: string): Record<string, unknown>[] {
  const rows = file.prepare(`select * from "${table}"`);
  rows.setReadBigInts(true);
  return rows.all() as Record<string, unknown>[];
}
