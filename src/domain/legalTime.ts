import { addMs, type Instant } from './time.ts';

/** How far ahead of the endpoint's clock an act may lie before its time is in doubt: clocks drift, networks delay. */
export const CLOCK_TOLERANCE_MS = 120_000;

export interface LegalTime {
  readonly instant: Instant;
  /** False when the act claims a time outside the span in which it must have happened: a supervisor settles it. */
  readonly settled: boolean;
}

/**
 * The time at which an act counts (DESIGN §4, legal time): what was handed over on paper stands, so the
 * device's offset-corrected time is believed when it lies between the device's last contact and the arrival.
 * Otherwise the nearer bound is taken and the case is flagged.
 * @param at         what the device claims
 * @param lastContact the last time the device was heard from before it made this act; absent = never
 * @param arrival    when the endpoint got it
 */
export function legalTime(at: Instant, lastContact: Instant | undefined, arrival: Instant): LegalTime {
  if (lastContact !== undefined && at < addMs(lastContact, -CLOCK_TOLERANCE_MS))
    return { instant: lastContact, settled: false };
  if (at > addMs(arrival, CLOCK_TOLERANCE_MS)) return { instant: arrival, settled: false };
  return { instant: at, settled: true };
}
