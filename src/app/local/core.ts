import type { Result } from '../../domain/result.ts';
import type { Actor } from './author.ts';
import type { Database } from './database.ts';
import type { Line } from './line.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import type { Recorded } from './recorded.ts';
import type { StoreWatch } from './storeWatch.ts';

/** What the parts of `local/` share. Made once, by `openLocal`. */
export interface Core {
  readonly ports: Ports;
  readonly db: Database;
  readonly store: StoreWatch;
  readonly line: Line;
  readonly outbox: Outbox;
  readonly recorded: Recorded;
  /** Who acts now: signed in, on an enrolled device, with a catalogue; or why nobody can. */
  actor(): Result<Actor>;
}
