import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../protocol/bytes.ts';
import { KEY_ALGORITHM, keyIdOf, SIGNATURE_ALGORITHM } from '../../../protocol/signing.ts';
import { sha256 } from '../hash.ts';
import type { SigningKey } from '../ports.ts';
import type { SharedKeys, WrappedKeys } from './keys.ts';

const NONCE_BYTES = 12;

type Bytes = Uint8Array<ArrayBuffer>;

/** Wraps keys by what a secret gives, for one person on one device. */
export async function wrap(keys: WrappedKeys, secret: Bytes, about: string, nonce: Bytes): Promise<Bytes> {
  const key = await aesOf(secret, ['encrypt']);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: utf8(about) },
    key,
    utf8(JSON.stringify(keys)),
  );
  const bytes = new Uint8Array(nonce.length + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), nonce.length);
  return bytes;
}

/** The keys, or null when the secret is another one. */
export async function unwrap(wrapped: Uint8Array, secret: Bytes, about: string): Promise<WrappedKeys | null> {
  const bytes = new Uint8Array(wrapped);
  const key = await aesOf(secret, ['decrypt']);
  try {
    const content = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: utf8(about) },
      key,
      bytes.subarray(NONCE_BYTES),
    );
    return JSON.parse(fromUtf8(new Uint8Array(content))) as WrappedKeys;
  } catch {
    // AES-GCM says only that it does not fit.
    return null;
  }
}

export const NONCE = NONCE_BYTES;

const aesOf = (secret: Bytes, uses: KeyUsage[]): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, uses);

/** A fresh signing key, in the only form in which it can be wrapped. */
export async function newSigningKey(): Promise<Pick<WrappedKeys, 'signing' | 'publicKey'>> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const [signing, publicKey] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('spki', pair.publicKey),
  ]);
  return { signing: toBase64url(new Uint8Array(signing)), publicKey: toBase64url(new Uint8Array(publicKey)) };
}

/** Handles that no script can export again. */
export async function handlesOf(keys: WrappedKeys): Promise<Omit<SharedKeys, 'person'>> {
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  const [vault, drafts, signing] = await Promise.all([
    aesOf(fromBase64url(keys.vault), uses),
    aesOf(fromBase64url(keys.drafts), uses),
    crypto.subtle.importKey('pkcs8', fromBase64url(keys.signing), KEY_ALGORITHM, false, ['sign']),
  ]);
  return { vault, drafts, signing, publicKey: keys.publicKey };
}

export async function signingKeyOf({
  signing,
  publicKey,
}: Pick<SharedKeys, 'signing' | 'publicKey'>): Promise<SigningKey> {
  return {
    publicKey,
    keyId: await keyIdOf(fromBase64url(publicKey), (bytes) => sha256(new Uint8Array(bytes))),
    sign: async (bytes) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign(SIGNATURE_ALGORITHM, signing, bytes))),
  };
}
