import type { CatalogueAnswer } from '../../protocol/catalogue.ts';
import type { BatchAnswer } from '../../protocol/command.ts';
import type { FeedPage } from '../../protocol/feed.ts';
import type { FilesHeld } from '../../protocol/files.ts';
import type { HistoryEntry } from '../../protocol/history.ts';
import type {
  ContactAnswer,
  Enrolled,
  Enrolment,
  Problem,
  Renewal,
  Session,
  SignIn,
} from '../../protocol/resources.ts';
import type { RegisterPage } from '../../protocol/sealRegister.ts';
import type { LockRecord, SharedKeys } from './lock/keys.ts';

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
  /**
   * `body` is the JSON text of a batch; `authorisation` the device's signature over it. Once `giveUp` is aborted the
   * request ends at once, as if its time were over.
   */
  commands(body: string, authorisation: string, giveUp?: AbortSignal): Promise<Reply<BatchAnswer>>;
  feed(scope: string, after: number): Promise<Reply<FeedPage>>;
  /** `etag` of what is held, `since` its version. */
  catalogue(etag: string | null, since: number | null): Promise<Reply<CatalogueAnswer>>;
  signIn(body: SignIn): Promise<Reply<Session>>;
  signOut(): Promise<Reply<null>>;
  session(): Promise<Reply<Session>>;
  /** A session for an unlocked person, by that person's key on this device. */
  renew(body: Renewal): Promise<Reply<Session>>;
  /** From now on this window reads nothing with the session, although the browser still has its cookie. */
  forgetProof(): void;
  enrol(body: Enrolment): Promise<Reply<Enrolled>>;
  /** `body` is the JSON text of a contact; `authorisation` the device's signature over it. */
  contact(body: string, authorisation: string): Promise<Reply<ContactAnswer>>;
  history(caseId: string): Promise<Reply<readonly HistoryEntry[]>>;
  /** A page of an office's seal register in a year; `after`: where the page before ended. */
  seals(office: string, year: string, after: string | null): Promise<Reply<RegisterPage>>;
  /** `body` is the JSON text of `FilesAsked`; `authorisation` the device's signature over it. */
  filesHeld(body: string, authorisation: string, giveUp?: AbortSignal): Promise<Reply<FilesHeld>>;
  /** Sends a sealed file, resumed where it was cut. An answer says that the endpoint has it whole, on its disk. */
  upload(file: Uploading): Promise<Reply<null>>;
  /** The content of a file, opened by the endpoint for a person who may read its case. */
  file(hash: string): Promise<Reply<Blob>>;
  /** Calls back when the endpoint says that there is more, or that the line is up; the returned function closes. */
  live(scope: string, onMore: () => void): () => void;
}

/** A file on its way. */
export interface Uploading {
  readonly hash: string;
  /** Sealed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly device: string;
  /** Where the upload was begun; null when it was not. */
  readonly address: string | null;
  /** The device's word for one request. */
  authorise(method: string, path: string): Promise<string>;
  /** It has begun here: kept, so that a cut upload goes on where it was. */
  onAddress(address: string): Promise<void>;
  /** So many bytes have arrived. */
  onArrived(bytes: number): void;
  readonly giveUp?: AbortSignal | undefined;
}

