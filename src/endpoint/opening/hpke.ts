import {
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  type ECDH,
  generateKeyPairSync,
} from 'node:crypto';
import { SEALING } from '../../protocol/sealing.ts';

/**
 * Opens what was sealed with HPKE (RFC 9180, base mode) from the primitives of node:crypto, without waiting: through
 * WebCrypto, opening takes three times as long, and an endpoint opens two thousand commands a second. Devices seal
 * with @hpke/core; the test of this file opens what that library seals.
 */
const POINT_BYTES = 65;
const HASH_BYTES = 32;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const VERSION = Buffer.from('HPKE-v1');
const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), uint16(SEALING.kem)]);
const SUITE = Buffer.concat([
  Buffer.from('HPKE'),
  uint16(SEALING.kem),
  uint16(SEALING.kdf),
  uint16(SEALING.aead),
]);
const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

const NOTHING = Buffer.alloc(0);

function labeledExtract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  return hmac(salt, VERSION, suite, Buffer.from(label), ikm);
}

/** At most one block of SHA-256: no key of this suite is longer. */
function labeledExpand(suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number): Buffer {
  const block = hmac(prk, uint16(length), VERSION, suite, Buffer.from(label), info, Buffer.from([1]));
  return block.subarray(0, length);
}

/** A private key to open with, and its public point. */
export interface OpeningKey {
  readonly id: string;
  readonly ecdh: ECDH;
  /** 65 bytes, uncompressed. */
  readonly point: Buffer;
}

/** @param pkcs8 DER in base64url */
export function openingKeyOf(pkcs8: string): OpeningKey {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64url'), format: 'der', type: 'pkcs8' });
  const { d = '' } = privateKey.export({ format: 'jwk' });
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(d, 'base64url'));
  const point = ecdh.getPublicKey();
  return { id: keyIdOfPoint(point), ecdh, point };
}

export const keyIdOfPoint = (point: Uint8Array): string =>
  createHash('sha256').update(point).digest('base64url').slice(0, 22);

/** A fresh private key, PKCS #8 DER in base64url. */
export function newOpeningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
}

/** The content, or undefined when these bytes were not sealed to this key, for this use, in this frame. */
export function openSealed(
  key: OpeningKey,
  enc: Uint8Array,
  ciphertext: Uint8Array,
  info: string,
  aad: string,
): Buffer | undefined {
  try {
    const shared = decapsulate(key, enc);
    const { aeadKey, nonce } = schedule(shared, info);
    const end = ciphertext.length - TAG_BYTES;
    if (end < 0) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', aeadKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(aad));
    decipher.setAuthTag(ciphertext.subarray(end));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]);
  } catch {
    // No point of the curve, or a tag that is wrong: both mean that it was not sealed for us like this.
    return undefined;
  }
}

/**
 * RFC 9180 section 4.1, DHKEM. Through `ECDH`, since to parse the point as a key object takes longer than all the rest.
 * @throws when `enc` is no point of the curve
 */
function decapsulate({ ecdh, point }: OpeningKey, enc: Uint8Array): Buffer {
  if (enc.length !== POINT_BYTES) throw new RangeError('not a point');
  const dh = ecdh.computeSecret(enc);
  const prk = labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', dh);
  return labeledExpand(KEM_SUITE, prk, 'shared_secret', Buffer.concat([enc, point]), HASH_BYTES);
}

/** Section 5.1, key schedule in base mode: neither a pre-shared key nor its id. */
const PSK_ID_HASH = labeledExtract(SUITE, NOTHING, 'psk_id_hash', NOTHING);

function schedule(shared: Buffer, info: string): { aeadKey: Buffer; nonce: Buffer } {
  const context = Buffer.concat([Buffer.from([0]), PSK_ID_HASH, infoHashOf(info)]);
  const secret = labeledExtract(SUITE, shared, 'secret', NOTHING);
  return {
    aeadKey: labeledExpand(SUITE, secret, 'key', context, KEY_BYTES),
    nonce: labeledExpand(SUITE, secret, 'base_nonce', context, NONCE_BYTES),
  };
}

/** There are two uses, each known by its constant. */
const infoHashes = new Map<string, Buffer>();

function infoHashOf(info: string): Buffer {
  const known = infoHashes.get(info);
  if (known) return known;
  const hash = labeledExtract(SUITE, NOTHING, 'info_hash', Buffer.from(info));
  infoHashes.set(info, hash);
  return hash;
}
