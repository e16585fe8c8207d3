import * as v from 'valibot';
import { Base64url, KeyId } from './command.ts';

/**
 * HPKE (RFC 9180), base mode, one message for each key: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256,
 * because the Chromium of older counters lacks X25519. Public keys of the endpoint travel as 65 raw bytes.
 */
export const SEALING = { kem: 0x0010, kdf: 0x0001, aead: 0x0002 } as const;

/** What a sealed thing is for stands in HPKE's `info`, so that one kind can never be opened as another. */
export const SEAL_COMMAND = 'jinban-command-1';
export const SEAL_KEPT_KEY = 'jinban-kept-key-1';

/** Opened, a command is no larger than this; what unpacks to more is none. Bytes. */
export const MAX_OPENED_BYTES = 524_288;

/** A public key of the endpoint to seal to, with its id: the first 22 characters of the SHA-256 of its raw bytes. */
export const SealingKey = v.strictObject({
  id: KeyId,
  publicKey: v.pipe(Base64url, v.length(87)),
});
export type SealingKey = v.InferOutput<typeof SealingKey>;

/** Encapsulated key (65 bytes) and ciphertext. */
export const Sealed = v.strictObject({
  key: KeyId,
  enc: v.pipe(Base64url, v.length(87)),
  body: v.pipe(Base64url, v.minLength(22)),
});
export type Sealed = v.InferOutput<typeof Sealed>;

/** The clear envelope of a command, authenticated with its ciphertext. */
export function commandSealText(id: string, origin: string, key: string): string {
  return `${SEAL_COMMAND}\n${id}\n${origin}\n${key}`;
}

/** Whose key it is that is kept sealed at the endpoint: of a device (`vault`), or of a person on it (`drafts`). */
export function keptKeyText(device: string, person: string | null, key: string): string {
  return `${SEAL_KEPT_KEY}\n${device}\n${person ?? '-'}\n${key}`;
}

/**
 * The text that the device which made a command signs over its envelope. Whoever carries it on can change nothing,
 * and read nothing.
 * @param bodyHash SHA-256 of the ciphertext's bytes, in base64url
 */
export function envelopeText(
  id: string,
  origin: string,
  { key, enc }: Pick<Sealed, 'key' | 'enc'>,
  bodyHash: string,
): string {
  return `jinban-envelope-1\n${id}\n${origin}\n${key}\n${enc}\n${bodyHash}`;
}

/** The text with which an unlocked person's key asks for a session, on a device. */
export function renewalText(device: string, keyId: string, at: string): string {
  return `jinban-session-1\n${device}\n${keyId}\n${at}`;
}
