import type { CompleteGuide, Limit, Option } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import {
  APPLIES_ITSELF,
  ASSESSED,
  BEREAVED,
  BY_AGENT,
  HOUSING,
  RELIEF_CHECKS,
} from './disasterReliefChecks.ts';
import { RELIEF_FORMS } from './disasterReliefForms.ts';
import { RELIEF_PAPERS } from './disasterReliefPapers.ts';
import { AGENT_PARTY, AGENT_QUESTION, COMPILED_ON, is, known, RIGHTS, step, unsure, yesNo } from './parts.ts';

const PROCEDURE = { law: LAW.disaster, article: '第二十条' };

const NEEDS: readonly Option[] = [
  { value: 'emergency', label: '眼下没吃的、没穿的、没地方住', help: '应急救助。' },
  { value: 'transition', label: '险情过了，日子还接不上', help: '过渡期生活救助。' },
  { value: 'housing', label: '房子倒了、坏了，要重建或者修', help: '住房恢复重建补助。' },
  { value: 'drought', label: '天旱，吃水吃粮有困难', help: '旱灾临时生活救助。' },
  { value: 'winter', label: '受过灾，过冬或者开春有困难', help: '冬春救助。' },
  { value: 'bereaved', label: '家里有人因灾遇难', help: '对亲属的抚慰。' },
  {
    value: 'crops',
    label: '只是庄稼、大棚、牲口的损失想要赔',
    elsewhere: {
      goTo: '承保的保险公司，或者镇里管农业保险的站所',
      why: '这里救的是基本生活。庄稼、大棚、牲口的损失由农业保险赔；生活因此有困难的，再来申请。',
    },
  },
];

const promisedIn = (days: number, unit: Limit['unit']): Limit => ({ days, unit, confirmation: 'pending' });

/**
 * Item 12, window: relief after natural disasters. The town's examination under art. 20 stands among the steps as a
 * check: on this route it is no opinion that binds the district.
 */
