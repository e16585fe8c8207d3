import type { CompleteGuide, Option, Question } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import {
  CANCEL,
  CHANGE,
  COOPERATIVE_CHECKS,
  cancelledBy,
  FILE_MEMBERS,
  SET_UP,
  TWO_THIRDS,
} from './cooperativeChecks.ts';
import { COOPERATIVE_FORMS } from './cooperativeForms.ts';
import { COOPERATIVE_PAPERS } from './cooperativePapers.ts';
import { AGENT_PARTY, AGENT_QUESTION, COMPILED_ON, is, known, RIGHTS, step, unsure, yesNo } from './parts.ts';

const FREE = { law: LAW.cooperative, article: '第十六条' };
const CONDITIONS = { law: LAW.cooperative, article: '第十二条' };

const ACTIONS: readonly Option[] = [
  { value: 'setUp', label: '新办合作社' },
  { value: 'change', label: '变更登记', help: '名称、住所、法定代表人、出资总额、业务范围有变化。' },
  { value: 'members', label: '成员变动备案' },
  { value: 'cancel', label: '注销' },
  { value: 'branch', label: '设分支机构' },
];

const COMPOSITION = { any: [SET_UP, FILE_MEMBERS] };

/** The list of members may be pasted or stay on paper, as the counting questions suffice for the law's shares. */
const LISTED = { min: 0, max: 100, telephone: 'optional' } as const;

