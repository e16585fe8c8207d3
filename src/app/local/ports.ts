import type { CatalogueAnswer } from '../../protocol/catalogue.ts';
import type { BatchAnswer } from '../../protocol/command.ts';
import type { FeedPage } from '../../protocol/feed.ts';
import type { Enrolled, Enrolment, Problem, Session, SignIn } from '../../protocol/resources.ts';
import type { HistoryEntry } from './types.ts';

/**
 * The edges of a device. Everything in `local/` that is not under `edges/` reaches the world through these, so that
 * the simulation can hand in its own. No port has a default.
 */
export interface Clock {
  /** The device's own clock, milliseconds since the epoch. May be wrong. */
  now(): number;
}

export interface Randomness {
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** In [0, 1): for jitter only. */
  unit(): number;
}

export interface Timer {
  /** Calls back once after at least `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
}

/**
 * How a request ended. `answer`: the endpoint answered and the answer was valid. `problem`: it answered with problem
 * details. `unreachable`: no answer, or something that is not ours (a captive portal's HTML is not an answer).
 */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T; readonly etag?: string; readonly date?: string }
  | { readonly kind: 'notModified' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number }
  | { readonly kind: 'unreachable'; readonly why: 'offline' | 'timeout' | 'notOurs' };

export interface Transport {
  /** `body` is the JSON text of a batch; `authorisation` the device's signature over it. */
  commands(body: string, authorisation: string): Promise<Reply<BatchAnswer>>;
  feed(scope: string, after: number): Promise<Reply<FeedPage>>;
  /** `etag` of what is held, `since` its version. */
  catalogue(etag: string | null, since: number | null): Promise<Reply<CatalogueAnswer>>;
  signIn(body: SignIn): Promise<Reply<Session>>;
  signOut(): Promise<Reply<null>>;
  session(): Promise<Reply<Session>>;
  enrol(body: Enrolment): Promise<Reply<Enrolled>>;
  history(caseId: string): Promise<Reply<readonly HistoryEntry[]>>;
  /** Calls back when the endpoint says that there is more, or that the line is up; the returned function closes. */
  live(scope: string, onMore: () => void): () => void;
}

/** A signing key of this device or of a person on it. The private part never leaves WebCrypto. */
export interface SigningKey {
  readonly keyId: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
  /** 64 bytes r ‖ s in base64url. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

export interface KeyRing {
  /** Makes the key on first use. `person:<username>` (the id is not known before the first sign-in) or `device`. */
  key(name: string): Promise<SigningKey>;
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The one seam through which every body with personal data passes on its way to and from the store. `row` names
 * table and row, and binds a body to its place. Sealing (AES-GCM) comes behind this seam; nothing before it moves.
 */
export interface Vault {
  seal(row: string, body: unknown): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws when the bytes are not a body of that row */
  open(row: string, sealed: Uint8Array): Promise<unknown>;
}

/** Only one tab of a device drains the outbox at a time (Web Locks). */
export interface Locks {
  /** Runs when the lock is free for us; false when somebody else holds it. */
  tryHold<T>(name: string, run: () => Promise<T>): Promise<{ readonly held: boolean; readonly value?: T }>;
}

/** What one tab tells the others of this device: which part of the store has changed. */
export interface TabNews {
  readonly about: 'commands' | 'cases' | 'catalogue' | 'session' | 'drafts' | 'slips';
  /** Cases that the feed took away. */
  readonly gone?: readonly string[];
}

/** The other tabs of this device (BroadcastChannel). Nobody hears what they themselves tell. */
export interface Tabs {
  tell(news: TabNews): void;
  /** The returned function stops listening. */
  listen(hear: (news: TabNews) => void): () => void;
}

/** What the browser says of its surroundings: hints, never proof that the endpoint can be reached. */
export interface Surroundings {
  online(): boolean;
  visible(): boolean;
  /** Calls back after either has changed; the returned function stops. */
  onChange(run: () => void): () => void;
}

/** Where IndexedDB is. In the simulation each device has its own. */
export interface StorePlace {
  readonly name: string;
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

export interface Ports {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly timer: Timer;
  readonly transport: Transport;
  readonly keys: KeyRing;
  readonly vault: Vault;
  readonly locks: Locks;
  readonly tabs: Tabs;
  readonly surroundings: Surroundings;
  readonly store: StorePlace;
}
