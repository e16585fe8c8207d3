import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { warns } from './builders.ts';
import { is, NO } from './parts.ts';
import { CANCEL, CHANGE, SET_UP } from './solePapers.ts';

/** The law's rules on a sole proprietorship (domain.md 1.9). */
export const SOLE_CHECKS: readonly Check[] = [
  {
    id: 'investor-may-trade',
    when: { any: [SET_UP, { all: [CHANGE, is('changed', 'investor')] }] },
    must: is('civil-servant', NO),
    message: '法律不让经商的人，不能当个人独资企业的投资人。',
    basis: { law: LAW.soleProprietorship, article: '第十六条' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  warns(
    'name-without-company',
    { not: { textContains: { answer: 'name', oneOf: ['有限', '公司', '合伙'] } } },
    '个人独资企业的名字里不能有“有限”“公司”“合伙”。',
    { law: LAW.soleProprietorship, article: '第十一条' },
    { when: SET_UP },
  ),
  {
    id: 'simple-cancellation',
    when: { all: [CANCEL, is('cancel-way', 'simple')] },
    must: is('barred', NO),
    message: '有这些情况的不能简易注销，请走一般注销。',
    basis: { law: LAW.registrationRules, article: '第四十八条' },
    severity: 'block',
    confirmation: 'confirmed',
  },
];
