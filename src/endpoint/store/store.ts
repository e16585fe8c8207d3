import type { OfficeId } from '../../domain/office.ts';
import type { Catalogue } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeviceChanges, Devices } from './devicePort.ts';
import type { DocumentChanges, DocumentReads } from './documentPort.ts';
import type { FeedbackChanges, FeedbackReads } from './feedbackPort.ts';
import type { FileChanges, Files } from './filesPort.ts';
import type { People, PeopleChanges } from './peoplePort.ts';
import type { QuarantineChanges, QuarantineReads } from './quarantinePort.ts';
import type { Recording, StreamEnd } from './recordingPort.ts';
import type { RegisterChanges, RegisterReads } from './registerPort.ts';
import type { SealingKeyChanges, SealingKeyReads } from './sealingPort.ts';

/**
 * Everything that the endpoint keeps. The port knows no database: SQLite is behind it today, and whatever comes
 * next passes the same contract suite (`test/endpoint/store`).
 */
export interface Store {
  readonly kind: string;
  /** Committed data only. */
  readonly read: People &
    Devices &
    Views &
    Catalogues &
    Evidence &
    SealingKeyReads &
    QuarantineReads &
    Files &
    FeedbackReads &
    DocumentReads &
    RegisterReads;
  /**
   * Runs `work` in one transaction and resolves when it is durably committed. Transactions follow one another.
   * @throws whatever `work` or the commit threw; then nothing of it is stored
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a transaction may do. Its reads see its own writes. */
export interface Tx
  extends Recording,
    People,
    PeopleChanges,
    Devices,
    DeviceChanges,
    Files,
    FileChanges,
    Catalogues,
    SealingKeyReads,
    SealingKeyChanges,
    QuarantineReads,
    QuarantineChanges,
    FeedbackReads,
    FeedbackChanges,
    DocumentReads,
    DocumentChanges,
    RegisterReads,
    RegisterChanges {
  /** Runs `work` so that, when it throws, only what it wrote is undone. @throws what `work` threw */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  publish(row: PublishedRow): Promise<void>;
  getMeta(name: string): Promise<string | undefined>;
  setMeta(name: string, value: string): Promise<void>;
  /** Counts a failed attempt and forgets those before `forget`. */
  addAttempt(subject: string, at: Instant, forget: Instant): Promise<void>;
  /** Forgets the attempts of a subject; of one moment where that is given. */
  dropAttempts(subject: string, at?: Instant): Promise<void>;
  attemptsSince(subject: string, since: Instant): Promise<number>;
}

export interface PublishedRow {
  readonly catalogue: Catalogue;
  readonly etag: string;
  readonly at: Instant;
  /** Null for the first version, which came with the program. */
  readonly by: string | null;
  readonly reason: string;
}

export interface Catalogues {
  newestCatalogue(): Promise<{ catalogue: Catalogue; etag: string } | undefined>;
  catalogue(version: number): Promise<Catalogue | undefined>;
}

export interface FeedRowFound {
  readonly position: number;
  readonly id: string;
  readonly gone: boolean;
  readonly version: number;
  readonly head: string | null;
  /** JSON of the case. */
  readonly state: string | null;
}

export interface CaseQuery {
  /** Feeds in one of which the case must stand; `all` stands for every case. */
  readonly scopes: readonly string[];
  /** Beginning of the number, without hyphens. */
  readonly number?: string | undefined;
  readonly item?: string | undefined;
  readonly status?: string | undefined;
  readonly hall?: OfficeId | undefined;
  /** Only streams with a lower id: where the page before ended. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface CaseFound {
  readonly id: string;
  readonly version: number;
  readonly head: string | null;
  readonly state: string;
}

export interface EventFound {
  readonly version: number;
  readonly type: string;
  readonly header: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly data: string | null;
}

export interface SignedCommand {
  readonly id: string;
  readonly header: string;
  readonly headerHash: string;
  readonly signature: string;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly version: number | null;
}

/** What the verifier and the rule of retention read. */
export interface Evidence {
  /** Streams in order of id. */
  streamsAfter(id: string, limit: number): Promise<StreamEnd[]>;
  /** Streams that have events or recorded commands, and no row of their own. */
  orphanStreams(): Promise<string[]>;
  /** Recorded commands that no event stands for. */
  eventlessCommands(): Promise<{ id: string; stream: string }[]>;
  recordedCommands(ids: readonly string[]): Promise<SignedCommand[]>;
  personKeys(): Promise<{ keyId: string; person: string; publicKey: string }[]>;
  /** Cases that have an end and still have their content, in order of id. */
  endedCases(after: string, limit: number): Promise<{ id: string; state: string }[]>;
  /**
   * Streams with content that came before a moment and belongs to no case that is there: slips, what was refused and
   * never became a case, and what came for a case after its content was deleted. What waits for a supervisor is not
   * among it.
   */
  withoutCase(before: Instant, limit: number): Promise<string[]>;
}

export interface Views {
  feed(scope: string, after: number, limit: number): Promise<FeedRowFound[]>;
  cases(query: CaseQuery): Promise<CaseFound[]>;
  /** The case if it stands in one of the feeds. */
  caseIn(id: string, scopes: readonly string[]): Promise<CaseFound | undefined>;
  caseByNumber(numberKey: string): Promise<CaseFound | undefined>;
  /** Cases that the sticker was used for, as they were recorded: it opens the first alone. Also those without content. */
  casesBySticker(numberKey: string): Promise<CaseFound[]>;
  events(stream: string): Promise<EventFound[]>;
  /** The last position that was given. */
  feedEnd(): Promise<number>;
  attemptsSince(subject: string, since: Instant): Promise<number>;
  /** When the attempts of a subject were made, the last one first. */
  lastAttempts(subject: string, since: Instant): Promise<Instant[]>;
  /** True when the store answers. */
  alive(): Promise<boolean>;
}
