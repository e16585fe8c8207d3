import type { Calendar } from './calendar.ts';
import type { Case, CaseStatus } from './case.ts';
import { workingDaysAfter } from './countedDates.ts';
import type { IntakeRule } from './item.ts';
import type { LegalDate } from './time.ts';
import type { CaseCommandType } from './transitions.ts';

/**
 * The four intake rules (DESIGN §4): what may follow when papers are incomplete, and what the law
 * makes of silence.
 */
export interface IntakeRuleFacts {
  /** Commands by which incomplete papers may be answered. */
  readonly whenIncomplete: readonly CaseCommandType[];
  /**
   * Within how many working days everything missing must be told; 0 = before the person leaves.
   * `null` = the law draws no consequence from silence.
   */
  readonly tellWithin: number | null;
  readonly basis: string;
}

export const INTAKE_RULES: Readonly<Record<IntakeRule, IntakeRuleFacts>> = {
  permit: {
    whenIncomplete: ['requireCorrection', 'decline'],
    tellWithin: 5,
    basis: '《行政许可法》第三十二条第一款第（四）项',
  },
  registration: {
    whenIncomplete: ['returnPapers', 'decline'],
    tellWithin: 0,
    basis: '《市场主体登记管理条例》第十九条、实施细则第十八条第三款',
  },
  onTheSpot: {
    whenIncomplete: ['decline'],
    tellWithin: 0,
    basis: '《不动产登记暂行条例》第十七条',
  },
  service: {
    whenIncomplete: ['requireCorrection', 'decline'],
    tellWithin: null,
    basis: '《山东省优化营商环境条例》第三十条（一次性告知）',
  },
};

/**
 * The last day on which something missing may still be told; `null` where silence has no consequence.
 * Counted from the day on which the papers last came in.
 */
export function lastDayToTell(rule: IntakeRule, papersOn: LegalDate, calendar: Calendar): LegalDate | null {
  const { tellWithin } = INTAKE_RULES[rule];
  return tellWithin === null ? null : workingDaysAfter(papersOn, tellWithin, calendar).date;
}

/**
 * Deemed acceptance (Administrative Licensing Law art. 32: silence means accepted from the day of receipt).
 * Computed from the facts, never stored.
 */
export function isDeemedAccepted(
  found: Pick<Case, 'status' | 'papersOn'>,
  rule: IntakeRule,
  today: LegalDate,
  calendar: Calendar,
): boolean {
  if (found.status !== 'received') return false;
  const last = lastDayToTell(rule, found.papersOn, calendar);
  return last !== null && today > last;
}

/** The status that counts on a day: what was recorded, or `accepted` by silence. */
export function statusOn(
  found: Pick<Case, 'status' | 'papersOn'>,
  rule: IntakeRule,
  today: LegalDate,
  calendar: Calendar,
): CaseStatus {
  return isDeemedAccepted(found, rule, today, calendar) ? 'accepted' : found.status;
}

/** Whether an accepted case has a deferred paper (容缺) whose promised date has passed: computed, never stored. */
export function defaultedMaterials(
  found: Case,
  today: LegalDate,
  /** The status that counts, deemed acceptance included. */
  status: CaseStatus = found.status,
): string[] {
  if (status !== 'accepted') return [];
  return Object.entries(found.marks)
    .filter(([, mark]) => mark.kind === 'deferred' && mark.due < today)
    .map(([material]) => material);
}
