import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

export const PROPRIETORSHIP_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '企业登记（备案）申请书（个人独资企业及分支机构）',
    fields: [
      answered('登记对象', 'what', '个人独资企业'),
      answered('办理类型', 'action', '新办'),
      answered('名称', 'name', '枣庄市山亭区秀兰粉皮加工厂（示例）'),
      byHand('统一社会信用代码（新办的不填）', '91370406××××××××××'),
      byHand('住所（经营场所）', '西集镇××村××号', 2),
      byHand('出资额', '10 万元'),
      answered('出资方式', 'contribution', '投资人自己的财产'),
      byHand('经营范围', '粉皮、粉条加工和销售', 3),
      ofParty('投资人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('投资人证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('投资人居所', 'applicant', 'address', '西集镇××村××号'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      byHand('变更的内容（原来是什么，改成什么）', '经营范围原为粉皮加工，改为粉皮、粉条加工和销售', 3),
      ofParty('分支机构负责人姓名', 'head', 'name', '李大山（示例）'),
      ofParty('分支机构负责人证件号码', 'head', 'idNumber', '370406000000000001（示例）'),
      byHand('登记联络员姓名和电话', '王秀兰，138 0000 0000（示例）'),
    ],
    declaration: '申请人保证所交材料真实、合法、有效，并对此承担责任。',
    confirmation: 'pending',
  },
  {
    material: 'simple-pledge',
    title: '简易注销投资人承诺书',
    fields: [
      answered('企业名称', 'name', '枣庄市山亭区秀兰粉皮加工厂（示例）'),
      byHand('统一社会信用代码', '91370406××××××××××'),
      byHand('公示起止日期', '2026 年 10 月 10 日至 2026 年 10 月 29 日'),
      ofParty('投资人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('投资人证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
    ],
    declaration:
      '本企业没有债务，或者债务已经还清；职工工资、社保费、补偿金、税款和罚款都已结清；没有不能简易注销的情况。如有不实，本人承担法律责任。',
    confirmation: 'pending',
  },
];
