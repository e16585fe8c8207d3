import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ports, StorageState } from './ports.ts';

/** From this share of what the browser grants on, the person is warned (issue: 80 %). */
export const NEARLY_FULL = 0.8;

/** How much of what the browser grants this origin is used: warned of before a save fails, not after. */
export class StorageWatch {
  readonly #surroundings: Pick<Ports['surroundings'], 'storage'>;
  readonly #share = signal<number | null>(null);

  /** From 0 to 1; null while nobody has looked, or where the browser does not say. */
  readonly share: ReadonlySignal<number | null> = this.#share;

  constructor(surroundings: Pick<Ports['surroundings'], 'storage'>) {
    this.#surroundings = surroundings;
  }

  async look(): Promise<StorageState> {
    const state = await this.#surroundings.storage();
    this.#share.value = state.quota > 0 ? state.usage / state.quota : null;
    return state;
  }
}
