import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW, NOTICE } from '../bases.ts';
import { choice, identity, warns } from './builders.ts';
import {
  AGENT_ID,
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  is,
  known,
  MANDATE,
  NO,
  RIGHTS,
  step,
  unsure,
  YES,
} from './parts.ts';

const FREE = { law: LAW.socialInsurance, article: '第七十四条第四款' };
const HANDLING = { law: LAW.insuranceHandling, article: '第三十二条' };
const RECORDS = { law: LAW.rightsRecord };

const DISTRICT_LABOUR = {
  goTo: '区人力资源和社会保障局',
  why: '下放到镇的只有个人参保缴费证明和待遇领取证明。',
};

/** Item 5 (direct): of the records of social insurance only two proofs of persons were delegated. */
export const recordsGuide: CompleteGuide = {
  id: '5',
  item: '5',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '社会保险记录查询打印',
  bases: [FREE, HANDLING, RECORDS],
  applicants: '参保人、领待遇的人，或者受他们委托的人。',
  fee: known('不收费。', FREE),
  result: unsure('个人参保缴费证明，或者待遇领取证明，带电子印章和验证码。'),
  conditions: [
    unsure('社保关系在枣庄。', RECORDS),
    unsure('打自己的；替别人打，要有委托书和两个人的身份证。', RECORDS),
  ],
  questions: [
    choice('proof', '要打哪一种？', [
      ['paid', '个人参保缴费证明', { help: '养老、失业、工伤保险交了多久。' }],
      ['receiving', '待遇领取证明', { help: '每月领多少养老金。' }],
      ['employer', '单位的参保证明', { elsewhere: DISTRICT_LABOUR }],
      ['medical', '医保的参保证明', { elsewhere: { goTo: '区医疗保障局', why: '医保的证明归医保局打。' } }],
      [
        'deceased',
        '家里过世的人的记录',
        { elsewhere: { goTo: '区人力资源和社会保障局', why: '要核对死亡和亲属关系，由区里办。' } },
      ],
    ]),
    choice('same-number', '身份证号换过，或者有两个社保号吗？', [
      [NO, '没有'],
      [YES, '有', { help: '要先把信息合到一起，再来打。' }],
    ]),
    AGENT_QUESTION,
  ],
  boundaries: [
    known('单位的证明、单位的人员名册没有下放到镇。', NOTICE),
    unsure('手机上自己也能打：电子社保卡、爱山东，带电子章，和窗口打的一样用。'),
  ],
  parties: [{ role: 'applicant', label: '参保人', kinds: ['person'], min: 1, max: 1 }, AGENT_PARTY],
  materials: [
    identity('参保人的身份证、社保卡或者电子社保卡，有一样就行', RECORDS),
    { ...MANDATE, confirmation: 'pending' },
    AGENT_ID,
  ],
  checks: [warns('one-number', is('same-number', NO), '先更正个人信息，不然打出来不全。', RECORDS)],
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对本人，问清用途和起止年月', 'town', 'receive', 'pending'),
    step('decide', '在社保系统里查，打印证明', 'town', 'decide'),
    step('deliver', '证明当场给您，窗口不留复印件', 'town', 'deliver', 'pending'),
  ],
  refusals: [
    unsure('替别人查，没有委托。'),
    unsure('社保不在枣庄。'),
    known('要打单位名册的，不在镇里办。', NOTICE),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '电子章管用吗？',
      a: '管用，电子印章和实物印章一样有效。',
      confirmation: 'confirmed',
    },
    { q: '交的钱没显示怎么办？', a: '社保费由税务部门收，先查有没有交上。', confirmation: 'pending' },
    { q: '能打几年的？', a: '您说起止年月，从参保起都能打。', confirmation: 'pending' },
  ],
  mistakes: ['要医保的证明，跑到了社保窗口。', '替父母来打，没有带委托书。'],
  openPoints: ['镇里有没有社保系统的打印账号？', '代办的委托书有没有统一的样子？'],
  baseline: null,
};
