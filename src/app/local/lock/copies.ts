import { fromBase64url } from '../../../protocol/bytes.ts';
import { keptKeyText, SEAL_KEPT_KEY, type Sealed, type SealingKey } from '../../../protocol/sealing.ts';
import type { LockRecord, WrappedKeys } from './keys.ts';

/** A copy of a key for the endpoint: of the device's vault (`person: null`), or of a person's drafts. */
export interface KeyCopy {
  readonly person: string | null;
  readonly sealed: Sealed;
}

/** What the endpoint said last that it keeps (undefined: nothing yet), and what a copy is sealed to. */
export interface CopiesKept {
  readonly kept: readonly (string | null)[] | undefined;
  readonly sealing: SealingKey | null;
}

/** @param key 32 bytes */
export async function copyOf(
  device: string,
  person: string | null,
  sealing: SealingKey,
  key: Uint8Array<ArrayBuffer>,
): Promise<KeyCopy> {
  const { sealTo } = await import('../sealing.ts');
  return {
    person,
    sealed: await sealTo(sealing, SEAL_KEPT_KEY, keptKeyText(device, person, sealing.id), key),
  };
}

/**
 * The copies that are owed once a person's keys are open. An endpoint that was put back to a backup may lack what it once
 * had, or the key to what was sealed for it: then they are made anew, or a forgotten secret would cost the drafts.
 */
export async function owedAfter(
  record: LockRecord,
  keys: WrappedKeys,
  device: string,
  { kept, sealing }: CopiesKept,
): Promise<readonly KeyCopy[]> {
  if (!kept || !sealing) return record.owed;
  const current = (person: string | null): boolean =>
    record.owed.some((one) => one.person === person && one.sealed.key === sealing.id);
  const lacking = (
    [
      [null, keys.vault],
      [record.person, keys.drafts],
    ] as const
  ).filter(([person]) => !kept.includes(person) && !current(person));
  if (lacking.length === 0) return record.owed;
  const fresh = await Promise.all(
    lacking.map(([person, key]) => copyOf(device, person, sealing, fromBase64url(key))),
  );
  const anew = new Set(fresh.map((one) => one.person));
  return [...record.owed.filter((one) => !anew.has(one.person)), ...fresh];
}