const QUESTIONS: readonly Question[] = [
  { id: 'action', text: '要办哪一种？', kind: 'choice', options: ACTIONS, confirmation: 'confirmed' },
  { id: 'name', text: '合作社叫什么名字？', kind: 'text', maxLength: 60, confirmation: 'confirmed' },
  {
    id: 'members',
    text: '一共多少名成员？',
    help: '人和单位都算，一个算一名。',
    when: COMPOSITION,
    kind: 'number',
    unit: '名',
    min: 1,
    max: 9999,
    confirmation: 'confirmed',
  },
  {
    id: 'farmers',
    text: '其中农民多少名？',
    when: COMPOSITION,
    kind: 'number',
    unit: '名',
    min: 0,
    max: 9999,
    confirmation: 'confirmed',
  },
  {
    id: 'organisations',
    text: '其中企业、事业单位和社会组织几个？',
    when: COMPOSITION,
    kind: 'number',
    unit: '个',
    min: 0,
    max: 9999,
    confirmation: 'confirmed',
  },
  {
    id: 'public-unit',
    text: '这些单位里，有没有管理公共事务的？',
    help: '比如机关、村委会。',
    when: { all: [COMPOSITION, { atLeast: [{ answer: 'organisations' }, 1] }] },
    kind: 'choice',
    options: yesNo('有', '没有'),
    confirmation: 'confirmed',
  },
  {
    id: 'contribution',
    text: '成员拿什么出资？',
    when: SET_UP,
    kind: 'choice',
    options: [
      { value: 'money', label: '只有钱' },
      { value: 'property', label: '还有实物、土地经营权、林权、知识产权', help: '能估价、能依法转让的。' },
      { value: 'forbidden', label: '还有劳务、信用、姓名、商誉、特许经营权，或者已经抵押的财产' },
      { value: 'claims', label: '还有合作社或者别的成员欠的钱' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'charter-unanimous',
    text: '章程是不是全体设立人一致通过的？',
    when: SET_UP,
    kind: 'choice',
    options: yesNo('是', '有人不同意'),
    confirmation: 'confirmed',
  },
  {
    id: 'new-address',
    text: '住所换了吗？',
    when: CHANGE,
    kind: 'choice',
    options: yesNo('换了', '没换'),
    confirmation: 'confirmed',
  },
  {
    id: 'new-person',
    text: '法定代表人换了吗？',
    when: CHANGE,
    kind: 'choice',
    options: yesNo('换了', '没换'),
    confirmation: 'confirmed',
  },
  {
    id: 'charter-changed',
    text: '章程改了吗？',
    when: CHANGE,
    kind: 'choice',
    options: yesNo('改了', '没改'),
    confirmation: 'confirmed',
  },
  {
    id: 'cancel-way',
    text: '走哪一种注销？',
    when: CANCEL,
    kind: 'choice',
    options: [
      { value: 'ordinary', label: '一般注销', help: '先清算，再注销。' },
      { value: 'simple', label: '简易注销', help: '没有欠债，全体成员作承诺，先公示二十日。' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'two-thirds',
    text: '表决时，同意的有没有达到表决权总数的三分之二？',
    when: TWO_THIRDS,
    kind: 'choice',
    options: yesNo('达到了', '没达到'),
    confirmation: 'confirmed',
  },
  {
    id: 'simple-barred',
    text: '合作社有没有下面的情况？',
    help: '被列入异常名录或者严重违法名单；份额被冻结、出质，财产有动产抵押；对外投资；正被立案、强制、打官司或者仲裁；被吊销、责令关闭、撤销；罚款没交完。',
    when: cancelledBy('simple'),
    kind: 'choice',
    options: yesNo('有其中一种', '都没有'),
    confirmation: 'confirmed',
  },
  {
    id: 'notice-done',
    text: '公示满二十日了吗？期满后还在二十日之内吗？',
    when: cancelledBy('simple'),
    kind: 'choice',
    options: yesNo('是', '不是'),
    confirmation: 'confirmed',
  },
  {
    id: 'prior-approval',
    text: '业务里有没有要先批准的项目？',
    when: is('action', ['setUp', 'change', 'branch']),
    kind: 'choice',
    options: yesNo('有', '没有'),
    confirmation: 'confirmed',
  },
  AGENT_QUESTION,
];

/** Item 10, window: registration of farmers' cooperatives. */
export const cooperativeGuide: CompleteGuide = {
  id: '10',
  item: '10',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '农民专业合作社登记',
  bases: [
    { law: LAW.cooperative, article: '第十二条至第二十条、第三十条、第四十八条至第五十三条' },
    { law: LAW.registration, article: '第十三条、第十六条、第十九条、第二十九条、第三十三条' },
    {
      law: LAW.registrationRules,
      article: '第十八条、第二十九条、第三十条、第三十二条、第三十九条、第四十八条',
    },
  ],
  applicants: '全体设立人指定的代表，或者合作社；都可以委托别人来办。',
  fee: known('登记不收费。', FREE),
  result: unsure('登记通知书和营业执照；注销、备案的只有通知书。', {
    law: LAW.registrationRules,
    article: '第十八条第一款',
  }),
  conditions: [
    known('至少五名成员，其中农民占 80% 以上。', CONDITIONS),
    known('有章程、有组织机构，有合法的名称和住所，有成员出资。', CONDITIONS),
    known('名称、住所、法定代表人等变了，三十日内来变更登记。', {
      law: LAW.registration,
      article: '第二十四条',
    }),
    known('成员变了，会计年度结束后九十日内来备案。', { law: LAW.registration, article: '第二十九条' }),
    known('开成员大会，要有三分之二以上的成员到场。', { law: LAW.cooperative, article: '第三十条第一款' }),
    known('一般注销的，清算组成立后十日内通知、六十日内公告债权人。', {
      law: LAW.cooperative,
      article: '第五十条',
    }),
  ],
  questions: QUESTIONS,
  boundaries: [
    unsure('合作社联合社的成员是合作社，规则不一样，先到区大厅问办。'),
    known('公司、合伙企业、个体工商户和家庭农场的登记不按这个事项办。', { law: LAW.notice, article: '附件' }),
  ],
  parties: [
    { role: 'legalRepresentative', label: '法定代表人（理事长）', kinds: ['person'], min: 1, max: 1 },
    {
      role: 'cooperative',
      label: '合作社',
      kinds: ['organisation'],
      min: 1,
      max: 1,
      when: is('action', ['change', 'members', 'cancel', 'branch']),
    },
    { role: 'member', label: '成员', kinds: ['person', 'organisation'], ...LISTED, when: COMPOSITION },
    AGENT_PARTY,
  ],
  materials: COOPERATIVE_PAPERS,
  checks: COOPERATIVE_CHECKS,
  limits: [
    {
      // Papers that are complete are registered on the spot; only otherwise do three working days run.
      statutory: {
        days: 3,
        unit: 'workingDays',
        basis: { law: LAW.registration, article: '第十九条' },
        extension: 3,
        confirmation: 'confirmed',
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
    known('农民成员不够 80%，或者成员不到五名。', { law: LAW.cooperative, article: '第二十条' }),
    known('章程少了必须写的内容。', { law: LAW.cooperative, article: '第十五条' }),
    known('业务超出合作社可以做的范围。', { law: LAW.cooperative, article: '第三条' }),
    known('管理公共事务的单位入社。', { law: LAW.cooperative, article: '第十九条' }),
    known('正在管着相关公务的人当理事长、理事。', { law: LAW.cooperative, article: '第三十八条' }),
    unsure('成员身份证明看不清，认不出是谁。'),
  ],
  rights: RIGHTS,
  faq: [
    { q: '几个人能办合作社？', a: '至少五名成员，农民占 80% 以上。', confirmation: 'confirmed' },
    { q: '要验资吗？', a: '不用。出资写进出资清单，按章程约定缴。', confirmation: 'pending' },
    {
      q: '不是农民能入社吗？',
      a: '能，但农民要占 80% 以上；单位成员的个数也有限制。',
      confirmation: 'confirmed',
    },
    {
      q: '材料没带齐怎么办？',
      a: '窗口一次说清缺什么，材料退给您；补齐再来就是新收的一件。',
      confirmation: 'confirmed',
    },
  ],
  mistakes: ['章程和纪要漏了设立人签名。', '成员名册和出资清单上的人对不上。', '成员身份证复印件看不清。'],
  forms: COOPERATIVE_FORMS,
  roster: {
    of: 'parties',
    role: 'member',
    unit: '名',
    columns: [
      { field: 'name', heads: ['成员姓名', '姓名', '成员', '姓名或者名称', '姓名或名称', '成员姓名或名称'] },
      {
        field: 'idNumber',
        heads: ['证件号码', '身份证号', '身份证号码', '公民身份号码', '统一社会信用代码'],
      },
      { field: 'farmer', heads: ['是否农民', '农民', '农民成员', '是否为农民', '是否农民成员'] },
      { field: 'telephone', heads: ['联系电话', '电话', '手机', '手机号', '手机号码'], optional: true },
      { field: 'address', heads: ['住所', '住址', '地址'], optional: true },
    ],
    counts: { all: 'members', farmers: 'farmers', organisations: 'organisations' },
  },
  openPoints: [
    '受理通知书盖谁的章？镇里能不能用区局的受理专用章？',
    '成员是不是农民，看户口簿、承包经营权证还是村委会的证明？',
    '联合社、分支机构和备案，镇里的窗口收不收？',
    '承诺几个工作日？镇里能不能当场打印营业执照？',
    '登记（备案）申请书和简易注销承诺书用哪一版？',
  ],
  baseline: null,
};
