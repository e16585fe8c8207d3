import type { ToldLine } from './case.ts';
import type { Marks } from './checklist.ts';
import type { Claim } from './claim.ts';
import type { Answers } from './condition.ts';
import type { HandledDocument } from './documentTitles.ts';
import type { CaseFile } from './files.ts';
import type { DeliveryWay, StepOutcome } from './handling.ts';
import type { HandOffOutcome } from './handOff.ts';
import type { Route } from './item.ts';
import type { Deadlines } from './limits.ts';
import type { OfficeId } from './office.ts';
import type { Party } from './parties.ts';
import type { RectifiedField } from './rectify.ts';
import type { Renewal } from './renewal.ts';
import type { Signing } from './signing.ts';
import type { Instant, LegalDate } from './time.ts';
import type { CaseCommandType } from './transitions.ts';

/** What every payload says about the knowledge it was made with. */
interface Made {
  /** Version of the catalogue that the device had. */
  readonly catalogue: number;
}

/** Papers that come in, with what was photographed of them. The header of the command names the same files. */
interface Papers extends Made {
  readonly marks: Marks;
  readonly files?: readonly CaseFile[];
}

export interface CasePayloads {
  readonly receive: Papers & {
    readonly number: string;
    readonly item: string;
    readonly guide: string;
    readonly guideVersion: number;
    readonly route: Route;
    readonly handlingTown: OfficeId | null;
    readonly channel: 'hall' | 'village';
    readonly answers: Answers;
    readonly parties: readonly Party[];
    readonly code: string;
    readonly signing?: Signing;
    readonly sitting?: string;
    readonly renews?: Renewal;
    /** Number of the sticker that was stuck on its papers; `code` is then the sticker's. */
    readonly sticker?: string;
  };
  readonly requireCorrection: Made & { readonly lines: readonly ToldLine[]; readonly due: LegalDate };
  /** `deposits`: receipts of papers that another hall took for this case, and that come in with it. */
  readonly supplement: Papers & { readonly deposits?: readonly string[] };
  readonly returnPapers: Made & { readonly lines: readonly ToldLine[]; readonly text: string };
  readonly decline: Made & {
    readonly ground: string;
    readonly text: string;
    /** Where to go instead, when the ground asks for it. */
    readonly referTo?: string;
    readonly lines: readonly ToldLine[];
  };
  readonly close: Made & { readonly ground: string; readonly text: string };
  /** The deadlines that were printed, so that a difference is noticed. */
  readonly accept: Made & { readonly deadlines: Deadlines };
  readonly fulfil: Papers;
  readonly withdraw: Made & { readonly text: string };
  readonly setAside: Made & { readonly command: string; readonly code: string; readonly reason: string };
  /** The short code on the receipt, as whoever brings the papers has shown it. */
  /** `for`: absent = for a supplement. */
  readonly claim: Made & { readonly code: string } & Pick<Claim, 'for'>;
  readonly recordStep: Made & {
    readonly step: string;
    readonly at: LegalDate;
    readonly time?: string;
    readonly until?: LegalDate;
    readonly officers: readonly string[];
    readonly place: string;
    readonly text: string;
    readonly outcome: StepOutcome;
    readonly files?: readonly CaseFile[];
  };
  readonly opine: Made & { readonly agree: boolean } & Reasoned;
  readonly decide: Made & { readonly granted: boolean } & Reasoned;
  readonly approve: Made & { readonly text: string };
  readonly sendBack: Made & { readonly reason: string; readonly text: string };
  readonly seal: Made & { readonly copies: number; readonly text: string };
  readonly forward: Made & { readonly text: string };
  readonly returnForForm: Made & { readonly reason: string; readonly text: string };
  readonly recallOpinion: Made & { readonly text: string };
  readonly issue: Made & { readonly number: string; readonly text: string };
  readonly refuseOnOpinion: Made & { readonly text: string };
  readonly deliver: Made & {
    readonly way: DeliveryWay;
    readonly receiver: string;
    readonly post?: string;
    readonly witness?: string;
    /** The person agreed to be served electronically. */
    readonly consent?: boolean;
    readonly files?: readonly CaseFile[];
  };
  readonly suspend: Made & { readonly procedure: string; readonly notice: string; readonly days: number };
  readonly resume: Made;
  readonly extend: Made & { readonly days: number; readonly text: string };
  readonly answer: Made & { readonly text: string };
  readonly escalate: Made & { readonly text: string };
  readonly dispatchPapers: Made & { readonly list: string; readonly to: OfficeId };
  readonly signForPapers: Made & { readonly list: string };
  readonly reportMissing: Made & { readonly list: string; readonly text: string };
  readonly note: Made & { readonly text: string };
  /** To whom, `null` = back to all; `from`: whose it was on the screen, so that two at once hear of each other. */
  readonly assign: Made & {
    readonly person: string | null;
    readonly name: string;
    readonly from: string | null;
    readonly text: string;
  };
  /** The number that the system of record gave back; `system`: as the item called it. */
  readonly copied: Made & { readonly system: string; readonly number: string };
  /** Which flag, by its code and when it was raised. */
  readonly settle: Made & {
    readonly flag: { readonly code: string; readonly at: Instant };
    readonly reason: string;
    readonly text: string;
  };
  readonly verifyPromise: Made & {
    readonly met: boolean;
    /** Materials whose promise is not kept. */
    readonly lines: readonly string[];
    readonly text: string;
    readonly mendBy?: LegalDate;
  };
  readonly revoke: Made & { readonly reason: string; readonly text: string };
  /** What stood there is named, so that nothing is put right that somebody else has put right meanwhile. */
  readonly rectify: Made & {
    readonly field: RectifiedField;
    readonly was: string;
    readonly now: string;
    readonly text: string;
  };
  readonly claimHandOff: Made;
  readonly answerHandOff: Made & { readonly outcome: HandOffOutcome; readonly text: string };
}

