import type { CompleteGuide, Question } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { BIRTH_PAPERS, OLD_CASES, OLD_PAPERS } from './birthApprovalPapers.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  answered,
  byHand,
  COMPILED_ON,
  is,
  known,
  ofParty,
  RIGHTS,
  step,
  unsure,
} from './parts.ts';

const THREE = { law: LAW.population, article: '第十八条' };

const REGISTER = {
  goTo: '镇卫健窗口，或者在网上办生育登记',
  why: '一对夫妻可以生育三个子女，三个以内不用审批，登记一下就行。',
};

const QUESTIONS: readonly Question[] = [
  {
    id: 'child',
    text: '这次是第几个孩子？',
    help: '三个以内不用审批，办生育登记就行。',
    kind: 'choice',
    options: [
      { value: 'within-three', label: '第一个、第二个或者第三个', elsewhere: REGISTER },
      { value: 'beyond', label: '第四个或者更多', help: '现在怎么规定，等区里书面确认。' },
    ],
    confirmation: 'pending',
  },
  {
    // The edition of 2016 counted the children in each case; after the law on three those counts cannot be right.
    id: 'circumstance',
    text: '是下面哪一种情况？',
    help: '这是 2016 年的规定，现在还算不算，等区里书面确认。',
    kind: 'choice',
    options: [
      { value: 'disabled-child', label: '有孩子经医学鉴定是病残儿' },
      { value: 'adopted', label: '不孕不育收养了孩子，后来又怀孕' },
      { value: 'remarried', label: '再婚的夫妻' },
      { value: 'recognised', label: '省里认定的其他情形' },
      {
        value: 'none',
        label: '都不是',
        elsewhere: { goTo: '区卫生健康局', why: '别的情形现在怎么规定，要先问区卫健局。' },
      },
    ],
    confirmation: 'pending',
  },
  {
    id: 'appraised-by',
    text: '鉴定是哪一级做的？',
    when: is('circumstance', 'disabled-child'),
    kind: 'choice',
    options: [
      { value: 'city', label: '市级或者省级' },
      { value: 'lower', label: '别的，比如医院的诊断' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'registered',
    text: '户口在本镇吗？',
    kind: 'choice',
    options: [
      { value: 'local', label: '夫妻有一方的户口在本镇' },
      { value: 'resident', label: '户口都不在，有一方在本镇领了居住证' },
      { value: 'neither', label: '都不是' },
    ],
    confirmation: 'pending',
  },
  AGENT_QUESTION,
];

/**
 * Item 6, review, suspended since 2021-08-20: the referral to registration of births comes first. Everything below it
 * is what held when the item was delegated, and waits for the district's written word on whether anything of it holds.
 */
export const birthApprovalGuide: CompleteGuide = {
  id: '6',
  item: '6',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '再生育审批',
  bases: [THREE, { law: LAW.shandongPopulation }],
  applicants: '是否还要审批，等区行政审批服务局和区卫健局书面确认。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: unsure('暂停期间不出证；可以到镇里或者网上做生育登记。'),
  conditions: [
    known('一对夫妻可以生育三个子女。', THREE),
    unsure('三个以内不用审批，到镇卫健窗口或者网上做生育登记。'),
    unsure('这项审批现在暂停受理，等区行政审批服务局和区卫健局书面确认。'),
    unsure('以前的规定是：有病残儿、不孕不育收养后又怀孕、再婚等情形，经批准可以再生育。', OLD_CASES),
    unsure('以前的规定是：到夫妻一方户口所在或者领居住证的镇申请。', OLD_PAPERS),
  ],
  questions: QUESTIONS,
  boundaries: [
    unsure('生育登记是另一件事，不用审批，到镇卫健窗口或者网上办。'),
    unsure('涉外和涉港澳台的生育按国家的规定，先问区卫健局。'),
  ],
  parties: [
    { role: 'applicant', label: '女方', kinds: ['person'], min: 1, max: 1 },
    { role: 'spouse', label: '男方', kinds: ['person'], min: 1, max: 1 },
    AGENT_PARTY,
  ],
  materials: BIRTH_PAPERS,
  checks: [
    {
      id: 'appraisal-of-the-city',
      when: is('circumstance', 'disabled-child'),
      must: is('appraised-by', 'city'),
      message: '要市级的病残儿医学鉴定，只有医院的诊断可能不够。',
      basis: { law: LAW.shandongPopulation, article: '第二十条、第二十三条（2016 年版）' },
      severity: 'warn',
      confirmation: 'pending',
    },
    {
      id: 'belongs-to-the-town',
      must: { not: is('registered', 'neither') },
      message: '户口和居住证都不在本镇的，要到户口所在或者领居住证的镇申请。',
      basis: OLD_PAPERS,
      severity: 'warn',
      confirmation: 'pending',
    },
  ],
  // Only should the item be taken up again: the town's twenty days. Nothing is promised while it is suspended.
  limits: [
    {
      statutory: {
        days: 20,
        unit: 'workingDays',
        basis: { law: LAW.permit, article: '第四十三条' },
        confirmation: 'pending',
      },
      promised: null,
    },
  ],
  steps: [
    step('receive', '收件、受理', 'town', 'receive'),
    step('check', '镇里核对材料，必要时两人以上核实', 'town', 'check', 'pending'),
    step('opinion', '镇里写出审核意见并盖章', 'town', 'opinion'),
    step('forward', '转报区行政审批服务局', 'town', 'forward'),
    step('issue', '区里见章发证', 'district', 'issue'),
    step('deliver', '镇里送达', 'town', 'deliver'),
  ],
  refusals: [
    unsure('现在暂停受理；窗口写明依据，告诉您该去哪里。'),
    unsure('不在规定的情形里。', OLD_CASES),
    unsure('病残儿鉴定的级别不够。', OLD_CASES),
    unsure('材料之间对不上。'),
  ],
  rights: [
    ...RIGHTS,
    known('暂停受理的，窗口也要给您盖章的书面凭证，写明依据和去处。', {
      law: LAW.permit,
      article: '第三十二条',
    }),
    known('生育、婚姻和健康的信息属于敏感个人信息，只能为办这件事用。', {
      law: LAW.personalInformation,
      article: '第二十八条',
    }),
  ],
  faq: [
    {
      q: '生三孩要批吗？',
      a: '不要。一对夫妻可以生育三个子女，到镇里或者网上做生育登记就行。',
      confirmation: 'pending',
    },
    {
      q: '没登记，孩子能上户口、上学吗？',
      a: '能。上户口、上学和生育登记不挂钩。',
      confirmation: 'pending',
    },
    { q: '想要第四个孩子呢？', a: '看省里现行的规定，先问区卫健局。', confirmation: 'pending' },
    {
      q: '已经交了材料的怎么办？',
      a: '怎么处理等区里书面确认，确认之前不发证。',
      confirmation: 'pending',
    },
  ],
  mistakes: ['生第三个孩子也来申请审批，其实做生育登记就行。', '只带了一个人的身份证。'],
  forms: [
    {
      material: 'application',
      title: '再生育申请书',
      fields: [
        ofParty('女方姓名', 'applicant', 'name', '王秀兰（示例）'),
        ofParty('女方证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
        ofParty('女方联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        ofParty('女方住址', 'applicant', 'address', '西集镇××村××号'),
        ofParty('男方姓名', 'spouse', 'name', '李大山（示例）'),
        ofParty('男方证件号码', 'spouse', 'idNumber', '370406000000000001（示例）'),
        ofParty('男方联系电话', 'spouse', 'telephone', '138 0000 0001（示例）'),
        byHand('结婚登记日期', '2018 年 5 月 1 日'),
        byHand('已有的子女（姓名、出生日期，亲生还是收养）', '李小山（示例），2019 年 3 月 1 日，亲生', 4),
        answered('属于哪种情况', 'circumstance', '再婚的夫妻'),
        byHand('情况说明', '双方都是再婚，各带一个孩子，婚后又生了两个孩子。', 3),
      ],
      declaration: '以上情况属实，材料真实，由夫妻双方共同负责。',
      confirmation: 'pending',
    },
  ],
  openPoints: [
    '再生育审批现在还实施吗？依据哪个文件、从哪天起？',
    '不再实施的，已经收下的办件怎么处理？',
    '仍然实施的，现行条例列了哪些情形、各按几个孩子算？',
    '仍然实施的，镇里和区里各几天，要交哪些材料、哪些可以免交？',
    '生育登记现在由镇里哪个窗口办，网上在哪里办？',
    '第四个和更多的孩子怎么办理？',
  ],
  baseline: null,
};
