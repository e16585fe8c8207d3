import type { CompleteGuide, LimitRule, Statement } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_PARTY, COMPILED_ON, is, known, RIGHTS, step, unsure } from './parts.ts';
import { civilCode, REAL_ESTATE_CHECKS, register } from './realEstateChecks.ts';
import { REAL_ESTATE_FORMS } from './realEstateForms.ts';
import { REAL_ESTATE_PAPERS } from './realEstatePapers.ts';
import {
  FIRST,
  JOINT_BY_LAW,
  JOINT_BY_PRACTICE,
  MORTGAGE,
  QUERY,
  REAL_ESTATE_QUESTIONS,
  transferBy,
} from './realEstateQuestions.ts';

const WHO_APPLIES = register('第十四条');
const REFUSED = register('第二十二条');

const STATUTORY = {
  days: 30,
  unit: 'workingDays',
  basis: register('第二十条'),
  confirmation: 'confirmed',
} as const;

const promised = (days: number): LimitRule['promised'] => ({
  days,
  unit: 'workingDays',
  confirmation: 'pending',
});

const REAL_ESTATE_RIGHTS: readonly Statement[] = [
  ...RIGHTS,
  known('收不收当场书面告诉您；没有当场书面说不收的，就算收下了。', register('第十七条')),
  known('还没有记到登记簿上的，您可以撤回申请。', register('第十五条')),
  known('登记机构不能要求您做评估，也不能拿年检的名义让您重复登记。', civilCode('第二百一十三条')),
  known('权利人和有利害关系的人，可以查、可以复印登记资料。', civilCode('第二百一十八条')),
];

/**
 * Item 13, window: the register of land and houses. Of the kinds that domain.md lists all are taken in except seizure,
 * which courts ask for themselves; which kinds a town may take in is for the department to say.
 */
