import type { Material, Option } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { inspected, is, MAY_COME_LATER, WAIVER } from './parts.ts';

/**
 * The groups that a start-up loan or subsidy is open to, and the one paper that shows each.
 * Groups after the provincial practice (domain.md 7a and 7b, B): pending until 区人社局 confirms them for 山亭.
 */

/** Not a reason to turn anyone away: the reviewer judges, the window only says it. */
export const NO_GROUP = 'none';

export const LOAN_GROUPS: readonly Option[] = [
  { value: 'unemployed', label: '城镇登记失业人员' },
  { value: 'hardship', label: '就业困难人员（含残疾人）' },
  { value: 'veteran', label: '退役军人' },
  { value: 'released', label: '刑满释放人员' },
  { value: 'graduate', label: '毕业五年内的高校毕业生', help: '大学生村官、留学回国人员也算。' },
  { value: 'capacity', label: '化解过剩产能企业的职工和失业人员' },
  { value: 'returnee', label: '返乡创业农民工' },
  { value: 'online', label: '网络商户' },
  { value: 'lifted', label: '脱贫人口' },
  { value: 'farmer', label: '农村自主创业农民' },
  { value: NO_GROUP, label: '都不是' },
];

const BASE = {
  form: inspected,
  basis: { law: LAW.startUpLoan, says: '申请人属于扶持的人员类别。' },
  waiver: WAIVER.sharing,
  deferrable: MAY_COME_LATER,
  core: false,
  sensitive: true,
  confirmation: 'pending',
} as const;

const WHY = '证明您属于所选的人员类别，看完当场还；能在系统里查到的不用带。';

export const LOAN_PROOFS: readonly Material[] = [
  {
    ...BASE,
    id: 'proof-unemployed',
    name: '失业登记凭证或者就业创业证',
    when: is('group', 'unemployed'),
    why: WHY,
    origin: { from: 'government', who: '人社部门' },
  },
  {
    ...BASE,
    id: 'proof-hardship',
    name: '就业困难人员认定凭证或者残疾人证',
    when: is('group', 'hardship'),
    why: WHY,
    origin: { from: 'government', who: '人社部门或者残联' },
  },
  {
    ...BASE,
    id: 'proof-veteran',
    name: '退役证',
    when: is('group', 'veteran'),
    why: WHY,
    origin: { from: 'government', who: '退役军人事务部门' },
  },
  {
    ...BASE,
    id: 'proof-released',
    name: '刑满释放证明',
    when: is('group', 'released'),
    why: WHY,
    origin: { from: 'government', who: '司法行政部门' },
  },
  {
    ...BASE,
    id: 'proof-graduate',
    name: '毕业证书',
    when: is('group', 'graduate'),
    why: WHY,
    origin: { from: 'government', who: '毕业院校' },
  },
  {
    ...BASE,
    id: 'proof-capacity',
    name: '原企业化解过剩产能的证明',
    when: is('group', 'capacity'),
    why: WHY,
    origin: { from: 'government', who: '人社部门' },
  },
  {
    ...BASE,
    id: 'proof-returnee',
    name: '返乡创业农民工身份的证明（户口簿等）',
    when: is('group', 'returnee'),
    why: WHY,
    origin: { from: 'government', who: '公安机关、人社部门' },
  },
  {
    ...BASE,
    id: 'proof-online',
    name: '网络平台实名店铺的页面',
    when: is('group', 'online'),
    why: '在手机上打开给窗口看，确认店铺是您本人实名开的。',
    origin: { from: 'applicant' },
    waiver: WAIVER.none,
  },
  {
    ...BASE,
    id: 'proof-lifted',
    name: '脱贫户信息',
    when: is('group', 'lifted'),
    why: WHY,
    origin: { from: 'government', who: '农业农村部门' },
  },
  {
    ...BASE,
    id: 'proof-farmer',
    name: '户口簿（能看出是农村户籍）',
    when: is('group', 'farmer'),
    why: WHY,
    origin: { from: 'government', who: '公安机关' },
  },
];
