import type { Condition } from '../../domain/condition.ts';
import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';

export const OWN_CASE = is('own-case', YES);
/** One's own land given to another to work. */
export const OWN_TRANSFER: Condition = { all: [is('topic', 'transfer'), OWN_CASE] };
export const OWN_LAND: Condition = {
  all: [is('topic', ['renewal', 'contract', 'transfer', 'women', 'dispute']), OWN_CASE],
};
export const TRANSFER_CONTRACT: Condition = { all: [is('topic', ['transfer', 'capital']), OWN_CASE] };
export const FROM_ANOTHER: Condition = { all: [OWN_TRANSFER, is('whose-land', 'from-another')] };

/** Advice has nothing to stop: what speaks against a plan is said to the person, and that is the answer. */
export const ADVICE_CHECKS: readonly Check[] = [
  {
    id: 'not-in-court',
    must: is('in-court', NO),
    message: '已经在仲裁或者打官司的，窗口只说程序怎么走，不对这件事谁对谁错作答。',
    basis: { law: LAW.landContract, article: '第五十五条' },
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'term-left',
    when: OWN_TRANSFER,
    must: { atMost: [{ answer: 'years' }, { answer: 'years-left' }] },
    message: '流转的年数不能比承包期剩下的年数长。',
    basis: { law: LAW.landContract, article: '第三十八条第（三）项' },
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'farming-only',
    when: OWN_TRANSFER,
    must: is('farming', YES),
    message: '承包地流转以后还得种养，不能改作别的用途。',
    basis: { law: LAW.landContract, article: '第三十八条第（二）项' },
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'holder-agrees',
    when: FROM_ANOTHER,
    must: is('holder-agrees', YES),
    message: '流转来的地再转给别人，要原承包户书面同意，还要向村集体备案。',
    basis: { law: LAW.landContract, article: '第四十六条' },
    severity: 'warn',
    confirmation: 'confirmed',
  },
];
