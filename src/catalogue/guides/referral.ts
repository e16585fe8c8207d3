import type { CompleteGuide, Question } from '../../domain/guide.ts';
import { LAW, NOTICE } from '../bases.ts';
import { AGENT_PARTY, AGENT_QUESTION, COMPILED_ON, known, step, unsure } from './parts.ts';
import { REFERRAL_FORMS } from './referralForms.ts';
import { NEW, REFERRAL_CHECKS, REFERRAL_PAPERS, REMOTE_CARE, WITH_PLACE } from './referralPapers.ts';
import { INSURANCE_RIGHTS } from './serviceParts.ts';

const SETTLEMENT = { law: LAW.socialInsurance, article: '第二十九条第二款' };

const QUESTIONS: readonly Question[] = [
  {
    id: 'action',
    text: '要办哪一种？',
    kind: 'choice',
    options: [
      { value: 'new', label: '去外地看病，新办备案' },
      { value: 'change', label: '备过案，要改地方或者时间' },
      { value: 'cancel', label: '备过案，不去了，要取消' },
      {
        value: 'long-term',
        label: '长期在外地住、养老或者上班',
        elsewhere: {
          goTo: '区医疗保障局，或者手机上的国家医保服务平台',
          why: '下放到镇的只有转外就医备案，长期住在外地的备案没有下放。',
        },
      },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'insurance',
    text: '参加的是哪一种医保？',
    help: '不清楚的，窗口可以查。',
    kind: 'choice',
    options: [
      { value: 'resident', label: '枣庄的居民医保' },
      { value: 'employee', label: '枣庄的职工医保' },
      {
        value: 'other-place',
        label: '在外地参加的医保',
        elsewhere: {
          goTo: '参保地的医保部门，或者手机上的国家医保服务平台',
          why: '备案由参保的地方办，这里只办在枣庄参保的。',
        },
      },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'reason',
    text: '为什么去外地看病？',
    when: NEW,
    kind: 'choice',
    options: [
      { value: 'referral', label: '医院开了转诊意见' },
      { value: 'self', label: '没有转诊，自己要去' },
      { value: 'emergency', label: '在外地得了急病，急诊抢救' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'stage',
    text: '现在到哪一步了？',
    when: NEW,
    kind: 'choice',
    options: [
      { value: 'before', label: '还没去看' },
      { value: 'in-hospital', label: '正在住院，还没结账' },
      { value: 'paid', label: '已经出院，自己付了钱' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'place',
    text: '去哪里看病？',
    help: '在枣庄市里看病不用备案。',
    when: WITH_PLACE,
    kind: 'choice',
    options: [
      { value: 'other-province', label: '外省' },
      { value: 'in-province', label: '山东省内别的市' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'city',
    text: '去哪个市？',
    help: '写到省和市就行，比如“江苏省徐州市”，不用写哪家医院。',
    when: WITH_PLACE,
    kind: 'text',
    maxLength: 40,
    confirmation: 'pending',
  },
  AGENT_QUESTION,
];

/** Item 2, direct: filing for treatment elsewhere. Only the part that the annex names was delegated. */
export const referralGuide: CompleteGuide = {
  id: '2',
  item: '2',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '转外就医备案',
  bases: [SETTLEMENT, { law: LAW.insuranceHandling, article: '第二十三条' }, REMOTE_CARE],
  applicants: '在枣庄参加职工医保或者居民医保的人，可以委托别人办。',
  fee: unsure('不收费。'),
  result: unsure('备案回执，写明备案号、有效期和就医地。'),
  conditions: [
    known('在枣庄参加了职工医保或者居民医保。', SETTLEMENT),
    unsure('医保正常，没有欠费、停保。'),
    unsure('要去的地方不在枣庄市内。'),
    unsure('出院结账之前备好案，才能在医院直接结算。', REMOTE_CARE),
  ],
  questions: QUESTIONS,
  boundaries: [
    known('长期在外地住、养老或者上班的备案没有下放到镇。', NOTICE),
    known('报销医药费不在这个事项里，到区医疗保障局问办。', NOTICE),
    unsure('山东省内别的市看病，一般不用备案。'),
    unsure('外地急诊抢救看作已经备案，不用交材料。', REMOTE_CARE),
  ],
  parties: [{ role: 'applicant', label: '参保人', kinds: ['person'], min: 1, max: 1 }, AGENT_PARTY],
  materials: REFERRAL_PAPERS,
  checks: REFERRAL_CHECKS,
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对身份，收件受理', 'town', 'receive'),
    step('insured', '在医保系统里查参保情况', 'town', 'check', 'pending'),
    step('decide', '镇里录入备案，当场办成', 'town', 'decide'),
    step('issue', '打印备案回执', 'town', 'issue', 'pending'),
    step('deliver', '把回执交给本人，说清有效期', 'town', 'deliver'),
  ],
  refusals: [
    unsure('欠费、停保，或者不在枣庄参保。'),
    unsure('已经有还没到期的备案，不用再办。'),
    unsure('参加的医保选错了，录不进去。'),
    unsure('在省内看病，不用备案。'),
  ],
  rights: INSURANCE_RIGHTS,
  faq: [
    {
      q: '去济南看病要备案吗？',
      a: '省内一般不用备案，带医保码或者社会保障卡直接结算。以区医疗保障局的答复为准。',
      confirmation: 'pending',
    },
    {
      q: '已经住院了还能补吗？',
      a: '能。出院结账之前补上，就可以直接结算。',
      confirmation: 'pending',
    },
    {
      q: '备案以后能去哪家医院？',
      a: '备案到市。那个市里联网的定点医院都能去，带医保码或者社会保障卡直接结算。',
      confirmation: 'pending',
    },
    {
      q: '备一次管多久？',
      a: '一般不少于六个月，这段时间里可以去多次。回执上写着到哪天。',
      confirmation: 'pending',
    },
    {
      q: '去外地看病，报销会少吗？',
      a: '会少一些。有转诊的少得少，没有转诊自己去的少得多，枣庄的比例问区医疗保障局。',
      confirmation: 'pending',
    },
    {
      q: '自己在手机上能办吗？',
      a: '能。国家医保服务平台、“国家异地就医备案”小程序和爱山东都行。',
      confirmation: 'pending',
    },
  ],
  mistakes: [
    '写成了医院的名字，没有写省和市。',
    '居民医保和职工医保选错了。',
    '上次的备案还没到期，又来办一次。',
    '等到出院付了钱才来备案。',
  ],
  forms: REFERRAL_FORMS,
  openPoints: [
    '山东省内看病现在是不是都不用备案？门诊和住院一样吗？',
    '镇里有没有医保系统的账号？还要不要纸质的备案登记表，用哪一版？',
    '备案的有效期是多久？转诊、自己去和急诊各报多少？',
    '已经出院自费的，补备案和手工报销在哪里办？',
    '直系亲属代办，用户口簿或者承诺代替委托书行不行？',
    '备案以谁的名义办，回执要不要盖章？',
  ],
  baseline: null,
};
