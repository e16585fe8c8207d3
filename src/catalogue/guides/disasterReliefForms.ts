import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

const WHAT_HAPPENED = [
  answered('受灾原因', 'cause', '洪涝、风雹、台风'),
  answered('想要的救助', 'need', '房子倒了、坏了，要重建或者修'),
  answered('受灾的地方和日期', 'place', '西集镇××村，2026 年 7 月 20 日'),
  answered('家庭人口', 'people', '4 人'),
];

export const RELIEF_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '自然灾害救助申请书',
    fields: [
      ofParty('户主（申请人）姓名', 'applicant', 'name', '李大山（示例）'),
      ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ofParty('住址', 'applicant', 'address', '西集镇××村××号'),
      ...WHAT_HAPPENED,
      byHand('受灾情况和眼下的困难', '大雨冲塌东屋两间，粮食泡水，一家人借住亲戚家。', 4),
      byHand('社会保障卡开户银行和账号', '××银行山亭支行，6217××××××××××××'),
    ],
    declaration: '以上情况属实。如有虚报、隐瞒，愿意退回救助款物并承担责任。',
    confirmation: 'pending',
  },
  {
    material: 'nomination',
    title: '村民小组提名表（自然灾害救助）',
    fields: [
      byHand('村和村民小组', '西集镇××村第 3 小组'),
      ofParty('提名的户主姓名', 'applicant', 'name', '李大山（示例）'),
      ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ...WHAT_HAPPENED,
      byHand('提名的理由', '房屋倒塌，家里有老人，自己没有能力重建。', 4),
      byHand('社会保障卡开户银行和账号', '××银行山亭支行，6217××××××××××××'),
      ofParty('经办人', 'agent', 'name', '王秀兰（示例）'),
    ],
    declaration: '经村民小组商议，同意提名这一户。所填情况属实。',
    confirmation: 'pending',
  },
];
