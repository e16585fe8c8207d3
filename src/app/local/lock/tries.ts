import { ok, type Result, refuse } from '../../../domain/result.ts';
import type { LockRecord } from './keys.ts';

/** After so many wrong tries only a sign-in with a line helps. */
export const MOST_TRIES = 10;
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

/** How long nobody may try after so many wrong ones: nothing for two, then five seconds, doubling to ten minutes. */
export function waitAfterWrong(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
}

type Tried = Pick<LockRecord, 'wrong' | 'triedAt' | 'wrapped'>;

/**
 * Whether a secret may be tried now. A clock that was put back makes the wait begin anew from there: putting it
 * forward shortens a wait, which nothing here can know (see SECURITY.md).
 * @param now by the device's own clock, milliseconds
 */
export function mayTry(record: Tried, now: number): Result<null> {
  if (record.wrapped === null) return refuse('lock.exhausted');
  const wait = waitAfterWrong(record.wrong);
  if (wait === 0) return ok(null);
  if (now < record.triedAt) return refuse('lock.clockBack', { seconds: Math.ceil(wait / 1_000) });
  const left = record.triedAt + wait - now;
  return left > 0 ? refuse('lock.wait', { seconds: Math.ceil(left / 1_000) }) : ok(null);
}
