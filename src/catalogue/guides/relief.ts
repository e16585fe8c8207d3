import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { application, choice, identity, issued, paper, warns } from './builders.ts';
import {
  AGENT_ID,
  AGENT_PARTY,
  AGENT_QUESTION,
  answered,
  byHand,
  COMPILED_ON,
  copies,
  inspected,
  is,
  known,
  MANDATE,
  MAY_COME_LATER,
  OUTSIDE_THE_NINE,
  ofParty,
  RIGHTS,
  step,
  townQuestion,
  unsure,
  YES,
} from './parts.ts';

const disaster = (article: string) => ({ law: LAW.disaster, article });
const LATE = { deferrable: MAY_COME_LATER } as const;

const INSURANCE = {
  goTo: '承保的保险公司',
  why: '庄稼、大棚、牲畜的损失由农业保险赔；因此吃不上饭、住不了房的，再来申请救助。',
};

/** Item 12 (window): asked for by a household or its village group, weighed in the village, checked in town, granted by the district (art. 20). */
export const reliefGuide: CompleteGuide = {
  id: '12',
  item: '12',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '自然灾害生活救助',
  bases: [{ law: LAW.disaster, article: '第十四条、第十九条至第二十一条、第二十四条至第二十七条' }],
  applicants: '受灾的人家，也可以由村民小组提名。',
  fee: unsure('不收费。'),
  result: unsure('救助金打到社会保障卡，或者发放物资；不通过的书面告知。'),
  conditions: [
    known('因为自然灾害，生活有困难。', disaster('第十九条、第二十条、第二十一条')),
    known('村里评议过，公示没有异议。', disaster('第二十条')),
    unsure('同一次灾害，没有领过同样的救助。'),
  ],
  questions: [
    choice('kind', '遇到了哪种难处？', [
      ['emergency', '刚受灾，缺吃缺穿缺住处'],
      ['transition', '房子没法住，一时安不了家'],
      ['house', '房子倒了或者坏得厉害，要重修'],
      ['drought', '天旱，喝水吃饭有困难'],
      ['winter', '冬天和开春日子难过'],
      ['death', '家里有人因灾去世'],
      ['crop', '只是庄稼、大棚、牲畜受了损失', { elsewhere: INSURANCE }],
    ]),
    townQuestion('受灾的房子或者户口在哪里？', '由所在的镇组织评议，在哪个大厅交材料都行。'),
    choice('resident', '是常住在那里的吗？', [
      [YES, '是'],
      ['no', '户口在，人不常住'],
    ]),
    AGENT_QUESTION,
  ],
  boundaries: [
    unsure('庄稼、牲畜的损失走农业保险。'),
    unsure('平时生活困难的，问镇民政窗口的低保、临时救助。'),
  ],
  parties: [{ role: 'applicant', label: '户主', kinds: ['person'], min: 1, max: 1 }, AGENT_PARTY],
  materials: [
    application({
      name: '救助申请书（或者村民小组提名表）',
      why: '写清哪天、什么灾、家里怎么样。',
      basis: disaster('第二十条'),
      sensitive: true,
    }),
    identity('户主的居民身份证和户口簿', disaster('第二十条'), { sensitive: true }),
    paper({
      ...{ id: 'loss', name: '受灾情况说明或者照片', ...LATE },
      why: '写或者拍清楚损失，没有照片的写说明。',
      basis: disaster('第二十条'),
    }),
    paper({
      id: 'village-opinion',
      name: '村里的民主评议意见和公示照片',
      origin: { from: 'village', who: '村委会' },
      why: '法规要求村里评议并且公示；由村委会直接交镇里，不用您跑。',
      basis: disaster('第二十条'),
      when: { not: is('kind', 'emergency') },
      confirmation: 'confirmed',
    }),
    issued('自然资源或者住建部门', {
      ...{ id: 'house-proof', name: '房屋权属证明或者危房鉴定意见', form: copies(1), ...LATE },
      when: is('kind', 'house'),
      why: '看房子是谁的、坏到什么程度。',
      basis: disaster('第二十条'),
    }),
    issued('公安机关、医院', {
      ...{ id: 'death-proof', name: '死亡证明和亲属关系证明', form: copies(1), sensitive: true, ...LATE },
      when: is('kind', 'death'),
      why: '确认因灾去世，和您是什么亲属。',
      basis: disaster('第二十一条'),
    }),
    paper({
      ...{ id: 'bank-account', name: '户主的社会保障卡', form: inspected, sensitive: true, ...LATE },
      why: '钱直接打到卡里，看完当场还。',
      basis: disaster('第二十五条'),
    }),
    MANDATE,
    AGENT_ID,
  ],
  checks: [
    warns(
      'within-nine-towns',
      OUTSIDE_THE_NINE,
      '不在九个承接镇之内，由区里或者街道组织评议。',
      {
        law: LAW.notice,
        article: '附件备注',
      },
      { confirmation: 'confirmed' },
    ),
    warns('resident', is('resident', YES), '不常住的，村里评议时要说明情况。', disaster('第二十条')),
  ],
  limits: [
    {
      when: is('kind', 'emergency'),
      statutory: null,
      promised: { days: 2, unit: 'workingDays', confirmation: 'pending' },
    },
    { statutory: null, promised: { days: 20, unit: 'workingDays', confirmation: 'pending' } },
  ],
  steps: [
    step('receive', '收申请，或者收村民小组的提名', 'town', 'receive'),
    step('check', '村里民主评议', 'town', 'check'),
    step('village-notice', '在村里公示', 'town', 'notice'),
    step('town-check', '镇里审核', 'town', 'check'),
    step('forward', '报区应急管理局', 'town', 'forward'),
    step('decide', '区里审批', 'district', 'decide'),
    step('pay', '拨款，或者发放物资', 'district', 'pay', 'pending'),
    step('deliver', '村里公布发放结果', 'town', 'deliver'),
  ],
  refusals: [
    unsure('损失不是自然灾害造成的。'),
    unsure('同样的救助领过了。'),
    known('虚报、隐瞒、伪造的，要退回，严重的追究责任。', disaster('第三十条')),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '庄稼受了灾能领吗？',
      a: '生活因此过不下去的可以申请；庄稼本身走农业保险。',
      confirmation: 'pending',
    },
    { q: '多久到账？', a: '应急的快，冬春救助按区里的方案统一发。', confirmation: 'pending' },
    { q: '钱发到哪里？', a: '户主的社会保障卡。', confirmation: 'pending' },
    { q: '材料没备齐怎么办？', a: '急的先收下申请，别的随后补。', confirmation: 'pending' },
  ],
  mistakes: [
    '社会保障卡没有激活金融功能。',
    '只报庄稼损失，没有说家里生活的难处。',
    '把低保的申请交到了这里。',
  ],
  forms: [
    {
      material: 'application',
      title: '自然灾害生活救助申请书',
      fields: [
        ofParty('户主姓名', 'applicant', 'name', '王秀兰（示例）'),
        ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
        ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        byHand('家庭地址', '西集镇××村××号'),
        byHand('家里几口人', '4'),
        answered('申请哪一种救助', 'kind', '房子倒了或者坏得厉害，要重修'),
        byHand('受灾的日期和灾害', '2026 年 8 月 10 日，暴雨'),
        byHand('受灾情况和生活困难', '两间堂屋倒了，现在借住在亲戚家。', 4),
        byHand('社会保障卡开户银行和账号', '××银行山亭支行，6217××××××××××××'),
      ],
      declaration: '所填内容属实，同意在村里公示。',
      confirmation: 'pending',
    },
  ],
  openPoints: ['六类救助的现行标准是多少？', '村里、镇里各公示几天？', '发放账户是不是都用社会保障卡？'],
  baseline: null,
};
