import type { Condition } from '../../domain/condition.ts';
import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';

/** What the law says of a sole proprietorship that can be asked and counted (domain.md 1.9). */

export const ENTERPRISE = is('what', 'enterprise');
export const BRANCH = is('what', 'branch');
export const SET_UP = is('action', 'setUp');
export const CHANGE = is('action', 'change');
export const CANCEL = is('action', 'cancel');

export const both = (...conditions: readonly Condition[]): Condition => ({ all: conditions });

export const changed = (question: string): Condition => both(CHANGE, is(question, YES));

export const investorBy = (...ways: readonly string[]): Condition =>
  both(ENTERPRISE, CHANGE, is('new-investor', ways));

/** Someone becomes the investor: at the beginning, or in the place of another. */
export const INVESTOR_BEGINS: Condition = {
  any: [both(ENTERPRISE, SET_UP), investorBy('transferred', 'inherited')],
};

export const NEW_PLACE: Condition = { any: [SET_UP, changed('new-address')] };
export const NEW_HEAD: Condition = {
  any: [both(BRANCH, SET_UP), both(BRANCH, CHANGE, is('new-head', YES))],
};
export const APPROVAL_NEEDED = both(is('action', ['setUp', 'change']), is('prior-approval', YES));

export const cancelledBy = (way: 'ordinary' | 'simple'): Condition =>
  both(ENTERPRISE, CANCEL, is('cancel-way', way));

/** Limits of thirty days run for changes and for new branches, not for a new enterprise. */
export const WITHIN_THIRTY_DAYS: Condition = { any: [CHANGE, both(BRANCH, SET_UP)] };

const proprietorshipLaw = (article: string) => ({ law: LAW.soleProprietorship, article });

export const PROPRIETORSHIP_CHECKS: readonly Check[] = [
  {
    id: 'investor-may-trade',
    when: INVESTOR_BEGINS,
    must: is('investor-barred', NO),
    message: '法律不准做生意的人，不能当个人独资企业的投资人。',
    basis: proprietorshipLaw('第十六条'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    // The law asks that the name fits the liability; the list of words stood in rules that were repealed in 2022.
    id: 'name-fits',
    when: { any: [SET_UP, changed('name-changed')] },
    must: { not: { textContains: { answer: 'name', oneOf: ['有限', '公司', '合伙'] } } },
    message: '个人独资企业的名称里不能有“有限”“公司”“合伙”，可以叫厂、店、部、中心。',
    basis: proprietorshipLaw('第十一条'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'approval-valid',
    when: APPROVAL_NEEDED,
    must: is('approval-state', ['valid', 'fresh']),
    message: '批准文件过了有效期，或者没写有效期又满了九十日的，先到批准的部门重新批或者确认还有效。',
    basis: { law: LAW.registrationRules, article: '第二十二条第一款' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'neighbours-agree',
    when: NEW_PLACE,
    must: { not: is('flat', 'not-agreed') },
    message: '用居民楼里的住宅做生意，要先让有利害关系的邻居都同意，不然区里可能不给登记。',
    basis: { law: LAW.civilCode, article: '第二百七十九条' },
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    // Late is late, and still better than never: the register takes it.
    id: 'within-thirty-days',
    when: WITHIN_THIRTY_DAYS,
    must: is('late', NO),
    message:
      '变更和设分支机构，要在决定以后三十日内来办。过了期限仍要来办，拖着不办会被责令改正，还可能罚款。',
    basis: { law: LAW.registrationRules, article: '第二十一条第三款、第三十一条第一款' },
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'branches-first',
    when: both(ENTERPRISE, CANCEL),
    must: is('branches-left', NO),
    message: '先把分支机构注销了，再来注销企业。',
    basis: { law: LAW.registration, article: '第三十二条第二款' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'creditors-told',
    when: cancelledBy('ordinary'),
    must: is('creditors-told', YES),
    message: '自己清算的，清算前十五日内要书面通知债主；通知不到的，要公告。',
    basis: proprietorshipLaw('第二十七条第二款'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'simple-no-debts',
    when: cancelledBy('simple'),
    must: is('debts', NO),
    message: '债、工资、社保、税还没结清的，不能走简易注销，请先结清，或者改走一般注销。',
    basis: { law: LAW.registration, article: '第三十三条第一款' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'simple-not-barred',
    when: cancelledBy('simple'),
    must: is('simple-barred', NO),
    message: '有这些情况之一的，不能走简易注销，请改走一般注销。',
    basis: { law: LAW.registrationRules, article: '第四十八条' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'simple-notice-done',
    when: cancelledBy('simple'),
    must: is('notice', 'done'),
    message:
      '先在公示系统公示二十日，没有人提异议，期满后二十日内来申请。过了这二十日的，先问登记机关怎么办。',
    basis: { law: LAW.registration, article: '第三十三条第二款' },
    severity: 'block',
    confirmation: 'confirmed',
  },
];
