import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import {
  BY_FAMILY,
  DIED,
  ENROL,
  handling,
  MOVED,
  NEWBORN,
  PERSON,
  personal,
  RESIDENT,
  STOP,
  unitary,
} from './enrolmentChecks.ts';
import { copies, inspected, is, MAY_COME_LATER, NO, original, WAIVER, YES } from './parts.ts';
import { INSURANCE_IDENTITY, SERVICE_AGENT_ID, SERVICE_MANDATE } from './serviceParts.ts';

const UNIT_REGISTERS = { law: LAW.socialInsurance, article: '第五十七条' };
const STAFF = { law: LAW.socialInsurance, article: '第五十八条' };
const SHARED_FACTS = handling('第八条');

/** A form that is filled in and signed; where the system prints it, signing is enough. */
const FORM = {
  form: original(1),
  origin: { from: 'applicant' },
  waiver: WAIVER.none,
  deferrable: false,
  core: true,
  sensitive: true,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

/** A paper of an office: seen and handed back, and not needed where the window finds it in a system. */
const OFFICIAL = {
  form: inspected,
  waiver: WAIVER.sharing,
  deferrable: MAY_COME_LATER,
  core: false,
  sensitive: true,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

const IDENTITY = { ...OFFICIAL, deferrable: false, core: true, sensitive: false } as const;

const POLICE = { from: 'government', who: '公安机关' } as const;

export const ENROLMENT_PAPERS: readonly Material[] = [
  {
    ...IDENTITY,
    id: 'id-card',
    name: '参保人的居民身份证、医保电子凭证或者社会保障卡（有一样就行）',
    when: { all: [PERSON, { not: BY_FAMILY }] },
    why: '确认是本人，看完当场还。小孩没有身份证的，看户口簿。',
    basis: INSURANCE_IDENTITY,
    origin: { from: 'government', who: '公安、医保或者人社部门' },
  },
  {
    ...IDENTITY,
    id: 'family-id',
    name: '监护人或者家属的居民身份证',
    when: BY_FAMILY,
    why: '确认来办的是孩子的监护人，或者去世人的家属，看完当场还。',
    basis: INSURANCE_IDENTITY,
    origin: POLICE,
  },
  {
    ...FORM,
    id: 'enrolment-form',
    name: '参保登记表',
    when: ENROL,
    why: '写清参加哪一种医保、怎么联系，窗口照此登记。',
    basis: handling('第六条'),
  },
  {
    ...OFFICIAL,
    id: 'residence-permit',
    name: '居住证',
    when: { all: [RESIDENT, is('household', 'other')] },
    why: '户口在外地的，说明在这里居住。',
    basis: { law: LAW.lastingInsurance },
    origin: POLICE,
    sensitive: false,
  },
  {
    ...OFFICIAL,
    id: 'child-household',
    name: '户口簿（孩子那一页）',
    when: { all: [NEWBORN, is('born-registered', YES)] },
    why: '看孩子的姓名和身份证号码。',
    basis: SHARED_FACTS,
    origin: POLICE,
  },
  {
    ...OFFICIAL,
    id: 'birth-certificate',
    name: '出生医学证明',
    when: { all: [NEWBORN, is('born-registered', NO)] },
    why: '还没上户口的，先凭它登记，上了户口再来改。',
    basis: SHARED_FACTS,
    origin: { from: 'government', who: '接生的医院' },
  },
  {
    ...FORM,
    id: 'change-form',
    name: '个人信息变更登记表',
    when: personal('change'),
    why: '写清改哪一项，原来是什么，现在是什么。',
    basis: handling('第九条、第十条'),
  },
  {
    ...OFFICIAL,
    id: 'change-proof',
    name: '户口簿的变更页或者公安机关的证明（有一样就行）',
    when: { all: [PERSON, is('action', 'change'), is('changed', 'identity')] },
    why: '姓名、身份证号码改过，要看出是同一个人。改电话、账户不用带。',
    basis: SHARED_FACTS,
    origin: POLICE,
  },
  {
    ...FORM,
    id: 'stop-statement',
    name: '停保（终止参保）声明',
    when: STOP,
    why: '说明为什么停、从什么时候停，由本人或者家属签名。',
    basis: handling('第十条'),
  },
  {
    ...OFFICIAL,
    id: 'transfer-proof',
    name: '在别处参保的凭证',
    when: MOVED,
    why: '看出已经在别处接上，不会断保；系统里查得到的不用带。',
    basis: handling('第十三条'),
    origin: { from: 'government', who: '转入地的医保部门' },
    deferrable: false,
  },
  {
    ...OFFICIAL,
    id: 'death-proof',
    name: '死亡证明或者户口注销的证明',
    when: DIED,
    why: '说明参保人已经去世；系统里查得到的不用带。',
    basis: SHARED_FACTS,
    origin: { from: 'government', who: '医院或者公安机关' },
    deferrable: false,
  },
  {
    ...FORM,
    id: 'unit-form',
    name: '单位参保（变更、注销）登记表',
    when: unitary(['register', 'change', 'cancel']),
    why: '写清单位的情况和要办的事，盖单位公章。',
    basis: UNIT_REGISTERS,
    sensitive: false,
  },
  {
    ...OFFICIAL,
    id: 'unit-licence',
    name: '营业执照、统一社会信用代码证书或者批准成立的文件（有一样就行）',
    form: copies(1),
    when: unitary('register'),
    why: '说明单位已经依法成立；系统里查得到的不用带。',
    basis: UNIT_REGISTERS,
    origin: { from: 'government', who: '登记机关' },
    sensitive: false,
  },
  {
    ...OFFICIAL,
    id: 'unit-change-proof',
    name: '登记机关的变更通知或者新的统一社会信用代码证书（有一样就行）',
    form: copies(1),
    when: unitary('change'),
    why: '说明登记机关那边已经变更；系统里查得到的不用带。',
    basis: SHARED_FACTS,
    origin: { from: 'government', who: '登记机关' },
    sensitive: false,
  },
  {
    ...FORM,
    id: 'staff-list',
    name: '职工参保信息表',
    when: unitary(['hire', 'leave']),
    why: '写清增加或者减少哪些职工、从哪个月起，盖单位公章。',
    basis: STAFF,
  },
  { ...SERVICE_MANDATE, deferrable: MAY_COME_LATER },
  SERVICE_AGENT_ID,
];
