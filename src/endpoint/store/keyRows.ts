import type { Instant } from '../../domain/time.ts';
import type { SealingKeyRow } from './sealingPort.ts';
import type { Db } from './template.ts';

/** The endpoint's own key pairs lie in one table for each use; all are kept for ever, and the newest is in use. */
type KeyTable = 'sealing_key' | 'document_key';

/** Every one ever made, oldest first. */
export async function keyRows(db: Db, of: KeyTable): Promise<SealingKeyRow[]> {
  const rows = await db.sql.selectFrom(of).selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({
    keyId: row.key_id,
    private: row.private,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }));
}

export async function addKeyRow(db: Db, of: KeyTable, row: SealingKeyRow): Promise<void> {
  const { keyId, createdAt, retiredAt } = row;
  const values = { key_id: keyId, private: row.private, created_at: createdAt, retired_at: retiredAt };
  await db.sql.insertInto(of).values(values).execute();
}

/** Retires those in use. */
export async function retireKeyRows(db: Db, of: KeyTable, at: Instant): Promise<void> {
  await db.sql.updateTable(of).where('retired_at', 'is', null).set({ retired_at: at }).execute();
}
