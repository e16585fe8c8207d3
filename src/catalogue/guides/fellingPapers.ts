import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { BY_PROMISE, FOR_BUILDING, forestLaw, REPLANTED, SURVEYED } from './fellingChecks.ts';
import { AGENT_ID, copies, inspected, is, MAIN, MANDATE, WAIVER } from './parts.ts';

const APPLICATION = forestLaw('第五十八条');
const STATE_UNITS = { law: LAW.forestRules, article: '第三十条第一款' };

/**
 * The stamp of village and town on a private application, usual in places (C), is not on the list: no law asks for
 * it, and the town sees the place for itself.
 */
export const FELLING_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'application',
    name: '林木采伐许可证申请表',
    why: '写清砍哪里、什么树、砍多少、怎么砍、怎么补种，采伐证照此来写。',
    basis: APPLICATION,
  },
  {
    ...MAIN,
    id: 'ownership',
    name: '林木权属证明',
    form: copies(1),
    why: '说明树归您所有或者由您经营：林权证、不动产权证、承包合同、村委会的证明，有一样就行。',
    basis: APPLICATION,
    origin: { from: 'government', who: '不动产登记机构，没有登记的由村里出' },
    waiver: WAIVER.sharing,
    // Which papers may show it is practice, that it must be shown is law.
    confirmation: 'pending',
  },
  {
    ...MAIN,
    id: 'id-card',
    name: '申请人的居民身份证',
    form: inspected,
    when: is('who', 'person'),
    why: '确认是本人申请，看完当场还。',
    basis: { law: LAW.permit, article: '第三十一条' },
    origin: { from: 'government', who: '公安机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'org-licence',
    name: '营业执照或者统一社会信用代码证',
    form: inspected,
    when: is('who', ['organisation', 'state']),
    why: '确认申请单位的身份，看完当场还。',
    basis: { law: LAW.permit, article: '第三十一条' },
    origin: { from: 'government', who: '登记机关' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'replant-pledge',
    name: '更新造林承诺书',
    when: REPLANTED,
    why: '砍了要补种，面积不少于砍的，写清什么时候种、种什么。',
    basis: forestLaw('第六十一条'),
    waiver: WAIVER.promise,
    core: false,
  },
  {
    ...MAIN,
    id: 'survey-design',
    name: '伐区调查设计材料',
    when: SURVEYED,
    why: '砍得多的，要有人实地量过、设计过，区里才好定砍多少、怎么砍。',
    basis: { law: LAW.forest, article: '第五十八条', says: '国有单位另见实施条例第三十条。' },
    origin: { from: 'intermediary', who: '做林业调查设计的单位' },
  },
  {
    ...MAIN,
    id: 'last-replanting',
    name: '上年度采伐更新验收证明',
    form: copies(1),
    when: is('who', 'state'),
    why: '国有单位去年砍的补种好了，今年才能再批；能查到的不用带。',
    basis: STATE_UNITS,
    origin: { from: 'government', who: '林业主管部门' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'land-use-consent',
    name: '使用林地审核同意书',
    form: copies(1),
    when: FOR_BUILDING,
    why: '说明这块林地已经批准用来搞建设；能查到的不用带。',
    basis: { law: LAW.forestRules, article: '第三十条至第三十二条' },
    origin: { from: 'government', who: '林业主管部门' },
    waiver: WAIVER.sharing,
  },
  {
    ...MAIN,
    id: 'promise',
    name: '告知承诺书',
    when: BY_PROMISE,
    why: '用它代替调查设计：承诺按规定砍、按规定种，说了假话要撤证、担责任。',
    basis: { law: LAW.shandongClimate, article: '第二十九条' },
    confirmation: 'pending',
  },
  MANDATE,
  AGENT_ID,
];
