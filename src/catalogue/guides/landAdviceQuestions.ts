import type { Option, Question } from '../../domain/guide.ts';
import { FROM_ANOTHER, OWN_TRANSFER } from './landAdviceChecks.ts';
import { yesNo } from './parts.ts';

const TOPICS: readonly Option[] = [
  { value: 'renewal', label: '二轮承包到期、再延长三十年' },
  { value: 'contract', label: '承包合同或者证书写错了、丢了' },
  { value: 'transfer', label: '把地租给别人、入股（流转）' },
  { value: 'capital', label: '企业来村里大片租地' },
  { value: 'women', label: '出嫁、离婚、丧偶以后的地' },
  { value: 'membership', label: '算不算村集体成员' },
  { value: 'income', label: '集体收益怎么分' },
  { value: 'dispute', label: '因为承包地起了纠纷' },
  {
    value: 'forest',
    label: '林地、草地的承包',
    elsewhere: {
      goTo: '镇里管林业的站所，或者区政务服务大厅',
      why: '这里只答耕地等农村土地的承包，林地和草地另有部门管。',
    },
  },
  {
    value: 'homestead',
    label: '宅基地',
    elsewhere: {
      goTo: '镇里管宅基地的窗口',
      why: '宅基地不是承包地。要办证的，到本大厅“不动产登记”。',
    },
  },
];

export const ADVICE_QUESTIONS: readonly Question[] = [
  { id: 'topic', text: '想问哪方面的事？', kind: 'choice', options: TOPICS, confirmation: 'pending' },
  {
    id: 'wants',
    text: '想要什么样的答复？',
    kind: 'choice',
    options: [
      { value: 'policy', label: '政策是怎么规定的' },
      { value: 'how', label: '手续怎么办、到哪里办' },
      {
        value: 'ruling',
        label: '请政府定下这块地归谁、谁对谁错',
        elsewhere: {
          goTo: '先请村委会、镇里调解；也可以找农村土地承包仲裁机构，或者到人民法院起诉',
          why: '咨询只能说政策，不能断地归谁。',
        },
      },
    ],
    confirmation: 'pending',
  },
  {
    id: 'question',
    text: '把要问的事说一说。',
    help: '几句话就行，不用写别人的身份证号码。',
    kind: 'text',
    maxLength: 200,
    confirmation: 'confirmed',
  },
  {
    id: 'own-case',
    text: '问的是自己家（自己村、自己单位）的具体情况吗？',
    help: '只想知道政策的，选“不是”，什么都不用带。',
    kind: 'choice',
    options: yesNo('是', '不是，只问政策'),
    confirmation: 'pending',
  },
  {
    id: 'whose-land',
    text: '要流转的地是谁的？',
    when: OWN_TRANSFER,
    kind: 'choice',
    options: [
      { value: 'own', label: '自己家承包的' },
      { value: 'from-another', label: '从别人那里流转来的，想再转出去' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'holder-agrees',
    text: '原承包户书面同意了吗？',
    when: FROM_ANOTHER,
    kind: 'choice',
    options: yesNo('同意了', '还没有'),
    confirmation: 'confirmed',
  },
  {
    id: 'years',
    text: '打算流转几年？',
    when: OWN_TRANSFER,
    kind: 'number',
    unit: '年',
    min: 1,
    max: 70,
    confirmation: 'confirmed',
  },
  {
    id: 'years-left',
    text: '承包期还剩几年？',
    help: '合同或者证书上有起止日期，窗口帮您算。',
    when: OWN_TRANSFER,
    kind: 'number',
    unit: '年',
    min: 0,
    max: 70,
    confirmation: 'confirmed',
  },
  {
    id: 'farming',
    text: '流转以后还是种养吗？',
    when: OWN_TRANSFER,
    kind: 'choice',
    options: yesNo('是', '不是，想盖房、办厂、存料'),
    confirmation: 'confirmed',
  },
  {
    id: 'in-court',
    text: '这件事已经在仲裁或者打官司了吗？',
    kind: 'choice',
    options: yesNo('是', '没有'),
    confirmation: 'pending',
  },
  {
    id: 'reply',
    text: '想怎么得到答复？',
    kind: 'choice',
    options: [
      { value: 'spoken', label: '当场听窗口说' },
      { value: 'written', label: '要书面的答复单', help: '当场说不准的，也给书面答复。' },
    ],
    confirmation: 'pending',
  },
];
