import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { choice, warns } from './builders.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  is,
  known,
  NO,
  RIGHTS,
  step,
  unsure,
  YES,
} from './parts.ts';
import { TIMBER_FORMS, TIMBER_PAPERS } from './timberPapers.ts';

const forest = (article: string) => ({ law: LAW.forest, article });
const NO_PERMIT = {
  goTo: '不用办，可以直接砍',
  why: '自留地和房前屋后自己的零星树木、自然保护区以外的竹林，砍伐不用许可（《森林法》第五十六条）。',
};
const FARMLAND = {
  goTo: '区自然资源局（林业）',
  why: '不在林地上的农田防护林、路边护路林另有规定，由主管部门管理（《森林法》第五十六条）。',
};

/** Item 11 (window): a permit to fell. What needs none is asked first (art. 56, read in the law). */
export const timberGuide: CompleteGuide = {
  id: '11',
  item: '11',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '采伐林木许可',
  bases: [
    { law: LAW.forest, article: '第五十六条至第六十一条' },
    { law: LAW.forestRules, article: '第三十条至第三十二条' },
  ],
  applicants: '林木的所有人或者经营人。自留地和房前屋后自己的零星树木，砍伐不用许可。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: known('林木采伐许可证，写明地点、面积、蓄积、方式和期限。', forest('第五十六条')),
  conditions: [
    known('树是您的，或者由您经营，没有争议。', forest('第五十八条')),
    known('砍完要补种，面积不能比砍的少。', forest('第六十一条')),
    known('不超过当年的采伐限额。', forest('第五十九条')),
  ],
  questions: [
    choice(
      'place',
      '树长在哪里？',
      [
        ['forest', '山上、林地上'],
        ['yard', '自留地、房前屋后，自己家的几棵', { elsewhere: NO_PERMIT }],
        ['bamboo', '竹林', { elsewhere: NO_PERMIT }],
        ['field', '农田边、路边的防护林', { elsewhere: FARMLAND }],
      ],
      { confirmation: 'confirmed' },
    ),
    choice('who', '谁来申请？', [
      ['person', '个人'],
      ['organisation', '合作社、企业或者村集体'],
      ['state', '国有单位'],
    ]),
    choice(
      'kind',
      '属于哪种采伐？',
      [
        ['commercial', '自己种的用材林、经济林'],
        ['public', '公益林的抚育或者更新'],
        ['land', '建设占用林地，一起砍'],
        ['dead', '枯死、遭灾、生虫的树'],
        ['move', '连根挖走移栽', { help: '移栽也按采伐管理。' }],
      ],
      { confirmation: 'confirmed' },
    ),
    choice(
      'amount',
      '大约砍多少？',
      [
        ['small', '不到 15 立方米', { help: '胸径 20 厘米的杨树，大约 70 棵。' }],
        ['large', '15 立方米以上'],
      ],
      { when: is('kind', 'commercial') },
    ),
    choice(
      'closed',
      '这片地在封山育林，或者去年砍了还没有补种吗？',
      [
        [NO, '没有'],
        [YES, '有'],
      ],
      { confirmation: 'confirmed' },
    ),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('自留地和房前屋后自己的零星树木，不用许可。', forest('第五十六条')),
    known('自然保护区里的树一般不能砍。', forest('第五十五条')),
    unsure('运输、卖树不用另办许可。'),
  ],
  parties: [
    {
      ...{ role: 'applicant', label: '申请人', kinds: ['person'], min: 1, max: 1 },
      when: is('who', 'person'),
    },
    {
      ...{ role: 'applicant', label: '申请单位', kinds: ['organisation'], min: 1, max: 1 },
      when: { not: is('who', 'person') },
    },
    AGENT_PARTY,
  ],
  materials: TIMBER_PAPERS,
  checks: [
    warns(
      'not-closed',
      is('closed', NO),
      '封山育林期内，或者去年砍了没有补种的，不发采伐许可证。',
      forest('第六十条'),
      { confirmation: 'confirmed' },
    ),
    warns(
      'public-only-tending',
      { not: is('kind', 'public') },
      '公益林只能抚育、更新和低质低效改造，不能当用材林砍。',
      forest('第五十五条'),
      { confirmation: 'confirmed' },
    ),
  ],
  limits: [
    {
      statutory: {
        ...{ days: 20, unit: 'workingDays', extension: 10, confirmation: 'confirmed' },
        basis: { law: LAW.permit, article: '第四十二条' },
      },
      promised: { days: 7, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '核对材料，收件受理', 'town', 'receive'),
    step('visit', '两个人以上到现场看，拍照定位', 'town', 'visit', 'pending'),
    step('forward', '材料转到区里', 'town', 'forward'),
    step('decide', '区里核对限额，作出决定', 'district', 'decide'),
    step('issue', '打印采伐许可证', 'district', 'issue'),
    step('deliver', '镇里送达', 'town', 'deliver'),
  ],
  refusals: [
    known('封山育林期，或者封山育林区内。', forest('第六十条第（一）项')),
    known('去年砍了，没有按规定补种。', forest('第六十条第（二）项')),
    known('去年发生过滥伐、火灾、大面积病虫害，没有采取措施。', forest('第六十条第（三）项')),
    known('超过当年的采伐限额。', forest('第五十九条')),
  ],
  rights: RIGHTS,
  faq: [
    { q: '自家屋后的树能直接砍吗？', a: '自己的零星树木可以，不用许可。', confirmation: 'confirmed' },
    { q: '证过期了，树还没砍完？', a: '过期作废，要重新申请。', confirmation: 'pending' },
    {
      q: '能多砍几棵吗？',
      a: '不能。地点、面积、蓄积、方式都按证上的来，超出就是滥伐，要处罚。',
      confirmation: 'confirmed',
    },
    {
      q: '卖给树贩子，谁来办证？',
      a: '树还是您的时候由您办，也可以委托买的人来办。',
      confirmation: 'pending',
    },
  ],
  mistakes: ['先砍了再来办。', '按棵数算，没有按立方米算。', '证上写的是这一片，砍到了另一片。'],
  forms: TIMBER_FORMS,
  openPoints: [
    '15 立方米以下告知承诺在山亭是否适用？门槛是多少？',
    '新一期（2026 年起）的采伐限额是多少？',
    '区里有没有委托镇政府发证（森林法第五十七条第三款）？',
    '个人申请是否还要村、镇盖章？',
  ],
  baseline: null,
};
