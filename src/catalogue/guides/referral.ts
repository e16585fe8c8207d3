import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW, NOTICE } from '../bases.ts';
import { application, choice, identity, issued, warns } from './builders.ts';
import {
  AGENT_ID,
  AGENT_PARTY,
  AGENT_QUESTION,
  answered,
  byHand,
  COMPILED_ON,
  is,
  known,
  MANDATE,
  MAY_COME_LATER,
  ofParty,
  RIGHTS,
  step,
  unsure,
  WAIVER,
} from './parts.ts';

const HANDLING = { law: LAW.insuranceHandling, article: '第二十三条' };
const RULES = { law: LAW.referral };

const DISTRICT_INSURANCE = {
  goTo: '区医疗保障局，或者国家医保服务平台',
  why: '下放到镇的只有转外就医备案；长期住在外地的备案由区医保局办，也可以自己在网上办。',
};

/** Item 2 (direct): only 转外就医备案 was delegated. The handling rules of 2022 (医保发〔2022〕22 号) were not read whole (B). */
export const referralGuide: CompleteGuide = {
  id: '2',
  item: '2',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '转外就医备案',
  bases: [{ law: LAW.socialInsurance, article: '第二十九条第二款' }, HANDLING, RULES],
  applicants: '在枣庄参加职工医保或者居民医保的人，可以委托别人办。',
  fee: unsure('不收费。'),
  result: unsure('备案回执，写明备案号、有效期和就医地。'),
  conditions: [
    unsure('医保关系在枣庄，而且没有停保。', HANDLING),
    unsure('要去省外看病；在省内跨市看病一般不用备案。', RULES),
    unsure('还没有有效的备案；有的改一下就行。', RULES),
  ],
  questions: [
    choice('where', '要去哪里看病？', [
      ['outside', '省外'],
      ['province', '山东省内别的市', { help: '省内一般直接结算，不用备案；您要办也给您办。' }],
      ['living', '长期住在外地，不是去看病', { elsewhere: DISTRICT_INSURANCE }],
    ]),
    choice('kind', '属于哪种情况？', [
      ['referred', '本地医院开了转诊转院意见'],
      ['self', '没有转诊，自己要去看'],
      ['emergency', '在外地急诊抢救', { help: '视同已经备案，不用另交材料。' }],
      ['change', '取消或者更改以前的备案'],
    ]),
    choice('discharged', '出院结算了吗？', [
      ['not', '还没看，或者还没出院结算'],
      ['paid', '已经自己垫钱出院了', { help: '补办以后，回来按规定手工报销。' }],
    ]),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('长期住在外地、在外地常驻工作的备案没有下放到镇。', NOTICE),
    unsure('报销和结算由医院或者区医保局办，这里只做备案。'),
    unsure('自己也能办：国家医保服务平台、爱山东、国家异地就医备案小程序。'),
  ],
  parties: [{ role: 'applicant', label: '参保人', kinds: ['person'], min: 1, max: 1 }, AGENT_PARTY],
  materials: [
    identity('身份证、社保卡或者医保电子凭证，有一样就行', HANDLING),
    application({
      name: '异地就医备案登记表',
      why: '写清去哪个市、什么时候去、怎么联系您。',
      basis: HANDLING,
      when: { not: is('kind', 'emergency') },
      sensitive: true,
    }),
    issued('本地定点医院', {
      id: 'referral',
      name: '转诊转院意见',
      form: { originals: 0, copies: 1, inspect: false },
      when: is('kind', 'referred'),
      why: '按转诊备案，报销比例比自己去的高一些；系统里能查到的不用带。',
      basis: RULES,
      deferrable: MAY_COME_LATER,
      sensitive: true,
    }),
    { ...MANDATE, waiver: WAIVER.promise, confirmation: 'pending' },
    AGENT_ID,
  ],
  checks: [
    warns('outside-province', is('where', 'outside'), '省内看病一般不用备案，先问清再办。', RULES),
    warns('before-discharge', is('discharged', 'not'), '已经自费出院的，补办以后要手工报销。', RULES),
  ],
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对本人和参保状态', 'town', 'receive', 'pending'),
    step('decide', '在医保系统里备案，打印回执', 'town', 'decide'),
    step('deliver', '回执当场给您', 'town', 'deliver'),
  ],
  refusals: [unsure('停保、欠费，或者医保不在枣庄。'), unsure('已经有有效的备案。'), unsure('险种选错了。')],
  rights: RIGHTS,
  faq: [
    {
      q: '去济南看病要备案吗？',
      a: '省内一般直接结算，不用备案，以区医保局答复为准。',
      confirmation: 'pending',
    },
    { q: '已经住上院了还能办吗？', a: '出院结算前都能补办，补了就能直接结算。', confirmation: 'pending' },
    { q: '备案能用多久？', a: '一般不少于六个月，期间可以去多次。', confirmation: 'pending' },
    { q: '备案以后去哪家医院？', a: '备案到市，那个市的联网定点医院都能用。', confirmation: 'pending' },
  ],
  mistakes: [
    '备案到了省，没有选到市。',
    '只备案，没有看这家医院能不能联网结算。',
    '把长期居住的备案当成转外就医。',
  ],
  forms: [
    {
      material: 'application',
      title: '异地就医备案登记表',
      fields: [
        ofParty('参保人姓名', 'applicant', 'name', '王秀兰（示例）'),
        ofParty('证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
        ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        byHand('参保险种（职工、居民）', '居民医保'),
        answered('备案类型', 'kind', '本地医院开了转诊转院意见'),
        byHand('就医地（省、市）', '江苏省徐州市'),
        byHand('开始日期', '2026 年 12 月 1 日'),
        byHand('代办人姓名和关系', '王小军，儿子（示例）'),
      ],
      declaration: '我知道备案的报销比例和有效期，所填内容属实。',
      confirmation: 'pending',
    },
  ],
  openPoints: [
    '省内跨市看病是不是都不用备案了？',
    '镇里有没有医保系统的备案账号？还要不要纸质登记表？',
    '备案有效期和报销比例的现行规定是什么？',
  ],
  baseline: null,
};
