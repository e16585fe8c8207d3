import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { BANNER_FORMS } from './bannerForms.ts';
import { APPROVAL, BANNER_PAPERS, PLACES } from './bannerPapers.ts';
import {
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  is,
  known,
  OUTSIDE_THE_NINE,
  PERMIT_LIMIT,
  RIGHTS,
  step,
  townQuestion,
  unsure,
  yesNo,
} from './parts.ts';

const ADVERTISING = {
  goTo: '区政务服务大厅（区行政审批服务局）',
  why: '长期固定的户外广告、招牌和电子屏另有审批，不按张挂宣传品办理。',
};

/** Item 1, direct: banners and posters on buildings and facilities. */
export const bannerGuide: CompleteGuide = {
  id: '1',
  item: '1',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '张挂、张贴宣传品审批',
  bases: [APPROVAL, PLACES],
  applicants: '个人、单位和其他组织都可以申请。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: unsure('准予（或者不准予）张挂、张贴的决定书，写明地点、数量、规格和起止日期。'),
  conditions: [
    known('在城镇建筑物或者设施上张挂、张贴宣传品，要先经批准。', APPROVAL),
    unsure('用别人的房屋或者公共设施，要先得到产权人或者管理单位同意。'),
    known('到期自己拆除，恢复原样。', PLACES),
  ],
  questions: [
    townQuestion('宣传品设在哪里？', '由设置地点所在的镇作决定，在哪个大厅交材料都行。'),
    {
      id: 'location',
      text: '具体挂在什么地方？',
      help: '写到路、村或者单位，比如“西集村文化广场东侧灯杆”。',
      kind: 'text',
      maxLength: 80,
      confirmation: 'confirmed',
    },
    {
      id: 'thing',
      text: '要设置的是什么？',
      kind: 'choice',
      options: [
        { value: 'banner', label: '横幅、条幅、标语、海报' },
        { value: 'object', label: '气球、充气拱门、实物造型等悬挂物', help: '有坠落或者用电的风险。' },
        { value: 'billboard', label: '固定的大型户外广告、电子屏', elsewhere: ADVERTISING },
        { value: 'signboard', label: '店铺招牌、门头牌匾', elsewhere: ADVERTISING },
      ],
      confirmation: 'confirmed',
    },
    {
      id: 'request',
      text: '是新办，还是已经批过？',
      kind: 'choice',
      options: [
        { value: 'new', label: '新办' },
        { value: 'extend', label: '批过，想延长时间' },
        { value: 'change', label: '批过，想换地点、样式或者数量' },
      ],
      confirmation: 'pending',
    },
    {
      id: 'site',
      text: '挂在谁的房屋或者设施上？',
      kind: 'choice',
      options: [
        { value: 'own', label: '自己的（含自己租用的）' },
        { value: 'others', label: '别人的，或者灯杆、围挡、桥栏这类公共设施' },
      ],
      confirmation: 'pending',
    },
    {
      id: 'who',
      text: '以谁的名义申请？',
      kind: 'choice',
      options: [
        { value: 'person', label: '个人' },
        { value: 'organisation', label: '单位' },
      ],
      confirmation: 'confirmed',
    },
    {
      id: 'event',
      text: '是不是为主管部门批准的活动或者公益宣传设置的？',
      kind: 'choice',
      options: yesNo('是，有批准文件或者通知', '不是'),
      confirmation: 'pending',
    },
    AGENT_QUESTION,
  ],
  boundaries: [
    known('固定的大型户外广告不在这个事项里，另行审批。', { law: LAW.sanitation, article: '第十一条第二款' }),
    unsure('店铺招牌、门头牌匾和电子屏不在这个事项里，到区大厅问办。'),
    unsure('在村里自家院墙上做自用宣传，先问镇里的规定，不一定要批。'),
  ],
  parties: [
    { role: 'applicant', label: '申请人', kinds: ['person'], min: 1, max: 1, when: is('who', 'person') },
    {
      role: 'applicant',
      label: '申请单位',
      kinds: ['organisation'],
      min: 1,
      max: 1,
      when: is('who', 'organisation'),
    },
    AGENT_PARTY,
  ],
  materials: BANNER_PAPERS,
  checks: [
    {
      id: 'within-nine-towns',
      must: OUTSIDE_THE_NINE,
      message: '设置地点不在九个承接镇之内，镇里不能作决定，由区级办理。',
      basis: { law: LAW.notice, article: '附件备注' },
      severity: 'warn',
      confirmation: 'confirmed',
    },
  ],
  limits: [
    {
      statutory: PERMIT_LIMIT,
      promised: { days: 5, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '收件、受理', 'town', 'receive'),
    step('visit', '两人以上到现场看', 'town', 'visit', 'pending'),
    step('check', '审查材料和现场情况', 'town', 'check'),
    step('decide', '镇里作决定', 'town', 'decide'),
    step('issue', '制作决定书，盖镇级审批公章', 'town', 'issue'),
    step('deliver', '送达，并公开准予的结果', 'town', 'deliver'),
  ],
  refusals: [
    unsure('位置在消防设施、交通标志、文物或者树木上。'),
    unsure('用别人的房屋或者设施，没有得到同意。'),
    unsure('内容违反广告管理的法律。'),
    unsure('设置时间过长，实际上是固定的户外广告。'),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '村口拉条横幅也要批吗？',
      a: '镇上建成区的房屋和设施上要批；村里自家院墙上的自用宣传先问窗口。',
      confirmation: 'pending',
    },
    {
      q: '到期了怎么办？',
      a: '到期自己拆除。还想继续挂的，到期之前来申请延长。',
      confirmation: 'pending',
    },
    { q: '要交钱吗？', a: '不收费，表格也不收费。', confirmation: 'confirmed' },
    {
      q: '不批就挂会怎样？',
      a: '会被要求改正、恢复原样，还可能受警告、罚款（《城市市容和环境卫生管理条例》第三十四条）。',
      confirmation: 'confirmed',
    },
  ],
  mistakes: ['照片上没有标尺寸和离地高度。', '没写起止日期。', '灯杆、围挡的管理单位没有盖章同意。'],
  forms: BANNER_FORMS,
  openPoints: [
    '镇上哪些地方要批：只是建成区，还是也管村里？',
    '哪些地方一律不准挂？最长能挂多少天？',
    '决定书用镇政府的名义，还是区行政审批服务局委托的名义？镇级审批公章用哪一枚？',
    '承诺几个工作日？简单的横幅能不能当场办？',
    '申请表用哪一份？哪些材料可以晚交？',
  ],
  baseline: null,
};
