import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { CANCEL, CHANGE, cancelledBy, changed, FILE_MEMBERS, SET_UP } from './cooperativeChecks.ts';
import { AGENT_ID, copies, inspected, is, MANDATE, original, WAIVER, YES } from './parts.ts';

const FORMATION = { law: LAW.cooperative, article: '第十六条第一款' };
const APPLICATION = { law: LAW.registration, article: '第十六条' };
const CHANGE_RULE = { law: LAW.registrationRules, article: '第三十二条第（三）项' };
const DISSOLUTION = { law: LAW.registrationRules, article: '第四十六条' };
const BRANCH_RULE = { law: LAW.registrationRules, article: '第三十条' };
const SET_UP_RULE = { law: LAW.registrationRules, article: '第二十五条' };

const BRANCH = is('action', 'branch');
const ORDINARY_CANCEL = cancelledBy('ordinary');

/** A paper that the applicant makes, kept in the original and never left out. */
const MAIN = {
  form: original(1),
  origin: { from: 'applicant' },
  waiver: WAIVER.none,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'confirmed',
} as const satisfies Partial<Material>;

/** An identity paper: seen, handed back. */
const IDENTITY = {
  form: inspected,
  origin: { from: 'government', who: '公安机关' },
  waiver: WAIVER.sharing,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'confirmed',
} as const satisfies Partial<Material>;

