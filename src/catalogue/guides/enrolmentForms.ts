import type { ApplicationForm, FormField } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

const TRUE = '所填内容属实，如有不实，愿意承担责任。';

const PERSON: readonly FormField[] = [
  ofParty('姓名', 'applicant', 'name', '王秀兰（示例）'),
  ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
  ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
];

const UNIT: readonly FormField[] = [
  ofParty('单位名称', 'applicant', 'name', '山亭区秀兰果品有限公司（示例）'),
  ofParty('统一社会信用代码', 'applicant', 'idNumber', '91370406××××××××××'),
  ofParty('联系电话', 'applicant', 'telephone', '0632-0000000（示例）'),
];

const BY_AGENT: readonly FormField[] = [
  ofParty('代办人姓名', 'agent', 'name', '李建国（示例）'),
  ofParty('代办人电话', 'agent', 'telephone', '139 0000 0000（示例）'),
];

export const ENROLMENT_FORMS: readonly ApplicationForm[] = [
  {
    material: 'enrolment-form',
    title: '参保登记表',
    fields: [
      ...PERSON,
      ofParty('住址', 'applicant', 'address', '西集镇××村××号'),
      answered('参保类别', 'action', '新生儿参保'),
      answered('户口所在地', 'household', '在枣庄'),
      // A baby has neither telephone nor number, so it is no party of the intake.
      byHand('新生儿的姓名', '李小苗（示例）'),
      byHand('新生儿的出生日期', '2026 年 11 月 1 日'),
      byHand('新生儿的身份证号码或者出生医学证明编号', '×0000000000（示例）'),
      ...BY_AGENT,
    ],
    declaration: `${TRUE}本人知道登记以后还要缴费，费用到账才有医保。`,
    confirmation: 'pending',
  },
  {
    material: 'change-form',
    title: '个人信息变更登记表',
    fields: [
      ...PERSON,
      answered('改的是哪一类', 'changed', '姓名、身份证号码'),
      byHand('原来的内容', '姓名：王秀蓝', 2),
      byHand('现在的内容', '姓名：王秀兰', 2),
      ...BY_AGENT,
    ],
    declaration: TRUE,
    confirmation: 'pending',
  },
  {
    material: 'stop-statement',
    title: '停保（终止参保）声明',
    fields: [
      ...PERSON,
      answered('停保的原因', 'stop-why', '已经在别处参保'),
      byHand('从哪天起停', '2026 年 12 月 1 日'),
      byHand('替去世的人办的，写去世人的姓名和身份证号码', '无', 2),
      ...BY_AGENT,
    ],
    declaration: `${TRUE}本人知道停保以后不再享受医保待遇，再参保可能有等待期。`,
    confirmation: 'pending',
  },
  {
    material: 'unit-form',
    title: '单位参保（变更、注销）登记表',
    fields: [
      ...UNIT,
      ofParty('单位地址', 'applicant', 'address', '西集镇××路××号'),
      answered('办理类型', 'unit-action', '单位第一次登记'),
      byHand('成立（变更、终止）的日期', '2026 年 11 月 10 日'),
      byHand('法定代表人或者负责人', '王秀兰（示例）'),
      byHand('职工人数', '12 人'),
      byHand('变更的，写原来和现在的内容', '无', 2),
      ...BY_AGENT,
    ],
    declaration: `${TRUE}（盖单位公章）`,
    confirmation: 'pending',
  },
  {
    material: 'staff-list',
    title: '职工参保信息表',
    fields: [
      ...UNIT,
      answered('增加还是减少', 'unit-action', '增加职工'),
      byHand(
        '职工姓名、身份证号码、起止年月（一人一行）',
        '李建国（示例），370406000000000000，2026 年 11 月起',
        6,
      ),
      ...BY_AGENT,
    ],
    declaration: `${TRUE}（盖单位公章）`,
    confirmation: 'pending',
  },
];
