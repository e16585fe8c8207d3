import { get, promisifyRequest, type UseStore, update } from 'idb-keyval';
import { fromBase64url, toBase64url } from '../../../protocol/bytes.ts';
import { KEY_ALGORITHM, keyIdOf, SIGNATURE_ALGORITHM } from '../../../protocol/signing.ts';
import type { KeyRing, SigningKey } from '../ports.ts';

const DATABASE = 'jinban-keys';
const STORE = 'keys';

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * ECDSA keys made by the browser, whose private part no script can read. They lie apart from the outbox, so that
 * neither database's trouble is the other's. Strict: a key that the endpoint knows must not be lost with the power.
 */
export function deviceKeyRing(): KeyRing {
  const store = strictStore();
  const known = new Map<string, Promise<SigningKey>>();
  return {
    sha256,
    key(name) {
      const held = known.get(name) ?? load(name, store);
      known.set(name, held);
      // A failure is not remembered: the next act tries again.
      held.catch(() => known.delete(name));
      return held;
    },
  };
}

async function load(name: string, store: UseStore): Promise<SigningKey> {
  let pair = await get<CryptoKeyPair>(name, store);
  if (!pair) {
    const fresh = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify']);
    // Two tabs may both have made one: the first that is written stands for both.
    await update<CryptoKeyPair>(name, (present) => present ?? fresh, store);
    pair = (await get<CryptoKeyPair>(name, store)) ?? fresh;
  }
  return await signingKey(pair);
}

async function signingKey(pair: CryptoKeyPair): Promise<SigningKey> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    publicKey: toBase64url(spki),
    keyId: await keyIdOf(spki, (bytes) => sha256(fromBase64url(toBase64url(bytes)))),
    sign: async (bytes) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign(SIGNATURE_ALGORITHM, pair.privateKey, bytes))),
  };
}

/** idb-keyval's own `createStore` with strict durability, and a connection that is opened again when the browser closed it. */
function strictStore(): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    if (opening) return opening;
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    opening = promisifyRequest(request);
    opening.then(
      (db) => {
        db.onclose = () => {
          opening = undefined;
        };
      },
      () => {
        opening = undefined;
      },
    );
    return opening;
  };
  return async (mode, work) => {
    const db = await open();
    return await work(db.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
  };
}
