import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_ID, copies, IDENTITY, inspected, is, MAIN, MANDATE, MAY_COME_LATER, WAIVER } from './parts.ts';

export const SUPPORT = { law: LAW.shandongEmployment, article: '第二十六条、第二十七条' };

const PROOF = {
  form: inspected,
  why: '证明您属于所选的人员类别，看完当场还；能在系统里查到的不用带。',
  basis: SUPPORT,
  waiver: WAIVER.sharing,
  deferrable: MAY_COME_LATER,
  core: false,
  sensitive: true,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

export const SUBSIDY_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'application',
    name: '一次性创业补贴申请（确认）表',
    why: '写清创办时间、人员类别和收款账户。',
    basis: SUPPORT,
    sensitive: true,
    confirmation: 'pending',
  },
  {
    ...IDENTITY,
    id: 'id-card',
    name: '申请人的居民身份证',
    why: '确认是本人申请，看完当场还。',
    basis: SUPPORT,
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'business-licence',
    name: '营业执照',
    form: copies(1),
    why: '看登记日期和经营者，从登记那天起算一年。',
    basis: SUPPORT,
    origin: { from: 'government', who: '登记机关' },
    waiver: WAIVER.sharing,
    confirmation: 'pending',
  },
  {
    ...PROOF,
    id: 'proof-graduate',
    name: '毕业证书',
    when: is('group', 'graduate'),
    origin: { from: 'government', who: '毕业院校' },
  },
  {
    ...PROOF,
    id: 'proof-hardship',
    name: '就业困难人员认定凭证',
    when: is('group', 'hardship'),
    origin: { from: 'government', who: '人社部门' },
  },
  {
    ...PROOF,
    id: 'proof-returnee',
    name: '返乡入乡农民工身份的证明',
    when: is('group', 'returnee'),
    origin: { from: 'government', who: '公安机关、人社部门' },
  },
  {
    id: 'bank-account',
    name: '社会保障卡（单位的为对公账户信息）',
    form: inspected,
    why: '补贴直接打到这个账户，看完当场还。',
    basis: SUPPORT,
    origin: { from: 'applicant' },
    waiver: WAIVER.none,
    deferrable: MAY_COME_LATER,
    core: false,
    sensitive: true,
    confirmation: 'pending',
  },
  MANDATE,
  AGENT_ID,
];
