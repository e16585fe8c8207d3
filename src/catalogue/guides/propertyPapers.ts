import type { Condition } from '../../domain/condition.ts';
import type { ApplicationForm, Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { application, identity, issued, paper } from './builders.ts';
import {
  AGENT_ID,
  answered,
  byHand,
  inspected,
  is,
  MANDATE,
  MAY_COME_LATER,
  ofParty,
  WAIVER,
} from './parts.ts';

export const FIRST = is('action', 'first');
export const TRANSFER = is('action', 'transfer');
export const CHANGE = is('action', 'change');
export const MORTGAGE = is('action', 'mortgage');
export const LOOKING = is('action', 'look');

const by = (how: string | readonly string[]): Condition => ({ all: [TRANSFER, is('how', how)] });

/** Asked for by both sides together (art. 14). */
export const BOTH_SIDES: Condition = { any: [MORTGAGE, by(['sale', 'gift'])] };

const realEstate = (article: string) => ({ law: LAW.realEstate, article });
const ASKED = realEstate('第十六条');
const RULES = { law: LAW.realEstateRules };

/** The reason of the registration, by what is registered: one paper each, never two for the same. */
const REASONS: readonly Material[] = [
  paper({
    id: 'origin',
    name: '土地和房屋的来源证明（农村的：宅基地批准书、建房批准，或者村里开的证明）',
    form: inspected,
    when: FIRST,
    why: '看房子和地是怎么来的。',
    basis: ASKED,
    core: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'contract',
    name: '买卖合同或者赠与合同',
    when: by(['sale', 'gift']),
    why: '看怎么过户、双方都同意。',
    basis: ASKED,
    core: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'inheritance',
    name: '继承公证书，或者死亡证明、亲属关系证明和放弃继承的声明',
    form: inspected,
    when: by('inherit'),
    why: '看谁是继承人，别的继承人同不同意。',
    basis: ASKED,
    core: true,
    sensitive: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'heirs-promise',
    name: '继承人的承诺书',
    when: by('inherit'),
    why: '写明没有别的继承人，以后有了由写的人负责。',
    basis: RULES,
    waiver: WAIVER.promise,
  }),
  paper({
    id: 'division',
    name: '分家协议、离婚协议或者法院文书',
    when: by('divide'),
    why: '看房子分给了谁。',
    basis: ASKED,
    core: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'mortgage-contract',
    name: '主合同和抵押合同',
    when: MORTGAGE,
    why: '看借了谁的钱、拿什么抵押。',
    basis: ASKED,
    core: true,
    confirmation: 'confirmed',
  }),
  issued('公安机关、自然资源部门', {
    ...{ id: 'changed', name: '变更的证明（改名、改面积、改用途）' },
    when: CHANGE,
    why: '看变了什么、谁批准的。',
    basis: ASKED,
    core: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'error',
    name: '登记错误的证明',
    when: is('action', 'correct'),
    why: '看哪里登错了。',
    basis: { law: LAW.civilCode, article: '第二百二十条' },
    confirmation: 'confirmed',
  }),
  paper({
    id: 'end',
    name: '房屋灭失、放弃权利或者债已还清的证明',
    when: is('action', 'cancel'),
    why: '看为什么注销。',
    basis: ASKED,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'interest',
    name: '和这处房子有关系的证明（合同、起诉书）',
    form: inspected,
    when: { all: [LOOKING, is('whose', 'related')] },
    why: '别人的登记资料，有关系的人才能查。',
    basis: realEstate('第二十七条'),
    confirmation: 'confirmed',
  }),
];

export const PROPERTY_PAPERS: readonly Material[] = [
  application({
    name: '不动产登记申请书（查档的填查询申请书）',
    why: '写清办哪一种、在哪里、是谁的。',
    basis: ASKED,
    confirmation: 'confirmed',
  }),
  identity('申请人的身份证件（要一起申请的，双方都带）', ASKED, { confirmation: 'confirmed' }),
  ...REASONS,
  issued('登记机构', {
    ...{ id: 'certificate', name: '原来的不动产权证书（老的房产证、土地证）', core: true },
    when: is('action', ['transfer', 'change', 'mortgage', 'cancel', 'correct']),
    why: '过户和变更的换新证，旧证收回。',
    basis: ASKED,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'survey',
    name: '权籍调查成果（宗地图、房屋图）',
    when: FIRST,
    why: '四至和面积要量准；由有资质的单位做。',
    basis: ASKED,
    origin: { from: 'intermediary', who: '权籍调查单位' },
    core: true,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'village-consent',
    name: '村集体的意见',
    when: { all: [is('land', 'village'), { any: [FIRST, by(['sale', 'gift', 'inherit', 'divide'])] }] },
    why: '宅基地是集体的，由村里说明情况。',
    basis: RULES,
    origin: { from: 'village', who: '村委会' },
  }),
  issued('税务部门', {
    ...{ id: 'tax', name: '完税或者免税凭证', deferrable: MAY_COME_LATER },
    when: TRANSFER,
    why: '过户要先交税；能和税一起办的不用带。',
    basis: ASKED,
    confirmation: 'confirmed',
  }),
  MANDATE,
  AGENT_ID,
];

export const PROPERTY_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '不动产登记申请书',
    fields: [
      answered('登记类型', 'action', '过户'),
      ofParty('权利人', 'applicant', 'name', '王小军（示例）'),
      ofParty('权利人证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('权利人电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ofParty('另一方', 'other-side', 'name', '王秀兰（示例）'),
      ofParty('另一方证件号码', 'other-side', 'idNumber', '370406000000000000（示例）'),
      byHand('坐落', '西集镇××村××号'),
      byHand('不动产单元号', '370406 ×××××× ××××××'),
      byHand('面积和用途', '宅基地 166 平方米，住宅'),
      byHand('原来的证号', '鲁（2019）枣庄市不动产权第 0000000 号'),
      byHand('登记原因', '赠与', 2),
      byHand('共有情况（单独、共同、按份）', '单独所有'),
    ],
    declaration: '所填内容和交的材料都真实，权属没有争议；不实的，愿意承担责任。',
    confirmation: 'pending',
  },
];
