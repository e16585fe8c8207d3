const FIRST_MS = 1_000;
/** Retries are never further apart (DESIGN invariant 5). */
export const LONGEST_MS = 300_000;
/** How often a quarantined command is asked about: once the person is enabled again, it heals by itself. */
export const QUARANTINE_MS = 300_000;

/**
 * How long to wait after the n-th failure: doubling from a second, capped at five minutes, never given up.
 * @param chance in [0, 1); spreads devices that failed together over the upper half of the span
 */
export function waitAfter(failures: number, chance: number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(span * (0.5 + chance / 2));
}

/** A waiting time that lies further ahead than any we set was written before the clock was put back: it is due. */
export function isDue(nextAt: number, now: number, longest = LONGEST_MS): boolean {
  return nextAt <= now || nextAt > now + longest;
}

/** The earliest of some moments; `null` when none of them has one. */
export function soonest(...dues: readonly (number | null)[]): number | null {
  const given = dues.filter((one) => one !== null);
  return given.length === 0 ? null : Math.min(...given);
}
