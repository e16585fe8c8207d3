import { fromBase64url, toBase64url, utf8 } from '../../../protocol/bytes.ts';
import { FILE_NONCE_BYTES, FILE_SEAL } from '../../../protocol/files.ts';
import { sha256 } from '../hash.ts';
import type { Randomness } from '../ports.ts';

const KEY_BYTES = 32;
const ADDITIONAL = utf8(FILE_SEAL);

/** A file sealed with a key of its own. What is kept and sent is `bytes`; its name follows from them. */
export interface SealedFile {
  readonly hash: string;
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** AES-256-GCM, see `protocol/files.ts`. */
export async function sealFile(
  content: Uint8Array<ArrayBuffer>,
  randomness: Pick<Randomness, 'bytes'>,
): Promise<SealedFile> {
  const raw = randomness.bytes(KEY_BYTES);
  const iv = randomness.bytes(FILE_NONCE_BYTES);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: ADDITIONAL },
    key,
    content,
  );
  const bytes = new Uint8Array(FILE_NONCE_BYTES + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), FILE_NONCE_BYTES);
  return { hash: toBase64url(await sha256(bytes)), key: toBase64url(raw), bytes };
}

/** @throws when these bytes were not sealed with this key */
export async function openFile(
  bytes: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const opening = await crypto.subtle.importKey('raw', fromBase64url(key), 'AES-GCM', false, ['decrypt']);
  const iv = bytes.subarray(0, FILE_NONCE_BYTES);
  const content = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: ADDITIONAL },
    opening,
    bytes.subarray(FILE_NONCE_BYTES),
  );
  return new Uint8Array(content);
}
