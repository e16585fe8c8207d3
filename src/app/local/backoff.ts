import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock, Randomness } from './ports.ts';
import { isDue, waitAfter } from './schedule.ts';

/** Why the sender is woken, weakest first. */
export const WAKES = ['time', 'command', 'reconnect', 'person'] as const;
/**
 * `reconnect` and `person` (立即上报) ignore waiting times, the latter even the endpoint's own wish; `command` ignores
 * the line's; `time` none.
 */
export type Wake = (typeof WAKES)[number];

/** What failed: the line itself, or the work that it carried while it was there. */
export type Failing = 'line' | 'work';

/** How long the line as a whole is left alone after it failed. A command's own waiting time lies in its row. */
export class Backoff {
  readonly #due = signal(0);
  /** When the line is tried again by itself, by the device's clock; 0 = it is not waiting. */
  readonly due: ReadonlySignal<number> = this.#due;
  #failures = 0;
  #failing: Failing = 'line';
  /** The endpoint's own wish (Retry-After), which only a person overrules. */
  #notBefore = 0;
  readonly #clock: Clock;
  readonly #randomness: Randomness;

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** @param online what the browser says of the network */
  mayTry(why: Wake, online: boolean): boolean {
    const now = this.#clock.now();
    if (why === 'person') return true;
    if (this.#notBefore > now) return false;
    // The browser is right when it says that there is no network, nearly always: the time will come anyway.
    if (why === 'command' && !online && this.#due.value > 0) return false;
    return why !== 'time' || isDue(this.#due.value, now);
  }

  /** Another kind of failure is counted from one: a line that is there again is not left alone for its past. */
  failed(retryAfterMs: number | null = null, failing: Failing = 'line'): void {
    this.#failures = failing === this.#failing ? this.#failures + 1 : 1;
    this.#failing = failing;
    const now = this.#clock.now();
    if (retryAfterMs !== null) this.#notBefore = now + retryAfterMs;
    this.#due.value = Math.max(now + waitAfter(this.#failures, this.#randomness.unit()), this.#notBefore);
  }

  fine(): void {
    this.forget();
    this.#notBefore = 0;
    this.#due.value = 0;
  }

  /** Hours without a line say nothing about an endpoint that now answers. */
  forget(): void {
    this.#failures = 0;
  }

  /** Nothing failed, but somebody else is at it. */
  lookAgainIn(ms: number): void {
    this.#due.value = this.#clock.now() + ms;
  }
}
