import type { Condition } from '../../domain/condition.ts';
import type { ApplicationForm, Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { application, identity, issued, paper } from './builders.ts';
import { AGENT_ID, answered, byHand, copies, inspected, is, MANDATE, ofParty, WAIVER, YES } from './parts.ts';

export const SET_UP = is('action', 'setUp');
export const CHANGE = is('action', 'change');
export const BRANCH = is('action', 'branch');
export const CANCEL = is('action', 'cancel');

const registration = (article: string) => ({ law: LAW.registration, article });
const rules = (article: string) => ({ law: LAW.registrationRules, article });
const cancelled = (way: string): Condition => ({ all: [CANCEL, is('cancel-way', way)] });

/** Wherever a place of business is registered anew. */
const PLACED: Condition = { any: [SET_UP, BRANCH, { all: [CHANGE, is('changed', 'address')] }] };
const placedIn = (whose: string | readonly string[]): Condition => ({ all: [PLACED, is('premises', whose)] });

export const SOLE_PAPERS: readonly Material[] = [
  application({
    name: '企业登记（备案）申请书',
    why: '写清名称、住所、投资人、出资额和经营范围；用家里共有的财产出资的也在这里写明。',
    basis: registration('第十六条'),
    confirmation: 'confirmed',
  }),
  identity('投资人的居民身份证', registration('第十六条'), { confirmation: 'confirmed' }),
  paper({
    id: 'premises',
    name: '房产证，或者租赁、借用的合同',
    form: copies(1),
    when: placedIn(['own', 'rented']),
    why: '看经营的地方可以用。',
    basis: registration('第十六条'),
    waiver: WAIVER.promise,
  }),
  paper({
    id: 'premises-promise',
    name: '住所（经营场所）申报承诺书',
    when: placedIn('promise'),
    why: '没有房产证的，写明地址真实、不是违法建筑。',
    basis: registration('第十六条'),
  }),
  issued('审批机关', {
    ...{ id: 'prior-approval', name: '前置许可的批准文件', form: copies(1) },
    when: { all: [{ any: [SET_UP, BRANCH] }, is('prior-approval', YES)] },
    why: '有的生意要先批准，才能领执照。',
    basis: registration('第十六条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'transfer',
    name: '投资人转让协议，或者继承的文书',
    when: { all: [CHANGE, is('changed', 'investor')] },
    why: '证明企业转给了谁。',
    basis: registration('第二十四条'),
    confirmation: 'confirmed',
  }),
  issued('登记机关', {
    ...{ id: 'parent-licence', name: '个人独资企业的营业执照', form: copies(1) },
    when: BRANCH,
    why: '分支机构属于哪一家。',
    basis: rules('第三十条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'manager',
    name: '负责人的任职文件和身份证',
    form: { originals: 1, copies: 0, inspect: false },
    when: BRANCH,
    why: '写明由谁负责分支机构。',
    basis: rules('第三十条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'cancel-decision',
    name: '投资人的注销决定和清算报告',
    when: cancelled('ordinary'),
    why: '债清了，账算了，才能注销。',
    basis: rules('第四十四条至第四十七条'),
    confirmation: 'confirmed',
  }),
  issued('税务部门', {
    ...{ id: 'tax-clearance', name: '清税证明' },
    when: cancelled('ordinary'),
    why: '证明税款结清；系统里能查到的不用带。',
    basis: rules('第四十四条至第四十七条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'simple-promise',
    name: '简易注销承诺书',
    when: cancelled('simple'),
    why: '承诺没有债务，公示期里没有人提异议。',
    basis: registration('第三十三条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'old-licence',
    name: '原来的营业执照正本和副本',
    form: inspected,
    when: { any: [CHANGE, CANCEL] },
    why: '变更的换新的，注销的收回。',
    basis: registration('第二十四条、第三十一条'),
    confirmation: 'confirmed',
  }),
  MANDATE,
  AGENT_ID,
];

export const SOLE_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '企业登记（备案）申请书（个人独资企业）',
    fields: [
      answered('办理类别', 'action', '新办'),
      answered('企业名称', 'name', '山亭区秀兰食品厂（示例）'),
      byHand('住所', '西集镇××村××号'),
      ofParty('投资人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('投资人身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      byHand('出资额（万元）和出资方式（个人财产、家庭共有财产）', '10 万元，个人财产'),
      byHand('经营范围', '食品生产（依批准的项目经营）', 3),
      ofParty('分支机构负责人', 'manager', 'name', '王小军（示例）'),
      byHand('从业人数', '5'),
    ],
    declaration: '所填内容和交的材料都真实，企业的债务由本人以全部财产承担。',
    confirmation: 'pending',
  },
];
