import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

const APPLICANT = [
  ofParty('申请人姓名（单位名称）', 'applicant', 'name', '王秀兰（示例）'),
  ofParty('证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
  ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
  ofParty('地址', 'applicant', 'address', '××镇××村××号'),
] as const;

const AGENT = [
  ofParty('代办人姓名', 'agent', 'name', '没有代办人的不填'),
  ofParty('代办人证件号码', 'agent', 'idNumber', '没有代办人的不填'),
] as const;

/** The national form (操作规范) was not seen; these are the particulars that the register takes (A: art. 16). */
export const REAL_ESTATE_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '不动产登记申请书',
    fields: [
      answered('登记类型', 'action', '转移登记（过户）'),
      answered('坐落', 'location', '××镇××村××号'),
      answered('不动产类型', 'property', '国有土地上的住房'),
      byHand('不动产单元号', '没有证的不填，由登记机构编'),
      byHand('原证书号码', '鲁（20××）山亭区不动产权第×××××××号'),
      ...APPLICANT,
      ofParty('另一方姓名（单位名称）', 'other-side', 'name', '李建国（示例）'),
      ofParty('另一方证件号码', 'other-side', 'idNumber', '370406000000000001（示例）'),
      ofParty('另一方联系电话', 'other-side', 'telephone', '138 0000 0001（示例）'),
      ...AGENT,
      byHand('登记原因', '双方于 2026 年 11 月 1 日签了买卖合同', 2),
      byHand('面积（平方米）', '土地 180，房屋 96'),
      byHand('共有情况（一人所有，还是几个人共有、各占多少）', '一人所有', 2),
      byHand('抵押的，写担保的数额和起止日期', '不是抵押的不填', 2),
    ],
    declaration: '所填内容和所交材料都是真的，没有权属争议；弄虚作假的，愿意承担责任。',
    confirmation: 'pending',
  },
  {
    material: 'query-application',
    title: '不动产登记资料查询申请书',
    fields: [
      ...APPLICANT,
      ...AGENT,
      answered('查哪一处（坐落）', 'location', '××镇××村××号'),
      answered('和它的关系', 'standing', '登记的权利人'),
      answered('查来做什么用', 'query-purpose', '给孩子办理上学手续'),
      byHand('要查什么、要不要复印', '登记的权利人、有没有抵押和查封；复印一份', 2),
    ],
    declaration: '查到的资料只用在上面写的用途上；没有权利人同意，不告诉别人。',
    confirmation: 'pending',
  },
];
