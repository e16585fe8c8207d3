import type { Instant } from '../../domain/time.ts';
import type { SealingKey } from '../../protocol/sealing.ts';
import type { Counters, Database } from './database.ts';
import type { GivenUp } from './givenUp.ts';
import type { DeviceInfo } from './types.ts';

/** The keys of the meta table, with what each holds. */
export interface Meta {
  readonly counters: Counters;
  /** Made before the first enrolment is asked for, so that asking twice enrols once. */
  readonly deviceId: string;
  readonly device: DeviceInfo;
  /** Serial of the last sticker that was printed here. */
  readonly stickers: number;
  /** The endpoint's key that is sealed to now. */
  readonly sealing: SealingKey;
  /** Ids of this device's contacts: of the next or unanswered one, and of the last that was answered. */
  readonly contact: { readonly id: string; readonly answered: string | null };
  /** Of whose keys the endpoint says that it keeps a copy: null is the device's vault. */
  readonly kept: readonly (string | null)[];
  /** The latest moment that this device has ever seen: a clock that is put back does not make it younger. */
  readonly seen: Instant;
  /** Wiped as it was told to; the endpoint is still to hear of it. */
  readonly wiped: boolean;
  readonly gaveUp: GivenUp;
  /** Signed out without a line: the endpoint is still to be told. */
  readonly signOutOwed: boolean;
  /** The time with which the last session was asked for by a person's key. */
  readonly renewedAt: Instant;
  readonly clock: { readonly offsetMs: number; readonly lastContact: Instant };
  /** Whose cases the table holds, and how far the feed has been read. */
  readonly feed: {
    readonly scope: string;
    readonly next: number;
    /** To which `next` belongs; none before the first page has come. */
    readonly epoch?: string;
    /** Once read to its end: what comes from now on has happened now. */
    readonly caughtUp?: true;
  };
}

export async function getMeta<K extends keyof Meta>(db: Database, key: K): Promise<Meta[K] | undefined> {
  return (await db.meta.get(key))?.value as Meta[K] | undefined;
}

export async function putMeta<K extends keyof Meta>(db: Database, key: K, value: Meta[K]): Promise<void> {
  await db.meta.put({ key, value });
}
