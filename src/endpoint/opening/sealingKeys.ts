import type { SealingKey } from '../../protocol/sealing.ts';
import { appendAccess } from '../access/accessChain.ts';
import type { By } from '../access/staff.ts';
import type { Edges } from '../context.ts';
import type { SealingKeyRow } from '../store/sealingPort.ts';
import type { Store } from '../store/store.ts';
import { newOpeningKey, openingKeyOf } from './hpke.ts';
import { type Seals, sealsOf } from './seals.ts';

/** The key pairs to which devices seal. A key that was replaced opens for ever: what was sealed to it still comes. */
export interface SealingKeys extends Seals {
  /** What a device seals to from now on. */
  current(): SealingKey;
  /** Makes a new pair the current one; who did so stands in the access chain. */
  rotate(by: By): Promise<SealingKey>;
  /** Every private key (PKCS #8 DER in base64url), for the threads that open beside this one. */
  privateKeys(): readonly string[];
  /** Calls back when there is another key, before anybody can have sealed to it. */
  onRotated(told: () => void): void;
}

type Ids = Pick<Edges, 'newId' | 'randomBytes'> & { readonly now: () => string };

/** The store's keys; an empty store gets its first. */
export async function openSealingKeys(store: Store, ids: Ids): Promise<SealingKeys> {
  let rows = await store.read.sealingKeys();
  if (rows.length === 0) {
    rows = [freshRow(ids.now())];
    await store.write((tx) => addAll(tx, rows));
  }
  return hold(store, rows, ids);
}

function hold(store: Store, first: readonly SealingKeyRow[], ids: Ids): SealingKeys {
  let rows = first;
  let seals = sealsOf(rows.map((row) => row.private));
  let current = currentOf(rows);
  const listeners: (() => void)[] = [];
  return {
    open: (info, aad, sealed) => seals.open(info, aad, sealed),
    current: () => current,
    privateKeys: () => rows.map((row) => row.private),
    onRotated: (told) => void listeners.push(told),
    rotate: async (by) => {
      const row = freshRow(by.at);
      const { person, office, at } = by;
      rows = await store.write(async (tx) => {
        await tx.retireSealingKeys(at);
        await addAll(tx, [row]);
        const data = { key: row.keyId, before: current.id };
        await appendAccess(tx, { type: 'sealingKeyRotated', by: person, office, data }, at, ids);
        return tx.sealingKeys();
      });
      seals = sealsOf(rows.map((one) => one.private));
      current = currentOf(rows);
      for (const told of listeners) told();
      return current;
    },
  };
}

async function addAll(
  tx: { addSealingKey(row: SealingKeyRow): Promise<void> },
  rows: readonly SealingKeyRow[],
): Promise<void> {
  for (const row of rows) await tx.addSealingKey(row);
}

function freshRow(createdAt: string): SealingKeyRow {
  const pkcs8 = newOpeningKey();
  return { keyId: openingKeyOf(pkcs8).id, private: pkcs8, createdAt, retiredAt: null };
}

/** @throws when every key is retired, which no program of ours leaves behind */
function currentOf(rows: readonly SealingKeyRow[]): SealingKey {
  const row = rows.find((one) => one.retiredAt === null);
  if (!row) throw new Error('the store has no sealing key in use');
  const { id, point } = openingKeyOf(row.private);
  return { id, publicKey: point.toString('base64url') };
}
