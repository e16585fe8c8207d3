import { ok, type Result, refuse } from '../../../domain/result.ts';
import { fromBase64url, toBase64url } from '../../../protocol/bytes.ts';
import type { Session } from '../../../protocol/resources.ts';
import type { SealingKey } from '../../../protocol/sealing.ts';
import type { SignedIn } from '../types.ts';
import { copyOf, type KeyCopy } from './copies.ts';
import type { LockRecord, WrappedKeys } from './keys.ts';
import type { Candidate } from './lock.ts';

const KEY_BYTES = 32;

interface Around {
  readonly device: string;
  readonly sealing: SealingKey | null;
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
  readonly locks: () => Promise<readonly LockRecord[]>;
}

/**
 * The keys that a new secret will wrap. What the endpoint has kept is used again, so that nothing that lies on the
 * device is lost with a secret; what is new is sealed to the endpoint before it is used.
 * @returns lock.copyOwed when another copy of a key has first to reach the endpoint
 */
export async function candidateFrom(
  person: SignedIn,
  kept: NonNullable<Session['kept']>,
  signing: Pick<WrappedKeys, 'signing' | 'publicKey'>,
  around: Around,
): Promise<Result<Candidate>> {
  const { device, sealing } = around;
  if (!sealing) return refuse('device.unknown');
  const locks = await around.locks();
  const vaultIsHere = locks.length > 0;
  const draftsAreHere = locks.some((one) => one.person === person.id);
  // A second vault key would make everything unreadable that lies under the first.
  if ((!kept.vault && vaultIsHere) || (!kept.drafts && draftsAreHere)) return refuse('lock.copyOwed');
  const owed: KeyCopy[] = [];
  const fresh = async (whose: string | null): Promise<string> => {
    const key = around.bytes(KEY_BYTES);
    owed.push(await copyOf(device, whose, sealing, key));
    return toBase64url(key);
  };
  const vault = kept.vault ?? (await fresh(null));
  const drafts = kept.drafts ?? (await fresh(person.id));
  if ([vault, drafts].some((key) => fromBase64url(key).length !== KEY_BYTES)) return refuse('line.notOurs');
  return ok({ person, keys: { vault, drafts, ...signing }, owed });
}