/** A signing key: this device's, which can only send, or an unlocked person's. */
export interface SigningKey {
  readonly keyId: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
  /** 64 bytes r ‖ s in base64url. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** The device's own key, made on first use. It lies unwrapped: it can send what is sealed, and read nothing. */
export interface DeviceKeys {
  /** @param anew another window may have given it up: read again what is kept */
  device(anew?: boolean): Promise<SigningKey>;
  /** Gives it up: after a revocation. */
  forget(): Promise<void>;
}

/** Where the people's locks lie, one record a person: wrapped keys and what unlocking needs, nothing readable. */
export interface Lockbox {
  all(): Promise<readonly LockRecord[]>;
  put(record: LockRecord): Promise<void>;
  remove(person: string): Promise<void>;
}

/** Turns a typed secret into a key: argon2id, tuned on this device to about half a second, off the main thread. */
export interface Kdf {
  tune(): Promise<KdfParameters>;
  /** 32 bytes. */
  derive(
    secret: string,
    salt: Uint8Array<ArrayBuffer>,
    parameters: KdfParameters,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

export interface KdfParameters {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Passkeys with the PRF extension (WebAuthn). */
export interface Passkeys {
  /** Whether this browser can do it. */
  available(): Promise<boolean>;
  /** @returns what finds the credential again, and 32 bytes that only it can give for the salt; null = no PRF, or refused */
  create(username: string, salt: Uint8Array<ArrayBuffer>): Promise<PasskeyAnswer | null>;
  get(credential: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface PasskeyAnswer {
  readonly credential: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** The other windows of this device: one that is unlocked hands its open keys to one that asks, in memory only. */
export interface Circle {
  /** The keys of an unlocked window, or null when none answers in a moment. */
  ask(): Promise<SharedKeys | null>;
  /** Answers the others from now on; the returned function stops. */
  answer(give: () => SharedKeys | null): () => void;
}

/** An authenticated box: AES-GCM, with the row's name as associated data, so that a body is bound to its place. */
export interface Vault {
  seal(row: string, body: unknown): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws when the bytes are not a body of that row, or nobody has unlocked */
  open(row: string, sealed: Uint8Array): Promise<unknown>;
}

/** What only one tab of a device does at a time (Web Locks). */
export interface Locks {
  /** Runs when the lock is free: waits for whoever holds it. */
  hold<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Runs when the lock is free for us; false when somebody else holds it. */
  tryHold<T>(name: string, run: () => Promise<T>): Promise<{ readonly held: boolean; readonly value?: T }>;
}

/** What one tab tells the others of this device: which part of the store has changed. */
export interface TabNews {
  readonly about: 'commands' | 'cases' | 'catalogue' | 'session' | 'drafts' | 'slips' | 'files' | 'anew';
  /** Cases that the feed took away. */
  readonly gone?: readonly string[];
}

/** Who is there, heard at once: whoever works here has locked all windows, or has touched one. */
export type Presence = { readonly about: 'lock' } | { readonly about: 'touch' };

/**
 * How windows and worker agree on who sends. `woken`: the worker was woken, and would send if no window did. `here`: a
 * window is open and sends by itself. `yours`: the worker has stepped back for a window.
 */
export type SendingTalk =
  | { readonly about: 'woken' }
  | { readonly about: 'here' }
  | { readonly about: 'yours' };

export type TabTalk = TabNews | Presence | SendingTalk;

/** The other tabs of this device, and its worker (BroadcastChannel). Nobody hears what they themselves tell. */
export interface Tabs {
  tell(news: TabTalk): void;
  /** The returned function stops listening. */
  listen(hear: (news: TabTalk) => void): () => void;
}

/** Work that the browser lets the worker do with no window open. */
export interface Background {
  /** Something waits: the worker is to be woken for it when there is a line. Asking again changes nothing. */
  ask(): void;
}

/**
 * Whether there is a folder to copy to. `asks`: the person has to allow it once more, as after a restart of some browsers.
 */
export type MirrorState = 'unavailable' | 'none' | 'asks' | 'ready';

/** A folder outside the browser's profile. Each may reject: sticks are pulled out, and disks are full. */
export interface MirrorFolder {
  state(): Promise<MirrorState>;
  /** Lets the person choose one; needs their click. False when none was chosen. */
  choose(): Promise<boolean>;
  /** Asks for the one that was chosen before; needs their click. */
  grant(): Promise<boolean>;
  forget(): Promise<void>;
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Blob>;
  /** Whole or not at all. */
  write(name: string, content: Blob): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What the browser says of its surroundings: hints, never proof that the endpoint can be reached. */
export interface Surroundings {
  online(): boolean;
  visible(): boolean;
  /** Calls back after either has changed; the returned function stops. */
  onChange(run: () => void): () => void;
  /** What the browser keeps for this origin. */
  storage(): Promise<StorageState>;
  /** Asks the browser not to clear it when the disk runs short; true when it promises. */
  persist(): Promise<boolean>;
  /** Takes room on the disk that is kept for cases, where there is some and none is taken yet. Never fails. */
  keepRoom(): Promise<void>;
  /** Gives that room up: a case needs it. @returns whether there was some */
  makeRoom(): Promise<boolean>;
  /** What speaks against keeping anything here: a window that forgets, or an app that does not keep. */
  unfitFor(): Promise<'private' | 'wechat' | null>;
}

/** Bytes; both 0 where the browser does not say. */
export interface StorageState {
  readonly usage: number;
  readonly quota: number;
  readonly persisted: boolean;
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
  readonly deviceKeys: DeviceKeys;
  readonly lockbox: Lockbox;
  readonly kdf: Kdf;
  readonly passkeys: Passkeys;
  readonly circle: Circle;
  /** Makes the box of a key. The one seam through which everything with personal data passes to and from the store. */
  readonly vaultOf: (key: CryptoKey) => Vault;
  readonly locks: Locks;
  readonly tabs: Tabs;
  readonly surroundings: Surroundings;
  readonly background: Background;
  readonly mirror: MirrorFolder;
  readonly store: StorePlace;
  /** Of this build, as an administrator sees it in the list of devices. */
  readonly version: string;
}
