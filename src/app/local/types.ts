import type { ReadonlySignal } from '@preact/signals-core';
import type { Colleague } from '../../domain/assignment.ts';
import type { Case } from '../../domain/case.ts';
import type { ClaimPurpose } from '../../domain/claim.ts';
import type { AccessCommandType, CasePayloads, Revealed } from '../../domain/commands.ts';
import type { OfficeId, Post } from '../../domain/office.ts';
import type { Facts, Result } from '../../domain/result.ts';
import type { Sticker } from '../../domain/sticker.ts';
import type { CaseSummary } from '../../domain/summary.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';
import type { Claimable } from '../../protocol/claims.ts';
import type { HistoryEntry } from '../../protocol/history.ts';
import type { DevicePolicy } from '../../protocol/resources.ts';
import type { Carried } from './carry/types.ts';
import type { CaseDrafts } from './caseDrafts.ts';
import type { HeldCatalogue } from './catalogueStore.ts';
import type { HeldFile } from './files/shelf.ts';
import type { FilesOfCases } from './files/types.ts';
import type { LineStatus } from './lineStatus.ts';
import type { Mendable, RefusedAct } from './mend.ts';

import type { DocumentKeysHeld, WithPapers } from './papers.ts';
import type { ReadMarks } from './readMarks.ts';
import type { NewSlip, SavedSlip, SlipView } from './slipTypes.ts';

export type { Imported } from './carry/carry.ts';
export type { CaseDraft } from './caseDrafts.ts';
export type { Captured, HeldFile } from './files/shelf.ts';
export type { CaseUploads } from './files/types.ts';

export type { HeldCatalogue, HistoryEntry, LineStatus, NewSlip, SavedSlip, SlipView };

/** What desks see of a device. `local/` knows no desk; a desk knows only this. */
export interface Local extends FilesOfCases, CaseDrafts, Carried, WithPapers, ReadMarks {
  readonly status: ReadonlySignal<LineStatus>;
  /** Whether somebody may work here now, and who could. */
  readonly access: ReadonlySignal<Access>;
  /** Who works here now: unlocked, or visiting. */
  readonly signedIn: ReadonlySignal<SignedIn | null>;
  readonly device: ReadonlySignal<DeviceInfo | null>;
  readonly catalogue: ReadonlySignal<HeldCatalogue | null>;
  /**
   * Summaries of recorded cases, with this device's own unsent commands replayed on top; newest first. Empty while
   * locked; after unlocking the newest come first, and `searchable` tells when all are here.
   */
  readonly cases: ReadonlySignal<readonly ListedCase[]>;
  readonly searchable: ReadonlySignal<boolean>;
  /** Unsent, refused and quarantined commands, oldest first. */
  readonly outbox: ReadonlySignal<readonly OutboxEntry[]>;
  /** Drafts of the person signed in, newest first. */
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  /** The slips issued on this device, newest first. */
  readonly slips: ReadonlySignal<readonly SlipView[]>;

  /**
   * With a line. On an enrolled device whose office the person may read, `access` becomes `choosing`: a secret is to be
   * set. Otherwise the person visits: administration works, nothing is kept.
   */
  signIn(username: string, password: string): Promise<Result<SignedIn>>;
  /** Ends the session at the endpoint too, and locks. The person's secret stays good for unlocking. */
  signOut(): Promise<void>;
  /**
   * Enrols this device with the code that an administrator shows; needs a line.
   * @param sure the person says that this is no private window, which a browser can only be suspected of
   */
  enrol(code: string, sure?: boolean): Promise<Result<DeviceInfo>>;
  /** Which secrets this browser and this device allow. */
  readonly secretsAllowed: ReadonlySignal<SecretsAllowed>;
  /** Sets the secret of the person who has just signed in (`choosing`). */
  setSecret(secret: Secret): Promise<Result<null>>;
  /** Without a line. Codes: `lock.*`. */
  unlock(person: string, secret: Secret): Promise<Result<null>>;
  /** At once, in every window of this device. What is queued is still sent. */
  lock(): void;
  /** Somebody touched the screen: the idle time begins anew. */
  touched(): void;
  /** Hands drafts of the person who works here to a colleague on this device; recorded. */
  handOver(drafts: readonly string[], to: string): Promise<Result<null>>;
  /** A case opened whole, kept up to date until closed. */
  watchCase(id: string): WatchedCase;
  /** Shows a party's identity number or telephone in clear; the asking is recorded before anything is shown. */
  reveal(caseId: string, party: number, what: Revealed): Promise<Result<string>>;

