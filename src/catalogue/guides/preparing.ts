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
    id: '11',
    item: '11',
    title: '采伐林木许可',
    bases: [
      { law: LAW.forest, article: '第五十六条至第六十一条' },
      { law: LAW.forestRules, article: '第三十条至第三十二条' },
    ],
    applicants: '林木的所有人或者经营人。自留地和房前屋后自己的零星树木，砍伐不用许可。',
    fee: known('不收费。', NO_PERMIT_FEE),
    result: known('林木采伐许可证。', { law: LAW.forest, article: '第五十六条' }),
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
