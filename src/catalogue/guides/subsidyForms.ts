import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

export const SUBSIDY_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '一次性创业补贴申请（确认）表',
    fields: [
      ofParty('申请人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      answered('人员类别', 'group', '返乡入乡农民工'),
      byHand('营业执照名称', '山亭区西集镇秀兰小吃店（示例）'),
      byHand('统一社会信用代码', '92370406××××××××××'),
      byHand('登记日期', '2025 年 9 月 1 日'),
      byHand('经营地址', '西集镇××村××号', 2),
      answered('正常经营的月数', 'months-open', '14'),
      answered('缴纳职工社保的月数', 'months-insured', '8'),
      byHand('社会保障卡开户银行和账号', '××银行山亭支行，6217××××××××××××'),
    ],
    declaration:
      '本人是第一次创业，以前没有领过一次性创业补贴，所填内容属实；如有不实，愿意退回补贴并承担责任。',
    confirmation: 'pending',
  },
];
