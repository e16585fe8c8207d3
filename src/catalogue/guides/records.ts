import type { Check, CompleteGuide, Material, Question } from '../../domain/guide.ts';
import { LAW, NOTICE } from '../bases.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  inspected,
  is,
  known,
  NO,
  step,
  unsure,
  WAIVER,
  yesNo,
} from './parts.ts';
import { INSURANCE_IDENTITY, INSURANCE_RIGHTS, SERVICE_AGENT_ID, SERVICE_MANDATE } from './serviceParts.ts';

const FREE = { law: LAW.socialInsurance, article: '第七十四条第四款' };
const QUERY = { law: LAW.insuranceHandling, article: '第三十二条' };
const RECORDS = { law: LAW.insuranceRecords };
const OF_THE_DEAD = {
  law: LAW.personalInformation,
  article: '第四十九条',
  says: '近亲属为了自己正当的利益，可以查阅、复制去世的人的信息。',
};

const LIVING = is('whose', 'living');
const DECEASED = is('whose', 'deceased');

const QUESTIONS: readonly Question[] = [
  {
    id: 'paper',
    text: '要打哪一种证明？',
    kind: 'choice',
    options: [
      { value: 'paid', label: '个人参保缴费证明' },
      { value: 'benefit', label: '待遇领取证明', help: '证明每月领养老金、失业金或者工伤待遇。' },
      {
        value: 'medical',
        label: '医保的参保证明',
        elsewhere: {
          goTo: '医保窗口（区医疗保障局）',
          why: '医保记录归医保部门，下放到镇的只有人社部门的两种证明。',
        },
      },
      {
        value: 'unit',
        label: '单位的参保证明、职工名册',
        elsewhere: {
          goTo: '区人力资源和社会保障局',
          why: '下放到镇的只有个人的两种证明，单位的没有下放。',
        },
      },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'insurance',
    text: '要哪一种保险的？',
    kind: 'choice',
    options: [
      { value: 'pension', label: '养老保险' },
      { value: 'unemployment', label: '失业保险' },
      { value: 'injury', label: '工伤保险' },
      { value: 'all', label: '都要' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'period',
    text: '从哪年哪月到哪年哪月？',
    help: '不填就打全部。比如“2020 年 1 月到 2025 年 12 月”。',
    kind: 'text',
    maxLength: 40,
    optional: true,
    confirmation: 'pending',
  },
  {
    id: 'where',
    text: '在哪里参保，或者在哪里领待遇？',
    kind: 'choice',
    options: [
      { value: 'zaozhuang', label: '枣庄' },
      { value: 'other-place', label: '外地' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'whose',
    text: '打谁的？',
    kind: 'choice',
    options: [
      { value: 'living', label: '参保人、领待遇的人自己的', help: '替别人代办的也选这个。' },
      { value: 'deceased', label: '去世亲人的' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'number-changed',
    text: '身份证号码改过，或者有两个社保号吗？',
    when: LIVING,
    kind: 'choice',
    options: yesNo('有', '没有'),
    confirmation: 'pending',
  },
  AGENT_QUESTION,
];

const SEEN = {
  form: inspected,
  waiver: WAIVER.sharing,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

const PAPERS: readonly Material[] = [
  {
    ...SEEN,
    id: 'id-card',
    name: '本人的居民身份证、社会保障卡或者电子社保卡（有一样就行）',
    when: LIVING,
    why: '确认查的是本人的记录，看完当场还。',
    basis: INSURANCE_IDENTITY,
    origin: { from: 'government', who: '公安或者人社部门' },
  },
  {
    ...SEEN,
    id: 'relative-id',
    name: '近亲属的居民身份证',
    when: DECEASED,
    why: '确认来查的是谁，看完当场还。',
    basis: INSURANCE_IDENTITY,
    origin: { from: 'government', who: '公安机关' },
  },
  {
    ...SEEN,
    id: 'kinship-proof',
    name: '亲属关系的证明（户口簿、结婚证等，有一样就行）',
    when: DECEASED,
    why: '去世的人的记录，只有近亲属能查，看完当场还。',
    basis: OF_THE_DEAD,
    origin: { from: 'government', who: '公安或者民政部门' },
    sensitive: true,
  },
  {
    ...SEEN,
    id: 'death-proof',
    name: '死亡证明或者户口注销的证明',
    when: DECEASED,
    why: '说明要查的人已经去世，看完当场还；系统里查得到的不用带。',
    basis: OF_THE_DEAD,
    origin: { from: 'government', who: '医院或者公安机关' },
    core: false,
    sensitive: true,
  },
  // Without the insured person's word nobody may look: neither later nor left out.
  { ...SERVICE_MANDATE, core: true },
  SERVICE_AGENT_ID,
];

/** All from practice (B and C): they tell the person what to expect, and stop nothing. */
const HINT = { severity: 'warn', confirmation: 'pending' } as const;

const CHECKS: readonly Check[] = [
  {
    ...HINT,
    id: 'insured-in-zaozhuang',
    must: is('where', 'zaozhuang'),
    message: '外地的记录这里可能查不到，请到参保的地方打，或者用手机上的国家社会保险公共服务平台。',
    basis: RECORDS,
  },
  {
    ...HINT,
    id: 'one-number',
    when: LIVING,
    must: is('number-changed', NO),
    message: '号码改过或者有两个社保号的，打出来的记录可能不全，先到人社窗口更正信息。',
    basis: RECORDS,
  },
  {
    ...HINT,
    id: 'deceased-by-district',
    must: LIVING,
    message:
      '去世的人的记录，一般由区人力资源和社会保障局查。镇里当场联系区里，打不出来的当场说明到哪里、什么时候能拿。',
    basis: OF_THE_DEAD,
  },
];

/** Item 5, direct: two of the proofs out of the records. Nothing of what is printed is kept. */
export const recordsGuide: CompleteGuide = {
  id: '5',
  item: '5',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '社会保险记录查询打印',
  bases: [FREE, QUERY, RECORDS],
  applicants: '参保人、领待遇的人，或者受他们委托的人。',
  fee: known('不收费。', FREE),
  result: unsure('个人参保缴费证明，或者待遇领取证明，带电子印章和验证码。'),
  conditions: [
    known('查自己的缴费记录或者领待遇的记录。', FREE),
    unsure('在枣庄参保，或者在枣庄领待遇。', RECORDS),
    unsure('替别人查的，要有本人的授权委托书。', RECORDS),
  ],
  questions: QUESTIONS,
  boundaries: [
    known('单位的参保证明、职工名册没有下放到镇，到区人社局办。', NOTICE),
    known('除了参保缴费证明和待遇领取证明，别的社保证明没有下放到镇。', NOTICE),
    unsure('医保的参保证明到医保窗口打。'),
    unsure('钱交了没有到账，先到税务部门查缴费记录。'),
  ],
  parties: [
    { role: 'applicant', label: '参保人或者领待遇的人', kinds: ['person'], min: 1, max: 1, when: LIVING },
    { role: 'applicant', label: '去世人的近亲属', kinds: ['person'], min: 1, max: 1, when: DECEASED },
    AGENT_PARTY,
  ],
  materials: PAPERS,
  checks: CHECKS,
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对身份，问清险种、时间和用途', 'town', 'receive'),
    step('look-up', '在人社系统里查记录', 'town', 'check', 'pending'),
    step('decide', '镇里对照记录，定下能不能打', 'town', 'decide'),
    step('issue', '打印证明', 'town', 'issue'),
    step('deliver', '当场交给本人或者受托人，窗口不留底', 'town', 'deliver', 'pending'),
  ],
  refusals: [
    unsure('替别人查，没有本人的授权。', RECORDS),
    unsure('要查的人不在枣庄参保。', RECORDS),
    known('要打的是单位的名册，不在下放的范围。', NOTICE),
  ],
  rights: [
    ...INSURANCE_RIGHTS,
    known('查自己的社保记录、打印证明，不用花钱。', FREE),
    known('觉得记录不对的，可以要求核对。', FREE),
  ],
  faq: [
    {
      q: '手机上能打吗？',
      a: '能。国家社会保险公共服务平台、电子社保卡和爱山东都能下载，带电子印章，和窗口打的一样有效。',
      confirmation: 'pending',
    },
    {
      q: '公证、出国用，要盖红章吗？',
      a: '电子印章和实物印章一样有效（《国务院关于在线政务服务的若干规定》第九条）。',
      confirmation: 'confirmed',
    },
    {
      q: '我交了钱，证明上怎么没有？',
      a: '钱由税务部门收，可能还没到账。先到税务部门查缴费记录。',
      confirmation: 'pending',
    },
    {
      q: '替父母打印要带什么？',
      a: '父母写的授权委托书、父母的身份证件和您自己的身份证。',
      confirmation: 'pending',
    },
    {
      q: '窗口会留下我的记录吗？',
      a: '不留。打完交给您，台账上只记谁来打过、打的哪一种。',
      confirmation: 'pending',
    },
  ],
  mistakes: [
    '要的是医保证明，到了人社窗口。',
    '没有说清要哪几年的，打出来不合用。',
    '替家里人打印，没有带授权委托书。',
  ],
  openPoints: [
    '镇里有没有人社系统的账号，证明上带不带电子印章？用件的单位要红章的，盖哪个章？',
    '外地参保的记录，镇里能不能查？',
    '去世的人的记录由谁查，要什么证明，多久答复？',
    '号码改过或者有两个社保号的，镇里能不能更正？',
    '委托书有没有统一的样式，父母、子女、夫妻代打能不能用别的代替？',
    '台账记哪些内容，保存多久？',
  ],
  baseline: null,
};
