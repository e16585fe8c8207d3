import type { Check, CompleteGuide, Material, Question } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  inspected,
  is,
  known,
  original,
  step,
  unsure,
  WAIVER,
  YES,
  yesNo,
} from './parts.ts';
import { SERVICE_AGENT_ID, SERVICE_MANDATE, SERVICE_RIGHTS } from './serviceParts.ts';

const OWN_INFORMATION = { law: LAW.personalInformation, article: '第四十五条' };
const CONSENT = {
  law: LAW.personalInformation,
  article: '第十三条第一款第（一）项',
  says: '查别人的信息，要有本人同意。',
};
const CATALOGUE = { law: LAW.qualifications };

const ISSUER = { goTo: '发证的单位', why: '这个事项只管查询，更正和补发由发证的单位办。' };

const EMPLOYER = is('asker', 'employer');
const NOT_FOUND = is('request', 'not-found');

const QUESTIONS: readonly Question[] = [
  {
    id: 'request',
    text: '要办什么？',
    kind: 'choice',
    options: [
      { value: 'query', label: '查证书，打印结果' },
      { value: 'not-found', label: '自己在网上查不到，或者查到的有错' },
      { value: 'reissue', label: '补办证书，或者改证书上的内容', elsewhere: ISSUER },
    ],
    confirmation: 'confirmed',
  },
  {
    id: 'kind',
    text: '查哪一种证书？',
    kind: 'choice',
    options: [
      {
        value: 'skill',
        label: '职业资格证书（技能类）',
        help: '比如电工证、焊工证，多数是 2020 年以前发的。',
      },
      { value: 'level', label: '职业技能等级证书', help: '2020 年以后，由企业或者培训评价机构发的。' },
      { value: 'professional', label: '专业技术人员资格证书', help: '全国统一考试的，比如建造师、药师。' },
      { value: 'unknown', label: '分不清，请窗口看' },
      {
        value: 'other',
        label: '培训合格证、毕业证',
        elsewhere: { goTo: '发证的单位', why: '这里只查职业资格证书和职业技能等级证书。' },
      },
    ],
    confirmation: 'pending',
  },
  {
    id: 'at-hand',
    text: '带了证书，或者知道证书编号吗？',
    kind: 'choice',
    options: yesNo('带了，或者知道编号', '没带，也不知道编号'),
    confirmation: 'pending',
  },
  {
    id: 'asker',
    text: '是谁要查？',
    kind: 'choice',
    options: [
      { value: 'holder', label: '持证人自己' },
      { value: 'employer', label: '用人单位，要核实职工的证书' },
    ],
    confirmation: 'pending',
  },
  {
    id: 'purpose',
    text: '查来做什么用？',
    help: '窗口要登记用途，比如找工作、申请补贴。',
    kind: 'text',
    maxLength: 40,
    confirmation: 'pending',
  },
  AGENT_QUESTION,
];

const PAPERS: readonly Material[] = [
  {
    id: 'id-card',
    name: '持证人的居民身份证',
    form: inspected,
    why: '按姓名和身份证号码去查，看完当场还。手机上的电子证照也行。',
    basis: OWN_INFORMATION,
    origin: { from: 'government', who: '公安机关' },
    waiver: WAIVER.sharing,
    deferrable: false,
    core: true,
    sensitive: false,
    confirmation: 'pending',
  },
  {
    id: 'certificate',
    name: '证书，或者写有证书编号的照片、复印件',
    form: inspected,
    when: is('at-hand', YES),
    why: '有编号查得准、查得快，看完当场还。',
    basis: CATALOGUE,
    origin: { from: 'applicant' },
    waiver: WAIVER.none,
    deferrable: false,
    core: false,
    sensitive: false,
    confirmation: 'pending',
  },
  {
    id: 'holder-consent',
    name: '持证人同意单位查询的授权书',
    form: original(1),
    when: EMPLOYER,
    why: '证书是职工本人的信息，单位要查，先得到本人同意。',
    basis: CONSENT,
    origin: { from: 'applicant', who: '持证人' },
    waiver: WAIVER.none,
    deferrable: false,
    core: true,
    sensitive: false,
    // The law read (A) asks for consent; that it is a signed paper is practice.
    confirmation: 'pending',
  },
  // Without the holder's word nobody may look: neither later nor left out.
  { ...SERVICE_MANDATE, core: true },
  SERVICE_AGENT_ID,
];

