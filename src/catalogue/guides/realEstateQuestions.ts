import type { Condition } from '../../domain/condition.ts';
import type { Option, Question } from '../../domain/guide.ts';
import { AGENT_QUESTION, is, yesNo } from './parts.ts';

export const FIRST = is('action', 'first');
export const TRANSFER = is('action', 'transfer');
export const CHANGE = is('action', 'change');
export const MORTGAGE = is('action', 'mortgage');
export const CANCEL = is('action', 'cancel');
export const CORRECT = is('action', 'correct');
export const OBJECT = is('action', 'object');
export const QUERY = is('action', 'query');
const NOT_QUERY: Condition = { not: QUERY };

/** Questions that are not always asked, each beside the condition that asks it. */
export const transferBy = (...causes: string[]): Condition => ({ all: [TRANSFER, is('cause', causes)] });
export const changeOf = (what: string): Condition => ({ all: [CHANGE, is('what-changed', what)] });
export const cancelFor = (...whys: string[]): Condition => ({ all: [CANCEL, is('cancel-why', whys)] });
export const onGround = (...grounds: string[]): Condition => ({ all: [NOT_QUERY, is('property', grounds)] });

/** Both must apply by the letter of the law (art. 14); a gift or a family's division is read into it by practice. */
export const JOINT_BY_LAW: Condition = { any: [MORTGAGE, transferBy('sale')] };
export const JOINT_BY_PRACTICE = transferBy('gift', 'division');
export const JOINT: Condition = { any: [JOINT_BY_LAW, JOINT_BY_PRACTICE] };

/** By agreement. What comes by inheritance or judgment holds without anyone's consent (Civil Code art. 229, 230). */
export const HOMESTEAD_HANDED_ON: Condition = {
  all: [onGround('homestead'), transferBy('sale', 'gift', 'division')],
};

export const BY_STANDING: Condition = { any: [CORRECT, QUERY] };
export const AS_INTERESTED: Condition = { all: [BY_STANDING, is('standing', 'interested')] };

const KINDS: readonly Option[] = [
  { value: 'first', label: '首次登记', help: '房子或者地，从来没有办过证。' },
  { value: 'transfer', label: '转移登记（过户）', help: '买卖、赠与、分家、继承，换了主人。' },
  { value: 'change', label: '变更登记', help: '主人没换，姓名、面积或者用途变了。' },
  { value: 'mortgage', label: '抵押登记', help: '拿房子给贷款作担保。' },
  { value: 'cancel', label: '注销登记', help: '房子没了、不要了，或者贷款还清要解押。' },
  { value: 'correct', label: '更正登记', help: '登记簿上记错了。' },
  { value: 'object', label: '异议登记', help: '说登记簿记错了，登记的主人不同意改。' },
  { value: 'query', label: '查询、复印登记资料' },
  {
    value: 'seizure',
    label: '查封、解封',
    elsewhere: {
      goTo: '区不动产登记中心',
      why: '查封和解封由法院等机关直接通知登记机构，不由个人申请。',
    },
  },
];

export const REAL_ESTATE_QUESTIONS: readonly Question[] = [
  { id: 'action', text: '要办哪一种？', kind: 'choice', options: KINDS, confirmation: 'confirmed' },
  {
    id: 'location',
    text: '房子或者地在哪里（坐落）？',
    help: '有证的，照证上写的填。',
    kind: 'text',
    maxLength: 80,
    confirmation: 'confirmed',
  },
  {
    id: 'property',
    text: '是哪一种房子或者地？',
    when: NOT_QUERY,
    kind: 'choice',
    options: [
      { value: 'homestead', label: '宅基地和上面的房子' },
      { value: 'urban', label: '国有土地上的住房', help: '城镇的商品房、房改房等。' },
      { value: 'fields', label: '承包地' },
      { value: 'woods', label: '林地、林木' },
      { value: 'other', label: '厂房、商铺和别的' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'cause',
    text: '为什么换主人？',
    when: TRANSFER,
    kind: 'choice',
    options: [
      { value: 'sale', label: '买卖或者互换' },
      { value: 'gift', label: '赠与' },
      { value: 'division', label: '分家析产' },
      { value: 'inherit', label: '继承或者受遗赠' },
      { value: 'judgment', label: '法院、仲裁的生效文书，或者政府的决定' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'what-changed',
    text: '什么变了？',
    when: CHANGE,
    kind: 'choice',
    options: [
      { value: 'name', label: '姓名、名称或者证件号码' },
      { value: 'size', label: '面积、界址' },
      { value: 'use', label: '用途' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'cancel-why',
    text: '为什么注销？',
    when: CANCEL,
    kind: 'choice',
    options: [
      { value: 'gone', label: '房子或者地没有了', help: '倒塌、拆除、冲毁等。' },
      { value: 'given-up', label: '自己不要了' },
      { value: 'repaid', label: '贷款还清，解除抵押' },
      { value: 'judgment', label: '法院、仲裁的生效文书，或者政府的决定' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'standing',
    text: '申请人和这处房子、这块地是什么关系？',
    when: BY_STANDING,
    kind: 'choice',
    options: [
      { value: 'holder', label: '登记的权利人' },
      { value: 'interested', label: '有利害关系的人', help: '比如已经签了买卖合同，或者正为它打官司。' },
      { value: 'neither', label: '都不是' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'query-purpose',
    text: '查来做什么用？',
    help: '照实写，查到的只能用在这上面。',
    when: QUERY,
    kind: 'text',
    maxLength: 60,
    confirmation: 'confirmed',
  },
  {
    id: 'holder-agrees',
    text: '登记的主人同意改吗？',
    when: OBJECT,
    kind: 'choice',
    options: yesNo('同意', '不同意'),
    confirmation: 'confirmed',
  },
  {
    id: 'both-apply',
    text: '双方是不是一起申请？',
    help: '有一方来不了的，可以委托别人，也算一起申请。',
    when: JOINT,
    kind: 'choice',
    options: yesNo('是，双方都申请', '只有一方申请'),
    confirmation: 'confirmed',
  },
  {
    id: 'same-collective',
    text: '接手的人是不是本村集体的成员？',
    when: HOMESTEAD_HANDED_ON,
    kind: 'choice',
    options: yesNo('是', '不是'),
    confirmation: 'pending',
  },
  {
    id: 'who',
    text: '以谁的名义申请？',
    kind: 'choice',
    options: [
      { value: 'person', label: '个人' },
      { value: 'organisation', label: '单位' },
    ],
    confirmation: 'confirmed',
  },
  AGENT_QUESTION,
];
