import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

export const LOAN_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '个人创业担保贷款申请（资格认定）表',
    fields: [
      ofParty('申请人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ofParty('住址', 'applicant', 'address', '西集镇××村××号'),
      answered('人员类别', 'group', '农村自主创业农民'),
      answered('户口所在地', 'household', '在本地'),
      answered('婚姻状况', 'married', '已婚'),
      byHand('配偶姓名和身份证号码（没有配偶的不填）', '李建国（示例），370406000000000001', 2),
      answered('本人和配偶有没有别的贷款', 'other-loans', '没有'),
      byHand('营业执照名称', '山亭区西集镇秀兰养殖场（示例）'),
      byHand('统一社会信用代码', '92370406××××××××××'),
      byHand('经营地址', '西集镇××村××号', 2),
      byHand('经营项目，用了几个人', '养羊，2 人', 2),
      answered('用谁的名义贷', 'borrower', '我自己'),
      answered('合伙人数', 'partners', '不是合伙的不填'),
      answered('申请贷款（万元）', 'amount', '20'),
      answered('贷款年限（年）', 'years', '3'),
      byHand('贷款用在哪里', '买种羊、修羊圈', 2),
    ],
    declaration:
      '所填内容属实，贷款只用于创业。知道资格通过以后，贷不贷、贷多少由担保机构和银行再定；有不实的，愿意承担责任。',
    confirmation: 'pending',
  },
];
