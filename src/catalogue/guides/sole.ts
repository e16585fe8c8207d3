import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { choice } from './builders.ts';
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
import { SOLE_CHECKS } from './soleChecks.ts';
import { BRANCH, CANCEL, CHANGE, SET_UP, SOLE_FORMS, SOLE_PAPERS } from './solePapers.ts';

const registration = (article: string) => ({ law: LAW.registration, article });
const sole = (article: string) => ({ law: LAW.soleProprietorship, article });

const DISTRICT = {
  goTo: '区政务服务大厅企业登记窗口',
  why: '下放到镇窗口的只有个人独资企业和它的分支机构。',
};

/** Item 9 (window): one natural person's enterprise and its branches; companies, partnerships and 个体户 were not delegated. */
export const soleGuide: CompleteGuide = {
  id: '9',
  item: '9',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '个人独资企业及分支机构登记',
  bases: [
    sole('第八条至第十五条、第二十六条至第三十条'),
    registration('第十六条、第十九条、第二十四条、第三十一条至第三十三条'),
  ],
  applicants: '投资人本人，或者受委托的人。',
  fee: unsure('不收费。'),
  result: known('营业执照（注销的为注销登记通知书）。', registration('第二十一条')),
  conditions: [
    known('投资人是一个自然人，出资多少自己申报。', sole('第八条')),
    known('有固定的经营场所和必要的人员。', sole('第八条')),
    known('公务员等法律不让经商的人，不能当投资人。', sole('第十六条')),
  ],
  questions: [
    choice(
      'kind',
      '办的是哪一种？',
      [
        ['sole', '个人独资企业，或者它的分支机构'],
        ['company', '公司', { elsewhere: DISTRICT }],
        ['partnership', '合伙企业', { elsewhere: DISTRICT }],
        ['individual', '个体工商户', { elsewhere: DISTRICT }],
      ],
      { confirmation: 'confirmed' },
    ),
    choice(
      'action',
      '办什么？',
      [
        ['setUp', '新办'],
        ['change', '变更'],
        ['branch', '开分支机构'],
        ['cancel', '注销'],
      ],
      { confirmation: 'confirmed' },
    ),
    {
      ...{ id: 'name', text: '企业叫什么名字？', kind: 'text', maxLength: 60, confirmation: 'confirmed' },
      when: SET_UP,
    },
    choice(
      'changed',
      '变更什么？',
      [
        ['address', '住所'],
        ['investor', '投资人'],
        ['other', '名称、经营范围或者出资额'],
      ],
      { when: CHANGE, confirmation: 'confirmed' },
    ),
    choice(
      'premises',
      '经营场所是谁的？',
      [
        ['own', '自己的'],
        ['rented', '租的、借的'],
        ['promise', '没有房产证', { help: '可以写住所申报承诺书。' }],
      ],
      { when: { any: [SET_UP, BRANCH, { all: [CHANGE, is('changed', 'address')] }] } },
    ),
    choice(
      'prior-approval',
      '经营的东西要先经别的部门批准吗？',
      [
        [NO, '不用'],
        [YES, '要', { help: '比如烟花爆竹、危险化学品。' }],
      ],
      { when: { any: [SET_UP, BRANCH] } },
    ),
    choice(
      'civil-servant',
      '投资人是公务员、法官、检察官或者警察吗？',
      [
        [NO, '不是'],
        [YES, '是'],
      ],
      { when: { any: [SET_UP, { all: [CHANGE, is('changed', 'investor')] }] }, confirmation: 'confirmed' },
    ),
    choice(
      'cancel-way',
      '怎么注销？',
      [
        ['simple', '简易注销', { help: '没有欠债，已经公示满 20 天。' }],
        ['ordinary', '一般注销'],
      ],
      { when: CANCEL, confirmation: 'confirmed' },
    ),
    choice(
      'barred',
      '有没有这些情况：被列入异常名录或者失信、财产被冻结抵押、有对外投资、正在打官司、罚款没交完？',
      [
        [NO, '都没有'],
        [YES, '有'],
      ],
      { when: { all: [CANCEL, is('cancel-way', 'simple')] }, confirmation: 'confirmed' },
    ),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('公司、合伙企业、个体户的登记没有放到镇窗口。', { law: LAW.notice, article: '附件备注' }),
    unsure('刻章、税务、社保开户可以和执照一起在网上办。'),
  ],
  parties: [
    { role: 'applicant', label: '投资人', kinds: ['person'], min: 1, max: 1 },
    { ...{ role: 'manager', label: '分支机构负责人', kinds: ['person'], min: 1, max: 1 }, when: BRANCH },
    AGENT_PARTY,
  ],
  materials: SOLE_PAPERS,
  checks: SOLE_CHECKS,
  limits: [
    {
      // Papers that are complete are registered on the spot; only otherwise do three working days run.
      statutory: {
        ...{ days: 3, unit: 'workingDays', extension: 3, confirmation: 'confirmed' },
        basis: registration('第十九条'),
      },
      promised: { days: 1, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '核对材料、核验本人、收件受理', 'town', 'receive'),
    step('forward', '材料转到区里', 'town', 'forward'),
    step('decide', '区里审查、登记', 'district', 'decide'),
    step('issue', '打印营业执照', 'district', 'issue'),
    step('deliver', '镇里代发或者邮寄', 'town', 'deliver'),
  ],
  refusals: [
    unsure('名称重复，或者用了“有限”“公司”。'),
    unsure('住所是违法建筑，或者住宅改经营邻居不同意。'),
    unsure('投资人没有实名认证。'),
    known('该先批准的没有批准。', registration('第十六条')),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '和个体户有什么不一样？',
      a: '都用自己的全部家产担责任；个人独资是企业，能开分支机构。',
      confirmation: 'confirmed',
    },
    {
      q: '没有房产证能办吗？',
      a: '能，用租赁合同、村里的证明，或者写住所申报承诺书。',
      confirmation: 'pending',
    },
    { q: '注销要多久？', a: '简易注销先公示二十天，加起来一个月左右。', confirmation: 'pending' },
  ],
  mistakes: [
    '名字里带了“公司”两个字。',
    '经营范围写得和规范用语不一样。',
    '变更后过了三十天才来办。',
    '简易注销没有先公示。',
  ],
  forms: SOLE_FORMS,
  openPoints: [
    '受理、不予受理的文书盖谁的章？',
    '镇窗口能不能直接录入登记系统？',
    '住所申报承诺在山亭怎么用？',
  ],
  baseline: null,
};
