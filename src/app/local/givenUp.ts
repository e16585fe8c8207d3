import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Instant } from '../../domain/time.ts';
import type { Database } from './database.ts';
import { getMeta, putMeta } from './meta.ts';

/** That everything readable was given up here: told by the district, or after too long without contact. */
export interface GivenUp {
  readonly why: 'revoked' | 'wipe' | 'silence';
  readonly at: Instant;
}

/** Kept until the device is put to use again, so that whoever comes next reads what has happened here. */
export class GivenUpNote {
  readonly #db: Database;
  readonly #now = signal<GivenUp | null>(null);

  readonly now: ReadonlySignal<GivenUp | null> = this.#now;

  constructor(db: Database) {
    this.#db = db;
  }

  async load(): Promise<void> {
    this.#now.value = (await getMeta(this.#db, 'gaveUp')) ?? null;
  }

  /** The first time counts: an order that is heard again is no news. */
  async write(note: GivenUp): Promise<void> {
    if (this.#now.value?.why === note.why) return;
    await putMeta(this.#db, 'gaveUp', note);
    this.#now.value = note;
  }

  async erase(): Promise<void> {
    if (!this.#now.value) return;
    await this.#db.meta.delete('gaveUp');
    this.#now.value = null;
  }
}
