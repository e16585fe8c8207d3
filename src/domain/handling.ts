import type { Assigned } from './assignment.ts';
import type { Case, CaseStatus } from './case.ts';
import type { Marks } from './checklist.ts';
import type { DocumentTitle } from './documentTitles.ts';
import type { Item, Route, SealNeed } from './item.ts';
import type { Deadlines } from './limits.ts';
import type { OfficeId } from './office.ts';
import type { SystemNumber } from './systemNumber.ts';
import type { Instant, LegalDate } from './time.ts';

/** Who put a name under something, for which office and when. */
export interface Signed {
  /** Id of the person. */
  readonly by: string;
  /** As it stands on the paper. */
  readonly name: string;
  readonly office: OfficeId;
  readonly on: LegalDate;
}

/** What is issued with a number of its own. */
export interface Numbered {
  /** 文号: given when the endpoint records it, without gaps by office, series and year; absent before that. */
  readonly serial?: number;
}

/** What the town's reviewer holds of a `review` case. */
export interface Opinion extends Signed {
  readonly agree: boolean;
  /** Codes of `reasons.ts`; at least one when it disagrees. */
  readonly reasons: readonly string[];
  readonly text: string;
}

/** What the deciding office has decided (direct, window, district). */
export interface Decision extends Signed {
  readonly granted: boolean;
  readonly reasons: readonly string[];
  readonly text: string;
}

export interface Approval extends Signed {
  readonly text: string;
}

/** One line of the seal register (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定，第二十五条). */
export interface Sealing extends Signed, Numbered {
  /** What was sealed; absent in what was recorded before this was written down. */
  readonly title?: DocumentTitle;
  readonly seal: SealNeed;
  readonly copies: number;
  readonly text: string;
  /** As they stand in the register, whatever becomes of the draft afterwards. */
  readonly drafter: string;
  readonly approver: string;
}

/** Followed from the town's opinion (见章发证). */
export interface Issue extends Signed {
  readonly granted: boolean;
  /** The number that the system of record gave the result; empty where there is none. */
  readonly number: string;
  readonly text: string;
}

