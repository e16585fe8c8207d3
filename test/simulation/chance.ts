import type { Randomness } from '../../src/app/local/ports.ts';
import { seededRandomness } from '../support/devicePorts.ts';

/** Choices that follow from a seed. */
export class Chance {
  readonly #source: Randomness;

  constructor(seed: number) {
    this.#source = seededRandomness(Math.imul(seed + 1, 0x9e3779b1));
  }

  unit(): number {
    return this.#source.unit();
  }

  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  pick<T>(among: readonly T[]): T {
    return among[this.below(among.length)] as T;
  }

  /** One of them, as often as its weight says. */
  weighted<T>(among: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.unit() * among.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of among) {
      left -= weight;
      if (left < 0) return value;
    }
    return (among.at(-1) as readonly [number, T])[1];
  }
}

/** The one of a list that a number names, however long the list is. */
export const nth = <T>(among: readonly T[], index: number): T | undefined =>
  among[index % Math.max(1, among.length)];
