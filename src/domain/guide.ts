import type { Answer, Condition } from './condition.ts';
import type { IntakeSource, LegalBasis } from './item.ts';

export type { IntakeSource } from './item.ts';

import type { Confirmation } from './office.ts';
import type { LegalDate } from './time.ts';

/** A statement of a guide, with how sure it is. */
export interface Statement {
  readonly text: string;
  readonly basis?: LegalBasis;
  readonly confirmation: Confirmation;
}

export interface Option {
  readonly value: Answer;
  readonly label: string;
  readonly help?: string;
  /** Choosing it means that this is not the item: where to go instead, and why. */
  readonly elsewhere?: { readonly goTo: string; readonly why: string };
}

/** A situation (情形): a question whose answer changes the checklist, the limits or a check. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly help?: string;
  readonly when?: Condition;
  readonly confirmation: Confirmation;
} & (
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'number'; readonly unit: string; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly maxLength: number; readonly optional?: boolean }
  | { readonly kind: 'date'; readonly optional?: boolean }
);

/** What form a paper comes in. `inspect` = the original is seen and handed back (核). */
export interface MaterialForm {
  readonly originals: number;
  readonly copies: number;
  readonly inspect: boolean;
}

/** One line of the checklist. */
export interface Material {
  readonly id: string;
  readonly name: string;
  readonly form: MaterialForm;
  /** Absent = asked in every situation. */
  readonly when?: Condition;
  /** In plain words: why this paper is asked. */
  readonly why: string;
  /** No basis, no required paper (营商环境条例第四十四条; derivation rule 1). */
  readonly basis: LegalBasis;
  readonly origin: {
    readonly from: 'applicant' | 'government' | 'intermediary' | 'village';
    readonly who?: string;
  };
  /** 免提交 by data sharing; 告知承诺 instead of the paper. */
  readonly waiver: { readonly sharing: boolean; readonly promise: boolean };
  /** 容缺: how many working days it may come late. `core` papers never may. */
  readonly deferrable: { readonly workingDays: number } | false;
  readonly core: boolean;
  readonly sensitive: boolean;
  readonly confirmation: Confirmation;
}

/** A declared rule over the answers, with its article (成员不少于五人 …). */
export interface Check {
  readonly id: string;
  readonly when?: Condition;
  readonly must: Condition;
  readonly message: string;
  readonly basis: LegalBasis;
  /** `block` stops acceptance, `warn` is shown and recorded. */
  readonly severity: 'block' | 'warn';
  readonly confirmation: Confirmation;
}

export type LimitUnit = 'workingDays' | 'calendarDays' | 'onTheSpot';

/** A time limit, counted from the day after acceptance. */
export interface Limit {
  readonly days: number;
  readonly unit: LimitUnit;
  readonly basis?: LegalBasis;
  /** How many working days a leader may add, once. */
  readonly extension?: number;
  readonly confirmation: Confirmation;
}

/** Limits of a situation; the first whose condition holds counts. `null` statutory = the law sets none. */
export interface LimitRule {
  readonly when?: Condition;
  readonly statutory: Limit | null;
  readonly promised: Limit | null;
}

/** Who takes part, and in what number. */
export interface PartyRule {
  readonly role: string;
  readonly label: string;
  readonly kinds: readonly ('person' | 'organisation')[];
  readonly min: number;
  readonly max: number;
  readonly when?: Condition;
  /** Absent: whoever takes part leaves a telephone, but for an agent. */
  readonly telephone?: 'optional';
}

/** Where a column of a roster goes: to a field of the party that the row is, or to the answer of a question. */
export type RosterColumn = {
  /** Words that stand over such a column; the first is how the screen names it. */
  readonly heads: readonly string[];
  readonly optional?: boolean;
} & (
  | { readonly field: 'name' | 'idNumber' | 'telephone' | 'address' | 'farmer' }
  | { readonly question: string }
);

