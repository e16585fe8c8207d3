import type { Lockbox } from '../ports.ts';
import { isOutOfRoom } from '../storeWatch.ts';
import type { LockRecord } from './keys.ts';

/** What could not be written of a lock, and how it stood on the disk then. */
interface Unwritten extends Pick<LockRecord, 'wrong' | 'triedAt'> {
  readonly givenUp: boolean;
  readonly over: string;
}

/** Changes with each try and each new secret. */
const standOf = ({ salt, wrong, triedAt, wrapped }: LockRecord): string =>
  [salt, wrong, triedAt, wrapped === null].join();

/**
 * The tries of each lock. They lie on the disk; what a full one refuses counts as long as this page lives, since nobody
 * may be kept from their cases because there is no room to count (what that gives away: SECURITY.md). As soon as the disk
 * says something newer, as after a try in another window, that counts.
 */
export class TryCounts {
  readonly #lockbox: Pick<Lockbox, 'all' | 'put'>;
  /** By person. */
  readonly #unwritten = new Map<string, Unwritten>();

  constructor(lockbox: Pick<Lockbox, 'all' | 'put'>) {
    this.#lockbox = lockbox;
  }

  /** The locks with all of their tries. */
  async all(): Promise<readonly LockRecord[]> {
    return (await this.#lockbox.all()).map((record) => {
      const count = this.#unwritten.get(record.person);
      if (!count) return record;
      if (count.over !== standOf(record)) {
        this.#unwritten.delete(record.person);
        return record;
      }
      const { wrong, triedAt, givenUp } = count;
      return { ...record, wrong, triedAt, wrapped: givenUp ? null : record.wrapped };
    });
  }

  /** @throws what is no want of room */
  async put(record: LockRecord): Promise<void> {
    const { person, wrong, triedAt, wrapped } = record;
    try {
      await this.#lockbox.put(record);
      this.#unwritten.delete(person);
    } catch (problem) {
      if (!isOutOfRoom(problem)) throw problem;
      const onDisk = (await this.#lockbox.all()).find((one) => one.person === person);
      if (!onDisk) return;
      this.#unwritten.set(person, { wrong, triedAt, givenUp: wrapped === null, over: standOf(onDisk) });
    }
  }
}
