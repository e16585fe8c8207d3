import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ports, StorageState } from './ports.ts';

/** From this share of what the browser grants on, the person is warned (issue: 80 %). */
export const NEARLY_FULL = 0.8;

/**
 * How much of what the browser grants this origin is used: warned of before a save fails, where the browser says how much
 * that is. Chromium since 2025 tells every site of ten gigabytes that may not be there, so what was refused for want of
 * space counts as well.
 */
export class StorageWatch {
  readonly #surroundings: Pick<Ports['surroundings'], 'storage'>;
  readonly #share = signal<number | null>(null);
  #refused = false;

  /** From 0 to 1; null while nobody has looked, or where the browser does not say. */
  readonly share: ReadonlySignal<number | null> = this.#share;

  constructor(surroundings: Pick<Ports['surroundings'], 'storage'>) {
    this.#surroundings = surroundings;
  }

  async look(): Promise<StorageState> {
    const state = await this.#surroundings.storage();
    const share = state.quota > 0 ? state.usage / state.quota : null;
    this.#share.value = this.#refused ? 1 : share;
    return state;
  }

  /** What came of keeping a page, the largest thing that is kept. */
  async kept(refused: boolean): Promise<void> {
    this.#refused = refused;
    await this.look();
  }
}
