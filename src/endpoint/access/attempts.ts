import { addMs, type Instant } from '../../domain/time.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../recording/keys.ts';

/** Ten wrong attempts at one secret in a quarter of an hour, then nothing is looked up until they are past. */
export const MAX_ATTEMPTS = 10;
/**
 * Wrong attempts at one name from all addresses together. Wide enough that one stranger with a few addresses does not
 * lock a clerk out, far below what guessing needs.
 */
export const MAX_ATTEMPTS_EVERYWHERE = 100;
export const ATTEMPT_WINDOW_MS = 15 * 60_000;

/** A subject with the attempts that it may have in the window. */
export interface Allowance {
  readonly subject: string;
  readonly most: number;
  /** Success forgets every attempt; otherwise only its own. */
  readonly forgiving: boolean;
}

/** Counts wrong attempts at one secret. The subject is kept only as a hash. */
export interface Attempts {
  exhausted(subject: string): Promise<boolean>;
  /** Until when a subject that had `most` wrong attempts has to wait; undefined while it may try. */
  waitsUntil(subject: string, most: number): Promise<Instant | undefined>;
  failed(subject: string): Promise<void>;
  /**
   * Counts an attempt before it is made, so that many at one moment are not all let through while the secret is being
   * checked. @returns what takes it back after success; undefined when one of the allowances is used up
   */
  begin(allowances: readonly Allowance[]): Promise<(() => Promise<void>) | undefined>;
}

export function createAttempts({ store, now }: Pick<Context, 'store' | 'now'>): Attempts {
  const since = () => addMs(now(), -ATTEMPT_WINDOW_MS);
  return {
    exhausted: async (subject) => (await store.read.attemptsSince(sha256(subject), since())) >= MAX_ATTEMPTS,
    waitsUntil: async (subject, most) => {
      const last = await store.read.lastAttempts(sha256(subject), since());
      const counts = last[most - 1];
      return counts && addMs(counts, ATTEMPT_WINDOW_MS);
    },
    failed: (subject) => store.write((tx) => tx.addAttempt(sha256(subject), now(), since())),
    begin: async (allowances) => {
      const at = now();
      const open = await store.write(async (tx) => {
        for (const { subject, most } of allowances)
          if ((await tx.attemptsSince(sha256(subject), since())) >= most) return false;
        for (const { subject } of allowances) await tx.addAttempt(sha256(subject), at, since());
        return true;
      });
      if (!open) return undefined;
      return () =>
        store.write(async (tx) => {
          for (const { subject, forgiving } of allowances)
            await tx.dropAttempts(sha256(subject), forgiving ? undefined : at);
        });
    },
  };
}
