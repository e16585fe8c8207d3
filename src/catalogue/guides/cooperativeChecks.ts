import type { Amount, Condition } from '../../domain/condition.ts';
import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';

/** The law's rules on a cooperative that can be counted (domain.md 1.10, all read in the original). */

export const SET_UP = is('action', 'setUp');
export const FILE_MEMBERS = is('action', 'members');
export const CHANGE = is('action', 'change');
export const CANCEL = is('action', 'cancel');

/**
 * A condition on a question that is not asked in every situation stands beside the one that asks it: then it is
 * false in the other situations, instead of waiting for an answer that never comes.
 */
export const changed = (question: string): Condition => ({ all: [CHANGE, is(question, YES)] });
export const cancelledBy = (way: 'ordinary' | 'simple'): Condition => ({
  all: [CANCEL, is('cancel-way', way)],
});

/** Votes that need two thirds: a new charter, or the end. */
export const TWO_THIRDS: Condition = { any: [changed('charter-changed'), cancelledBy('ordinary')] };

const members: Amount = { answer: 'members' };
const farmers: Amount = { answer: 'farmers' };
const organisations: Amount = { answer: 'organisations' };

const cooperativeLaw = (article: string) => ({ law: LAW.cooperative, article });

interface MembershipRule extends Pick<Check, 'id' | 'must' | 'message' | 'basis'> {
  readonly applies?: Condition;
  /** What the law adds when the composition falls short later. */
  readonly later?: string;
}

/** Shares are compared as whole numbers: farmers × 5 ≥ members × 4 is exactly 80 %. */
const MEMBERSHIP_RULES: readonly MembershipRule[] = [
  {
    id: 'five-members',
    must: { atLeast: [members, 5] },
    message: '成员至少要有五名。',
    basis: cooperativeLaw('第十二条第一款第（一）项'),
  },
  {
    id: 'farmers-eighty-percent',
    must: { atLeast: [{ times: [5, farmers] }, { times: [4, members] }] },
    message: '农民成员至少要占成员总数的 80%。',
    basis: cooperativeLaw('第二十条第一款'),
    later: '成员变动后低于这个比例的，六个月内补足（《市场主体登记管理条例实施细则》第三十九条）。',
  },
  {
    id: 'one-organisation',
    applies: { atMost: [members, 20] },
    must: { atMost: [organisations, 1] },
    message: '成员不超过二十名的，企业、事业单位和社会组织最多一个。',
    basis: cooperativeLaw('第二十条第二款'),
  },
  {
    id: 'organisations-five-percent',
    applies: { not: { atMost: [members, 20] } },
    must: { atMost: [{ times: [20, organisations] }, members] },
    message: '成员超过二十名的，企业、事业单位和社会组织不能超过成员总数的 5%。',
    basis: cooperativeLaw('第二十条第二款'),
  },
];

/**
 * At set-up the composition decides. When changes of members are filed later the register takes note of what has
 * happened already, and the law gives six months to win back enough farmers (implementing rules art. 39): a warning.
 */
const membershipChecks: readonly Check[] = MEMBERSHIP_RULES.flatMap((rule) => {
  const { id, applies, must, message, basis, later = '' } = rule;
  const during = (action: Condition): Condition => (applies ? { all: [action, applies] } : action);
  const facts = { must, basis, confirmation: 'confirmed' } as const;
  return [
    { ...facts, id, when: during(SET_UP), message, severity: 'block' } as const,
    {
      ...facts,
      id: `${id}-filed`,
      when: during(FILE_MEMBERS),
      message: message + later,
      severity: 'warn',
    } as const,
  ];
});

export const COOPERATIVE_CHECKS: readonly Check[] = [
  {
    id: 'numbers-add-up',
    when: { any: [SET_UP, FILE_MEMBERS] },
    must: { atMost: [{ plus: [farmers, organisations] }, members] },
    message: '农民成员加上单位成员，比成员总数还多，请核对人数。',
    basis: cooperativeLaw('第二十条'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  ...membershipChecks,
  {
    id: 'no-public-unit',
    when: { all: [{ any: [SET_UP, FILE_MEMBERS] }, { atLeast: [organisations, 1] }] },
    must: is('public-unit', NO),
    message: '管理公共事务的单位不能当成员。',
    basis: cooperativeLaw('第十九条第一款'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'contribution-allowed',
    when: SET_UP,
    must: { not: is('contribution', 'forbidden') },
    message: '劳务、信用、姓名、商誉、特许经营权和已经设定担保的财产不能作价出资。',
    basis: { law: LAW.registration, article: '第十三条第二款' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'contribution-no-claims',
    when: SET_UP,
    must: { not: is('contribution', 'claims') },
    message: '不能拿合作社或者其他成员欠的钱来抵出资。',
    basis: cooperativeLaw('第十三条第二款'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'charter-unanimous',
    when: SET_UP,
    must: is('charter-unanimous', YES),
    message: '章程要由全体设立人一致通过。',
    basis: cooperativeLaw('第十四条第二款第（一）项'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'two-thirds',
    when: TWO_THIRDS,
    must: is('two-thirds', YES),
    message: '修改章程或者解散，同意的要达到表决权总数的三分之二。',
    basis: cooperativeLaw('第三十条第二款'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'simple-cancel-open',
    when: cancelledBy('simple'),
    must: is('simple-barred', NO),
    message: '有这些情况之一的，不能走简易注销，请改走一般注销。',
    basis: { law: LAW.registrationRules, article: '第四十八条' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'simple-cancel-notice',
    when: cancelledBy('simple'),
    must: is('notice-done', YES),
    message: '先在公示系统公示二十日，期满后二十日内再来申请。',
    basis: { law: LAW.registration, article: '第三十三条' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'name-says-cooperative',
    when: SET_UP,
    must: { textContains: { answer: 'name', oneOf: ['专业合作社'] } },
    message: '名称里一般要有“专业合作社”几个字。',
    basis: cooperativeLaw('第十二条第一款第（四）项'),
    severity: 'warn',
    confirmation: 'pending',
  },
];
