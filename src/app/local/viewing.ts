import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { viewOf } from './view.ts';

/**
 * What lays this device's commands over the recorded cases. It brings the rules of every act along, so it is fetched apart:
 * the lock screen shows no case.
 */
export class Viewing {
  readonly #viewOf = signal<typeof viewOf | null>(null);
  #loading: Promise<void> | undefined;

  /** Null until somebody has unlocked for the first time. */
  readonly viewOf: ReadonlySignal<typeof viewOf | null> = this.#viewOf;

  /** @throws when the app's own files cannot be had; the next call tries again */
  ready(): Promise<void> {
    this.#loading ??= import('./view.ts').then(
      (module) => {
        this.#viewOf.value = module.viewOf;
      },
      (problem: unknown) => {
        this.#loading = undefined;
        throw problem;
      },
    );
    return this.#loading;
  }
}
