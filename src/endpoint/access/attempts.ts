import { addMs } from '../../domain/time.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../recording/keys.ts';

/** Ten wrong attempts at one secret in a quarter of an hour, then nothing is looked up until they are past. */
export const MAX_ATTEMPTS = 10;
export const ATTEMPT_WINDOW_MS = 15 * 60_000;

/** Counts wrong attempts at one secret. The subject is kept only as a hash. */
export interface Attempts {
  exhausted(subject: string): Promise<boolean>;
  failed(subject: string): Promise<void>;
}

export function createAttempts({ store, now }: Pick<Context, 'store' | 'now'>): Attempts {
  const since = () => addMs(now(), -ATTEMPT_WINDOW_MS);
  return {
    exhausted: async (subject) => (await store.read.attemptsSince(sha256(subject), since())) >= MAX_ATTEMPTS,
    failed: (subject) => store.write((tx) => tx.addAttempt(sha256(subject), now(), since())),
  };
}
