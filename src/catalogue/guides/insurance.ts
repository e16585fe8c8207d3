import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { choice, warns } from './builders.ts';
import { ENTERING, INSURANCE_FORMS, INSURANCE_PAPERS } from './insurancePapers.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  is,
  known,
  NO,
  RIGHTS,
  step,
  unsure,
  YES,
  yesNo,
} from './parts.ts';

const PERSONS = { law: LAW.insuranceHandling, article: '第六条、第十条' };
const EMPLOYERS = { law: LAW.socialInsurance, article: '第五十七条、第五十八条' };
const COVERAGE = { law: LAW.coverage };

/** Item 3 (direct): enrolment and changes of medical insurance, of persons and employers. */
export const insuranceGuide: CompleteGuide = {
  id: '3',
  item: '3',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '医疗保险参保和变更登记',
  bases: [EMPLOYERS, PERSONS],
  applicants: '居民、灵活就业人员、新生儿的监护人和用人单位。',
  fee: known('登记不收费；医保费另由税务部门征收。', { law: LAW.socialInsurance }),
  result: unsure('参保登记信息或者回执。'),
  conditions: [
    unsure('没有在别的地方正常参保。', COVERAGE),
    unsure('外地户籍的，有居住证也能参加居民医保。', COVERAGE),
    known('用人单位自成立起三十日内登记，招人三十日内给职工登记。', EMPLOYERS),
  ],
  questions: [
    choice('who', '给谁办？', [
      ['resident', '农村或者城镇居民'],
      ['newborn', '刚出生的孩子'],
      ['flexible', '自己干活、没有单位的人'],
      ['employer', '用人单位'],
    ]),
    choice('action', '办什么？', [
      ['enter', '参保登记'],
      ['change', '改信息', { help: '姓名、证号、账户、联系方式，或者单位的信息。' }],
      ['staff', '单位给职工增减', { help: '只有用人单位办这个。' }],
      ['stop', '停保、终止，或者重复参保要处理'],
    ]),
    choice(
      'household',
      '户籍在枣庄吗？',
      [
        [YES, '在枣庄'],
        [NO, '在外地，有居住证'],
      ],
      { when: { all: [is('who', 'resident'), ENTERING] } },
    ),
    choice(
      'registered',
      '孩子上户口了吗？',
      [
        [YES, '上了'],
        [NO, '还没上'],
      ],
      { when: { all: [is('who', 'newborn'), ENTERING] } },
    ),
    {
      ...{ id: 'insured-elsewhere', text: '现在在别的地方参保吗？', kind: 'choice' },
      options: yesNo('在别处参着', '没有'),
      when: ENTERING,
      confirmation: 'pending',
    },
    AGENT_QUESTION,
  ],
  boundaries: [
    known('交费在税务部门，这里只登记。', { law: LAW.socialInsurance }),
    unsure('低保、特困、重残的身份由民政、残联推送，不用您开证明。'),
    unsure('跨市转移、省外重复参保、历史数据有错的，由区医保局处理。'),
  ],
  parties: [
    {
      ...{ role: 'applicant', label: '参保人', kinds: ['person'], min: 1, max: 1 },
      when: { not: is('who', 'employer') },
    },
    {
      ...{ role: 'applicant', label: '用人单位', kinds: ['organisation'], min: 1, max: 1 },
      when: is('who', 'employer'),
    },
    {
      ...{ role: 'guardian', label: '监护人', kinds: ['person'], min: 1, max: 1 },
      when: is('who', 'newborn'),
    },
    AGENT_PARTY,
  ],
  materials: INSURANCE_PAPERS,
  checks: [
    warns('one-insurance', is('insured-elsewhere', NO), '在别处参着保的，要先停掉一头再登记。', COVERAGE, {
      when: ENTERING,
    }),
    warns(
      'staff-by-employer',
      { any: [is('who', 'employer'), { not: is('action', 'staff') }] },
      '职工增减由用人单位来办。',
      EMPLOYERS,
      { confirmation: 'confirmed' },
    ),
  ],
  limits: [
    {
      when: is('who', 'employer'),
      statutory: {
        ...{ days: 15, unit: 'calendarDays', confirmation: 'confirmed' },
        basis: { law: LAW.socialInsurance, article: '第五十七条' },
      },
      promised: { days: 5, unit: 'workingDays', confirmation: 'pending' },
    },
    {
      statutory: { days: 10, unit: 'workingDays', basis: PERSONS, confirmation: 'confirmed' },
      promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '核对本人或者单位', 'town', 'receive'),
    step('compare', '查有没有在别处参保', 'town', 'check', 'pending'),
    step('decide', '在医保系统里登记，打印回执', 'town', 'decide'),
    step('deliver', '回执给您，告诉您到哪里交费', 'town', 'deliver'),
  ],
  refusals: [
    unsure('已经在别处正常参保。'),
    unsure('姓名或者身份证号和公安登记的对不上，先去更正。'),
    known('单位欠着费要注销的，先结清。', { law: LAW.insuranceHandling, article: '第十条' }),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '错过集中交费的时候怎么办？',
      a: '中途也能参保，但要等三个月才能报销；断的年头多，等得更久。',
      confirmation: 'pending',
    },
    { q: '孩子刚出生，还没上户口？', a: '用出生医学证明先登记，上了户口再来改。', confirmation: 'pending' },
    { q: '登记了就能报销吗？', a: '登记以后还要交费到账，等待期过了才能报。', confirmation: 'pending' },
  ],
  mistakes: ['登记完没有去交费。', '孩子出生三个月以后才来办。', '身份证换了号，医保里没有改。'],
  forms: INSURANCE_FORMS,
  openPoints: [
    '2027 年居民医保集中参保期从哪天到哪天？标准是多少？',
    '等待期怎么算？新生儿多少天内参保可以从出生算起？',
    '镇级登记用什么印章，还是只打印系统回执？',
  ],
  baseline: null,
};
