import type { Instant } from '../../domain/time.ts';
import type { Counters, Database } from './database.ts';
import type { DeviceInfo } from './types.ts';

/** The keys of the meta table, with what each holds. */
export interface Meta {
  readonly counters: Counters;
  /** Made before the first enrolment is asked for, so that asking twice enrols once. */
  readonly deviceId: string;
  readonly device: DeviceInfo;
  /** The person signed in, sealed. */
  readonly person: Uint8Array;
  /** Signed out without a line: the endpoint is still to be told. */
  readonly signOutOwed: boolean;
  readonly clock: { readonly offsetMs: number; readonly lastContact: Instant };
  /** Whose cases the table holds, and how far the feed has been read. */
  readonly feed: {
    readonly scope: string;
    readonly next: number;
    /** To which `next` belongs; none before the first page has come. */
    readonly epoch?: string;
  };
}

export async function getMeta<K extends keyof Meta>(db: Database, key: K): Promise<Meta[K] | undefined> {
  return (await db.meta.get(key))?.value as Meta[K] | undefined;
}

export async function putMeta<K extends keyof Meta>(db: Database, key: K, value: Meta[K]): Promise<void> {
  await db.meta.put({ key, value });
}
