import type { Confirmation, OfficeId } from './office.ts';
import type { LegalDate } from './time.ts';

/** How the notice delegates an item; `district` when the citizen went to the district hall instead. */
export type DelegatedRoute = 'direct' | 'review' | 'window';
export type Route = DelegatedRoute | 'district';

/** 行政许可、公共服务、行政给付、行政确认 (GB/T 39046-2020, appendix A.1). */
export type ItemKind = 'permit' | 'service' | 'benefit' | 'confirmation';

/** Which law governs the minutes after papers are laid on the counter. See `intakeRules.ts`. */
export type IntakeRule = 'permit' | 'registration' | 'onTheSpot' | 'service';

export interface ItemCode {
  readonly scheme: 'NOTICE_13' | 'NATIONAL_BASIC_12' | 'PERMIT_LIST_12' | 'HANDLING_14' | 'IMPLEMENT_31';
  readonly value: string;
  readonly from?: LegalDate;
  readonly to?: LegalDate;
  readonly confirmation: Confirmation;
}

export type ItemState = 'in_force' | 'suspended' | 'cancelled' | 'superseded';

/** A state from a date on, with what it rests on. The entry with the latest `from` not after a date holds on that date. */
export interface ItemStatus {
  readonly state: ItemState;
  readonly from: LegalDate;
  readonly basis: string;
  readonly confirmation: Confirmation;
}

/** Since when (and until when) a town hall handles the item. Absent = never delegated to it. */
export interface Delegation {
  readonly office: OfficeId;
  readonly from: LegalDate;
  /** First date on which the power no longer exists. */
  readonly to?: LegalDate;
}

export interface LegalBasis {
  readonly law: string;
  /** 第三十二条第一款第（四）项. */
  readonly article?: string;
  /** The rule in our own words, or the wording where it is short. */
  readonly says?: string;
}

/** The seal on the final document of the deciding office. */
export type SealNeed = 'none' | 'business' | 'approval';

/** What makes two cases the same matter, so that town and district see a likely duplicate. */
export type SubjectKey =
  | { readonly of: 'party'; readonly role: string }
  | { readonly of: 'answer'; readonly question: string };

/** Which town handles the case: the one that receives it, or the one that an answer names (village of the parcel …). */
export type HandlingTown =
  | { readonly by: 'receivingHall' }
  | { readonly by: 'answer'; readonly question: string };

/** What an intake knows, to be written into a form or copied into the system of record. */
export type IntakeSource =
  | {
      readonly of: 'party';
      readonly role: string;
      readonly what: 'name' | 'idNumber' | 'telephone' | 'address';
    }
  | { readonly of: 'answer'; readonly question: string };

/** A field of the system of record; without a source it is typed by hand. */
export interface TargetField {
  readonly label: string;
  readonly from?: IntakeSource;
}

/** The system of record in which the clerk must also act. */
export interface TargetSystem {
  readonly name: string;
  /** In the order in which it asks for them. */
  readonly fields: readonly TargetField[];
  readonly confirmation: Confirmation;
}

export interface Supervision {
  readonly office: OfficeId;
  readonly claimDays: number;
  readonly answerDays: number;
  readonly confirmation: Confirmation;
}

export interface Item {
  readonly id: string;
  /** 1 to 13, the order of the notice's annex. */
  readonly seq: number;
  readonly codes: readonly ItemCode[];
  readonly name: string;
  readonly shortName: string;
  readonly kind: ItemKind;
  readonly department: OfficeId;
  readonly route: DelegatedRoute;
  /** The annex's remark: what part of the item was delegated. */
  readonly scope?: string;
  readonly status: readonly ItemStatus[];
  readonly delegations: readonly Delegation[];
  readonly intakeRule: IntakeRule;
  /** `instant` 即办件, `promised` 承诺件, `consultation` 咨询. */
  readonly pace: 'instant' | 'promised' | 'consultation';
  /** Who decides, by the route taken. */
  readonly decider: { readonly delegated: 'town' | 'department'; readonly district: 'department' };
  readonly needsSeal: {
    readonly delegated: SealNeed;
    readonly district: SealNeed;
    readonly confirmation: Confirmation;
  };
  /** Whether the leader of the deciding office approves. On the review route always. */
  readonly needsApproval: {
    readonly delegated: boolean;
    readonly district: boolean;
    readonly confirmation: Confirmation;
  };
  /** Of a licence: who supervises what it allows, and how many working days to claim and to answer what is told (审管衔接). */
  readonly supervision?: Supervision;
  /** Of a licence that ends on a day and may be prolonged (行政许可法第五十条): how many days before that it is to be asked for. */
  readonly renewal?: { readonly daysBefore: number; readonly confirmation: Confirmation };
  /** The department waits for the paper itself before it issues or grants. */
  readonly papersRequired: boolean;
  /** Sensitive personal data (PIPL art. 28): written notice to the person is recorded at intake. */
  readonly sensitive: boolean;
  readonly subjectKey: SubjectKey;
  readonly handlingTown: HandlingTown;
  readonly target: TargetSystem;
  readonly bases: readonly LegalBasis[];
  /** Guides by id, in the order in which the window offers them. Item 7 has two. */
  readonly guides: readonly string[];
  /** What to say and where to send a person while the item is not in force. */
  readonly referral?: string;
  /** Search tokens made when the catalogue is built: everyday words, full pinyin and initials. */
  readonly words: readonly string[];
}

/** The state of an item on a date; an item without an entry by then is not yet in force and counts as suspended. */
export function itemStatusOn(item: Item, date: LegalDate): ItemStatus {
  let found: ItemStatus | undefined;
  for (const status of item.status) {
    if (status.from <= date && (!found || status.from >= found.from)) found = status;
  }
  return found ?? { state: 'suspended', from: date, basis: '尚未生效', confirmation: 'confirmed' };
}

/** Whether a town hall holds the item on a date. The district hall always does (区镇同权). */
export function isDelegatedTo(item: Item, office: OfficeId, date: LegalDate): boolean {
  return item.delegations.some(
    (one) => one.office === office && one.from <= date && (one.to === undefined || date < one.to),
  );
}