/**
 * A list that people bring in a spreadsheet. `cases`: each row is a case of its own, taken in in one sitting; `parties`:
 * each row takes part in this one case.
 */
export interface Roster {
  readonly of: 'cases' | 'parties';
  /** Who a row is. */
  readonly role: string;
  /** 户、名: how its rows are counted. */
  readonly unit: string;
  readonly columns: readonly RosterColumn[];
  /** Only of `parties`: the questions that its rows answer by being counted. */
  readonly counts?: { readonly all: string; readonly farmers: string; readonly organisations: string };
}

/** Steps, days and materials before delegation; compared only when a department has confirmed them. */
export interface Baseline {
  readonly steps: number;
  readonly days: number;
  readonly materials: readonly string[];
  readonly confirmation: Confirmation;
}

export interface GuideStep {
  readonly id: string;
  readonly name: string;
  readonly by: 'town' | 'district' | 'applicant';
  /** What the step produces or decides, for the derivation rules. */
  readonly kind:
    | 'receive'
    | 'check'
    | 'visit'
    | 'opinion'
    | 'decide'
    | 'forward'
    | 'issue'
    | 'notice'
    | 'pay'
    | 'deliver';
  /** Never false for a site visit (Administrative Licensing Law art. 45). */
  readonly counts: boolean;
  /** The act that waits until the step is recorded; absent = nothing waits for it. */
  readonly before?: 'opine' | 'decide';
  /** Absent = in every situation. */
  readonly when?: Condition;
  /** How long a public notice must hang, the day on which it begins not counted; absent = no rule says. */
  readonly atLeast?: {
    readonly days: number;
    readonly unit: 'workingDays' | 'calendarDays';
    readonly basis: LegalBasis;
  };
  readonly confirmation: Confirmation;
}

/** A field of an application form. */
export interface FormField {
  readonly label: string;
  /** Filled from the intake; absent = written by hand. */
  readonly from?: IntakeSource;
  /** What stands there in the filled sample (示范文本): people and places that do not exist. */
  readonly sample: string;
  /** Lines of room for a hand; absent = one. */
  readonly lines?: number;
}

/** An application form of the item: printed empty, as a filled sample, or filled from the intake. */
export interface ApplicationForm {
  /** The line of the checklist that it is. */
  readonly material: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** What the applicant declares above the signature. */
  readonly declaration: string;
  readonly confirmation: Confirmation;
}

interface GuideHead {
  readonly id: string;
  readonly item: string;
  readonly version: number;
  readonly effectiveFrom: LegalDate;
  /** The name that people choose by; for item 7 each of its two services. */
  readonly title: string;
  readonly bases: readonly LegalBasis[];
  readonly applicants: string;
  readonly fee: Statement;
  readonly result: Statement;
}

/** Facts of the item only; intake still works with what the clerk is told by the department. */
export interface PreparingGuide extends GuideHead {
  readonly state: 'preparing';
}

export interface CompleteGuide extends GuideHead {
  readonly state: 'complete';
  readonly conditions: readonly Statement[];
  readonly questions: readonly Question[];
  /** What is not this item, and where to go instead. */
  readonly boundaries: readonly Statement[];
  readonly parties: readonly PartyRule[];
  readonly materials: readonly Material[];
  readonly checks: readonly Check[];
  readonly limits: readonly LimitRule[];
  readonly steps: readonly GuideStep[];
  readonly refusals: readonly Statement[];
  readonly rights: readonly Statement[];
  readonly faq: readonly { readonly q: string; readonly a: string; readonly confirmation: Confirmation }[];
  readonly mistakes: readonly string[];
  /** Absent: nothing has to be written. */
  readonly forms?: readonly ApplicationForm[];
  /** Absent: nobody brings a list. */
  readonly roster?: Roster;
  /** What the department has to answer before the guide is certain; stands on its sheet for confirmation (核定表). */
  readonly openPoints?: readonly string[];
  readonly baseline: Baseline | null;
}

export type Guide = PreparingGuide | CompleteGuide;
