import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_ID, copies, IDENTITY, MAIN, MANDATE, WAIVER } from './parts.ts';
import {
  APPROVAL_NEEDED,
  BRANCH,
  both,
  CANCEL,
  CHANGE,
  cancelledBy,
  investorBy,
  NEW_HEAD,
  NEW_PLACE,
  SET_UP,
} from './soleProprietorshipChecks.ts';

const APPLICATION = { law: LAW.registration, article: '第十六条第一款第（一）项' };
const IDENTITY_RULE = { law: LAW.registration, article: '第十五条、第十六条第一款第（二）项' };
const SUCCESSION = { law: LAW.soleProprietorship, article: '第十七条' };
const ENDING = { law: LAW.registrationRules, article: '第四十六条第一款' };
const HEAD_RULE = { law: LAW.registrationRules, article: '第三十条' };

/** Whoever was identified online need not bring it again. */
const KNOWN_ONLINE = {
  ...IDENTITY,
  why: '核对本人身份，看完当场还；做过实名认证的不用再带。',
} as const satisfies Partial<Material>;

export const PROPRIETORSHIP_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'application',
    name: '企业登记（备案）申请书',
    why: '写清办什么、登记哪些内容，由投资人签名。用家庭共有财产出资的，在这里写明。',
    basis: APPLICATION,
  },
  {
    ...KNOWN_ONLINE,
    id: 'investor-id',
    name: '投资人的居民身份证',
    // An investor who has died brings none: the heir's is asked below.
    when: { not: investorBy('inherited') },
    basis: IDENTITY_RULE,
  },
  {
    ...KNOWN_ONLINE,
    id: 'new-investor-id',
    name: '新投资人的居民身份证',
    when: investorBy('transferred', 'inherited'),
    basis: IDENTITY_RULE,
  },
  {
    ...MAIN,
    id: 'transfer-agreement',
    name: '转让协议',
    when: investorBy('transferred'),
    why: '说明企业是双方自愿转让的，由双方签名。',
    basis: SUCCESSION,
  },
  {
    ...MAIN,
    id: 'inheritance-paper',
    name: '继承的证明文件',
    form: copies(1),
    when: investorBy('inherited'),
    why: '说明企业由谁继承。公证书、法院的判决书或者全体继承人的协议，有一样就行。',
    basis: SUCCESSION,
    sensitive: true,
    // Which papers are taken as proof is practice.
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'address-paper',
    name: '住所（经营场所）的使用证明',
    form: copies(1),
    when: NEW_PLACE,
    why: '说明这个地方可以用；没有房产证的，租赁合同、村委会证明或者住所申报承诺都行。',
    basis: { law: LAW.registration, article: '第十六条第一款第（三）项' },
    waiver: WAIVER.promise,
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'prior-approval',
    name: '先行批准的文件',
    form: copies(1),
    when: APPROVAL_NEEDED,
    why: '经营里有要先批准的项目，登记时要看批准文件；能查到的不用带。',
    basis: { law: LAW.registration, article: '第十四条第一款' },
    origin: { from: 'government' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'parent-licence',
    name: '企业的营业执照',
    form: copies(1),
    when: both(BRANCH, SET_UP),
    why: '说明分支机构由哪家企业设立；能查到的不用带。',
    basis: { law: LAW.registrationRules, article: '第二十五条第（二）项' },
    origin: { from: 'government', who: '登记机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'head-appointment',
    name: '分支机构负责人的任职文件',
    when: NEW_HEAD,
    why: '说明由谁负责，由投资人签名。',
    basis: HEAD_RULE,
  },
  {
    ...KNOWN_ONLINE,
    id: 'head-id',
    name: '分支机构负责人的居民身份证',
    when: NEW_HEAD,
    basis: HEAD_RULE,
  },
  {
    ...MAIN,
    id: 'decision',
    name: '解散、注销的决定',
    when: { any: [cancelledBy('ordinary'), both(BRANCH, CANCEL)] },
    why: '说明是投资人决定不办了；被吊销、责令关闭的，交那份文件。',
    basis: ENDING,
  },
  {
    ...MAIN,
    id: 'liquidation-report',
    name: '清算报告',
    when: cancelledBy('ordinary'),
    why: '说明欠别人的钱怎么还的、财产怎么处理的。',
    basis: ENDING,
  },
  {
    ...MAIN,
    id: 'tax-clearance',
    name: '清税证明',
    form: copies(1),
    when: { any: [cancelledBy('ordinary'), both(BRANCH, CANCEL)] },
    why: '说明税已经结清；能查到的不用带。',
    basis: ENDING,
    origin: { from: 'government', who: '税务机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'simple-pledge',
    name: '投资人签名的简易注销承诺书',
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
  { ...MANDATE, basis: { law: LAW.soleProprietorship, article: '第九条第一款' } },
  { ...AGENT_ID, basis: { law: LAW.soleProprietorship, article: '第九条第一款' } },
];
