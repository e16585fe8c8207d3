import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How many parsed public keys are held: a district has some hundreds of devices and persons. */
const HELD_KEYS = 4_096;

/** SHA-256 in base64url, as every hash of the protocol is written. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** A key's id as `protocol/signing.ts` defines it, without waiting. */
export const keyIdOfSpki = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64url')).slice(0, 22);

/** Checks signatures, and holds parsed keys: parsing one costs as much as checking with it. */
export interface Verifier {
  /**
   * Whether an ECDSA P-256 signature (r ‖ s, base64url) over the text is by the key (SPKI, base64url). Works in
   * Node's thread pool: two checks for each command are a third of an endpoint's work, and would all be done on the
   * one thread that also answers.
   */
  verify(publicKey: string, text: string, signature: string): Promise<boolean>;
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
      const bytes = Buffer.from(signature, 'base64url');
      if (!key || bytes.length !== 64) return Promise.resolve(false);
      const signer = { key, dsaEncoding: 'ieee-p1363' } as const;
      return new Promise((resolve, reject) => {
        verify('sha256', Buffer.from(text), signer, bytes, (error, good) =>
          error ? reject(error) : resolve(good),
        );
      });
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