interface Reasoned {
  /** Codes of the closed list; empty when it is a good end. */
  readonly reasons: readonly string[];
  readonly text: string;
}

/** A command on a case, without header: what `decide` judges. */
export type CaseCommand = {
  readonly [T in CaseCommandType]: { readonly type: T; readonly payload: CasePayloads[T] };
}[CaseCommandType];

/**
 * A paper without a case on this device: the one-time notice, the first-inquiry slip, or the receipt of papers that were
 * handed over here for another hall's case. No personal data.
 */
export interface SlipPayload extends Made {
  readonly kind: 'oneTimeNotice' | 'firstInquiry' | 'deposit';
  readonly number: string;
  /** The case for which papers were taken; only of a deposit. */
  readonly caseNumber?: string;
  readonly item: string | null;
  readonly guide: string | null;
  readonly guideVersion: number | null;
  /** Situation answers, without free text. */
  readonly answers: Answers;
  /** Names of the papers told, or taken. */
  readonly lines: readonly ToldLine[];
  /** Where the person was sent, and why; required for a first-inquiry slip. */
  readonly referTo: string;
  readonly text: string;
}

/** What is asked to be shown in clear of a person who takes part. */
export type Revealed = 'identityNumber' | 'telephone';

/** Acts on what a device holds, each a stream of its own of kind `access`: that somebody asked is recorded. */
export interface AccessPayloads {
  /** An identity number or a telephone is shown in clear. Names which, never what it says. */
  readonly reveal: Made & { readonly case: string; readonly party: number; readonly what: Revealed };
  /** Drafts handed to a colleague on the same device at the end of a shift. */
  readonly handOver: Made & { readonly to: string; readonly drafts: readonly string[] };
  /** A document was printed: which, by the hash of what it says. Printed again it is marked (补打). */
  readonly print: Made & { readonly case: string; readonly kind: HandledDocument; readonly document: string };
}

export type AccessCommandType = keyof AccessPayloads;

export const ACCESS_COMMANDS = [
  'reveal',
  'handOver',
  'print',
] as const satisfies readonly AccessCommandType[];

export type AccessCommand = {
  readonly [T in AccessCommandType]: { readonly type: T; readonly payload: AccessPayloads[T] };
}[AccessCommandType];

export interface SlipIssued extends SlipPayload {
  readonly hall: OfficeId;
  readonly on: LegalDate;
}
