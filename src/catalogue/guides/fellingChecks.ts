import type { Condition } from '../../domain/condition.ts';
import type { Check, Question } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_QUESTION, is, NO, YES, yesNo } from './parts.ts';

export const forestLaw = (article: string) => ({ law: LAW.forest, article });

/** Felling for a permitted use of the land; what is planted instead is then the forest authority's task. */
export const FOR_BUILDING = is('purpose', 'building');
export const REPLANTED: Condition = { not: FOR_BUILDING };

/**
 * Who might be let off the survey by a promise. Fifteen cubic metres is the national policy as other provinces apply
 * it (B); Shandong's figure is not known, so the promise only ever warns.
 */
export const MAY_PROMISE: Condition = {
  all: [
    is('who', 'person'),
    is('forest', 'planted'),
    is('purpose', 'harvest'),
    { atMost: [{ answer: 'volume' }, 15] },
  ],
};
export const BY_PROMISE: Condition = { all: [MAY_PROMISE, is('by-promise', YES)] };

/** State enterprises bring a survey in any case; all others where they exceed the province's figures. */
const ASK_SURVEY: Condition = { all: [{ not: is('who', 'state') }, { not: BY_PROMISE }] };
export const SURVEYED: Condition = {
  any: [is('who', 'state'), { all: [ASK_SURVEY, is('survey', 'over')] }],
};

const NO_PERMIT = '镇林业站（拿不准的去问一声，拿得准的不用去）';

