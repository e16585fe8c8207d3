import { fromBase64url, toBase64url } from '../../../protocol/bytes.ts';
import type { Passkeys } from '../ports.ts';

/** Ours: a browser takes the time asked for as a hint, and the screen waits for the answer. */
const TIMEOUT_MS = 60_000;
const ES256 = -7;
const RS256 = -257;

/** Passkeys whose PRF extension gives a secret that only they can give (WebAuthn Level 3). Works without a line. */
export const devicePasskeys: Passkeys = {
  async available() {
    if (!('PublicKeyCredential' in globalThis)) return false;
    const capabilities = await PublicKeyCredential.getClientCapabilities?.();
    // Where the browser does not say what it can, making one finds out.
    return capabilities ? capabilities['extension:prf'] === true : false;
  },

  async create(username, salt) {
    const made = await quietly(() =>
      navigator.credentials.create({
        signal: AbortSignal.timeout(TIMEOUT_MS),
        publicKey: {
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          rp: { id: location.hostname, name: '就近办' },
          // A handle of its own for each lock: under the same one, an authenticator that serves two devices would keep
          // the newer passkey only, and the other device could not be unlocked any more.
          user: {
            id: crypto.getRandomValues(new Uint8Array(32)),
            name: username,
            displayName: username,
          },
          pubKeyCredParams: [
            { type: 'public-key', alg: ES256 },
            { type: 'public-key', alg: RS256 },
          ],
          authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    if (!(made instanceof PublicKeyCredential)) return null;
    const { prf } = made.getClientExtensionResults();
    if (!prf?.enabled && !prf?.results) return null;
    const credential = toBase64url(new Uint8Array(made.rawId));
    // Some authenticators answer only when asked again.
    const secret = secretIn(prf.results) ?? (await devicePasskeys.get(credential, salt));
    return secret && { credential, secret };
  },

  async get(credential, salt) {
    const given = await quietly(() =>
      navigator.credentials.get({
        signal: AbortSignal.timeout(TIMEOUT_MS),
        publicKey: {
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          rpId: location.hostname,
          allowCredentials: [{ type: 'public-key', id: fromBase64url(credential) }],
          userVerification: 'required',
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    if (!(given instanceof PublicKeyCredential)) return null;
    return secretIn(given.getClientExtensionResults().prf?.results);
  },
};

/** The person closed the dialog, or waited too long: an answer, not a fault. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof DOMException) return null;
    throw problem;
  }
}

function secretIn(results: AuthenticationExtensionsPRFValues | undefined): Uint8Array<ArrayBuffer> | null {
  const first = results?.first;
  if (!first) return null;
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength).slice();
}