const CHECKS: readonly Check[] = [
  {
    id: 'certificate-to-compare',
    when: NOT_FOUND,
    must: is('at-hand', YES),
    message: '网上查不到或者查到有错的，最好把证书带来，好跟发证的单位核实。',
    basis: CATALOGUE,
    severity: 'warn',
    confirmation: 'pending',
  },
];

/** Item 4, direct: the official systems are asked, and nothing is stored of what they answer. */
export const certificateGuide: CompleteGuide = {
  id: '4',
  item: '4',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '职业资格证书查询',
  bases: [CATALOGUE, OWN_INFORMATION, CONSENT],
  applicants: '持证人本人，或者受持证人委托的人；用人单位核实职工证书的，要有持证人同意。',
  fee: unsure('不收费。'),
  result: unsure('查询结果的打印页，不能当证书用；查不到的，给“查询未果说明”。'),
  conditions: [
    known('查自己的证书；查别人的，要有本人同意。', CONSENT),
    unsure('查的是职业资格证书或者职业技能等级证书。', CATALOGUE),
  ],
  questions: QUESTIONS,
  boundaries: [
    unsure('补办证书、更正证书上的内容，到发证的单位办。'),
    unsure('培训合格证、毕业证不在这里查，到发证的单位问。'),
    unsure('职称证书不在这个事项里，问区人力资源和社会保障局。'),
  ],
  parties: [
    { role: 'applicant', label: '持证人', kinds: ['person'], min: 1, max: 1 },
    { role: 'employer', label: '用人单位', kinds: ['organisation'], min: 1, max: 1, when: EMPLOYER },
    AGENT_PARTY,
  ],
  materials: PAPERS,
  checks: CHECKS,
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对身份，登记用途', 'town', 'receive'),
    step('look-up', '到官方网站查询', 'town', 'check', 'pending'),
    step('decide', '镇里对照结果，查不到的写明情况', 'town', 'decide'),
    step('issue', '打印，注明时间、网址和经办人', 'town', 'issue', 'pending'),
    step('deliver', '当场交给本人或者受托人', 'town', 'deliver'),
  ],
  refusals: [
    known('替别人查，没有本人的授权。', CONSENT),
    unsure('证书发得早，没有上网，档案在原来的鉴定机构。'),
    unsure('是培训合格证，不是职业资格证书。'),
  ],
  rights: SERVICE_RIGHTS,
  faq: [
    {
      q: '网上查不到，是不是假证？',
      a: '不一定。早年的证书可能没有录入，要到原来发证的单位核实。',
      confirmation: 'pending',
    },
    { q: '证书丢了，这里能补吗？', a: '不能，到原来发证的单位补办。', confirmation: 'pending' },
    {
      q: '打印的结果能当证书用吗？',
      a: '不能。它只说明查询那天网上是怎么写的。',
      confirmation: 'pending',
    },
    {
      q: '自己能查吗？',
      a: '能。技能类的上技能人才评价证书全国联网查询系统，考试类的上中国人事考试网。',
      confirmation: 'pending',
    },
    {
      q: '为什么有的证现在叫“等级证书”？',
      a: '不少技能证书退出了国家目录，改由企业和培训评价机构发职业技能等级证书。',
      confirmation: 'pending',
    },
  ],
  mistakes: [
    '姓名或者身份证号码改过，还用旧的去查。',
    '技能类的证书，上了考试类的网站去查。',
    '替家里人查，没有带授权委托书。',
  ],
  openPoints: [
    '查询结果和“查询未果说明”盖什么章，用什么样式？',
    '单位核实职工证书，授权书有没有统一的样式？',
    '查不到的，镇里要不要转给区人社局或者发证的单位核实，多久答复？',
    '职业技能等级证书、职称证书的查询算不算这个事项？',
    '用途登记到什么程度，保存多久？',
  ],
  baseline: null,
};
