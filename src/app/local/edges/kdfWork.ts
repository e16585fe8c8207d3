import { argon2id } from 'hash-wasm';
import type { KdfParameters } from '../ports.ts';

const HASH_BYTES = 32;
/** About what a person does not mind and a thief does. */
const WANTED_MS = 500;
/** OWASP’s least for argon2id: on no device a secret costs less. */
export const LEAST: KdfParameters = { memoryKiB: 19_456, passes: 2 };
const MOST_MEMORY_KIB = 131_072;
const MOST_PASSES = 12;
const RUNS = 2;

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

/** The shortest of a few runs: a device that is busy for a moment must not get a weaker lock for good. */
async function timed(parameters: KdfParameters): Promise<number> {
  const salt = new Uint8Array(16);
  let shortest = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await derive('tuning', salt, parameters);
    shortest = Math.min(shortest, performance.now() - begun);
  }
  return shortest;
}

/**
 * Memory first, since that is what a guessing machine has least of; then passes, until it takes about half a second.
 * @param took milliseconds that one derivation takes on this device
 */
export async function tune(took: typeof timed = timed): Promise<KdfParameters> {
  let found = LEAST;
  let ms = await took(found);
  while (found.memoryKiB < MOST_MEMORY_KIB) {
    const memoryKiB = Math.min(MOST_MEMORY_KIB, found.memoryKiB * 2);
    if ((ms * memoryKiB) / found.memoryKiB > WANTED_MS) break;
    found = { ...found, memoryKiB };
    ms = await took(found);
  }
  const passes = Math.floor((found.passes * WANTED_MS) / Math.max(1, ms));
  return { ...found, passes: Math.min(MOST_PASSES, Math.max(LEAST.passes, passes)) };
}
