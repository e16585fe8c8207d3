import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';
import {
  CORRECT,
  HOMESTEAD_HANDED_ON,
  JOINT_BY_LAW,
  JOINT_BY_PRACTICE,
  MORTGAGE,
  OBJECT,
  QUERY,
} from './realEstateQuestions.ts';

export const register = (article: string) => ({ law: LAW.realEstate, article });
export const civilCode = (article: string) => ({ law: LAW.civilCode, article });

/** Who may apply and who may look up stops, for the law says so outright; what the registry weighs only warns. */
export const REAL_ESTATE_CHECKS: readonly Check[] = [
  {
    id: 'both-apply',
    when: JOINT_BY_LAW,
    must: is('both-apply', YES),
    message: '买卖和抵押要双方一起申请，来不了的一方可以委托别人。',
    basis: register('第十四条第一款'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'family-both-apply',
    when: JOINT_BY_PRACTICE,
    must: is('both-apply', YES),
    message: '赠与和分家析产一般也要双方一起申请，先问区里一方能不能办。',
    basis: register('第十四条第一款'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'may-look-up',
    when: QUERY,
    must: { not: is('standing', 'neither') },
    message: '只有权利人和有利害关系的人能查，别人要有他们的委托书，用他们的名义查。',
    basis: { law: LAW.realEstate, article: '第二十七条', says: '《民法典》第二百一十八条也这样规定。' },
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'may-correct',
    when: CORRECT,
    must: { not: is('standing', 'neither') },
    message: '只有权利人和有利害关系的人能申请更正。',
    basis: civilCode('第二百二十条第一款'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'correct-before-objecting',
    when: OBJECT,
    must: is('holder-agrees', NO),
    message: '登记的主人同意改的，直接办更正登记，不用办异议登记。',
    basis: civilCode('第二百二十条第二款'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'homestead-within-village',
    when: HOMESTEAD_HANDED_ON,
    must: is('same-collective', YES),
    message: '宅基地一般只能转给本村集体的成员，先问区里能不能办。',
    basis: civilCode('第三百六十三条'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'homestead-not-mortgaged',
    when: MORTGAGE,
    must: { not: is('property', 'homestead') },
    message: '宅基地不能抵押，法律另有规定的除外。先问区里再收。',
    basis: civilCode('第三百九十九条第（二）项'),
    severity: 'warn',
    // domain.md names only houses on state land; the exception of the code keeps the rule from stopping anyone.
    confirmation: 'pending',
  },
  {
    id: 'land-mortgage-asked',
    when: MORTGAGE,
    must: { not: is('property', ['fields', 'woods']) },
    message: '承包地、林地的抵押登记镇里能不能收，还没有核定，先问区里。',
    basis: register('第十四条第一款'),
    severity: 'warn',
    confirmation: 'pending',
  },
];
