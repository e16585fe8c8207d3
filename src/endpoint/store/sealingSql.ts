import { addKeyRow, keyRows, retireKeyRows } from './keyRows.ts';
import type { SealingKeyChanges, SealingKeyReads } from './sealingPort.ts';
import type { Db } from './template.ts';

export const sealingKeysOn = (db: Db): SealingKeyReads => ({
  sealingKeys: () => keyRows(db, 'sealing_key'),
});

export const sealingKeyChangesOn = (db: Db): SealingKeyChanges => ({
  addSealingKey: (row) => addKeyRow(db, 'sealing_key', row),
  retireSealingKeys: (at) => retireKeyRows(db, 'sealing_key', at),
});
