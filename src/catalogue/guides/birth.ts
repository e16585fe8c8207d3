import type { CompleteGuide, Material } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { application, choice, identity, issued } from './builders.ts';
import {
  AGENT_ID,
  AGENT_PARTY,
  AGENT_QUESTION,
  answered,
  byHand,
  COMPILED_ON,
  copies,
  is,
  known,
  MANDATE,
  ofParty,
  RIGHTS,
  step,
  unsure,
  WAIVER,
} from './parts.ts';

const LAW_NOW = { law: LAW.population, article: '第十八条' };
const SHANDONG = { law: LAW.shandongPopulation };

const REGISTER = {
  goTo: '镇卫健窗口或者网上，办生育登记',
  why: '一对夫妻可以生育三个孩子，不用审批（《人口与计划生育法》第十八条）。',
};

const SENSITIVE = { sensitive: true } as const satisfies Partial<Material>;

/**
 * Item 6 (review): complete, while the item stays suspended. The papers are those of the regulation of 2016, whose
 * situations spoke of second children: none of it may be taken over before the district has confirmed it.
 */
export const birthGuide: CompleteGuide = {
  id: '6',
  item: '6',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '再生育审批',
  bases: [LAW_NOW, SHANDONG],
  applicants: '是否还要审批，等区行政审批服务局和区卫健局书面确认。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: unsure('暂停期间不出证；可以到镇里或者网上做生育登记。'),
  conditions: [
    known('一对夫妻可以生育三个孩子，生三个以内不用审批。', LAW_NOW),
    unsure('三个以上、符合省里条件的，是否还要审批，部门没有确认。', SHANDONG),
  ],
  questions: [
    choice(
      'order',
      '要生第几个孩子？',
      [
        ['within', '第一到第三个', { elsewhere: REGISTER }],
        ['beyond', '第四个或者更多'],
      ],
      { confirmation: 'confirmed' },
    ),
    choice('situation', '属于哪种情形？', [
      ['illness', '已有的孩子里有病残儿'],
      ['adopted', '收养孩子以后怀孕'],
      ['remarried', '再婚夫妻'],
      ['other', '别的情形'],
    ]),
    choice('residence', '户籍在本镇吗？', [
      ['here', '在'],
      ['permit', '不在，有居住证'],
    ]),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('生三个以内的孩子，做生育登记就行。', LAW_NOW),
    unsure('没有登记的，不影响孩子上户口、上学。'),
  ],
  parties: [
    { role: 'applicant', label: '女方', kinds: ['person'], min: 1, max: 1 },
    { role: 'spouse', label: '男方', kinds: ['person'], min: 1, max: 1 },
    AGENT_PARTY,
  ],
  materials: [
    application({
      name: '再生育申请书',
      why: '写清夫妻情况和已有的孩子。',
      basis: SHANDONG,
      ...SENSITIVE,
    }),
    identity('夫妻双方的居民身份证', SHANDONG, SENSITIVE),
    issued('民政部门', {
      ...{ id: 'marriage', name: '结婚证', ...SENSITIVE },
      why: '确认夫妻关系；系统里能查到的不用带。',
      basis: SHANDONG,
    }),
    issued('公安机关', {
      ...{ id: 'household-register', name: '户口簿', ...SENSITIVE },
      when: is('residence', 'here'),
      why: '看户籍和已有的孩子。',
      basis: SHANDONG,
    }),
    issued('公安机关', {
      ...{ id: 'residence-permit', name: '居住证' },
      when: is('residence', 'permit'),
      why: '在居住地申请的，要有居住证。',
      basis: SHANDONG,
    }),
    issued('市级鉴定机构', {
      ...{ id: 'illness-proof', name: '病残儿医学鉴定书', form: copies(1), ...SENSITIVE },
      when: is('situation', 'illness'),
      why: '由市级鉴定。',
      basis: SHANDONG,
    }),
    issued('民政部门、医院', {
      ...{ id: 'adoption-proof', name: '收养登记证和诊断证明', form: copies(1), ...SENSITIVE },
      when: is('situation', 'adopted'),
      why: '证明先收养、后怀孕。',
      basis: SHANDONG,
    }),
    issued('民政部门、法院', {
      ...{ id: 'divorce-proof', name: '离婚证或者判决书', form: copies(1), ...SENSITIVE },
      when: is('situation', 'remarried'),
      waiver: WAIVER.promise,
      why: '看以前的婚姻和孩子跟谁。',
      basis: SHANDONG,
    }),
    MANDATE,
    AGENT_ID,
  ],
  checks: [],
  limits: [
    {
      statutory: {
        ...{ days: 20, unit: 'workingDays', confirmation: 'confirmed' },
        basis: { law: LAW.permit, article: '第四十三条' },
      },
      promised: null,
    },
  ],
  steps: [
    step('receive', '收件、受理', 'town', 'receive', 'pending'),
    step('check', '镇里审核，必要时两个人去核实', 'town', 'check', 'pending'),
    step('opinion', '镇里写出审核意见并盖章', 'town', 'opinion', 'pending'),
    step('forward', '转报区里', 'town', 'forward', 'pending'),
    step('issue', '区里见章发证', 'district', 'issue', 'pending'),
    step('deliver', '镇里送达', 'town', 'deliver', 'pending'),
  ],
  refusals: [unsure('不符合省里规定的情形。'), unsure('鉴定的级别不够。')],
  rights: RIGHTS,
  faq: [
    { q: '生三孩要批吗？', a: '不用批，到镇里或者网上做生育登记。', confirmation: 'confirmed' },
    { q: '没有登记，孩子能上户口吗？', a: '能，上户口、上学和登记不挂钩。', confirmation: 'pending' },
    { q: '第四个孩子呢？', a: '看省里现在的规定，先问区卫健局。', confirmation: 'pending' },
  ],
  mistakes: ['把生育登记当成审批，跑来开证明。'],
  forms: [
    {
      material: 'application',
      title: '再生育申请书',
      fields: [
        ofParty('女方姓名', 'applicant', 'name', '王秀兰（示例）'),
        ofParty('女方证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
        ofParty('男方姓名', 'spouse', 'name', '张大海（示例）'),
        ofParty('男方证件号码', 'spouse', 'idNumber', '370406000000000000（示例）'),
        ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        byHand('已有孩子的人数和出生日期', '3 个，2012 年 3 月，2015 年 6 月，2019 年 9 月', 2),
        answered('申请的情形', 'situation', '已有的孩子里有病残儿'),
      ],
      declaration: '所填内容属实。',
      confirmation: 'pending',
    },
  ],
  openPoints: [
    '再生育审批是否还实施？依据哪份文件、从哪天起？',
    '如果废止，正在办的怎么处理？如果保留，现行情形是哪些？',
  ],
  baseline: null,
};
