import type { Item } from '../../domain/item.ts';
import { LAW, NOTICE } from '../bases.ts';
import { DEPARTMENTS } from '../offices.ts';
import { answered, COMMON, IN_FORCE, noticeCode, ofParty, supervisedBy, typed, withWords } from './parts.ts';

/**
 * 下放实质性审核权: the town judges and answers for it, the department issues on the town's seal.
 * The power to approve stays with the department, so `decider.delegated` is the department; the seal of the
 * delegated route is the one on the town's opinion.
 */
export const REVIEW_ITEMS: readonly Item[] = [
  withWords({
    ...COMMON,
    id: '6',
    seq: 6,
    codes: [noticeCode('3700000123026')],
    name: '再生育审批',
    shortName: '再生育审批',
    kind: 'permit',
    department: DEPARTMENTS.approval,
    route: 'review',
    status: [
      IN_FORCE,
      {
        state: 'suspended',
        // The day on which the law was amended; what Shandong kept of the approval has not been established.
        from: '2021-08-20',
        basis:
          '《人口与计划生育法》2021 年 8 月 20 日修改后，一对夫妻可以生育三个子女；' +
          '山东是否保留这项审批，等区行政审批服务局、区卫健局书面确认，确认之前暂停受理。',
        confirmation: 'pending',
      },
    ],
    intakeRule: 'permit',
    pace: 'promised',
    decider: { delegated: 'department', district: 'department' },
    needsSeal: { delegated: 'approval', district: 'approval', confirmation: 'pending' },
    supervision: supervisedBy(DEPARTMENTS.approval),
    papersRequired: true,
    sensitive: true,
    target: {
      name: '全员人口信息系统',
      fields: [
        ofParty('女方姓名', 'applicant', 'name'),
        ofParty('女方证件号码', 'applicant', 'idNumber'),
        ofParty('男方姓名', 'spouse', 'name'),
        ofParty('男方证件号码', 'spouse', 'idNumber'),
      ],
      confirmation: 'pending',
    },
    bases: [NOTICE, { law: LAW.population, article: '第十八条' }, { law: LAW.shandongPopulation }],
    guides: ['6'],
    referral:
      '生育三个以内的孩子不用审批，到镇卫健窗口或者网上做生育登记就行；' +
      '其他情形请先问区卫健局。窗口给您开首问单，写明去处。',
  }),
  withWords({
    ...COMMON,
    id: '7',
    seq: 7,
    codes: [noticeCode('3700002014028')],
    name: '创业担保贷款、创业补贴服务',
    shortName: '创业贷款、创业补贴',
    kind: 'service',
    department: DEPARTMENTS.labour,
    route: 'review',
    scope: '个人申请创业担保贷款资格审核、一次性创业补贴申领',
    intakeRule: 'service',
    pace: 'promised',
    decider: { delegated: 'department', district: 'department' },
    needsSeal: { delegated: 'approval', district: 'business', confirmation: 'pending' },
    papersRequired: false,
    sensitive: true,
    handlingTown: { by: 'answer', question: 'town' },
    target: {
      name: '公共就业人才服务信息系统',
      fields: [
        ofParty('姓名', 'applicant', 'name'),
        ofParty('证件号码', 'applicant', 'idNumber'),
        ofParty('联系电话', 'applicant', 'telephone'),
        answered('人员类别', 'group'),
        typed('经营实体名称'),
        typed('统一社会信用代码'),
        typed('登记日期'),
      ],
      confirmation: 'pending',
    },
    bases: [
      NOTICE,
      { law: LAW.employment, article: '第十九条' },
      { law: LAW.shandongEmployment, article: '第十三条、第二十六条、第二十七条' },
    ],
    guides: ['7a', '7b'],
  }),
  withWords({
    ...COMMON,
    id: '8',
    seq: 8,
    codes: [noticeCode('3700002020021')],
    name: '农村土地（不含草原、林地）承包经营以及有关合同管理和农村集体产权制度改革政策宣传咨询服务',
    shortName: '农村土地政策咨询',
    kind: 'service',
    department: DEPARTMENTS.agriculture,
    route: 'review',
    intakeRule: 'service',
    pace: 'consultation',
    decider: { delegated: 'department', district: 'department' },
    needsSeal: { delegated: 'none', district: 'none', confirmation: 'pending' },
    papersRequired: false,
    sensitive: false,
    target: {
      name: '咨询台账',
      fields: [
        ofParty('姓名', 'applicant', 'name'),
        ofParty('联系电话', 'applicant', 'telephone'),
        typed('问题'),
        typed('答复'),
      ],
      confirmation: 'pending',
    },
    bases: [
      NOTICE,
      {
        law: LAW.landContract,
        article: '第十二条第三款',
        says: '乡镇政府负责本行政区域的承包经营和承包合同管理。',
      },
      { law: LAW.collective },
    ],
    guides: ['8'],
  }),
];
