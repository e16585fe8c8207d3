import { Dexie, type Table, type Transaction } from 'dexie';
import type { Facts } from '../../domain/result.ts';
import type { Instant, LegalDate } from '../../domain/time.ts';
import type { Envelope } from '../../protocol/command.ts';
import type { FileBytesRow, FileRow } from './files/rows.ts';
import type { Meta } from './meta.ts';
import type { StorePlace } from './ports.ts';

/**
 * What a device keeps (DESIGN §6, at rest): each row is a clear envelope with what sending and scheduling need, and
 * a sealed `body` for everything with a name, a number or an answer in it. Bodies are sealed *before* a transaction
 * opens: Chromium 109 ends a transaction in which anything but IndexedDB is awaited.
 */
export type CommandState =
  /** To be sent. */
  | 'waiting'
  /** The endpoint holds it back until the command before it is mended. */
  | 'held'
  | 'refused'
  /** The endpoint keeps it for a supervisor. */
  | 'quarantined'
  /** Confirmed; stays until the feed has brought the case as it stands with it. */
  | 'recorded'
  /** Refused, and `by` is the command that mends it. */
  | 'replaced'
  /** Refused, and `by` is the command that puts it aside. */
  | 'setAside';

/** One command. A row leaves only after the endpoint has confirmed it, or the command that took its place. */
export interface CommandRow {
  readonly id: string;
  readonly kind: 'case' | 'slip' | 'access';
  readonly stream: string;
  readonly seq: number;
  readonly after: string | null;
  /** Nothing comes after it (`isBeside`). Absent in what was made before. */
  readonly beside?: true;
  readonly state: CommandState;
  readonly by: string | null;
  /** Attempts so far. */
  readonly tries: number;
  /** Not before this moment of the device's own clock; 0 = at once. */
  readonly nextAt: number;
  /** A request with it may have arrived: it was sent and no answer came. */
  readonly sent: boolean;
  readonly madeAt: Instant;
  /** Version of the stream at which it was recorded, where the endpoint said so. */
  readonly version: number | null;
  /**
   * Last answer or failure, in clear: it may come while everything is locked. Codes and facts are never an applicant's
   * data; the name of a colleague who was quicker may be among them (`SECURITY.md`).
   */
  readonly last: { readonly code: string; readonly facts: Facts } | null;
  /** Bytes that it takes in a batch. */
  readonly size: number;
  /** Hashes of the files that it names; absent where there are none. */
  readonly files?: readonly string[];
  /** Made on another device and brought here in a package: this one only sends it on. */
  readonly carried?: true;
  /** Sealed to the endpoint: whoever sends it can read nothing. */
  readonly envelope: Envelope;
  /** The endpoint does not have the key that it was sealed to: it is sealed again from its copy before it is sent. */
  readonly reseal: boolean;
  /** The copy for the screen, sealed under the device's vault key; null once the device was wiped. */
  readonly body: Uint8Array | null;
}

/** The recorded state of a case, from the feed. */
export interface CaseRow {
  readonly id: string;
  readonly position: number;
  readonly version: number;
  readonly head: string | null;
  /** When this state came to the device; dated by the case itself on a first sync. */
  readonly changedAt: Instant;
  /** Hashes of files that were still on their way to the endpoint; absent when none were. */
  readonly awaiting?: readonly string[];
  /** Sealed: its signed documents and their printings; absent when it has none. */
  readonly documents?: Uint8Array;
  readonly body: Uint8Array;
}

/** What lists show of a recorded case: one for each row of `cases`, written in the same transactions. */
export interface SummaryRow {
  readonly id: string;
  /** The position, negative: read upwards, the newest come first, and a whole page in one request. */
  readonly order: number;
  readonly version: number;
  readonly changedAt: Instant;
  readonly body: Uint8Array;
}

/** Summaries of many cases sealed together: copies of rows of `summaries`, for a quick unlocking. See `packs.ts`. */
export interface PackRow {
  /** The positions between which it holds what was there, both included. */
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
  readonly body: Uint8Array;
}

