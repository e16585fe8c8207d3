import type { CompleteGuide, Guide } from '../domain/guide.ts';
import type { Item } from '../domain/item.ts';
import type { ProgressView } from '../domain/progress.ts';
import type { Catalogue, Rules } from '../domain/rules.ts';
import type { Instant, LegalDate } from '../domain/time.ts';
import type { ComplaintState, ComplaintTaken, EvaluationTaken } from '../protocol/feedback.ts';
import type { VerifiedDocument } from '../protocol/verifiedDocument.ts';
import type { Passwords } from './access/passwords.ts';
import type { Sessions } from './access/sessions.ts';
import type { Announcer } from './announcer.ts';
import type { DocumentKeys } from './documents/documentKeys.ts';
import type { Inspector } from './files/inspector.ts';
import type { FileShelf } from './files/shelf.ts';
import type { Uploads } from './files/uploads.ts';
import type { Metrics } from './metrics.ts';
import type { Opener } from './opening/opener.ts';
import type { SealingKeys } from './opening/sealingKeys.ts';
import type { Published } from './published.ts';
import type { Verifier } from './recording/keys.ts';
import type { Recorder } from './recording/recorder.ts';
import type { Store } from './store/store.ts';

/** What comes from outside the program. No port has a default. */
export interface Edges {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly timer: Timer;
}

export interface Timer {
  /** Calls again and again; the returned function stops it. */
  every(ms: number, run: () => void): () => void;
}

/** A refusal in words. */
type Words = { what: string; todo: string };
/** What somebody typed into a form that could not be taken, by field. */
export type Typed = Readonly<Record<string, string>>;

/** The pages that citizens read, rendered from `app/citizen`; each knows the scripts that the build made for it. */
export interface CitizenPages {
  home(props: { catalogue: Catalogue; today: LegalDate }): string;
  search(props: { catalogue: Catalogue; query: string }): string;
  halls(props: { catalogue: Catalogue }): string;
  guide(props: { guide: Guide; item: Item; rules: Rules; today: LegalDate }): string;
  forms(props: { guide: CompleteGuide }): string;
  /** There is no such page. */
  notFound(): string;
  progress(props: {
    found?: ProgressView;
    problem?: Words;
    number?: string;
    code?: string;
    askIdEnd?: boolean;
    receipt?: { number: string; code: string; channel: string };
    typed?: Typed;
  }): string;
  evaluated(props: EvaluationTaken): string;
  complaint(props: { catalogue: Catalogue; today: LegalDate; problem?: Words; typed?: Typed }): string;
  complained(props: ComplaintTaken): string;
  /** Whether the document whose code was scanned is one. */
  verify(props: { found?: VerifiedDocument; problem?: Words }): string;
  complaintState(props: { found?: ComplaintState; problem?: Words; number?: string }): string;
  /** Style inlined in every page: the content security policy names its hash. */
  readonly css: string;
}

/** Why a catalogue may not be published; empty when it may. */
export type Lint = (before: Catalogue, after: Catalogue) => readonly { where: string; message: string }[];

/** What the routes work with. */
export interface Context extends Edges {
  readonly store: Store;
  /** To which the positions of the feed belong. */
  readonly epoch: string;
  readonly now: () => Instant;
  readonly today: () => LegalDate;
  readonly published: Published;
  readonly lint: Lint;
  readonly opener: Opener;
  readonly recorder: Recorder;
  readonly verifier: Verifier;
  /** The keys that devices seal to, and what opens it. */
  readonly sealing: SealingKeys;
  /** The keys that documents are signed with. */
  readonly documents: DocumentKeys;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly announcer: Announcer;
  /** The bytes of files; what brings them there; and what looks at them once they are. */
  readonly shelf: FileShelf;
  readonly uploads: Uploads;
  readonly inspector: Inspector;
  readonly metrics: Metrics;
  /** True when the public address is https: cookies then never travel in clear. */
  readonly secure: boolean;
  /** The address that people type, without a slash at the end; known once the port is. */
  readonly publicUrl: () => string;
}
