import type { PreparingGuide } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { COMPILED_ON, known, unsure } from './parts.ts';

/** Items whose guides are not worked out yet: the facts, and nothing that pretends to be a checklist. */

const HEAD = { version: 1, effectiveFrom: COMPILED_ON, state: 'preparing' } as const;

const FREE = unsure('不收费。');

export const PREPARING_GUIDES: readonly PreparingGuide[] = [
  {
    ...HEAD,
    id: '2',
    item: '2',
    title: '转外就医备案',
    bases: [
      { law: LAW.socialInsurance, article: '第二十九条第二款' },
      { law: LAW.insuranceHandling, article: '第二十三条' },
    ],
    applicants: '在枣庄参加职工医保或者居民医保的人，可以委托别人办。',
    fee: FREE,
    result: unsure('备案回执，写明备案号、有效期和就医地。'),
  },
  {
    ...HEAD,
    id: '3',
    item: '3',
    title: '医疗保险参保和变更登记',
    bases: [
      { law: LAW.socialInsurance, article: '第五十七条、第五十八条' },
      { law: LAW.insuranceHandling, article: '第六条、第十条' },
    ],
    applicants: '居民、灵活就业人员、新生儿的监护人和用人单位。',
    fee: known('登记不收费；医保费另由税务部门征收。', { law: LAW.socialInsurance }),
    result: unsure('参保登记信息或者回执。'),
  },
  {
    ...HEAD,
    id: '4',
    item: '4',
    title: '职业资格证书查询',
    bases: [{ law: LAW.personalInformation, says: '查别人的信息，要有本人授权。' }],
    applicants: '持证人本人，或者受持证人委托的人。',
    fee: FREE,
    result: unsure('查询结果的打印页，不能当证书用。'),
  },
  {
    ...HEAD,
    id: '5',
    item: '5',
    title: '社会保险记录查询打印',
    bases: [
      { law: LAW.socialInsurance, article: '第七十四条第四款' },
      { law: LAW.insuranceHandling, article: '第三十二条' },
    ],
    applicants: '参保人、领待遇的人，或者受他们委托的人。',
    fee: known('不收费。', { law: LAW.socialInsurance, article: '第七十四条第四款' }),
    result: unsure('个人参保缴费证明，或者待遇领取证明。'),
  },
  {
    ...HEAD,
    id: '6',
    item: '6',
    title: '再生育审批',
    bases: [{ law: LAW.population, article: '第十八条' }, { law: LAW.shandongPopulation }],
    applicants: '是否还要审批，等区行政审批服务局和区卫健局书面确认。',
    fee: known('不收费。', NO_PERMIT_FEE),
    result: unsure('暂停期间不出证；可以到镇里或者网上做生育登记。'),
  },
  {
    ...HEAD,
    id: '8',
    item: '8',
    title: '农村土地承包和集体产权制度改革政策咨询',
    bases: [{ law: LAW.landContract, article: '第十二条第三款' }, { law: LAW.collective }],
    applicants: '承包农户、村集体和它的成员、接手流转土地的人，以及任何想问的人。',
    fee: FREE,
    result: unsure('当场答复，或者书面答复单。'),
  },
  {
    ...HEAD,
    id: '9',
    item: '9',
    title: '个人独资企业及分支机构登记',
    bases: [
      { law: LAW.soleProprietorship, article: '第八条至第十五条、第二十六条至第三十条' },
      { law: LAW.registration, article: '第十六条、第十九条、第二十四条、第三十一条至第三十三条' },
    ],
    applicants: '投资人本人，或者受委托的人。',
    fee: FREE,
    result: known('营业执照（注销的为注销登记通知书）。', { law: LAW.registration, article: '第二十一条' }),
  },
  {
    ...HEAD,
    id: '12',
    item: '12',
    title: '自然灾害生活救助',
    bases: [{ law: LAW.disaster, article: '第十四条、第十九条至第二十一条、第二十四条至第二十七条' }],
    applicants: '受灾的人家，也可以由村民小组提名。',
    fee: FREE,
    result: unsure('救助金打到社会保障卡，或者发放物资；不通过的书面告知。'),
  },
  {
    ...HEAD,
    id: '13',
    item: '13',
    title: '不动产登记',
    bases: [
      { law: LAW.civilCode, article: '第二百零九条至第二百二十三条' },
      { law: LAW.realEstate, article: '第十四条至第二十二条' },
    ],
    applicants: '买卖、抵押由双方一起申请；首次登记、继承等可以一方申请。',
    fee: unsure('按件收，不按面积和价款收；具体标准等区自然资源局核定。', {
      law: LAW.civilCode,
      article: '第二百二十三条',
    }),
    result: known('不动产权证书，或者不动产登记证明。', { law: LAW.realEstate, article: '第二十一条' }),
  },
];
