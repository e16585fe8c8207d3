import type { ReadonlySignal } from '@preact/signals-core';
import type { Result } from '../../domain/result.ts';
import type { DevicePolicy } from '../../protocol/resources.ts';
import type { SealingKey } from '../../protocol/sealing.ts';
import type { Actor } from './author.ts';
import type { CounterBook } from './counters.ts';
import type { Database } from './database.ts';
import type { FileShelf } from './files/shelf.ts';
import type { GivenUpNote } from './givenUp.ts';
import type { Line } from './line.ts';
import type { OpenKeys } from './lock/keys.ts';
import type { Outbox } from './outbox.ts';
import type { DeviceKeys, Ports, Reply, Vault } from './ports.ts';
import type { Recorded } from './recorded.ts';
import type { StorageWatch } from './storageWatch.ts';
import type { StoreWatch } from './storeWatch.ts';

/** What the parts of `local/` share. Made once, by `openLocal`. */
export interface Core {
  readonly ports: Ports;
  readonly db: Database;
  readonly store: StoreWatch;
  readonly line: Line;
  /** Whose keys are open; null while locked. Changes before anything is loaded for the next person. */
  readonly lock: { readonly open: ReadonlySignal<OpenKeys | null> };
  /** The hall's vault, for whoever has unlocked; rejects with a `LockedError` otherwise. */
  readonly vault: Vault;
  /**
   * The same for the drafts of whoever has unlocked **at the moment of the call**: work that outlives a switch of
   * clerks takes `lock.open.value.drafts` once, together with the person.
   */
  readonly draftVault: Vault;
  /** Works while locked: it can send, and read nothing. */
  readonly deviceKeys: DeviceKeys;
  readonly counters: CounterBook;
  readonly outbox: Outbox;
  readonly recorded: Recorded;
  readonly files: FileShelf;
  readonly storage: StorageWatch;
  readonly givenUp: GivenUpNote;
  /** A request that needs a session, renewed where it is gone (`askAsMember`). */
  asMember<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>>;
  /** The endpoint's key that is sealed to now; null before the device is enrolled. */
  sealing(): SealingKey | null;
  /** What the district asks of this device, as last heard. */
  policy(): DevicePolicy;
  /** Who acts now: unlocked, on an enrolled device, with a catalogue; or why nobody can. */
  actor(): Result<Actor>;
}
