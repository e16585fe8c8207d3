import type { Database } from './database.ts';
import type { Ports } from './ports.ts';
import type { SignedIn } from './types.ts';

/** What is known of the people of this device: names and posts, sealed under the vault key. */

const rowName = (id: string): string => `person:${id}`;

type Sealing = Pick<Ports, 'vaultOf'>;

/** @param vault the device's vault key */
export async function keepPerson(
  db: Database,
  { vaultOf }: Sealing,
  vault: CryptoKey,
  person: SignedIn,
): Promise<void> {
  const value = await vaultOf(vault).seal(`meta/${rowName(person.id)}`, person);
  await db.meta.put({ key: rowName(person.id), value });
}

/** Null when it is not here, or does not open. */
export async function personIn(
  db: Database,
  { vaultOf }: Sealing,
  vault: CryptoKey,
  id: string,
): Promise<SignedIn | null> {
  const row = await db.meta.get(rowName(id));
  if (!row) return null;
  try {
    return (await vaultOf(vault).open(`meta/${rowName(id)}`, row.value as Uint8Array)) as SignedIn;
  } catch {
    // Another device's vault key: nobody can work with it.
    return null;
  }
}