export const COOPERATIVE_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'application',
    name: '登记（备案）申请书',
    why: '写清办什么、登记哪些内容，由法定代表人签名。',
    basis: APPLICATION,
  },
  {
    ...MAIN,
    id: 'founding-minutes',
    name: '设立大会纪要',
    when: SET_UP,
    why: '全体设立人都要签名、盖章，证明合作社是大家一起办的。',
    basis: FORMATION,
  },
  {
    ...MAIN,
    id: 'charter',
    name: '章程',
    when: SET_UP,
    why: '全体设立人一致通过并签名、盖章，十二项必写内容一项不能少。',
    basis: { law: LAW.cooperative, article: '第十五条、第十六条第一款' },
  },
  {
    ...MAIN,
    id: 'appointments',
    name: '法定代表人、理事的任职文件',
    when: SET_UP,
    why: '说明理事长和理事是怎么选出来的。',
    basis: FORMATION,
  },
  {
    ...IDENTITY,
    id: 'officer-ids',
    name: '法定代表人、理事的居民身份证',
    when: SET_UP,
    why: '核对本人身份，做过实名认证的不用再带。',
    basis: FORMATION,
  },
  {
    ...MAIN,
    id: 'member-list',
    name: '成员名册',
    when: { any: [SET_UP, FILE_MEMBERS] },
    why: '登记机关要知道有哪些成员，农民占多少。',
    basis: { law: LAW.cooperative, article: '第十九条第二款' },
  },
  {
    ...IDENTITY,
    id: 'member-ids',
    name: '成员的身份证明（每名成员一份）',
    form: copies(1),
    when: { any: [SET_UP, FILE_MEMBERS] },
    why: '证明成员是谁、是不是农民：户口簿、土地承包经营权证或者村委会的证明，有一样就行。备案时只交新成员的。',
    basis: { law: LAW.registrationRules, article: '第二十九条第（三）项' },
    sensitive: true,
    // Which papers show that someone is a farmer is practice, not law.
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'contribution-list',
    name: '出资清单',
    when: SET_UP,
    why: '写清每人出多少、怎么出，由出资成员签名、盖章。不用验资。',
    basis: FORMATION,
  },
  {
    ...MAIN,
    id: 'address-paper',
    name: '住所使用证明',
    form: copies(1),
    when: { any: [SET_UP, changed('new-address')] },
    why: '说明这个住所可以用；没有房产证的，租赁合同、村委会证明或者申报承诺都行。',
    basis: { law: LAW.registration, article: '第十六条第一款第（三）项' },
    waiver: WAIVER.promise,
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'prior-approval',
    name: '先行批准的文件',
    form: copies(1),
    when: { all: [is('action', ['setUp', 'change', 'branch']), is('prior-approval', YES)] },
    why: '业务里有要先批准的项目，批准文件要在有效期内。',
    basis: { law: LAW.registration, article: '第十四条、第二十一条第二款' },
    origin: { from: 'government' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'resolution',
    name: '成员大会（成员代表大会）决议',
    when: CHANGE,
    why: '说明这次变更是成员表决通过的。',
    basis: CHANGE_RULE,
  },
  {
    ...MAIN,
    id: 'new-head-appointment',
    name: '新法定代表人的任职文件',
    when: changed('new-person'),
    why: '说明新的理事长是怎么选出来的；决议里已经写明的，不用另写。',
    basis: { law: LAW.registration, article: '第十六条第一款第（五）项' },
    core: false,
    confirmation: 'pending',
  },
  {
    ...IDENTITY,
    id: 'new-head-id',
    name: '新法定代表人的居民身份证',
    when: changed('new-person'),
    why: '核对本人身份，做过实名认证的不用再带。',
    basis: { law: LAW.registration, article: '第十六条第一款第（二）项' },
  },
  {
    ...MAIN,
    id: 'amended-charter',
    name: '修改后的章程或者章程修正案',
    when: changed('charter-changed'),
    why: '登记机关存的章程要跟着换，由法定代表人签署。',
    basis: CHANGE_RULE,
  },
  {
    ...MAIN,
    id: 'dissolution',
    name: '解散的决议',
    when: ORDINARY_CANCEL,
    why: '说明合作社是依法决定解散的。',
    basis: DISSOLUTION,
  },
  {
    ...MAIN,
    id: 'liquidation-report',
    name: '清算报告',
    when: ORDINARY_CANCEL,
    why: '说明欠别人的钱已经清了，财产已经分了。',
    basis: DISSOLUTION,
  },
  {
    ...MAIN,
    id: 'tax-clearance',
    name: '清税证明',
    form: copies(1),
    when: ORDINARY_CANCEL,
    why: '说明税已经结清；能查到的不用带。',
    basis: DISSOLUTION,
    origin: { from: 'government', who: '税务机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'simple-pledge',
    name: '全体成员签署的简易注销承诺书',
    when: cancelledBy('simple'),
    why: '承诺没有欠债、没有未了的事，说假话要承担责任。',
    basis: { law: LAW.registrationRules, article: '第四十七条' },
  },
  {
    ...MAIN,
    id: 'licence-return',
    name: '营业执照正本和副本',
    when: { any: [CHANGE, CANCEL] },
    why: '旧执照要收回；丢了交不回的，说明一下，由登记机关公告作废。',
    basis: { law: LAW.registrationRules, article: '第二十三条第三款' },
    core: false,
    origin: { from: 'government', who: '登记机关' },
  },
  {
    ...MAIN,
    id: 'cooperative-licence',
    name: '合作社的营业执照',
    form: copies(1),
    when: BRANCH,
    why: '说明分支机构由哪家合作社设立。',
    basis: SET_UP_RULE,
    origin: { from: 'government', who: '登记机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'branch-place',
    name: '分支机构经营场所的使用证明',
    form: copies(1),
    when: BRANCH,
    why: '说明这个场所可以用。',
    basis: SET_UP_RULE,
    waiver: WAIVER.promise,
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'branch-head',
    name: '分支机构负责人的任职文件',
    when: BRANCH,
    why: '说明由谁负责。',
    basis: BRANCH_RULE,
  },
  {
    ...IDENTITY,
    id: 'branch-head-id',
    name: '分支机构负责人的居民身份证',
    when: BRANCH,
    why: '核对本人身份，看完当场还。',
    basis: BRANCH_RULE,
  },
  { ...MANDATE, basis: { law: LAW.registration, article: '第十八条' } },
  { ...AGENT_ID, basis: { law: LAW.registration, article: '第十八条' } },
];
