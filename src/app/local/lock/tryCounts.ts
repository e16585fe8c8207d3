import type { Lockbox } from '../ports.ts';
import { isOutOfRoom } from '../storeWatch.ts';
import type { LockRecord } from './keys.ts';

type Count = Pick<LockRecord, 'salt' | 'wrong' | 'triedAt'> & { readonly givenUp: boolean };

/**
 * The tries of each lock. They lie on the disk; what a full one refuses counts as long as this window lives, since
 * nobody may be kept from their cases because there is no room to count (what that gives away: SECURITY.md).
 */
export class TryCounts {
  readonly #lockbox: Pick<Lockbox, 'all' | 'put'>;
  /** By person: what could not be written. */
  readonly #unwritten = new Map<string, Count>();

  constructor(lockbox: Pick<Lockbox, 'all' | 'put'>) {
    this.#lockbox = lockbox;
  }

  /** The locks with all of their tries. */
  async all(): Promise<readonly LockRecord[]> {
    return (await this.#lockbox.all()).map((record) => {
      const count = this.#unwritten.get(record.person);
      // Another secret was set meanwhile: nobody has tried that one.
      if (count?.salt !== record.salt) return record;
      const { wrong, triedAt, givenUp } = count;
      return { ...record, wrong, triedAt, wrapped: givenUp ? null : record.wrapped };
    });
  }

  /** @throws what is no want of room */
  async put(record: LockRecord): Promise<void> {
    const { person, salt, wrong, triedAt, wrapped } = record;
    try {
      await this.#lockbox.put(record);
      this.#unwritten.delete(person);
    } catch (problem) {
      if (!isOutOfRoom(problem)) throw problem;
      this.#unwritten.set(person, { salt, wrong, triedAt, givenUp: wrapped === null });
    }
  }
}