  /**
   * Judges the acts in order on the case as shown, signs them and saves them in one strict transaction, together
   * with the number's sequence and the removal of the draft. Resolves `ok` only after the transaction completed.
   * A refusal means that nothing was saved and the draft stands.
   */
  submit(intake: Submission): Promise<Result<Saved>>;
  issueSlip(slip: NewSlip): Promise<Result<SavedSlip>>;
  /** Claims a case of another hall, as the endpoint has shown it, for one act; it is here once that is recorded. */
  claim(shown: Claimable, purpose: ClaimPurpose): Promise<Result<null>>;
  /** Puts a refused command aside for good, with a reason; itself a command. */
  setAside(commandId: string, reason: string): Promise<Result<null>>;
  /** The content of a refused receive as a draft to mend; `null` when there is nothing to edit. */
  draftFromRefused(commandId: string): Promise<Draft | null>;
  /** What a refused command said, to be mended in its own form; `null` when it is not here any more. */
  refusedAct(commandId: string): Promise<RefusedAct | null>;
  /** Sends a refused command that has no form again as a replacement, judged anew (修改后重报 without changes). */
  resend(commandId: string): Promise<Result<Saved>>;
  /** The same for a refused slip, under its number (`stream.kind` is `slip`). */
  resendSlip(commandId: string): Promise<Result<SavedSlip>>;
  saveDraft(draft: Draft): Promise<void>;
  removeDraft(id: string): Promise<void>;
  /** 立即上报: tries at once, whatever the waiting time. */
  sendNow(): void;
  /** The present moment by the device's clock, corrected by the known offset to the endpoint. */
  now(): Instant;
  /** History of a case from the endpoint; needs a line and a session. */
  history(caseId: string): Promise<Result<readonly HistoryEntry[]>>;
}

/** Whether somebody may work here. */
export type Access =
  /** Enrolled or not, nobody's keys are open. `people` have a secret on this device. */
  | { readonly state: 'locked'; readonly people: readonly KeptPerson[] }
  /** Signed in with a password on an enrolled device, and no secret set yet. */
  | { readonly state: 'choosing'; readonly person: SignedIn }
  | { readonly state: 'open'; readonly person: SignedIn; readonly people: readonly KeptPerson[] }
  /** Signed in with a password where nothing of theirs is kept: administration only. */
  | { readonly state: 'visiting'; readonly person: SignedIn; readonly people: readonly KeptPerson[] };

export type SecretKind = 'passkey' | 'passphrase' | 'digits';

export type Secret = { readonly kind: 'passkey' } | { readonly kind: 'text'; readonly text: string };

export interface SecretsAllowed {
  /** The browser offers passkeys with PRF. */
  readonly passkey: boolean;
  /** Fewest digits: 6 where disk encryption is recorded, else 10. */
  readonly digits: number;
  /** Fewest characters of a passphrase that is not digits alone. */
  readonly characters: number;
}

/** Who has a secret on this device. No names at rest in clear: the user name is all that is shown before unlocking. */
export interface KeptPerson {
  readonly id: string;
  readonly username: string;
  readonly kind: SecretKind;
  /** Ten wrong tries: only a sign-in with a line helps. */
  readonly exhausted: boolean;
}

/** A case in lists. */
export interface ListedCase {
  readonly case: CaseSummary;
  /** How far the newest act of this device on it has come; `recorded` for cases known only from the feed. */
  readonly progress: Progress;
  /** Own commands on it that are not recorded yet. */
  readonly pending: number;
  readonly updatedAt: Instant;
  /** The district has refused the receipt itself: shown as handed over, and nothing to be done but mend or put aside. */
  readonly receiptRefused?: true;
}

export interface WatchedCase {
  /** `undefined` while it is being opened; `null` when it is not on this device. */
  readonly view: ReadonlySignal<CaseView | null | undefined>;
  close(): void;
}

export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The endpoint's public address, for what is printed. */
  readonly origin?: string;
  /** Who else works in this office: to whom a case can be given, also without a line. */
  readonly colleagues?: readonly Colleague[];
}

export interface DeviceInfo extends DocumentKeysHeld {
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId;
  readonly slot: string;
  readonly policy: DevicePolicy;
  readonly diskEncrypted: boolean;
}

