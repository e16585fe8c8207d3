import type { ReadonlySignal } from '@preact/signals-core';
import type { Case } from '../../domain/case.ts';
import type { CasePayloads, SlipPayload } from '../../domain/commands.ts';
import type { OfficeId, Post } from '../../domain/office.ts';
import type { Facts, Result } from '../../domain/result.ts';
import type { Catalogue, Rules } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';

/** What desks see of a device. `local/` knows no desk; a desk knows only this. */
export interface Local {
  readonly status: ReadonlySignal<LineStatus>;
  /** Kept on the device: a person stays signed in without a line. */
  readonly signedIn: ReadonlySignal<SignedIn | null>;
  readonly device: ReadonlySignal<DeviceInfo | null>;
  readonly catalogue: ReadonlySignal<HeldCatalogue | null>;
  /** Recorded state with this device's own unsent commands replayed on top; newest first. */
  readonly cases: ReadonlySignal<readonly CaseView[]>;
  /** Unsent, refused and quarantined commands, oldest first. */
  readonly outbox: ReadonlySignal<readonly OutboxEntry[]>;
  /** Drafts of the person signed in, newest first. */
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  /** The slips issued on this device, newest first. */
  readonly slips: ReadonlySignal<readonly SlipView[]>;

  signIn(username: string, password: string): Promise<Result<SignedIn>>;
  signOut(): Promise<void>;
  /** Enrols this device at one of the person's offices; needs a line and a fresh sign-in. */
  enrol(name: string, office: OfficeId): Promise<Result<DeviceInfo>>;

  /**
   * Judges the acts in order on the case as shown, signs them and saves them in one strict transaction, together
   * with the number's sequence and the removal of the draft. Resolves `ok` only after the transaction completed.
   * A refusal means that nothing was saved and the draft stands.
   */
  submit(intake: Submission): Promise<Result<Saved>>;
  issueSlip(slip: NewSlip): Promise<Result<SavedSlip>>;
  /** Puts a refused command aside for good, with a reason; itself a command. */
  setAside(commandId: string, reason: string): Promise<Result<null>>;
  /** The content of a refused receive as a draft to mend; `null` when there is nothing to edit. */
  draftFromRefused(commandId: string): Promise<Draft | null>;
  /** Sends a refused command that has no form again as a replacement, judged anew (修改后重报 without changes). */
  resend(commandId: string): Promise<Result<Saved>>;
  /** The same for a refused slip, under its number. For entries whose `stream.kind` is `slip`. */
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

export interface LineStatus {
  /** The last attempt reached the endpoint, or the browser says that there is a network and none was made yet. */
  readonly online: boolean;
  readonly sending: boolean;
  /** Commands not yet recorded and not refused. */
  readonly waiting: number;
  /** Commands under 需处理. */
  readonly refused: number;
  readonly lastContact: Instant | null;
  /** When the next automatic attempt is due. */
  readonly nextAttempt: Instant | null;
  /** The endpoint asked for a sign-in; sending goes on without one. */
  readonly sessionEnded: boolean;
  /** Set when the store failed: what happened, in words of the error catalogue. */
  readonly storeProblem: string | null;
  /** Milliseconds that the device's clock is behind (+) or ahead (−) of the endpoint's. */
  readonly clockOffsetMs: number;
}

export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The endpoint's public address, for what is printed. */
  readonly origin?: string;
}

export interface DeviceInfo {
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId;
  readonly slot: string;
}

export interface HeldCatalogue {
  readonly data: Catalogue;
  readonly rules: Rules;
  readonly etag: string | null;
  readonly fetchedAt: Instant;
}

/** The three marks: saved on this device, sent, recorded by the district. */
export type Progress = 'saved' | 'sent' | 'recorded' | 'refused' | 'quarantined';

export interface CaseView {
  readonly case: Case;
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
  readonly stream: { readonly kind: 'case' | 'slip'; readonly id: string };
  readonly type: CaseCommandType | 'issueSlip';
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
  readonly mendable: 'form' | 'resend' | 'no';
}

/** One act on a case. `receive` gets its number and code from `submit`. */
export type Act =
  | {
      readonly type: 'receive';
      readonly payload: Omit<CasePayloads['receive'], 'number' | 'code' | 'catalogue'>;
    }
  | {
      readonly [T in Exclude<CaseCommandType, 'receive' | 'setAside' | 'accept'>]: {
        readonly type: T;
        readonly payload: Omit<CasePayloads[T], 'catalogue'>;
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
}

export interface Saved {
  readonly case: Case;
  readonly commands: readonly string[];
}

export type NewSlip = Omit<SlipPayload, 'number' | 'catalogue'>;

export interface SavedSlip {
  readonly id: string;
  readonly payload: SlipPayload;
  readonly at: Instant;
  readonly hall: OfficeId;
}

export interface SlipView extends SavedSlip {
  readonly progress: Progress;
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

export interface HistoryEntry {
  readonly version: number;
  readonly type: string;
  readonly by: string;
  readonly office: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
}
