import type { Instant } from '../../../domain/time.ts';
import type { KdfParameters, SigningKey, Vault } from '../ports.ts';
import type { SecretKind, SignedIn } from '../types.ts';
import type { KeyCopy } from './copies.ts';

/**
 * A person's lock on this device, at rest: everything in it is either wrapped by that person's secret, sealed to the
 * endpoint, or no secret. A browser keeps "non-extractable" keys readable in its profile folder, so the secret alone
 * protects.
 */
export interface LockRecord {
  readonly person: string;
  readonly username: string;
  readonly kind: SecretKind;
  /** 16 bytes for argon2id, or 32 for the passkey's PRF; base64url. */
  readonly salt: string;
  readonly kdf: KdfParameters | null;
  readonly credential: string | null;
  /** AES-GCM over `WrappedKeys` in JSON: nonce ‖ ciphertext; associated data: device and person. Null = exhausted. */
  readonly wrapped: Uint8Array | null;
  readonly wrong: number;
  /** When it was last tried with a wrong secret, by the device's own clock, milliseconds; 0 = never. */
  readonly triedAt: number;
  /** Copies for the endpoint that it has not confirmed yet. */
  readonly owed: readonly KeyCopy[];
  readonly setAt: Instant;
}

/** What a secret wraps. Bytes in base64url. */
export interface WrappedKeys {
  /** 32 bytes, the same for everybody on the device. */
  readonly vault: string;
  /** 32 bytes, this person's alone. */
  readonly drafts: string;
  /** PKCS #8 of the person's signing key for this device. */
  readonly signing: string;
  /** SPKI. */
  readonly publicKey: string;
}

/** Open keys as one window gives them to another: handles that no script can export, never written anywhere. */
export interface SharedKeys {
  readonly person: SignedIn;
  readonly vault: CryptoKey;
  readonly drafts: CryptoKey;
  readonly signing: CryptoKey;
  readonly publicKey: string;
}

/** Whether the same unlocking is still on; what is known of the person may have been refreshed meanwhile. */
export const stillOpen = (before: OpenKeys, now: OpenKeys | null): boolean => now?.signing === before.signing;

/** What an unlocked person brings. */
export interface OpenKeys {
  readonly person: SignedIn;
  readonly signing: SigningKey;
  /** Cases, summaries, copies of commands, slips, people: the hall's. */
  readonly vault: Vault;
  /** Drafts: the person's. */
  readonly drafts: Vault;
}
