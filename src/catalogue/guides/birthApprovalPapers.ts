import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_ID, copies, inspected, is, MANDATE, original, WAIVER } from './parts.ts';

/** The edition of 2016-01-22, read in the original; what stands there now is for the district to say. */
export const OLD_PAPERS = { law: LAW.shandongPopulation, article: '第二十一条（2016 年版）' };
export const OLD_CASES = { law: LAW.shandongPopulation, article: '第二十条（2016 年版）' };

const BASE = {
  form: inspected,
  waiver: WAIVER.sharing,
  deferrable: false,
  core: false,
  sensitive: true,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

const IDENTITY = {
  ...BASE,
  why: '确认是夫妻本人申请，看完当场还。',
  basis: OLD_PAPERS,
  origin: { from: 'government', who: '公安机关' },
  core: true,
} as const satisfies Partial<Material>;

/** Shows the circumstance; data that can be looked up or promised need not be brought. */
const PROOF = {
  ...BASE,
  form: copies(1),
  basis: OLD_PAPERS,
  waiver: { sharing: true, promise: true },
} as const satisfies Partial<Material>;

// No household book: the article does not name it, and the identity card shows where one is registered.
export const BIRTH_PAPERS: readonly Material[] = [
  {
    ...BASE,
    id: 'application',
    name: '再生育申请书',
    form: original(1),
    why: '写清夫妻双方和已有的孩子，由两个人签名。',
    basis: OLD_PAPERS,
    origin: { from: 'applicant' },
    waiver: WAIVER.none,
    core: true,
  },
  { ...IDENTITY, id: 'wife-id', name: '女方的居民身份证' },
  { ...IDENTITY, id: 'husband-id', name: '男方的居民身份证' },
  {
    ...BASE,
    id: 'marriage-certificate',
    name: '结婚证',
    why: '确认两人是夫妻，看完当场还；能查到的不用带。',
    basis: OLD_PAPERS,
    origin: { from: 'government', who: '民政部门' },
  },
  {
    ...BASE,
    id: 'residence-permit',
    name: '居住证',
    when: is('registered', 'resident'),
    why: '户口不在本镇的，说明住在本镇，看完当场还；能查到的不用带。',
    basis: OLD_PAPERS,
    origin: { from: 'government', who: '公安机关' },
  },
  {
    ...PROOF,
    id: 'appraisal',
    name: '病残儿医学鉴定书',
    when: is('circumstance', 'disabled-child'),
    why: '说明孩子的情况；要市级的鉴定。',
    // A finding of physicians is not replaced by a promise.
    waiver: WAIVER.sharing,
    origin: { from: 'intermediary', who: '市级病残儿医学鉴定组织' },
  },
  {
    ...PROOF,
    id: 'adoption',
    name: '收养登记证',
    when: is('circumstance', 'adopted'),
    why: '说明孩子是依法收养的；能查到的不用带。',
    origin: { from: 'government', who: '民政部门' },
  },
  {
    ...PROOF,
    id: 'diagnosis',
    name: '不孕不育的诊断证明',
    when: is('circumstance', 'adopted'),
    why: '说明以前诊断过不孕不育。',
    waiver: WAIVER.none,
    origin: { from: 'intermediary', who: '医疗机构' },
  },
  {
    ...PROOF,
    id: 'divorce',
    name: '离婚证、离婚判决书或者调解书',
    when: is('circumstance', 'remarried'),
    why: '说明以前的婚姻已经结束；前面的配偶去世的，用能说明去世的材料。',
    origin: { from: 'government', who: '民政部门或者人民法院' },
  },
  {
    ...PROOF,
    id: 'birth-history',
    name: '双方生育情况的说明',
    when: is('circumstance', 'remarried'),
    why: '写清双方以前和现在一共有几个孩子。',
    origin: { from: 'applicant' },
  },
  { ...MANDATE, confirmation: 'pending' },
  AGENT_ID,
];
