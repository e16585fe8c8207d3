import type { Condition } from '../../domain/condition.ts';
import type { Check, LimitRule } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';

/** Situations of item 3, each beside the question that opens it, and what the law says about their time. */

export const PERSON = is('who', 'person');
export const UNIT = is('who', 'unit');

export const personal = (action: string | readonly string[]): Condition => ({
  all: [PERSON, is('action', action)],
});
export const unitary = (action: string | readonly string[]): Condition => ({
  all: [UNIT, is('unit-action', action)],
});

export const RESIDENT = personal('resident');
export const NEWBORN = personal('newborn');
export const STOP = personal('stop');
export const ENROL = personal(['resident', 'newborn', 'flexible']);

const stopped = (why: string | readonly string[]): Condition => ({
  all: [PERSON, is('action', 'stop'), is('stop-why', why)],
});
export const MOVED = stopped('moved');
export const DIED = stopped('died');
const DOUBLE_ELSEWHERE = stopped('double-elsewhere');

/** Whom someone else stands in for by nature: a parent for a baby, a relative for the dead. */
export const BY_FAMILY: Condition = { any: [NEWBORN, DIED] };

export const handling = (article: string) => ({ law: LAW.insuranceHandling, article });

export const ENROLMENT_CHECKS: readonly Check[] = [
  {
    id: 'not-insured-already',
    when: personal(['resident', 'flexible']),
    must: is('insured-already', NO),
    message: '在别处正常交着医保的，不能再参加一份。先在那边停了，再来登记。',
    basis: handling('第九条'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'newborn-within-ninety-days',
    when: NEWBORN,
    must: is('within-ninety', YES),
    message: '出生满 90 天以后才参保的，一般不能从出生那天算起，前面的医药费可能报不了。',
    basis: { law: LAW.lastingInsurance },
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'double-handled-by-district',
    when: STOP,
    must: { not: is('stop-why', 'double-elsewhere') },
    message: '和外省重复的，由区医疗保障局和那边核对。镇里先收下，再转过去。',
    basis: handling('第九条'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'arrears-cleared',
    when: unitary('cancel'),
    must: is('arrears', NO),
    message: '单位注销登记，要先交清欠的医保费、滞纳金和罚款。',
    basis: handling('第十条'),
    severity: 'block',
    confirmation: 'confirmed',
  },
];

const TEN_WORKING_DAYS = { days: 10, unit: 'workingDays', confirmation: 'confirmed' } as const;
const ON_THE_SPOT = { days: 0, unit: 'onTheSpot', confirmation: 'pending' } as const;
const FIVE_WORKING_DAYS = { days: 5, unit: 'workingDays', confirmation: 'pending' } as const;

export const ENROLMENT_LIMITS: readonly LimitRule[] = [
  {
    when: ENROL,
    statutory: { ...TEN_WORKING_DAYS, basis: handling('第六条') },
    promised: ON_THE_SPOT,
  },
  {
    // Another province has to answer first, so nothing shorter than the law can be promised.
    when: DOUBLE_ELSEWHERE,
    statutory: { ...TEN_WORKING_DAYS, basis: handling('第十条') },
    promised: null,
  },
  {
    when: PERSON,
    statutory: { ...TEN_WORKING_DAYS, basis: handling('第十条') },
    promised: ON_THE_SPOT,
  },
  {
    when: unitary('register'),
    statutory: {
      days: 15,
      unit: 'calendarDays',
      basis: { law: LAW.socialInsurance, article: '第五十七条' },
      confirmation: 'confirmed',
    },
    promised: FIVE_WORKING_DAYS,
  },
  {
    // That staff who come and go are a change of the unit's registration is our reading of articles 9 and 10.
    when: unitary(['hire', 'leave']),
    statutory: { ...TEN_WORKING_DAYS, basis: handling('第九条、第十条'), confirmation: 'pending' },
    promised: FIVE_WORKING_DAYS,
  },
  {
    statutory: { ...TEN_WORKING_DAYS, basis: handling('第十条') },
    promised: FIVE_WORKING_DAYS,
  },
];
