import type { ApplicationForm, Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { application, identity, issued } from './builders.ts';
import {
  AGENT_ID,
  answered,
  byHand,
  copies,
  is,
  MANDATE,
  MAY_COME_LATER,
  NO,
  ofParty,
  YES,
} from './parts.ts';

const PERSONS = { law: LAW.insuranceHandling, article: '第六条、第十条' };
const EMPLOYERS = { law: LAW.socialInsurance, article: '第五十七条' };
const COVERAGE = { law: LAW.coverage };

const PERSON = { not: is('who', 'employer') };
export const ENTERING = is('action', 'enter');
const LATE = { deferrable: MAY_COME_LATER } as const;

export const INSURANCE_PAPERS: readonly Material[] = [
  identity('身份证、社保卡或者医保电子凭证（孩子的带监护人的）', PERSONS, { when: PERSON }),
  application({
    name: '参保（变更）登记表',
    why: '写清给谁办、办什么；窗口也能打印出来您签字。',
    basis: PERSONS,
    sensitive: true,
  }),
  issued('公安机关', {
    ...{ id: 'household-register', name: '户口簿（本人那一页）', sensitive: true, ...LATE },
    when: {
      any: [
        { all: [is('who', 'resident'), ENTERING, is('household', YES)] },
        { all: [is('who', 'newborn'), ENTERING, is('registered', YES)] },
        { all: [PERSON, is('action', 'change')] },
      ],
    },
    why: '看户籍，或者看姓名、证号是怎么改的。',
    basis: PERSONS,
  }),
  issued('公安机关', {
    ...{ id: 'residence-permit', name: '居住证', ...LATE },
    when: { all: [is('who', 'resident'), ENTERING, is('household', NO)] },
    why: '外地户籍的，凭它在这里参加居民医保。',
    basis: COVERAGE,
  }),
  issued('医院', {
    ...{ id: 'birth-certificate', name: '出生医学证明', sensitive: true, ...LATE },
    when: { all: [is('who', 'newborn'), ENTERING, is('registered', NO)] },
    why: '没上户口的孩子，凭它先登记。',
    basis: COVERAGE,
  }),
  issued('登记机关', {
    ...{ id: 'organisation-licence', name: '营业执照或者统一社会信用代码证', form: copies(1), ...LATE },
    when: is('who', 'employer'),
    why: '确认单位的名称和代码；能在系统里查到的不用带。',
    basis: EMPLOYERS,
  }),
  issued('民政、公安或者社保机构', {
    ...{ id: 'end-reason', name: '停保或者终止的凭证（死亡、转走）', sensitive: true, ...LATE },
    when: is('action', 'stop'),
    why: '写明为什么停；系统里查得到的不用带。',
    basis: PERSONS,
  }),
  MANDATE,
  AGENT_ID,
];

export const INSURANCE_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '医疗保险参保（变更）登记表',
    fields: [
      ofParty('参保人姓名（单位名称）', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('证件号码（信用代码）', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      answered('办理类别', 'action', '参保登记'),
      answered('人员类别', 'who', '农村或者城镇居民'),
      ofParty('监护人姓名', 'guardian', 'name', '王小军（示例）'),
      byHand('户籍地址', '枣庄市山亭区西集镇××村'),
      byHand('要改的内容：改之前', '手机号 138××××0000'),
      byHand('要改的内容：改之后', '手机号 139××××0000'),
      byHand('医保待遇打到的银行账户', '××银行山亭支行，6217××××××××××××'),
    ],
    declaration: '所填内容属实；已知道登记以后要到税务部门交费。',
    confirmation: 'pending',
  },
];
