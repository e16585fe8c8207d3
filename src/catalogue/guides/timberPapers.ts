import type { ApplicationForm, Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { application, identity, issued, paper } from './builders.ts';
import { AGENT_ID, answered, byHand, copies, is, MANDATE, ofParty, WAIVER } from './parts.ts';

const forest = (article: string) => ({ law: LAW.forest, article });

/** Own trees, few enough for a promise in the place of a survey (a threshold that the district has to name). */
const SMALL = { all: [is('kind', 'commercial'), is('amount', 'small')] } as const;
const SURVEYED = {
  any: [
    is('kind', ['public', 'land', 'dead', 'move']),
    { all: [is('kind', 'commercial'), is('amount', 'large')] },
  ],
} as const;

export const TIMBER_PAPERS: readonly Material[] = [
  application({
    name: '林木采伐许可证申请表',
    why: '写清在哪里、什么树、多大面积、多少蓄积、怎么砍、怎么补种。',
    basis: forest('第五十八条'),
    confirmation: 'confirmed',
  }),
  identity('申请人的居民身份证', forest('第五十八条'), { when: is('who', 'person') }),
  issued('登记机关', {
    ...{ id: 'organisation-licence', name: '营业执照或者统一社会信用代码证', core: true },
    when: { not: is('who', 'person') },
    why: '确认申请的单位。',
    basis: forest('第五十八条'),
  }),
  issued('自然资源部门、村委会', {
    ...{
      id: 'ownership',
      name: '林权证、不动产权证、承包合同或者村里开的权属证明',
      form: copies(1),
      core: true,
    },
    why: '证明树是您的，或者由您经营。',
    basis: forest('第五十八条'),
    confirmation: 'confirmed',
  }),
  paper({
    id: 'replanting',
    name: '更新造林承诺书',
    why: '砍完多久补种、种什么，面积不能比砍的少。',
    basis: forest('第六十一条'),
    waiver: WAIVER.promise,
    confirmation: 'confirmed',
  }),
  paper({
    id: 'promise',
    name: '告知承诺书',
    when: SMALL,
    why: '砍得少的，写承诺书就行，不用请人做伐区调查。',
    basis: forest('第五十八条'),
  }),
  paper({
    id: 'survey',
    name: '伐区调查设计书',
    when: SURVEYED,
    why: '由有资质的人到现场调查，写明面积、蓄积和怎么砍。',
    basis: forest('第五十八条'),
    origin: { from: 'intermediary', who: '林业调查设计单位' },
    confirmation: 'confirmed',
  }),
  issued('林业部门', {
    ...{ id: 'last-year', name: '上年度采伐更新验收证明', form: copies(1) },
    when: is('who', 'state'),
    why: '国有单位要证明去年砍的已经补种。',
    basis: { law: LAW.forestRules, article: '第三十条' },
    confirmation: 'confirmed',
  }),
  issued('林业部门', {
    ...{ id: 'land-approval', name: '使用林地审核同意书', form: copies(1) },
    when: is('kind', 'land'),
    why: '占林地要先批准，批了才能砍。',
    basis: { law: LAW.forestRules, article: '第三十条' },
    confirmation: 'confirmed',
  }),
  MANDATE,
  AGENT_ID,
];

export const TIMBER_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '林木采伐许可证申请表',
    fields: [
      ofParty('申请人', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      byHand('采伐地点（镇、村、小班）', '西集镇××村东山，××号小班', 2),
      answered('采伐类型', 'kind', '自己种的用材林、经济林'),
      byHand('林种、树种', '用材林，杨树'),
      byHand('面积（亩）', '3.5'),
      byHand('蓄积（立方米）、株数', '12 立方米，56 株'),
      byHand('采伐方式（皆伐、择伐）', '择伐'),
      byHand('开始和结束日期', '2027 年 1 月 10 日至 2 月 10 日'),
      byHand('权属证明名称和编号', '林权证，××林证字第 000 号'),
      byHand('补种的树种、面积、日期', '杨树，3.5 亩，2027 年 4 月底前', 2),
    ],
    declaration: '树的权属没有争议，按批准的地点、面积、蓄积和方式采伐，按期补种。',
    confirmation: 'pending',
  },
];
