import { del, get, type UseStore, update } from 'idb-keyval';
import { toBase64url } from '../../../protocol/bytes.ts';
import { KEY_ALGORITHM, keyIdOf, SIGNATURE_ALGORITHM } from '../../../protocol/signing.ts';
import { sha256 } from '../hash.ts';
import type { DeviceKeys, SigningKey } from '../ports.ts';

const NAME = 'device';

/** The device's ECDSA key, made by the browser: no script can read its private part, and it can only send. */
export function deviceKeysIn(store: UseStore): DeviceKeys {
  let known: Promise<SigningKey> | undefined;
  return {
    device(anew = false) {
      if (anew) known = undefined;
      known ??= load(store).catch((problem: unknown) => {
        // A failure is not remembered: the next sending tries again.
        known = undefined;
        throw problem;
      });
      return known;
    },
    async forget() {
      known = undefined;
      await del(NAME, store);
    },
  };
}

async function load(store: UseStore): Promise<SigningKey> {
  let pair = await get<CryptoKeyPair>(NAME, store);
  if (!pair) {
    const fresh = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify']);
    // Two tabs may both have made one: the first that is written stands for both.
    await update<CryptoKeyPair>(NAME, (present) => present ?? fresh, store);
    pair = (await get<CryptoKeyPair>(NAME, store)) ?? fresh;
  }
  const { privateKey, publicKey } = pair;
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  return {
    publicKey: toBase64url(spki),
    keyId: await keyIdOf(spki, (bytes) => sha256(new Uint8Array(bytes))),
    sign: async (bytes) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign(SIGNATURE_ALGORITHM, privateKey, bytes))),
  };
}
