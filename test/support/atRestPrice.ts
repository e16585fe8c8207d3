/** What guessing a secret costs whoever has a copy of the profile folder, on this machine. */
import { availableParallelism, cpus } from 'node:os';
import { hashRaw } from '@node-rs/argon2';
import type { KdfParameters } from '../../src/app/local/ports.ts';

export interface Price {
  /** Of one guess on one core, milliseconds. */
  readonly ms: number;
  /** Guesses a second with every core of this machine. */
  readonly perSecond: number;
}

const ROUNDS = 4;

/** argon2id as a thief would run it: native code, not the browser's. */
export function derived(secret: string, salt: Buffer, { memoryKiB, passes }: KdfParameters): Promise<Buffer> {
  return hashRaw(secret, { memoryCost: memoryKiB, timeCost: passes, parallelism: 1, outputLen: 32, salt });
}

export async function priceOf(kdf: KdfParameters): Promise<Price> {
  const salt = Buffer.alloc(16, 7);
  const singly: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    singly.push(await timed(() => derived(`guess ${round}`, salt, kdf)));
  const cores = availableParallelism();
  const busy = async (core: number): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) await derived(`guess ${core} ${round}`, salt, kdf);
  };
  const all = await timed(() => Promise.all(Array.from({ length: cores }, (_, core) => busy(core))));
  return { ms: Math.min(...singly), perSecond: (cores * ROUNDS * 1000) / all };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Kinds of secrets, and how many there are of each when they are chosen by chance. */
const SPACES: readonly (readonly [kind: string, count: number])[] = [
  ['six digits', 1e6],
  ['ten digits', 1e10],
  ['a passphrase among the million that people use most', 1e6],
  ['a passphrase of eight lower-case letters and digits, drawn', 36 ** 8],
  ['a passphrase of five words, drawn from 7,776', 7_776 ** 5],
];

/** Lines for people: parameters, cost, and how long half of each space takes. */
export function priceInWords(kdf: KdfParameters, { ms, perSecond }: Price): string[] {
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`;
  return [
    `argon2id with ${kdf.memoryKiB} KiB and ${kdf.passes} passes on ${machine}: ` +
      `${ms.toFixed(0)} ms a guess on one core, ${perSecond.toFixed(1)} guesses/s on all`,
    ...SPACES.map(([kind, count]) => `  ${kind}: ${duration(count / 2 / perSecond)} on average`),
    '  a passkey: no guess is possible, 32 bytes that only the authenticator gives',
  ];
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [31_557_600, 'years'],
  [86_400, 'days'],
  [3_600, 'hours'],
  [60, 'minutes'],
];

export function duration(seconds: number): string {
  const [unit, name] = UNITS.find(([length]) => seconds >= length) ?? [1, 'seconds'];
  return `${Number((seconds / unit).toPrecision(2)).toLocaleString('en')} ${name}`;
}
