import type { Condition } from '../../domain/condition.ts';
import type { Check, Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { copies, inspected, is, MAY_COME_LATER, original, WAIVER } from './parts.ts';
import { INSURANCE_IDENTITY, SERVICE_AGENT_ID, SERVICE_MANDATE } from './serviceParts.ts';

export const REMOTE_CARE = { law: LAW.remoteCare };

export const NEW = is('action', 'new');
export const WITH_PLACE = is('action', ['new', 'change']);

/** The reason is asked only for a new filing, so it stands beside that. */
const newBecause = (reason: string | readonly string[]): Condition => ({
  all: [NEW, is('reason', reason)],
});

export const REFERRAL_PAPERS: readonly Material[] = [
  {
    id: 'id-card',
    name: '参保人的医保电子凭证、居民身份证或者社会保障卡（有一样就行）',
    form: inspected,
    why: '确认是谁参保、在哪里参保，看完当场还。',
    basis: INSURANCE_IDENTITY,
    origin: { from: 'government', who: '医保、公安或者人社部门' },
    waiver: WAIVER.sharing,
    deferrable: false,
    core: true,
    sensitive: false,
    confirmation: 'pending',
  },
  {
    id: 'application',
    name: '异地就医备案登记表',
    form: original(1),
    // Emergency treatment counts as filed (医保发〔2022〕22 号, B+): nothing to write then.
    when: { any: [is('action', ['change', 'cancel']), newBecause(['referral', 'self'])] },
    why: '写清去哪个市看病、从哪天开始，窗口照此录入医保系统。',
    basis: REMOTE_CARE,
    origin: { from: 'applicant' },
    waiver: WAIVER.none,
    deferrable: false,
    core: true,
    sensitive: true,
    confirmation: 'pending',
  },
  {
    id: 'referral',
    name: '转诊转院意见',
    form: copies(1),
    when: newBecause('referral'),
    why: '按转诊备案，报销比没有转诊的高一些；医保系统里查得到的不用带。',
    basis: REMOTE_CARE,
    origin: { from: 'applicant', who: '参保地的定点医院' },
    waiver: WAIVER.sharing,
    deferrable: MAY_COME_LATER,
    core: false,
    sensitive: true,
    confirmation: 'pending',
  },
  {
    ...SERVICE_MANDATE,
    why: '写明委托谁办、办什么。父母、子女、夫妻代办的，可以用户口簿或者当场写承诺代替。',
    waiver: WAIVER.promise,
    deferrable: MAY_COME_LATER,
  },
  SERVICE_AGENT_ID,
];

/** All from practice (B): they tell the person what to expect, and stop nothing. */
const HINT = { severity: 'warn', confirmation: 'pending' } as const;

export const REFERRAL_CHECKS: readonly Check[] = [
  {
    ...HINT,
    id: 'outside-province',
    when: WITH_PLACE,
    must: { not: is('place', 'in-province') },
    message: '山东省内别的市看病，一般不用备案就能直接结算。请窗口先在医保系统里看一下。',
    basis: { law: LAW.insuranceHandling, article: '第二十三条' },
  },
  {
    ...HINT,
    id: 'not-emergency',
    when: NEW,
    must: { not: is('reason', 'emergency') },
    message: '外地急诊抢救看作已经备案，一般不用再办。医院说结算不了的，请窗口当场查。',
    basis: REMOTE_CARE,
  },
  {
    ...HINT,
    id: 'before-settlement',
    when: NEW,
    must: { not: is('stage', 'paid') },
    message: '已经出院自己付了钱，补了备案也不能再直接结算。医药费按规定手工报销，到区医疗保障局问办。',
    basis: { law: LAW.insuranceHandling, article: '第二十条' },
  },
];
