import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type JsonWebKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';

/**
 * The browser's cryptography and compression without their threads. What WebCrypto and `CompressionStream` hand to other
 * threads comes back in an order that the machine chooses, and then no seed could be run twice. Here the same
 * primitives, from `node:crypto`, are done at once: the order of everything follows from the seed alone, in a fraction
 * of the time. The keys, signatures and seals are real.
 */
export function installSyncCrypto(): () => void {
  const real = CompressionStream;
  const { subtle } = globalThis.crypto;
  for (const [name, value] of Object.entries(SYNC))
    Object.defineProperty(subtle, name, { value, configurable: true, writable: true });
  globalThis.CompressionStream = SyncCompression as unknown as typeof CompressionStream;
  return () => {
    // What lies on the object itself hides what its class brings.
    for (const name of Object.keys(SYNC)) Reflect.deleteProperty(subtle, name);
    globalThis.CompressionStream = real;
  };
}

type Bytes = ArrayBuffer | ArrayBufferView;
interface Algorithm {
  readonly name: string;
  readonly hash?: unknown;
  readonly iv?: Bytes;
  readonly additionalData?: Bytes;
  readonly salt?: Bytes;
  readonly info?: Bytes;
  readonly public?: unknown;
}

/** As much of a `CryptoKey` as the product looks at. */
class SyncKey {
  constructor(
    readonly object: KeyObject,
    readonly algorithm: unknown,
    readonly extractable: boolean,
    readonly usages: readonly string[],
  ) {}

  get type(): string {
    return this.object.type;
  }
}

const TAG_BYTES = 16;
const CURVE = 'P-256';
const COORDINATE_BYTES = 32;

const bytesOf = (data: Bytes): Buffer =>
  ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data as ArrayBuffer);

const bufferOf = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;

/** A key that WebCrypto itself has made works too: one from before, or from elsewhere in the process. */
const objectOf = (key: unknown): KeyObject =>
  key instanceof SyncKey ? key.object : KeyObject.from(key as Parameters<typeof KeyObject.from>[0]);

const nameOf = (algorithm: unknown): string =>
  typeof algorithm === 'string' ? algorithm : (algorithm as Algorithm).name;

const SYNC: Readonly<Record<string, (...given: never[]) => Promise<unknown>>> = {
  digest: async (_: unknown, data: Bytes) => bufferOf(createHash('sha256').update(bytesOf(data)).digest()),

  generateKey: async (algorithm: unknown, extractable: boolean, usages: string[]) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
    return {
      privateKey: new SyncKey(privateKey, algorithm, extractable, usages),
      publicKey: new SyncKey(publicKey, algorithm, true, usages),
    };
  },

  importKey: async (
    form: string,
    data: Bytes | JsonWebKey,
    algorithm: unknown,
    extractable: boolean,
    usages: string[],
  ) => new SyncKey(imported(form, data, nameOf(algorithm)), algorithm, extractable, usages),

  exportKey: async (form: string, key: unknown) => {
    const object = objectOf(key);
    if (form === 'jwk') return object.export({ format: 'jwk' });
    if (form === 'raw') return bufferOf(object.type === 'secret' ? object.export() : pointOf(object));
    return bufferOf(object.export({ format: 'der', type: form as 'spki' }));
  },

  encrypt: async ({ iv, additionalData }: Required<Algorithm>, key: unknown, data: Bytes) => {
    const cipher = createCipheriv('aes-256-gcm', objectOf(key), bytesOf(iv));
    if (additionalData) cipher.setAAD(bytesOf(additionalData));
    const sealed = [cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()];
    return bufferOf(Buffer.concat(sealed));
  },

  decrypt: async ({ iv, additionalData }: Required<Algorithm>, key: unknown, data: Bytes) => {
    const sealed = bytesOf(data);
    const cipher = createDecipheriv('aes-256-gcm', objectOf(key), bytesOf(iv));
    if (additionalData) cipher.setAAD(bytesOf(additionalData));
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return bufferOf(Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]));
  },

  sign: async (algorithm: unknown, key: unknown, data: Bytes) => {
    const object = objectOf(key);
    if (nameOf(algorithm) === 'HMAC')
      return bufferOf(createHmac('sha256', object).update(bytesOf(data)).digest());
    return bufferOf(sign('sha256', bytesOf(data), { key: object, dsaEncoding: 'ieee-p1363' }));
  },

  verify: async (_: unknown, key: unknown, signature: Bytes, data: Bytes) =>
    verify('sha256', bytesOf(data), { key: objectOf(key), dsaEncoding: 'ieee-p1363' }, bytesOf(signature)),

  deriveBits: async ({ name, salt, info, public: other }: Algorithm, key: unknown, bits: number) => {
    if (name === 'HKDF' && salt && info)
      return hkdfSync('sha256', objectOf(key), bytesOf(salt), bytesOf(info), bits / 8);
    return bufferOf(diffieHellman({ privateKey: objectOf(key), publicKey: objectOf(other) }));
  },
};

function imported(form: string, data: Bytes | JsonWebKey, algorithm: string): KeyObject {
  if (form === 'jwk') {
    const key = data as JsonWebKey;
    return key.d === undefined
      ? createPublicKey({ key, format: 'jwk' })
      : createPrivateKey({ key, format: 'jwk' });
  }
  const bytes = bytesOf(data as Bytes);
  if (form === 'pkcs8') return privateKeyIn(bytes);
  if (form === 'spki') return createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  return algorithm.startsWith('EC') ? publicKeyAt(bytes) : createSecretKey(bytes);
}

/** Private keys that were read before: every run opens the same few, and reading one computes its point. */
const privateKeys = new Map<string, KeyObject>();

function privateKeyIn(der: Buffer): KeyObject {
  const name = der.toString('latin1');
  const key = privateKeys.get(name) ?? createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  privateKeys.set(name, key);
  return key;
}

/** An uncompressed point: 4 ‖ x ‖ y. */
function publicKeyAt(point: Buffer): KeyObject {
  const part = (from: number): string => point.subarray(from, from + COORDINATE_BYTES).toString('base64url');
  const key = { kty: 'EC', crv: CURVE, x: part(1), y: part(1 + COORDINATE_BYTES) };
  return createPublicKey({ key, format: 'jwk' });
}

function pointOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

class SyncCompression {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;

  constructor(format: string) {
    const chunks: Uint8Array[] = [];
    const pack = format === 'gzip' ? gzipSync : deflateRawSync;
    const stream = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk) => void chunks.push(chunk),
      flush: (controller) => controller.enqueue(new Uint8Array(pack(Buffer.concat(chunks)))),
    });
    this.readable = stream.readable;
    this.writable = stream.writable;
  }
}
