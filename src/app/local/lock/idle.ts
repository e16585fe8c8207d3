import type { DevicePolicy } from '../../../protocol/resources.ts';
import type { Ports } from '../ports.ts';

const MINUTE_MS = 60_000;

/** Locks when nobody has touched the screen for as long as the policy allows, also while the device slept. */
export class IdleLock {
  readonly #ports: Pick<Ports, 'clock' | 'timer'>;
  readonly #policy: () => DevicePolicy;
  readonly #lock: () => void;
  #touchedAt = 0;
  #cancel: (() => void) | null = null;

  constructor(ports: Pick<Ports, 'clock' | 'timer'>, policy: () => DevicePolicy, lock: () => void) {
    this.#ports = ports;
    this.#policy = policy;
    this.#lock = lock;
  }

  /** Somebody has unlocked. */
  begin(): void {
    this.touched();
    this.#wait();
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  touched(): void {
    this.#touchedAt = this.#ports.clock.now();
  }

  /** Whether the time is over: asked when the screen is looked at again, since timers sleep with the device. */
  look(): void {
    if (!this.#cancel) return;
    if (this.#left() <= 0) this.#lock();
  }

  #left(): number {
    const now = this.#ports.clock.now();
    // A clock that was put back must not keep the screen open.
    if (now < this.#touchedAt) this.#touchedAt = now;
    return this.#touchedAt + this.#policy().idleMinutes * MINUTE_MS - now;
  }

  #wait(): void {
    this.#cancel?.();
    this.#cancel = this.#ports.timer.after(Math.max(1_000, this.#left()), () => {
      if (this.#left() <= 0) this.#lock();
      else this.#wait();
    });
  }
}
