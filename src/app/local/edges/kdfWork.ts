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

/** The shortest of some runs: a device that is busy for a moment must not get a weaker lock for good. */
async function timed(parameters: KdfParameters, runs: number): Promise<number> {
  const salt = new Uint8Array(16);
  let shortest = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await derive('tuning', salt, parameters);
    shortest = Math.min(shortest, performance.now() - begun);
  }
  return shortest;
}

/**
 * Memory first, since that is what a guessing machine has least of; then passes, until it takes about half a second.
 * Somebody waits for this: the least is measured, more memory is reckoned from it, and only what was chosen is tried.
 * @param took milliseconds that one derivation takes on this device, the shortest of so many
 */
export async function tune(took: typeof timed = timed): Promise<KdfParameters> {
  const leastMs = await took(LEAST, 3);
  let { memoryKiB } = LEAST;
  while (memoryKiB < MOST_MEMORY_KIB) {
    const more = Math.min(MOST_MEMORY_KIB, memoryKiB * 2);
    if ((leastMs * more) / LEAST.memoryKiB > WANTED_MS) break;
    memoryKiB = more;
  }
  const ms = memoryKiB === LEAST.memoryKiB ? leastMs : await took({ ...LEAST, memoryKiB }, 1);
  const passes = Math.floor((LEAST.passes * WANTED_MS) / Math.max(1, ms));
  return { memoryKiB, passes: Math.min(MOST_PASSES, Math.max(LEAST.passes, passes)) };
}