export const disasterReliefGuide: CompleteGuide = {
  id: '12',
  item: '12',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '自然灾害生活救助',
  bases: [{ law: LAW.disaster, article: '第十四条、第十九条至第二十一条、第二十四条至第二十七条' }],
  applicants: '受灾的人家，也可以由村民小组提名。',
  fee: known('不收费，救助款物无偿使用。', { law: LAW.disaster, article: '第二十四条' }),
  result: unsure('救助金打到社会保障卡，或者发放物资；不通过的书面告知。'),
  conditions: [
    known('因为自然灾害，基本生活有困难。', { law: LAW.disaster, article: '第一条、第二十五条' }),
    known('修房、建房的补助，本人申请或者村民小组提名，经村里评议、公示，镇里审核，区里审批。', PROCEDURE),
    known('冬春救助每年 10 月底前统计，要早报。', { law: LAW.disaster, article: '第二十一条第二款' }),
    unsure('其他几种救助也先经村里评议、公示；眼下急需的，先救助后补手续。', PROCEDURE),
    unsure('平时住在受灾的村里，同一次灾没有领过同样的救助。'),
  ],
  questions: [
    {
      id: 'cause',
      text: '损失是怎么来的？',
      kind: 'choice',
      options: [
        { value: 'storm', label: '洪涝、风雹、台风' },
        { value: 'drought', label: '干旱' },
        { value: 'cold', label: '低温冷冻、雪灾' },
        { value: 'earth', label: '地震、山体滑坡、泥石流' },
        { value: 'fire', label: '森林火灾' },
        {
          value: 'other',
          label: '不是天灾，比如家里失火、生病、车祸',
          elsewhere: {
            goTo: '镇民政窗口（问临时救助）',
            why: '这里只管自然灾害。别的急难可以申请临时救助。',
          },
        },
      ],
      confirmation: 'pending',
    },
    { id: 'need', text: '现在最需要哪一种救助？', kind: 'choice', options: NEEDS, confirmation: 'pending' },
    {
      id: 'place',
      text: '在哪里、哪一天受的灾？',
      help: '写到村，比如“西集镇某某村，7 月 20 日”。',
      kind: 'text',
      maxLength: 80,
      confirmation: 'confirmed',
    },
    {
      id: 'people',
      text: '家里几口人？',
      when: { not: BEREAVED },
      kind: 'number',
      unit: '人',
      min: 1,
      max: 30,
      confirmation: 'confirmed',
    },
    {
      id: 'lives-here',
      text: '平时住在受灾的村里吗？',
      when: { not: BEREAVED },
      kind: 'choice',
      options: yesNo('常年住在这里', '平时不住这里'),
      confirmation: 'pending',
    },
    {
      id: 'house',
      text: '房子坏到什么程度？',
      when: HOUSING,
      kind: 'choice',
      options: [
        { value: 'collapsed', label: '倒了' },
        { value: 'damaged', label: '没倒，墙裂、顶塌或者别的损坏' },
      ],
      confirmation: 'pending',
    },
    {
      id: 'had-before',
      text: '同一次灾，领过同样的救助吗？',
      kind: 'choice',
      options: yesNo('领过', '没领过'),
      confirmation: 'pending',
    },
    {
      id: 'proposed',
      text: '由谁提出？',
      kind: 'choice',
      options: [
        { value: 'self', label: '自己家申请' },
        { value: 'group', label: '村民小组提名，村委会来交' },
      ],
      confirmation: 'confirmed',
    },
    {
      id: 'assessed',
      text: '村里评议、公示过了吗？',
      when: ASSESSED,
      kind: 'choice',
      options: [
        { value: 'done', label: '评过、公示过，没有异议' },
        { value: 'rejected-objection', label: '有人提过异议，村里再评议不成立' },
        { value: 'open-objection', label: '有异议，还没处理' },
        { value: 'not-yet', label: '还没有' },
      ],
      confirmation: 'confirmed',
    },
    { ...AGENT_QUESTION, when: APPLIES_ITSELF },
  ],
  boundaries: [
    unsure('庄稼、大棚、牲口的损失由农业保险赔，不从这里领。'),
    unsure('家里失火、生病、车祸这些急难，到镇民政窗口问临时救助。'),
    known('事故、疫情这类突发事件，由区里决定救助的，参照这里的办法。', {
      law: LAW.disaster,
      article: '第三十三条',
    }),
  ],
  parties: [
    { role: 'applicant', label: '户主（或者遇难者的亲属）', kinds: ['person'], min: 1, max: 1 },
    { ...AGENT_PARTY, when: BY_AGENT },
    {
      role: 'agent',
      label: '村委会经办人',
      kinds: ['person'],
      min: 1,
      max: 1,
      when: is('proposed', 'group'),
    },
  ],
  materials: RELIEF_PAPERS,
  checks: RELIEF_CHECKS,
  // The law sets no days, and those of the law on permits do not apply. What is promised is practice elsewhere.
  limits: [
    { when: is('need', 'emergency'), statutory: null, promised: promisedIn(2, 'calendarDays') },
    {
      when: is('need', ['transition', 'housing']),
      statutory: null,
      promised: promisedIn(20, 'workingDays'),
    },
    { statutory: null, promised: null },
  ],
  steps: [
    step('village', '本人申请或者小组提名，村里评议、公示（来镇里之前）', 'applicant', 'notice'),
    step('receive', '收件、受理', 'town', 'receive'),
    step('visit', '两人以上入户看损失', 'town', 'visit', 'pending'),
    // What the district decides of houses rests on the town's review by law; urgent need is met first and reviewed later.
    {
      ...step('check-housing', '镇里审核修房、建房的申请', 'town', 'check'),
      ...{ when: HOUSING, before: 'decide' as const },
    },
    { ...step('check', '镇里审核其他救助的申请', 'town', 'check'), when: { not: HOUSING } },
    step('notice', '镇里公示', 'town', 'notice', 'pending'),
    step('forward', '材料转到区应急管理局', 'town', 'forward'),
    step('decide', '区应急管理局审批', 'district', 'decide'),
    step('pay', '拨付到社会保障卡，或者发放物资', 'district', 'pay', 'pending'),
    step('deliver', '告知结果，村里张榜公布', 'town', 'deliver'),
  ],
  refusals: [
    unsure('损失不是自然灾害造成的。'),
    unsure('平时不住在受灾的村里，或者已经领过同样的救助。'),
    known('村里公示有异议，还没有处理。', PROCEDURE),
    known('虚报、隐瞒、造假的，要退回款物；构成犯罪的追究刑事责任。', {
      law: LAW.disaster,
      article: '第三十条',
    }),
  ],
  rights: [
    ...RIGHTS,
    known('谁领了救助、领了多少，村里要公布，您可以看。', { law: LAW.disaster, article: '第二十六条第二款' }),
    known('救助款物被克扣、挪用的，可以投诉、举报。', { law: LAW.disaster, article: '第二十七条' }),
  ],
  faq: [
    {
      q: '庄稼受灾能领吗？',
      a: '因灾基本生活有困难的可以申请。庄稼本身的损失走农业保险。',
      confirmation: 'pending',
    },
    { q: '多久能到账？', a: '眼下急需的快，冬春救助按区里的方案发。', confirmation: 'pending' },
    { q: '钱发到哪里？', a: '发到本人的社会保障卡。', confirmation: 'pending' },
    {
      q: '证件被水冲走了怎么办？',
      a: '先来，窗口在系统里查，不会因为没有证件就不收。',
      confirmation: 'pending',
    },
    {
      q: '自己没申请，村里能替我报吗？',
      a: '能，村民小组可以提名，评议、公示一样要走。',
      confirmation: 'confirmed',
    },
  ],
  mistakes: [
    '损失的地方收拾完了才想起拍照。',
    '社会保障卡没有激活金融功能。',
    '户口簿上的人口和实际住的人对不上。',
    '冬春救助过了 10 月底才来报。',
  ],
  forms: RELIEF_FORMS,
  // The village's list of households after the assessment: one application each (art. 20).
  roster: {
    of: 'cases',
    role: 'applicant',
    unit: '户',
    columns: [
      { field: 'name', heads: ['户主姓名', '姓名', '户主', '申请人', '申请人姓名'] },
      { field: 'idNumber', heads: ['身份证号', '身份证号码', '证件号码', '身份证'] },
      { field: 'telephone', heads: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式'] },
      { question: 'people', heads: ['人口', '家庭人口', '人数', '家庭人口数', '几口人'] },
      { question: 'place', heads: ['受灾地点、日期', '受灾地点', '受灾地点和日期', '受灾情况', '受灾地'] },
      { field: 'address', heads: ['住址', '地址', '家庭住址'], optional: true },
    ],
  },
  openPoints: [
    '六种救助现行的标准各是多少？',
    '除了修房、建房的补助，其他五种要不要村里评议、公示？',
    '村里、镇里各公示多少天？',
    '各种救助承诺几天办结？旱灾救助、冬春救助和遇难抚慰现在没有承诺。',
    '救助金是不是都发到社会保障卡？没有卡的怎么办？',
    '哪些情况要危房鉴定意见，由谁出、收不收费？',
    '申请书和提名表的现行版本是哪一份？容缺的清单是哪几样？',
  ],
  baseline: null,
};
