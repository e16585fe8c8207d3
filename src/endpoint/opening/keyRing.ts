import type { KeyObject } from 'node:crypto';
import { parsePublicKey } from '../recording/keys.ts';

/** How many keys are held: a district has some hundreds of devices and persons. */
const HELD_KEYS = 8_192;

/** Public keys that a request needs and that are not held. */
export interface Wanted {
  readonly devices: readonly string[];
  readonly personKeys: readonly string[];
}

/** Public keys as the store has them: those that were wanted, and whatever is likely to be wanted next. */
export interface Found {
  readonly devices: readonly { readonly id: string; readonly deviceKey: string }[];
  readonly personKeys: readonly {
    readonly keyId: string;
    readonly person: string;
    readonly publicKey: string;
  }[];
}

/** Finds keys in the store. */
export type FindKeys = (wanted: Wanted) => Promise<Found>;

export interface Signer {
  readonly person: string;
  readonly key: KeyObject;
}

/** The keys as one reading of a request sees them. */
export interface Keys {
  /** The device's key; undefined when there is none, or none here yet. */
  device(id: string): KeyObject | undefined;
  person(keyId: string): Signer | undefined;
}

/**
 * Parsed public keys (to parse one takes twice as long as to check with it). A key never changes under its id, so it
 * is held without asking again. That there is none is believed for one request only: it may be registered any moment.
 */
export class KeyRing {
  readonly #devices = new Map<string, KeyObject>();
  readonly #persons = new Map<string, Signer>();

  take({ devices, personKeys }: Found): void {
    if (this.#devices.size + this.#persons.size > HELD_KEYS) {
      this.#devices.clear();
      this.#persons.clear();
    }
    for (const { id, deviceKey } of devices) {
      const key = parsePublicKey(deviceKey);
      if (key) this.#devices.set(id, key);
    }
    for (const { keyId, person, publicKey } of personKeys) {
      const key = parsePublicKey(publicKey);
      if (key) this.#persons.set(keyId, { person, key });
    }
  }

  /**
   * Runs `read` with the keys that are held; asks for those that it missed and runs it again, until it misses none
   * but what the store does not have.
   */
  async reading<T>(read: (keys: Keys) => T, find: FindKeys): Promise<T> {
    const absent = new Set<string>();
    for (;;) {
      const devices = new Set<string>();
      const personKeys = new Set<string>();
      const result = read({
        device: (id) => this.#devices.get(id) ?? missing(id, devices, absent),
        person: (keyId) => this.#persons.get(keyId) ?? missing(keyId, personKeys, absent),
      });
      if (devices.size + personKeys.size === 0) return result;
      this.take(await find({ devices: [...devices], personKeys: [...personKeys] }));
      for (const id of devices) if (!this.#devices.has(id)) absent.add(id);
      for (const keyId of personKeys) if (!this.#persons.has(keyId)) absent.add(keyId);
    }
  }
}

function missing(id: string, wanted: Set<string>, absent: ReadonlySet<string>): undefined {
  if (!absent.has(id)) wanted.add(id);
  return undefined;
}