export const realEstateGuide: CompleteGuide = {
  id: '13',
  item: '13',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '不动产登记',
  bases: [
    civilCode('第二百零九条至第二百二十三条、第三百六十二条、第三百六十三条'),
    register('第十四条至第二十二条、第二十七条、第二十八条'),
    { law: LAW.realEstateRules },
  ],
  applicants:
    '买卖、抵押由双方一起申请；首次登记、继承等可以一方申请。查询的，要是权利人或者有利害关系的人。',
  fee: unsure(
    '按件收，不按面积和价款收：住房一件 80 元，别的一件 550 元。宅基地和农房不收登记费，只收证书工本费 10 元；' +
      '小微企业和个体户，以及变更、注销、更正不收登记费。以区自然资源局核定的为准。',
    { law: LAW.realEstateFee },
  ),
  result: known(
    '不动产权证书；抵押和异议是不动产登记证明。查询的，给查询结果或者复印件。',
    register('第二十一条、第二十七条'),
  ),
  conditions: [
    known('买卖、抵押等由双方一起申请。', WHO_APPLIES),
    known(
      '首次登记、继承、有生效文书的，改姓名、面积等变更，没有了或者放弃的，更正和异议，一方申请就行。',
      WHO_APPLIES,
    ),
    known('记到登记簿上才算办完。', register('第二十一条')),
    known('异议登记以后十五日内不起诉的，异议就失效。', civilCode('第二百二十条第二款')),
    known(
      '只有权利人和有利害关系的人能查登记资料，要说明用途，不能用在别处。',
      register('第二十七条、第二十八条'),
    ),
    unsure('领证要权利人本人带身份证来；别人代领的，带权利人的委托书和自己的身份证。'),
    unsure('宅基地和上面的房子，一般只能转给本村集体的成员。'),
  ],
  questions: REAL_ESTATE_QUESTIONS,
  boundaries: [
    unsure('查封和解封由法院等机关直接通知登记机构，镇里不收。'),
    unsure('公安、法院等机关办案要查的，直接找登记机构。'),
    unsure('承包地、宅基地有争议的，先调解、仲裁或者打官司，有了结果再来登记。'),
    unsure('量地、画图由权籍调查单位做，所用时间另算。'),
  ],
  parties: [
    { role: 'applicant', label: '申请人', kinds: ['person'], min: 1, max: 10, when: is('who', 'person') },
    {
      role: 'applicant',
      label: '申请单位',
      kinds: ['organisation'],
      min: 1,
      max: 1,
      when: is('who', 'organisation'),
    },
    {
      role: 'other-side',
      label: '另一方（卖方、抵押人、银行等）',
      kinds: ['person', 'organisation'],
      min: 1,
      max: 10,
      when: JOINT_BY_LAW,
    },
    {
      role: 'other-side',
      label: '另一方（赠与人、分家的家人）',
      kinds: ['person', 'organisation'],
      min: 0,
      max: 10,
      when: JOINT_BY_PRACTICE,
    },
    AGENT_PARTY,
  ],
  materials: REAL_ESTATE_PAPERS,
  checks: REAL_ESTATE_CHECKS,
  limits: [
    // The thirty days of the law are for registering; a look into the register has none.
    { when: QUERY, statutory: null, promised: null },
    { when: MORTGAGE, statutory: STATUTORY, promised: promised(1) },
    { when: transferBy('inherit'), statutory: STATUTORY, promised: promised(5) },
    // Survey, visit and public notice come before: the three days seen elsewhere can hardly be meant for it.
    { when: FIRST, statutory: STATUTORY, promised: null },
    { statutory: STATUTORY, promised: promised(3) },
  ],
  steps: [
    step('receive', '当场核对材料，当场出书面凭证', 'town', 'receive'),
    step('forward', '材料转到区里', 'town', 'forward'),
    step('check', '区里审查、核对权籍', 'district', 'check'),
    step('visit', '需要的到现场看', 'district', 'visit', 'pending'),
    {
      ...step('notice', '首次登记的先公告，不少于十五个工作日', 'district', 'notice', 'pending'),
      counts: false,
      when: FIRST,
      atLeast: {
        days: 15,
        unit: 'workingDays',
        basis: { law: LAW.realEstateRules, article: '第十七条' },
      },
    },
    step('decide', '区里记到登记簿上', 'district', 'decide'),
    step('issue', '制作证书或者证明', 'district', 'issue'),
    step('deliver', '镇里代发，核对领证人', 'town', 'deliver'),
  ],
  refusals: [
    known('申请违反法律、行政法规。', REFUSED),
    known('归谁还有争议，没有解决。', REFUSED),
    known('申请的权利已经超过规定的期限。', REFUSED),
    known(
      '材料不齐又当场补不上的，镇里当场书面说明缺什么；不给登记，只有区里能定。',
      register('第十七条、第二十二条'),
    ),
  ],
  rights: REAL_ESTATE_RIGHTS,
  faq: [
    {
      q: '老房子没有手续，能办吗？',
      a: '看哪年建的、有什么批准材料。先做权籍调查，材料不全的，问区里有没有照顾老房子的规定。',
      confirmation: 'pending',
    },
    {
      q: '父母的房子怎么过到我名下？',
      a: '分家、赠与、继承是三条路，要的材料不一样。先选好走哪一条。',
      confirmation: 'pending',
    },
    { q: '登记费按房价收吗？', a: '不按，按件收。', confirmation: 'confirmed' },
    { q: '要先评估房价吗？', a: '不用，登记机构不能要求评估。', confirmation: 'confirmed' },
    {
      q: '我能查邻居家的房子是谁的吗？',
      a: '没有利害关系不能查。有利害关系的，带上能说明关系的材料。',
      confirmation: 'confirmed',
    },
    {
      q: '证能让别人替我领吗？',
      a: '能，让他带上您的委托书和他的身份证。',
      confirmation: 'pending',
    },
    {
      q: '材料没带齐怎么办？',
      a: '当场书面告诉您缺什么。补齐再来，就是新收的一件。',
      confirmation: 'confirmed',
    },
  ],
  forms: REAL_ESTATE_FORMS,
  openPoints: [
    '镇里的窗口能收哪几种登记（首次、转移、变更、抵押、注销、更正、异议、查询，以及承包地、林权、预告登记）？',
    '现在的收费怎么执行？哪些免，工本费收不收，镇里收还是区里收？',
    '有资质的权籍调查单位有哪些？调查费谁出？',
    '《不动产登记暂行条例》2024 年修订以后，这里引用的条文号有没有变？',
    '各种登记承诺几个工作日？首次登记的公告从哪天算，公告多少天？',
    '赠与、分家析产能不能一方申请？宅基地转移要村里出什么意见？',
    '镇里能不能当场查询、打印登记资料？',
    '证由镇里代发的，领证要核对哪些东西？丢了旧证的怎么办？',
  ],
  mistakes: [
    '只来了一方，另一方也没有写委托书。',
    '申请书上的坐落和证上写的不一样。',
    '继承的，漏写了一个继承人。',
    '没有先做权籍调查就来办首次登记。',
  ],
  baseline: null,
};
