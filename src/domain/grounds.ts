import { INTAKE_RULES } from './intakeRules.ts';
import type { IntakeRule } from './item.ts';
import type { Confirmation } from './office.ts';

/** A ground on which an application may be declined or ended: a closed list, each with its article. */
export interface Ground {
  readonly code: string;
  readonly label: string;
  /** For permits and registrations, which are permits too. */
  readonly basis: string;
  /** Where another law governs the item: nobody is declined by the licensing law for a service. */
  readonly otherBasis?: Readonly<Partial<Record<IntakeRule, string>>>;
  readonly rules: readonly IntakeRule[];
  /** The place where the person must go instead has to be written. */
  readonly needsReferral?: boolean;
  /** Everything missing has to be listed. */
  readonly needsLines?: boolean;
  /** Only while the item is not in force. */
  readonly onlyNotInForce?: boolean;
}

const EVERY: readonly IntakeRule[] = ['permit', 'registration', 'onTheSpot', 'service'];

export const DECLINE_GROUNDS: readonly Ground[] = [
  {
    code: 'notNeeded',
    label: '依法不需要办理',
    basis: '《行政许可法》第三十二条第一款第（一）项',
    otherBasis: { service: '服务指南公布的适用范围', onTheSpot: '《不动产登记暂行条例》第十七条' },
    rules: EVERY,
  },
  {
    code: 'notOurPower',
    label: '不属于本机关职权范围',
    basis: '《行政许可法》第三十二条第一款第（二）项',
    otherBasis: { service: '服务指南公布的受理机构', onTheSpot: '《不动产登记暂行条例》第十七条' },
    rules: EVERY,
    needsReferral: true,
  },
  {
    code: 'papersIncomplete',
    label: '申请材料不齐全或不符合法定形式，当场书面不予受理',
    basis: '《不动产登记暂行条例》第十七条',
    rules: ['onTheSpot'],
    needsLines: true,
  },
  {
    code: 'conditionsNotMet',
    label: '不符合该事项规定的办理条件',
    basis: '服务指南公布的办理条件',
    rules: ['service', 'registration'],
  },
  {
    code: 'notInForce',
    label: '该事项目前暂停或者已经取消',
    basis: '事项目录公布的状态及其依据',
    rules: EVERY,
    onlyNotInForce: true,
  },
];

/** The grounds that an intake rule knows, each with the basis that governs it there. */
export function groundsOf(rule: IntakeRule): readonly Ground[] {
  return DECLINE_GROUNDS.filter((ground) => ground.rules.includes(rule)).map((ground) => ({
    ...ground,
    basis: ground.otherBasis?.[rule] ?? ground.basis,
  }));
}

/** Remedies printed on every decline (行政复议法第二十条、行政诉讼法第四十六条). */
export const REMEDIES = {
  reconsiderationDays: 60,
  litigationMonths: 6,
} as const;

/** On which the hall may end what it has received or accepted. */
export interface CloseGround {
  readonly code: string;
  readonly label: string;
  /** What it rests on, by the rule of the item. */
  readonly basis: string;
  /** That what was told and did not come ends a case is how it is done here; no article was found that says so. */
  readonly confirmation: Confirmation;
}

type ClosingFacts = Omit<CloseGround, 'basis'> & { readonly basis: string | 'asTold' };

export const CLOSE_GROUNDS: readonly ClosingFacts[] = [
  { code: 'correctionLapsed', label: '告知的补正期限已过，未补正', basis: 'asTold', confirmation: 'pending' },
  {
    code: 'deferralLapsed',
    label: '容缺承诺期限已过，未补齐',
    basis: '《山东省优化营商环境条例》第二十八条',
    confirmation: 'pending',
  },
  {
    code: 'answered',
    label: '已经答复，咨询办结',
    basis: '服务指南公布的办理结果（咨询答复单）',
    confirmation: 'pending',
  },
];

/** Each with what it rests on there: a correction that lapsed, on the rule by which it was told. */
export function closeGroundOf(code: string | null | undefined, rule: IntakeRule): CloseGround | undefined {
  const found = CLOSE_GROUNDS.find((one) => one.code === code);
  return found && { ...found, basis: found.basis === 'asTold' ? INTAKE_RULES[rule].basis : found.basis };
}