export interface DraftRow {
  readonly id: string;
  /** Whose it is: a person's id, or of what was begun on cases `onCasesOf` that. */
  readonly person: string;
  readonly updatedAt: Instant;
  /** Sealed under the vault key, on its way to a colleague, who takes it over when unlocking. */
  readonly handed: boolean;
  /** Begun on a case, and no intake: which case, and the hashes of the pages that it names. */
  readonly about?: { readonly case: string; readonly files: readonly string[] };
  readonly body: Uint8Array;
}

export interface SlipRow {
  readonly id: string;
  readonly at: Instant;
  readonly hall: string;
  /** What became of it; `null` while its command is in the outbox. */
  readonly end: 'recorded' | 'refused' | null;
  readonly body: Uint8Array;
}

/** A printing on this device; goes once it has come back with its case. `body`: sealed, which document and when. */
export interface PrintRow {
  readonly id: string;
  readonly case: string;
  readonly body: Uint8Array;
}

/** The catalogue is public: it lies in clear, one row a part. */
export interface CatalogueRow {
  readonly key: string;
  readonly index: number;
  readonly value: unknown;
}

export interface Counters {
  /** Commands made on this device; also the `seq` of the newest. */
  readonly made: number;
  /** Numbers given, by legal date. */
  readonly days: Readonly<Record<LegalDate, number>>;
}

/** Small facts, one row each: see `meta.ts` for the keys. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

export interface Database extends Dexie {
  readonly commands: Table<CommandRow, string>;
  readonly cases: Table<CaseRow, string>;
  readonly summaries: Table<SummaryRow, string>;
  readonly packs: Table<PackRow, [from: number, to: number]>;
  readonly drafts: Table<DraftRow, string>;
  readonly slips: Table<SlipRow, string>;
  readonly catalogue: Table<CatalogueRow, string>;
  readonly meta: Table<MetaRow, string>;
  readonly files: Table<FileRow, string>;
  readonly fileBytes: Table<FileBytesRow, string>;
  readonly prints: Table<PrintRow, string>;
}

/** Of the newest schema. Each earlier one is taken over: `database.test.ts` holds that. */
export const DATABASE_VERSION = 4;

/**
 * Opens lazily. `strict`: a transaction completes only after the browser has had the disk write it through.
 * A new version adds a line below; a shipped version's line is never changed.
 */
export function databaseAt(place: StorePlace): Database {
  const db = new Dexie(place.name, {
    indexedDB: place.indexedDB,
    IDBKeyRange: place.IDBKeyRange,
    chromeTransactionDurability: 'strict',
  }) as Database;
  db.version(1).stores({
    commands: 'id, stream',
    cases: 'id, position',
    summaries: 'id, order',
    packs: '[from+to], *ids',
    drafts: 'id, person',
    slips: 'id',
    catalogue: 'key',
    meta: 'key',
  });
  // Papers can be photographed.
  db.version(2).stores({ files: 'hash, stream, command', fileBytes: 'hash' });
  // Documents that are printed again are marked; summaries say more (due day, clock, paper, notes), and what is sealed cannot
  // be rewritten here: see `readAnew`.
  db.version(3).stores({ prints: 'id, case' }).upgrade(readAnew);
  // Summaries say the last four of a number, a sticker, and whose the case is.
  db.version(DATABASE_VERSION).stores({}).upgrade(readAnew);
  return db;
}

/**
 * Has every case come from the feed once more, so that its summary is made by this version of the app. What is here stays
 * readable until then, also without a line: each row only gives up its position, so that whatever comes is newer. Unsent
 * commands are not touched.
 */
async function readAnew(tx: Transaction): Promise<void> {
  const feed = (await tx.table<MetaRow>('meta').get('feed'))?.value as Meta['feed'] | undefined;
  if (!feed) return;
  const { caughtUp: _, ...place } = feed;
  await tx.table('meta').put({ key: 'feed', value: { ...place, next: 0 } });
  await tx.table('packs').clear();
  await tx.table('cases').toCollection().modify({ position: 0 });
  await tx.table('summaries').toCollection().modify({ order: 0 });
}
