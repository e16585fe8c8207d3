import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

/** The register of members and the list of contributions are tables of the cooperative's own, and no forms here. */
export const COOPERATIVE_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '农民专业合作社登记（备案）申请书',
    fields: [
      answered('办理的事', 'action', '新办合作社'),
      answered('合作社名称', 'name', '山亭区翼云果品种植专业合作社（示例）'),
      ofParty('统一社会信用代码（新办的不填）', 'cooperative', 'idNumber', '93370406××××××××××'),
      byHand('住所', '山亭区××镇××村××号'),
      byHand('业务范围', '组织成员种植、销售果品，买农资，提供技术服务', 2),
      ofParty('法定代表人', 'legalRepresentative', 'name', '王秀兰（示例）'),
      ofParty('法定代表人证件号码', 'legalRepresentative', 'idNumber', '370406000000000000（示例）'),
      ofParty('法定代表人电话', 'legalRepresentative', 'telephone', '138 0000 0000（示例）'),
      answered('成员总数', 'members', '10'),
      answered('其中农民成员数', 'farmers', '10'),
      answered('其中单位成员数', 'organisations', '0'),
      byHand('成员出资总额（万元）', '50'),
      byHand('变更的，写原来是什么、改成什么', '不是变更的不填', 3),
      byHand('注销的，写为什么注销', '不是注销的不填', 2),
      byHand('分支机构的，写名称、场所和负责人', '不设分支机构的不填', 2),
      ofParty('委托代理人', 'agent', 'name', '没有代办人的不填'),
      ofParty('委托代理人电话', 'agent', 'telephone', '没有代办人的不填'),
    ],
    declaration: '所填内容和所交材料真实、合法、有效，由合作社对它们负责。',
    confirmation: 'pending',
  },
  {
    material: 'simple-pledge',
    title: '简易注销全体成员承诺书',
    fields: [
      answered('合作社名称', 'name', '山亭区翼云果品种植专业合作社（示例）'),
      ofParty('统一社会信用代码', 'cooperative', 'idNumber', '93370406××××××××××'),
      byHand('公示从哪天到哪天', '2026 年 11 月 1 日到 11 月 20 日'),
      byHand('全体成员签名（一人一签，写不下的附页）', '王秀兰、李建国等全体成员（示例）', 6),
    ],
    declaration:
      '合作社没有欠债，或者已经还清；没有欠工资、社保和税款，也没有不能简易注销的情况。说了假话的，全体成员承担责任。',
    confirmation: 'pending',
  },
];
