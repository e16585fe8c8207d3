import type { Facts } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeviceRow } from './peoplePort.ts';
import type { Ruling } from './quarantinePort.ts';

/** What is known under the id of a command. `turnedAway`: malformed or forged content came under it; not final. */
export interface KnownCommand {
  readonly id: string;
  readonly outcome: 'recorded' | 'refused' | 'quarantined' | 'turnedAway';
  readonly headerHash: string | null;
  readonly stream: string | null;
  readonly code: string | null;
  readonly facts: Facts | null;
  readonly version: number | null;
  readonly replaces: string | null;
  readonly mendedBy: string | null;
  /** What a supervisor ruled on what stands in quarantine. */
  readonly ruling: Ruling | null;
}

export interface StreamRow {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly head: string | null;
  /** JSON. */
  readonly state: string | null;
}

/** A file as a command names it. */
export interface NamedFile {
  readonly hash: string;
  /** Of its sealed bytes. */
  readonly size: number;
  readonly type: string;
  /** What opens it: 32 bytes in base64url. */
  readonly key: string;
}

export interface CommandRow {
  readonly id: string;
  readonly header: string;
  readonly headerHash: string;
  readonly signature: string;
  readonly payload: string;
  readonly salt: string;
  readonly stream: string;
  readonly device: string;
  /** The device that sent it, which need not be the one that made it. */
  readonly sentBy: string;
  readonly receivedAt: Instant;
  readonly replaces: string | null;
  /** When it counts in law. */
  readonly legalAt: Instant | null;
  readonly files: readonly NamedFile[];
}

/** What a refused command said, for whoever replaces it. */
export interface RefusedContent {
  readonly header: string;
  /** Null when it has been deleted. */
  readonly payload: string | null;
  readonly legalAt: Instant | null;
}

export interface EventRow {
  readonly version: number;
  readonly type: string;
  readonly header: string;
  readonly hash: string;
  readonly salt: string;
  readonly data: string;
}

/** A stream as its last event leaves it, with the columns that search reads. */
export interface StreamEnd extends StreamRow {
  readonly numberKey: string | null;
  readonly item: string | null;
  readonly status: string | null;
  readonly hall: string | null;
}

/** What a command leaves in a stream that is not its own: a deposit in the case that it is for, a receipt in one about the same. */
export interface Aside {
  readonly stream: StreamEnd;
  readonly events: readonly EventRow[];
  readonly scopes: readonly string[];
}

/** A slip that is about a case, as it was recorded. */
export interface SlipAbout {
  /** The case's number, without hyphens. */
  readonly key: string;
  /** Of its first event. */
  readonly header: string;
  /** JSON. */
  readonly state: string;
}

/** A case that a sticker is the receipt of; numbers without hyphens. */
export interface StickerUse {
  readonly key: string;
  readonly stream: string;
  readonly number: string;
}

/** A case under way, with the hall that received it; the number without hyphens. */
export interface SameSubject {
  readonly stream: string;
  readonly hall: string;
  readonly number: string;
}

/** Everything that one recorded command leaves behind. */
export interface Recorded {
  readonly command: CommandRow;
  readonly version: number;
  readonly events: readonly EventRow[];
  readonly stream: StreamEnd;
  /** Feeds in which the case now stands at the next position. */
  readonly scopes: readonly string[];
  /** Refused commands in whose place this one stands. */
  readonly mends: readonly string[];
  /** Hash of what the case is about, from its receipt; of a deposit the number of the case, without hyphens. */
  readonly subject?: string | undefined;
  /** The sticker that is its receipt: number without hyphens, and the how many-th case it is the receipt of. */
  readonly sticker?: { readonly key: string; readonly turn: number } | undefined;
  /** Written after its own events, which it may follow in the same stream. */
  readonly asides?: readonly Aside[] | undefined;
}

/** A sealed envelope as it came, kept for a person. */
export interface Whole {
  readonly id: string;
  readonly headerHash: string;
  readonly envelope: string;
  readonly sentBy: string;
  readonly receivedAt: Instant;
}

export interface ContactRow {
  readonly device: string;
  /** Commands that the device had made by then. */
  readonly made: number;
  readonly at: Instant;
}

/** Look-ups take many keys at once, so that a group of commands costs a handful of queries. */
export interface Recording {
  known(ids: Iterable<string>): Promise<KnownCommand[]>;
  streams(ids: Iterable<string>): Promise<StreamRow[]>;
  /** Which stream holds each number. */
  numbers(keys: Iterable<string>): Promise<{ numberKey: string; stream: string }[]>;
  /** Cases that are under way and about the same as these, by the hash of their subject. */
  sameSubject(keys: Iterable<string>): Promise<(SameSubject & { readonly key: string })[]>;
  /** Cases whose receipts these stickers are, in the order in which they were recorded. */
  stickers(keys: Iterable<string>): Promise<StickerUse[]>;
  /** Deposits for the cases with these numbers. */
  slipsAbout(keys: Iterable<string>): Promise<SlipAbout[]>;
  /** By what name these people sign, and whether they may no longer. */
  signers(persons: Iterable<string>): Promise<{ id: string; name: string; disabled: boolean }[]>;
  devices(ids: Iterable<string>): Promise<DeviceRow[]>;
  /** When the device was last heard from with fewer commands made than `seq`. */
  contactBefore(device: string, seq: number): Promise<Instant | undefined>;
  refusedContent(id: string): Promise<RefusedContent | undefined>;
  /** The next number of a series, from 1 on; one that is rolled back was never given. */
  nextSerial(series: string): Promise<number>;

  /** What several commands leave behind, in their order. They may be of the same stream. */
  record(all: readonly Recorded[]): Promise<void>;
  /** Events that no device's command caused: those of the `access` stream. */
  append(stream: StreamEnd, events: readonly EventRow[], at: Instant): Promise<void>;
  refuse(command: CommandRow, code: string, facts: Facts): Promise<void>;
  quarantine(whole: Whole, header: string, stream: string, code: string): Promise<void>;
  /** What stood in quarantine has been judged. */
  settleQuarantine(id: string, at: Instant): Promise<void>;
  /** Once for each content. */
  keep(whole: Whole): Promise<void>;
  turnAway(id: string, stream: string | null, code: string, sentBy: string, at: Instant): Promise<void>;
  contacts(rows: readonly ContactRow[]): Promise<void>;
  /**
   * The bytes of a file are whole and safe here. Cases that name it move in their feeds, so that devices hear of it.
   * @returns the feeds in which something moved; none when it was here before
   */
  fileArrived(hash: string, size: number, at: Instant): Promise<string[]>;
  /**
   * Deletes what these streams say of people: payloads and the data of events with their salts, the state, sealed
   * copies, the keys of files. Headers, hashes and signatures stay, numbers stay taken, and the cases are gone from every feed.
   */
  forgetContent(streams: readonly string[]): Promise<void>;
}