export const DELIVERY_WAYS = ['inPerson', 'post', 'electronic', 'leftBehind'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

export interface Delivery extends Signed {
  readonly way: DeliveryWay;
  readonly receiver: string;
  /** Number of the registered letter. */
  readonly post?: string;
  /** Who saw that it was left behind. */
  readonly witness?: string;
}

export const STEP_OUTCOMES = ['done', 'doubt', 'objection', 'settled'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** One record of a step that the guide declares: a site visit, a public notice, an objection to it, a payment. */
export interface StepRecord extends Signed {
  readonly step: string;
  /** The day on which it happened; for a public notice the day on which it began. */
  readonly at: LegalDate;
  /** Time of day there, HH:MM in Asia/Shanghai: of a site visit. */
  readonly time?: string;
  /** The last day of a public notice. */
  readonly until?: LegalDate;
  /** Who was there; a site visit needs two (行政许可法第三十四条). */
  readonly officers: readonly string[];
  readonly place: string;
  readonly text: string;
  readonly outcome: StepOutcome;
}

/** The clock stood still for a procedure of the law's list; `until` is absent while it does. */
export interface Suspension extends Signed, Numbered {
  readonly procedure: string;
  /** Number or date of the written notice, without which nothing is suspended. */
  readonly notice: string;
  /** How long it is expected to take, as told. */
  readonly days: number;
  readonly until?: LegalDate;
}

/** Once, by the leader, told with its reason (行政许可法第四十二条). */
export interface Extension extends Signed, Numbered {
  readonly days: number;
  readonly text: string;
  /** The last day as it stood, and as it was told anew; `null` where the clock stood still, absent where it was not kept. */
  readonly told?: { readonly was: LegalDate; readonly until: LegalDate } | null;
}

/** Sent back by a leader or a sealer, or returned by a department for its form. */
export interface SentBack extends Signed {
  readonly what: 'sendBack' | 'returnForForm' | 'recallOpinion';
  readonly reason: string;
  readonly text: string;
}

/** A line of a transfer list that was signed for: what its list says of it when it is printed again. */
export interface SignedLine {
  readonly list: string;
  readonly from: OfficeId;
  readonly to: OfficeId;
  /** When it was handed over, and when and by whom it was signed for. */
  readonly sent: LegalDate;
  readonly on: LegalDate;
  readonly name: string;
}

/** Who has signed for the paper, and for which line. */
export interface PapersSigned extends Signed {
  /** Absent in events from before lists were remembered: what is stored of their cases goes on following from them. */
  readonly line?: Pick<SignedLine, 'list' | 'from' | 'sent'>;
}

/** 转报（转递）: who sent it on, with which words, and what went along. Later papers and returns change nothing of it. */
export interface Forwarding extends Signed {
  readonly to: OfficeId;
  /** 附言 to the department; may be empty. */
  readonly text: string;
  /** Which sending of the case it is: one that is sent again on the same day is another paper. */
  readonly nth: number;
  readonly marks: Marks;
}

/** Where the paper file is: at an office, or on its way in a list. */
export interface Custody {
  readonly at: OfficeId;
  readonly on: LegalDate;
  /** Offices that have had it before: they took part, have to account for it, and go on seeing the case. */
  readonly past?: readonly OfficeId[];
  /** On its way: handed over by `at`, and not signed for yet. */
  readonly way?: { readonly list: string; readonly to: OfficeId; readonly missing?: string };
  /** The lists that brought it where it is, the last one last: both ends print them again. */
  readonly lists?: readonly SignedLine[];
}

/** What was asked, and what was answered (item 8). */
export interface Answered extends Signed {
  readonly text: string;
}

/** Characters of one note: a question or a hint, no report. */
export const NOTE_LENGTH = 500;

/** One line of what offices write each other on a case (业务指导): advice and questions, never a decision. */
export interface Note extends Signed {
  readonly at: Instant;
  readonly text: string;
}

/** The handling half of a case; everything is absent until it happens. */
export interface Handling {
  readonly steps?: readonly StepRecord[];
  readonly opinion?: Opinion;
  readonly decision?: Decision;
  readonly approval?: Approval;
  readonly sealing?: Sealing;
  /** Every line of it in the seal register, also of what was recalled or sealed again. */
  readonly sealings?: readonly Sealing[];
  /** The newest; absent where it was never sent, before this was kept, and once the opinion that it carried is recalled. */
  readonly forwarding?: Forwarding;
  readonly issue?: Issue;
  readonly delivery?: Delivery;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: Extension;
  /** The dates that hold since the clock was stopped or the limit extended; before that those of the acceptance. */
  readonly dates?: Deadlines;
  readonly sentBack?: readonly SentBack[];
  readonly custody?: Custody;
  readonly escalation?: Answered;
  readonly answer?: Answered;
  /** In the order in which they were recorded; nothing is ever taken out or changed. */
  readonly notes?: readonly Note[];
  /** Who was to see to it, the last of them; whether that still holds is computed (`assigneeOf`). */
  readonly assigned?: readonly Assigned[];
  /** What systems of record gave back, in the order in which it was written down; of one system the last counts. */
  readonly systemNumbers?: readonly SystemNumber[];
  /** When it came to the office that has it: the segments of the time that passes (town, transfer, department). */
  readonly stations?: readonly { readonly office: OfficeId; readonly on: LegalDate }[];
}

/** The procedure for which the clock stands still now, if it does. */
export const openStop = ({ suspensions }: Pick<Handling, 'suspensions'>): Suspension | undefined =>
  suspensions?.find((one) => one.until === undefined);

/** Instant items are decided in one visit by the clerk; consultations are answered: neither is approved or sealed. */
const isPromised = (item: Item): boolean => item.pace === 'promised';

/** Whether a leader has to approve (DESIGN §4: always on the review route, else by item). */
export function approvalNeeded(item: Item, route: Route): boolean {
  if (route === 'review') return true;
  return (
    isPromised(item) && (route === 'district' ? item.needsApproval.district : item.needsApproval.delegated)
  );
}

/** The seal under the final document of the deciding office; on the review route the town's under its opinion. */
export function sealNeeded(item: Item, route: Route): SealNeed {
  if (!isPromised(item)) return 'none';
  return route === 'district' ? item.needsSeal.district : item.needsSeal.delegated;
}

/** Whether nothing is left to be done but to deliver; a revocation may have to be sealed first (`decidePromise.ts`). */
export function isFinished(status: CaseStatus | 'none', item: Item, route: Route): boolean {
  if (status === 'issued' || status === 'refused' || status === 'revoked') return true;
  if (route === 'review') return false;
  const sealed = sealNeeded(item, route) !== 'none';
  if (status === 'decided') return !sealed && !approvalNeeded(item, route);
  if (status === 'approved') return !sealed;
  return status === 'sealed';
}

/** States in which the case lies with the department, by route. */
const AT_DEPARTMENT: Readonly<Record<Route, readonly CaseStatus[]>> = {
  direct: [],
  review: ['atDepartment', 'escalated'],
  window: ['atDepartment', 'decided', 'approved', 'sealed'],
  district: ['accepted', 'decided', 'approved', 'sealed', 'escalated'],
};

/**
 * The office whose turn it is. Before acceptance, and once there is only delivering left to do, the receiving hall;
 * in between the handling town or the department.
 */
export function holderOf(
  found: Pick<Case, 'hall' | 'handlingTown' | 'route'>,
  item: Item,
  status: CaseStatus | 'none',
): OfficeId {
  const { hall, route } = found;
  if (status === 'none' || BEFORE.includes(status) || status === 'issued' || status === 'refused')
    return hall;
  if (item.pace === 'instant') return hall;
  if (item.pace === 'consultation') return status === 'escalated' ? item.department : hall;
  if (AT_DEPARTMENT[route].includes(status)) return item.department;
  return found.handlingTown ?? hall;
}

const BEFORE: readonly CaseStatus[] = ['received', 'correcting'];

/**
 * The offices whose people see a case: who received it, who has claimed it, who handles it, wherever it has been sent, who
 * has or had its paper, and who supervises what it allows. An office is never taken off the list: whoever took part must
 * be able to say what it did and where the paper went, and a case that silently stopped moving on its devices would lie to
 * it. So no feed needs a `gone` for it.
 */
export function officesOf(found: Case, item: Item | undefined): readonly OfficeId[] {
  const { hall, handlingTown, route, stations = [], custody, escalation, handOffs = [] } = found;
  // From the receipt on: silence may accept it, and nothing is recorded of that.
  const department = item && (route === 'district' || escalation) ? [item.department] : [];
  // Nobody of the town that an answer names has a part in what the district decides.
  const town = handlingTown === null || route === 'district' ? [] : [handlingTown];
  const paper = custody
    ? [custody.at, ...(custody.past ?? []), ...(custody.way ? [custody.way.to] : [])]
    : [];
  const supervising = handOffs.flatMap((one) => [
    one.to,
    ...(item?.supervision ? [item.supervision.office] : []),
  ]);
  const been = [...(found.claims ?? []), ...stations].map((one) => one.office);
  return [...new Set([hall, ...town, ...department, ...been, ...paper, ...supervising])];
}

/** When nothing was left to do with it: it ended on the way, or its result (or the revocation of it) was delivered. Undefined while it is open. */
export const endedOn = (found: Case): LegalDate | undefined =>
  found.ending?.on ?? (found.revocation ?? found).delivery?.on;

/** Granted or refused, whichever route it took; undefined while nobody has judged it. */
export function outcomeOf(found: Case): 'granted' | 'refused' | undefined {
  const good = found.issue?.granted ?? found.decision?.granted ?? found.opinion?.agree;
  return good === undefined ? undefined : good ? 'granted' : 'refused';
}

/** Where the paper is when nobody has moved it: at the hall that received it. */
export const custodyOf = (found: Case): Custody => found.custody ?? { at: found.hall, on: found.receivedOn };
