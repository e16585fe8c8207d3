import type { QuarantineChanges, QuarantinedRow, QuarantineReads } from './quarantinePort.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

export function quarantineOn(db: Db): QuarantineReads {
  const unsettled = () =>
    db.sql
      .selectFrom('quarantine')
      .where('settled_at', 'is', null)
      .orderBy('received_at')
      .orderBy('id')
      .selectAll();
  return {
    quarantined: async (limit) => (await unsettled().limit(limit).execute()).map(rowOf),
    quarantinedAndRuled: async () => (await unsettled().where('ruling', 'is not', null).execute()).map(rowOf),
    quarantinedUnder: async (id) => (await unsettled().where('id', '=', id).execute()).map(rowOf)[0],
  };
}

export function quarantineChangesOn(db: Db): QuarantineChanges {
  return {
    ruleQuarantine: async (id, ruling) => {
      await db.sql.updateTable('quarantine').set({ ruling }).where('id', '=', id).execute();
    },
  };
}

function rowOf({ id, header, envelope, code, ruling, ...row }: Tables['quarantine']): QuarantinedRow {
  return { id, header, envelope, code, ruling, sentBy: row.sent_by, receivedAt: row.received_at };
}
