import { Dexie } from 'dexie';
import type { Profile } from './devicePorts.ts';

/** Everything that lies in a profile's database and lock store, as one text: bytes as characters, for searching. */
export async function everythingIn(profile: Profile): Promise<string> {
  const { indexedDB } = profile;
  const { IDBKeyRange } = profile.ports().store;
  const db = new Dexie('jinban-desk', { indexedDB, ...(IDBKeyRange ? { IDBKeyRange } : {}) });
  await db.open();
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
  db.close();
  return JSON.stringify([rows, [...profile.lockbox.records.values()]], (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  );
}
