import type { CompleteGuide, Question } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import {
  DIED,
  ENROLMENT_CHECKS,
  ENROLMENT_LIMITS,
  handling,
  NEWBORN,
  PERSON,
  personal,
  RESIDENT,
  STOP,
  UNIT,
  unitary,
} from './enrolmentChecks.ts';
import { ENROLMENT_FORMS } from './enrolmentForms.ts';
import { ENROLMENT_PAPERS } from './enrolmentPapers.ts';
import { AGENT_PARTY, AGENT_QUESTION, COMPILED_ON, known, step, unsure, yesNo } from './parts.ts';
import { INSURANCE_RIGHTS } from './serviceParts.ts';

const insuranceLaw = (article: string) => ({ law: LAW.socialInsurance, article });
const COLLECTED = insuranceLaw('第五十九条至第六十一条');
const LASTING = { law: LAW.lastingInsurance };

const QUESTIONS: readonly Question[] = [
  {
    id: 'who',
    text: '给谁办？',
    kind: 'choice',
    options: [
      { value: 'person', label: '个人' },
      { value: 'unit', label: '用人单位' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'action',
    text: '要办哪一种？',
    when: PERSON,
    kind: 'choice',
    options: [
      { value: 'resident', label: '第一次参加居民医保' },
      { value: 'newborn', label: '给新生儿参保' },
      { value: 'flexible', label: '灵活就业，自己参加职工医保', help: '没有雇人的个体户、打零工的都算。' },
      { value: 'change', label: '改个人信息', help: '姓名、身份证号码、电话、账户。' },
      { value: 'stop', label: '停保，或者重复参保要去掉一份' },
      {
        value: 'pay',
        label: '已经登记了，只来交费',
        elsewhere: {
          goTo: '税务部门的缴费渠道（手机、银行或者办税服务厅）',
          why: '医保费由税务部门收，镇里只办登记。',
        },
      },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'unit-action',
    text: '单位要办哪一种？',
    when: UNIT,
    kind: 'choice',
    options: [
      { value: 'register', label: '单位第一次登记' },
      { value: 'hire', label: '增加职工' },
      { value: 'leave', label: '减少职工' },
      { value: 'change', label: '改单位信息' },
      { value: 'cancel', label: '注销登记' },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'household',
    text: '户口在哪里？',
    when: RESIDENT,
    kind: 'choice',
    options: [
      { value: 'local', label: '在枣庄' },
      { value: 'other', label: '在外地' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'insured-already',
    text: '现在在别处交着医保吗？',
    help: '外地的居民医保、单位给交的职工医保都算。',
    when: personal(['resident', 'flexible']),
    kind: 'choice',
    options: yesNo('交着', '没有'),
    confirmation: 'pending',
  },
  {
    id: 'born-registered',
    text: '孩子上户口了吗？',
    when: NEWBORN,
    kind: 'choice',
    options: yesNo('上了', '还没上'),
    confirmation: 'pending',
  },
  {
    id: 'within-ninety',
    text: '孩子出生满 90 天了吗？',
    when: NEWBORN,
    kind: 'choice',
    options: yesNo('还没满', '已经满了'),
    confirmation: 'pending',
  },
  {
    id: 'changed',
    text: '改哪一类？',
    when: personal('change'),
    kind: 'choice',
    options: [
      { value: 'identity', label: '姓名、身份证号码' },
      { value: 'contact', label: '电话、地址、银行账户' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'stop-why',
    text: '为什么要停？',
    when: STOP,
    kind: 'choice',
    options: [
      { value: 'moved', label: '已经在别处参保' },
      { value: 'double-here', label: '在省内交重了' },
      { value: 'double-elsewhere', label: '和外省交重了' },
      { value: 'pause', label: '灵活就业，自己不交了' },
      { value: 'died', label: '参保人去世了' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'arrears',
    text: '单位有没有欠医保费、滞纳金或者罚款？',
    when: unitary('cancel'),
    kind: 'choice',
    options: yesNo('有', '没有'),
    confirmation: 'confirmed',
  },
  AGENT_QUESTION,
];

/** Item 3, direct: enrolment in medical insurance and changes of it. The annex sets no bounds within the item. */
export const enrolmentGuide: CompleteGuide = {
  id: '3',
  item: '3',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '医疗保险参保和变更登记',
  bases: [insuranceLaw('第五十七条、第五十八条'), handling('第六条、第八条至第十条'), LASTING],
  applicants: '居民、灵活就业人员、新生儿的监护人和用人单位。',
  fee: known('登记不收费；医保费另由税务部门征收。', { law: LAW.socialInsurance }),
  result: unsure('参保登记信息或者回执。'),
  conditions: [
    known('没有雇人的个体户、打零工的和其他灵活就业人员，自愿参保的自己来登记。', insuranceLaw('第五十八条')),
    known('单位成立后三十日内来登记，用工后三十日内给职工登记。', insuranceLaw('第五十七条、第五十八条')),
    known('单位信息变了或者单位终止的，三十日内来变更或者注销。', insuranceLaw('第五十七条')),
    known('单位注销之前，要交清欠的费、滞纳金和罚款。', handling('第十条')),
    unsure('没有在别处正常交着医保。', handling('第九条')),
    unsure('新生儿一般在出生 90 天之内参保，从出生那天起享受。', LASTING),
  ],
  questions: QUESTIONS,
  boundaries: [
    known('交医保费不在这个事项里，由税务部门收。', COLLECTED),
    known('养老、失业、工伤保险不在这个事项里，到人社窗口问办。', handling('第四条')),
    unsure('医保关系跨市转移、早年记录有错的，由区医疗保障局处理。', handling('第十三条')),
    unsure('低保、特困、重度残疾、防返贫监测户的身份由主管部门推送，不用交证明。', LASTING),
  ],
  parties: [
    {
      role: 'applicant',
      label: '参保人',
      kinds: ['person'],
      min: 1,
      max: 1,
      when: { all: [PERSON, { not: NEWBORN }, { not: DIED }] },
    },
    { role: 'applicant', label: '孩子的监护人', kinds: ['person'], min: 1, max: 1, when: NEWBORN },
    { role: 'applicant', label: '去世人的家属', kinds: ['person'], min: 1, max: 1, when: DIED },
    { role: 'applicant', label: '用人单位', kinds: ['organisation'], min: 1, max: 1, when: UNIT },
    AGENT_PARTY,
  ],
  materials: ENROLMENT_PAPERS,
  checks: ENROLMENT_CHECKS,
  limits: ENROLMENT_LIMITS,
  steps: [
    step('receive', '核对身份和材料，收件受理', 'town', 'receive'),
    step('compare', '在全国参保库里查有没有重复', 'town', 'check', 'pending'),
    step('decide', '镇里选定险种和人员类别，录入登记', 'town', 'decide'),
    step('issue', '打印登记内容，由本人确认签字', 'town', 'issue', 'pending'),
    step('deliver', '交回执，说清怎么缴费', 'town', 'deliver'),
  ],
  refusals: [
    unsure('已经在别处正常参保。', handling('第九条')),
    unsure('姓名或者身份证号码和公安的信息对不上，先到派出所改。', handling('第九条')),
    known('单位欠费没有交清，就来注销。', handling('第十条')),
  ],
  rights: INSURANCE_RIGHTS,
  faq: [
    {
      q: '错过了集中缴费的时候怎么办？',
      a: '可以中途参保，但一般要等三个月才能报销；断过几年的，等得更久。具体问区医疗保障局。',
      confirmation: 'pending',
    },
    {
      q: '居民医保什么时候交费？',
      a: '一般在每年九月到十二月，交第二年的。当年的日子和钱数等区里公布。',
      confirmation: 'pending',
    },
    {
      q: '孩子刚出生，还没上户口怎么办？',
      a: '可以先凭出生医学证明登记，上了户口再来改。',
      confirmation: 'pending',
    },
    {
      q: '登记了就算有医保吗？',
      a: '不算。登记以后要交费，钱到了账、过了等待期才能报销。',
      confirmation: 'pending',
    },
    {
      q: '我是低保户，要带低保证吗？',
      a: '不用。民政部门会把名单推给医保，对不上的请窗口查。',
      confirmation: 'pending',
    },
    {
      q: '要多久办好？',
      a: '个人的一般当场办好，法规规定最长十个工作日（《社会保险经办条例》第六条、第十条）。',
      confirmation: 'pending',
    },
  ],
  mistakes: [
    '在外打工的地方还交着，回来又登记一份。',
    '登记了没有去交费。',
    '孩子上了户口，没有来改身份证号码。',
    '单位的表没有盖公章。',
  ],
  forms: ENROLMENT_FORMS,
  openPoints: [
    '2026 年、2027 年居民医保集中参保期是哪几天？每人交多少？等待期怎么算？',
    '户口在外地的居民参保，还要不要居住证？',
    '新生儿从出生起享受，是不是出生后 90 天之内？',
    '省外重复参保、跨市转移、早年记录有错，是不是都转区医疗保障局？',
    '镇里有没有医保系统的账号？登记表用系统打印的还是纸质的？',
    '个人当场办、单位五个工作日，这个承诺对不对？哪些材料可以晚交？',
    '登记以谁的名义办，回执盖哪个章？',
  ],
  baseline: null,
};