/** The three marks: saved on this device, sent, recorded by the district. */
export type Progress = 'saved' | 'sent' | 'recorded' | 'refused' | 'quarantined';

export interface CaseView {
  readonly case: Case;
  /** Hashes of its files that the district does not have yet; only where a case is watched. */
  readonly awaiting?: readonly string[];
  /** How far the newest act of this device on it has come; `recorded` for cases known only from the feed. */
  readonly progress: Progress;
  /** Own commands on it that are not recorded yet. */
  readonly pending: number;
  readonly updatedAt: Instant;
  /** The district has refused the receipt itself: shown as handed over, and nothing to be done but mend or put aside. */
  readonly receiptRefused?: true;
}

export interface OutboxEntry {
  readonly id: string;
  readonly stream: { readonly kind: 'case' | 'slip' | 'access'; readonly id: string };
  /** Brought from another device, which this one only sends on. */
  readonly carried: boolean;
  /** Null when it was carried here, or given up here: only the district can open it. */
  readonly type: CaseCommandType | 'issueSlip' | AccessCommandType | null;
  readonly number: string;
  /** The item's short name, for lists. */
  readonly item: string;
  readonly madeAt: Instant;
  readonly state: 'waiting' | 'held' | 'refused' | 'quarantined';
  readonly tries: number;
  readonly nextAttempt: Instant | null;
  /** Code and facts of the last answer or failure; words from the error catalogue. */
  readonly last: { readonly code: string; readonly facts: Facts } | null;
  /** What may be done with a refused one. */
  readonly mendable: Mendable;
}

/** One act on a case. `receive` gets its number and code from `submit`. */
export type Act =
  | {
      readonly type: 'receive';
      readonly payload: Omit<CasePayloads['receive'], 'number' | 'code' | 'catalogue' | 'sticker'> & {
        readonly sticker?: Sticker;
      };
    }
  | {
      readonly [T in Exclude<CaseCommandType, 'receive' | 'setAside' | 'accept'>]: {
        readonly type: T;
        readonly payload: Omit<CasePayloads[T], 'catalogue'>;
        /** What the person had before them when they judged; absent where the act follows on another one of the same visit. */
        readonly seen?: { readonly version: number; readonly file: string };
      };
    }[Exclude<CaseCommandType, 'receive' | 'setAside' | 'accept'>]
  /** The deadlines to print are computed by `submit`. */
  | { readonly type: 'accept' };

export interface Submission {
  /** Case id: the draft's for a new case. */
  readonly caseId: string;
  readonly acts: readonly Act[];
  /** Removed in the same transaction. */
  readonly draftId?: string;
  /** The refused receive that this submission mends: keeps case, number and code. */
  readonly replaces?: string;
  /** What opens the files that the acts name, by hash. Those of a refused command that is mended are known. */
  readonly fileKeys?: Readonly<Record<string, string>>;
}

export interface Saved {
  readonly case: Case;
  readonly commands: readonly string[];
}

/** An unfinished intake, saved on every change. `content` is the window's; `local/` only keeps it. */
export interface Draft {
  readonly id: string;
  readonly updatedAt: Instant;
  /** The command that it mends, when it came from 需处理. */
  readonly replaces?: string;
  readonly content: DraftContent;
}

export interface DraftContent {
  readonly item: string | null;
  readonly guide: string | null;
  readonly guideVersion: number | null;
  readonly step: string;
  readonly channel: 'hall' | 'village';
  readonly answers: CasePayloads['receive']['answers'];
  readonly parties: CasePayloads['receive']['parties'];
  readonly marks: CasePayloads['receive']['marks'];
  readonly handlingTown: OfficeId | null;
  /** Photographed pages and signatures, each with what opens it. */
  readonly files?: readonly HeldFile[];
  readonly signing?: CasePayloads['receive']['signing'];
  readonly sitting?: string;
  readonly renews?: CasePayloads['receive']['renews'] | undefined;
  readonly sticker?: Sticker;
  /**
   * Only in a draft made from a refused receipt: the outcome that was said, and printed, with it; `null` when the
   * papers were only taken in.
   */
  readonly followedBy?: FollowingAct | null;
}

/** What may be said on the spot after a receipt. */
export type FollowingAct = Extract<
  Act,
  { readonly type: 'accept' | 'requireCorrection' | 'returnPapers' | 'decline' }
>;
