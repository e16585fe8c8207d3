import { argon2id } from 'hash-wasm';
import type { KdfParameters } from '../ports.ts';

const HASH_BYTES = 32;
/** About what a person does not mind and a thief does. */
const WANTED_MS = 500;
/** OWASP’s least for argon2id: on no device a secret costs less. */
export const LEAST: KdfParameters = { memoryKiB: 19_456, passes: 2 };
const MOST_MEMORY_KIB = 131_072;
const MOST_PASSES = 12;

/** argon2id, one lane. */
export async function derive(
  secret: string,
  salt: Uint8Array,
  { memoryKiB, passes }: KdfParameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await argon2id({
    password: secret,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: HASH_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}

/** Memory first, since that is what a guessing machine has least of; then passes, until it takes about half a second. */
export async function tune(): Promise<KdfParameters> {
  const salt = new Uint8Array(16);
  const took = async (parameters: KdfParameters): Promise<number> => {
    const begun = performance.now();
    await derive('tuning', salt, parameters);
    return performance.now() - begun;
  };
  await took(LEAST);
  let found = LEAST;
  let ms = await took(found);
  while (ms * 2 <= WANTED_MS && found.memoryKiB * 2 <= MOST_MEMORY_KIB) {
    found = { ...found, memoryKiB: found.memoryKiB * 2 };
    ms = await took(found);
  }
  const passes = Math.floor((found.passes * WANTED_MS) / Math.max(1, ms));
  return { ...found, passes: Math.min(MOST_PASSES, Math.max(LEAST.passes, passes)) };
}