export const FELLING_QUESTIONS: readonly Question[] = [
  {
    id: 'ground',
    text: '要砍的树长在哪里？',
    kind: 'choice',
    options: [
      { value: 'forest', label: '林地上', help: '承包的山林、自留山、林场、集体的林子。' },
      {
        value: 'home',
        label: '自留地里、房前屋后，自己家的零星树',
        elsewhere: { goTo: NO_PERMIT, why: '农村居民砍自留地和房前屋后自己的零星树，不用办证。' },
      },
      {
        value: 'bamboo',
        label: '竹林（不在自然保护区里）',
        elsewhere: { goTo: NO_PERMIT, why: '自然保护区以外的竹林，砍伐不用办证。' },
      },
      {
        value: 'roadside',
        label: '路边、河边、田边的防护林，或者城镇里的树',
        help: '不在林地上的。',
        elsewhere: {
          goTo: '管这片树的部门（公路、水利、城管等），不清楚的先问镇林业站',
          why: '不在林地上的护路林、护岸林、农田防护林和城镇的树，由各自的主管部门管，不办采伐许可证。',
        },
      },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'location',
    text: '具体在什么地方？',
    help: '写到镇、村和地块的名字。',
    kind: 'text',
    maxLength: 80,
    confirmation: 'confirmed',
  },
  {
    id: 'who',
    text: '以谁的名义申请？',
    kind: 'choice',
    options: [
      { value: 'person', label: '个人' },
      { value: 'organisation', label: '村集体、合作社、公司等单位' },
      { value: 'state', label: '国有林场等国有单位' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'right',
    text: '树是谁的？',
    kind: 'choice',
    options: [
      { value: 'own', label: '申请人自己的' },
      { value: 'manage', label: '申请人承包、租来或者买来经营的' },
      { value: 'others', label: '别人的' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'forest',
    text: '是哪一种林子？',
    help: '林权证或者不动产权证上有写；不清楚的，请镇林业站查。',
    kind: 'choice',
    options: [
      { value: 'planted', label: '人工种的商品林' },
      { value: 'natural', label: '天然的商品林' },
      { value: 'welfare', label: '公益林' },
      { value: 'reserve', label: '自然保护区里的林子' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'purpose',
    text: '为什么要砍？',
    kind: 'choice',
    options: [
      { value: 'harvest', label: '树长成了，砍了卖或者自己用' },
      { value: 'tending', label: '间伐抚育、更新，或者改造长得差的林子' },
      { value: 'damaged', label: '受灾、枯死或者有病虫害' },
      { value: 'building', label: '林地批准用来搞建设' },
      { value: 'transplant', label: '整棵挖走移栽', help: '挖树移栽和砍树一样管。' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'area',
    text: '要砍多大面积？',
    kind: 'number',
    unit: '亩',
    min: 0.01,
    max: 100000,
    confirmation: 'confirmed',
  },
  {
    id: 'volume',
    text: '大约出多少木材（蓄积）？',
    help: '不会算的，请镇林业站帮着估。',
    kind: 'number',
    unit: '立方米',
    min: 0.01,
    max: 100000,
    confirmation: 'confirmed',
  },
  {
    id: 'replant',
    text: '砍完补种多大面积？',
    when: REPLANTED,
    kind: 'number',
    unit: '亩',
    min: 0,
    max: 100000,
    confirmation: 'confirmed',
  },
  {
    id: 'barred',
    text: '有没有下面的情况？',
    kind: 'choice',
    options: [
      { value: 'none', label: '都没有' },
      { value: 'closed', label: '正在封山育林' },
      { value: 'unplanted', label: '去年砍了，还没按规定补种' },
      { value: 'careless', label: '去年出过大的滥伐、火灾或者病虫灾，还没整改' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'by-promise',
    text: '想不想用告知承诺办？',
    help: '个人砍人工商品林，15 立方米以内，有的地方写份承诺书就行。山亭能不能这样办，还没有核定。',
    when: MAY_PROMISE,
    kind: 'choice',
    options: yesNo('想，区里同意就这样办', '不用，按一般的办'),
    confirmation: 'pending',
  },
  {
    id: 'survey',
    text: '面积或者蓄积超过省里规定的数了吗？',
    help: '这个数由窗口问区里；超过的要请人做调查设计。',
    when: ASK_SURVEY,
    kind: 'choice',
    options: [
      { value: 'within', label: '没超过' },
      { value: 'over', label: '超过了' },
      { value: 'unknown', label: '现在说不准' },
    ],
    confirmation: 'pending',
  },
  AGENT_QUESTION,
];

/**
 * What the forest law forbids to be permitted is warned of, not stopped: the district decides on the merits, and who
 * insists has a right to a decision in writing (Administrative Licensing Law art. 32, 38). Stopped is only what the
 * applicant can put right at the window: who applies, and how much is planted again.
 */
export const FELLING_CHECKS: readonly Check[] = [
  {
    id: 'owner-applies',
    must: { not: is('right', 'others') },
    message: '要由树的主人或者经营的人申请。替别人跑腿的，用主人的名义申请，带上委托书。',
    basis: forestLaw('第五十八条'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'replant-not-less',
    when: REPLANTED,
    must: { atLeast: [{ answer: 'replant' }, { answer: 'area' }] },
    message: '补种的面积不能比砍的少，请当场改过来。',
    basis: forestLaw('第六十一条'),
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'not-closed',
    must: { not: is('barred', 'closed') },
    message: '封山育林的时候和地方，法律规定不发采伐证。',
    basis: forestLaw('第六十条第（一）项'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'replanted-last-year',
    must: { not: is('barred', 'unplanted') },
    message: '去年砍的还没补种完，法律规定不发采伐证。先补种。',
    basis: forestLaw('第六十条第（二）项'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'damage-dealt-with',
    must: { not: is('barred', 'careless') },
    message: '去年出过大的滥伐、火灾或者病虫灾，没有整改的，法律规定不发采伐证。',
    basis: forestLaw('第六十条第（三）项'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'welfare-not-harvested',
    when: is('forest', 'welfare'),
    must: { not: is('purpose', 'harvest') },
    message: '公益林不能砍了用材，只能做抚育、更新和改造。',
    basis: forestLaw('第五十五条第一款第（一）项'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'reserve-not-felled',
    when: is('forest', 'reserve'),
    must: is('purpose', 'damaged'),
    message: '自然保护区里的树不准砍，只有防病虫、防火、受灾等特殊情况例外。',
    basis: forestLaw('第五十五条第一款第（三）项'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
  {
    id: 'natural-asked-first',
    must: { not: is('forest', 'natural') },
    message: '天然林管得更严，收件前先问区里还能不能砍。',
    basis: forestLaw('第三十二条'),
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'promise-not-settled',
    when: MAY_PROMISE,
    must: is('by-promise', NO),
    message: '告知承诺在山亭能不能用、到多少立方米，区里还没有核定。先问清，再按承诺收。',
    basis: { law: LAW.shandongClimate, article: '第二十九条' },
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'survey-settled',
    when: ASK_SURVEY,
    must: { not: is('survey', 'unknown') },
    message: '先问区里：超过省里规定的数，要加调查设计材料。',
    basis: forestLaw('第五十八条'),
    severity: 'warn',
    confirmation: 'confirmed',
  },
];
