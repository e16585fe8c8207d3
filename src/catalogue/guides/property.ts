import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
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
import {
  BOTH_SIDES,
  FIRST,
  LOOKING,
  MORTGAGE,
  PROPERTY_FORMS,
  PROPERTY_PAPERS,
  TRANSFER,
} from './propertyPapers.ts';

const realEstate = (article: string) => ({ law: LAW.realEstate, article });
const civil = (article: string) => ({ law: LAW.civilCode, article });
const FEE = { law: LAW.realEstateFee };

const DISTRICT = (why: string) => ({ goTo: '区不动产登记中心', why });

/** Item 13 (window): the town takes the papers in on the spot (art. 17); the register is the district's alone. */
export const propertyGuide: CompleteGuide = {
  id: '13',
  item: '13',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '不动产登记',
  bases: [civil('第二百零九条至第二百二十三条'), realEstate('第十四条至第二十二条')],
  applicants: '买卖、抵押由双方一起申请；首次登记、继承等可以一方申请。',
  fee: unsure('住宅每件 80 元，其他 550 元；农村宅基地和农房免登记费，只收证书工本费 10 元。', FEE),
  result: known('不动产权证书，或者不动产登记证明。', realEstate('第二十一条')),
  conditions: [
    known('房子或者土地的权属没有争议。', realEstate('第二十二条')),
    known('要一起申请的，双方都到场，或者都有委托。', realEstate('第十四条')),
    unsure('宅基地和上面的房子，只能在本集体经济组织成员之间转让。'),
  ],
  questions: [
    choice(
      'action',
      '办哪一种？',
      [
        ['first', '第一次办证', { help: '宅基地、自建房还没有证。' }],
        ['transfer', '过户', { help: '买卖、赠与、继承、分家。' }],
        ['change', '证上的姓名、面积或者用途变了'],
        ['mortgage', '抵押'],
        ['cancel', '注销'],
        ['correct', '证上登错了'],
        ['look', '查档、复印登记资料'],
        [
          'court',
          '法院查封、解封',
          { elsewhere: DISTRICT('凭法院的文书直接到区里办（《不动产登记暂行条例》第十四条）。') },
        ],
      ],
      { confirmation: 'confirmed' },
    ),
    choice('land', '是哪里的房子、土地？', [
      ['village', '农村的宅基地和房子'],
      ['town', '城镇的、国有土地上的'],
      ['contract', '承包地、林地'],
    ]),
    choice(
      'how',
      '怎么过户？',
      [
        ['sale', '买卖'],
        ['gift', '赠与'],
        ['inherit', '继承'],
        ['divide', '分家、离婚分割'],
      ],
      { when: TRANSFER, confirmation: 'confirmed' },
    ),
    choice(
      'whose',
      '查谁的？',
      [
        ['own', '自己的'],
        ['related', '和自己有关系的', { help: '比如要买的房子、打官司的房子。' }],
      ],
      { when: LOOKING, confirmation: 'confirmed' },
    ),
    choice(
      'both-here',
      '双方都来，或者都写了委托书吗？',
      [
        [YES, '都来，或者都有委托'],
        [NO, '只来一方'],
      ],
      { when: BOTH_SIDES, confirmation: 'confirmed' },
    ),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('登记机构不能要求您做评估。', civil('第二百一十三条')),
    unsure('量地、画图由有资质的权籍调查单位做。'),
    unsure('房子的税在税务窗口交，可以和过户一起办。'),
  ],
  parties: [
    { role: 'applicant', label: '权利人', kinds: ['person', 'organisation'], min: 1, max: 20 },
    {
      ...{ role: 'other-side', label: '另一方（卖方、抵押人）', kinds: ['person', 'organisation'] },
      ...{ min: 1, max: 20 },
      when: BOTH_SIDES,
    },
    AGENT_PARTY,
  ],
  materials: PROPERTY_PAPERS,
  checks: [
    warns('both-sides', is('both-here', YES), '买卖、赠与和抵押要双方一起申请。', realEstate('第十四条'), {
      when: BOTH_SIDES,
      confirmation: 'confirmed',
    }),
    warns(
      'village-mortgage',
      { not: is('land', 'village') },
      '宅基地上的房子一般不能抵押，先问区里。',
      civil('第三百九十九条'),
      { when: MORTGAGE },
    ),
  ],
  limits: [
    {
      when: LOOKING,
      statutory: null,
      promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' },
    },
    {
      when: MORTGAGE,
      statutory: {
        ...{ days: 30, unit: 'workingDays', confirmation: 'confirmed' },
        basis: realEstate('第二十条'),
      },
      promised: { days: 1, unit: 'workingDays', confirmation: 'pending' },
    },
    {
      when: { all: [TRANSFER, is('how', 'inherit')] },
      statutory: {
        ...{ days: 30, unit: 'workingDays', confirmation: 'confirmed' },
        basis: realEstate('第二十条'),
      },
      promised: { days: 5, unit: 'workingDays', confirmation: 'pending' },
    },
    {
      when: FIRST,
      statutory: {
        ...{ days: 30, unit: 'workingDays', confirmation: 'confirmed' },
        basis: realEstate('第二十条'),
      },
      promised: null,
    },
    {
      statutory: {
        ...{ days: 30, unit: 'workingDays', confirmation: 'confirmed' },
        basis: realEstate('第二十条'),
      },
      promised: { days: 3, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '当场看材料，当场给受理或者不受理的书面答复', 'town', 'receive'),
    step('forward', '材料转到区里', 'town', 'forward'),
    step('check', '区里审核，需要的到现场看', 'district', 'check'),
    {
      ...{ id: 'notice', name: '第一次登记的公告', by: 'district', kind: 'notice' },
      counts: false,
      confirmation: 'pending',
    },
    step('decide', '记到登记簿上', 'district', 'decide'),
    step('issue', '打印证书', 'district', 'issue'),
    step('deliver', '镇里代发', 'town', 'deliver'),
  ],
  refusals: [
    known('权属有争议，还没有解决。', realEstate('第二十二条')),
    known('违反法律、行政法规。', realEstate('第二十二条')),
    known('申请的期限超过规定的期限。', realEstate('第二十二条')),
  ],
  rights: [
    known('窗口当场没有书面说不受理的，就算受理了。', realEstate('第十七条')),
    known('记到登记簿以前，可以撤回申请。', realEstate('第十五条')),
    ...RIGHTS,
  ],
  faq: [
    {
      q: '老房子没有手续，能办吗？',
      a: '看哪年建的、有没有批准材料；先做权籍调查，缺材料的按历史遗留的规定办。',
      confirmation: 'pending',
    },
    {
      q: '父母的房子过户给我，要哪些材料？',
      a: '赠与、继承、分家的材料不一样，先在上面选怎么过户。',
      confirmation: 'pending',
    },
    { q: '要先评估房子值多少钱吗？', a: '不用，登记机构不能要求评估。', confirmation: 'confirmed' },
    { q: '登记费按房价收吗？', a: '不按，按件收。', confirmation: 'confirmed' },
  ],
  mistakes: ['买卖只来了一方。', '继承没有带关系证明。', '先交材料，没有做权籍调查。'],
  forms: PROPERTY_FORMS,
  openPoints: [
    '镇窗口可以受理哪几类登记？',
    '收费现在怎么执行？',
    '有资质的权籍调查单位名单？',
    '首次登记公告几天？承诺几个工作日？',
  ],
  baseline: null,
};
