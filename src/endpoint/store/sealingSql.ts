import type { SealingKeyChanges, SealingKeyReads } from './sealingPort.ts';
import type { Db } from './template.ts';

export function sealingKeysOn(db: Db): SealingKeyReads {
  return {
    sealingKeys: async () => {
      const rows = await db.sql.selectFrom('sealing_key').selectAll().orderBy('created_at').execute();
      return rows.map((row) => ({
        keyId: row.key_id,
        private: row.private,
        createdAt: row.created_at,
        retiredAt: row.retired_at,
      }));
    },
  };
}

export function sealingKeyChangesOn(db: Db): SealingKeyChanges {
  return {
    addSealingKey: async ({ keyId, createdAt, retiredAt, ...row }) => {
      const values = { ...row, key_id: keyId, created_at: createdAt, retired_at: retiredAt };
      await db.sql.insertInto('sealing_key').values(values).execute();
    },
    retireSealingKeys: async (at) => {
      const used = db.sql.updateTable('sealing_key').where('retired_at', 'is', null);
      await used.set({ retired_at: at }).execute();
    },
  };
}
