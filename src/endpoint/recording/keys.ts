import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How many parsed public keys are held: a district has some hundreds of devices and persons. */
const HELD_KEYS = 4_096;

/** SHA-256 in base64url, as every hash of the protocol is written. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** A key's id as `protocol/signing.ts` defines it, without waiting. */
export const keyIdOfSpki = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64url')).slice(0, 22);

/** Whether an ECDSA P-256 signature (r ‖ s, base64url) over the text is by the key. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return (
    bytes.length === 64 && verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes)
  );
}

/** Checks signatures, and holds parsed keys: parsing one costs twice as much as checking with it. */
export interface Verifier {
  /** Whether the signature over the text is by the key (SPKI, base64url). */
  verify(publicKey: string, text: string, signature: string): boolean;
}

export function createVerifier(): Verifier {
  const held = new Map<string, KeyObject | null>();
  const keyOf = (publicKey: string): KeyObject | null => {
    const known = held.get(publicKey);
    if (known !== undefined) return known;
    if (held.size >= HELD_KEYS) held.clear();
    const key = parsePublicKey(publicKey);
    held.set(publicKey, key);
    return key;
  };
  return {
    verify: (publicKey, text, signature) => {
      const key = keyOf(publicKey);
      return key !== null && isSignedBy(key, text, signature);
    },
  };
}

/** A P-256 public key, or null for anything else. */
export function parsePublicKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    // Whatever OpenSSL cannot read is no key of ours; the caller answers with a code.
    return null;
  }
}
