import type { GuideStep } from './guide.ts';
import type { IntakeRule } from './item.ts';

/** A reason from a closed list, with the article that knows it. */
export interface Reason {
  readonly code: string;
  readonly label: string;
  readonly basis: string;
  /** Where the licensing law does not govern: a service, a benefit, a registration of rights in land. */
  readonly otherBasis?: string;
  /** Only in situations in which the guide has a step of this kind whose time does not count (`procedures.ts`). */
  readonly step?: GuideStep['kind'];
  /** Absent = for every item. */
  readonly rules?: readonly IntakeRule[];
}

const LICENSING = '《行政许可法》';
const GUIDE = '服务指南公布的办理条件';
/**
 * The notice, where it delegates the substance: the town gives an opinion and answers for it, the department follows its
 * seal and looks at nothing but form.
 */
export const SUBSTANCE_DELEGATED = '山政办发〔2021〕12 号第一部分第（二）项第 2 目';
const PROMISES = '《山东省优化营商环境条例》第二十九条';

/** Why a reviewer disagrees, or an office refuses (行政许可法第三十八条：不予的要说明理由). */
export const REFUSAL_REASONS: readonly Reason[] = [
  {
    code: 'conditions',
    label: '不符合规定的条件、标准',
    basis: `${LICENSING}第三十八条、${GUIDE}`,
    otherBasis: GUIDE,
  },
  {
    code: 'notTrue',
    label: '申请材料与实际情况不符',
    basis: `${LICENSING}第三十一条、第七十八条`,
    otherBasis: GUIDE,
  },
  {
    code: 'visit',
    label: '现场情况与申请内容不符',
    basis: `${LICENSING}第三十四条第三款`,
    otherBasis: GUIDE,
  },
  {
    code: 'rights',
    label: '权属有争议，或者利害关系人的异议成立',
    basis: `${LICENSING}第三十六条`,
    otherBasis: GUIDE,
  },
  { code: 'forbidden', label: '法律、法规禁止的情形', basis: `${LICENSING}第三十八条`, otherBasis: GUIDE },
  { code: 'deferral', label: '容缺承诺的材料没有补齐', basis: '《山东省优化营商环境条例》第二十八条' },
  { code: 'twice', label: '同一件事已经办过或者正在办', basis: GUIDE },
];

/** What a department may look at when it follows an opinion: form only (见章发证). */
export const FORM_REASONS: readonly Reason[] = [
  {
    code: 'sealMissing',
    label: '审核意见没有盖章，或者印章看不清',
    basis: SUBSTANCE_DELEGATED,
  },
  { code: 'sealInvalid', label: '用的不是规定的印章', basis: SUBSTANCE_DELEGATED },
  { code: 'listMismatch', label: '移交的材料和清单对不上', basis: SUBSTANCE_DELEGATED },
  {
    code: 'opinionUnclear',
    label: '审核意见缺页、缺签字或者缺日期',
    basis: SUBSTANCE_DELEGATED,
  },
];

/** Why a leader or a sealer gives it back. */
export const SEND_BACK_REASONS: readonly Reason[] = [
  { code: 'facts', label: '事实没有查清', basis: `${LICENSING}第三十四条`, otherBasis: GUIDE },
  { code: 'basis', label: '依据引用不对', basis: `${LICENSING}第三十八条`, otherBasis: GUIDE },
  { code: 'wording', label: '文书有错漏', basis: '《党政机关公文格式》（GB/T 9704-2012）' },
  {
    code: 'procedure',
    label: '缺少规定的步骤',
    basis: `${LICENSING}第三十四条、第三十六条`,
    otherBasis: GUIDE,
  },
];

const ART_45 = `${LICENSING}第四十五条`;
const PERMITS: readonly IntakeRule[] = ['permit', 'registration'];

/**
 * The procedures whose time does not count, a closed list. A site visit is none of them, and neither is a paper that
 * comes later or the way between two offices (domain.md §2.2).
 */
export const SUSPENDING_PROCEDURES: readonly Reason[] = [
  { code: 'hearing', label: '听证', basis: ART_45, rules: PERMITS },
  { code: 'tender', label: '招标', basis: ART_45, rules: PERMITS },
  { code: 'auction', label: '拍卖', basis: ART_45, rules: PERMITS },
  { code: 'test', label: '检验', basis: ART_45, rules: PERMITS },
  { code: 'measurement', label: '检测', basis: ART_45, rules: PERMITS },
  { code: 'quarantine', label: '检疫', basis: ART_45, rules: PERMITS },
  { code: 'appraisal', label: '鉴定', basis: ART_45, rules: PERMITS },
  { code: 'experts', label: '专家评审', basis: ART_45, rules: PERMITS },
  {
    code: 'firstRegistration',
    label: '不动产首次登记公告',
    basis: '《不动产登记暂行条例实施细则》第十七条',
    step: 'notice',
    rules: ['onTheSpot'],
  },
];

const ART_69 = `${LICENSING}第六十九条`;

/**
 * Why a grant is revoked, a closed list. What another law governs is revoked for a promise that was not kept, which that
 * item's own basis for promises knows; the licensing law's reasons are for licences.
 */
export const REVOCATION_REASONS: readonly Reason[] = [
  {
    code: 'promiseUnmet',
    label: '承诺没有履行，限期整改后仍不符合条件',
    basis: `${PROMISES}、${ART_69}第一款第（四）项`,
    otherBasis: PROMISES,
  },
  {
    code: 'notQualified',
    label: '对不具备申请资格或者不符合法定条件的申请人准予',
    basis: `${ART_69}第一款第（四）项`,
    rules: PERMITS,
  },
  {
    code: 'deceit',
    label: '以欺骗、贿赂等不正当手段取得',
    basis: `${ART_69}第二款`,
    rules: PERMITS,
  },
];

/** The reasons of a list that an intake rule knows, each with the basis that governs it there. */
export function reasonsFor(list: readonly Reason[], rule: IntakeRule): readonly Reason[] {
  const licensed = rule === 'permit' || rule === 'registration';
  return list
    .filter((one) => one.rules === undefined || one.rules.includes(rule))
    .map((one) => (licensed || one.otherBasis === undefined ? one : { ...one, basis: one.otherBasis }));
}
