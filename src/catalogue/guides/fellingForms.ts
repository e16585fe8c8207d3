import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

const APPLICANT = [
  ofParty('申请人（单位）', 'applicant', 'name', '王秀兰（示例）'),
  ofParty('证件号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
] as const;

/** No form of the district was seen: the fields are those that the law asks for (forest law art. 58). */
export const FELLING_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '林木采伐许可证申请表',
    fields: [
      ...APPLICANT,
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ofParty('地址', 'applicant', 'address', '××镇××村××号'),
      answered('采伐地点', 'location', '××镇××村东山（示例）'),
      byHand('四至（东、南、西、北到哪里）', '东到水沟，南到小路，西到李家地边，北到山脊', 2),
      answered('林木权属', 'right', '申请人自己的'),
      byHand('权属证明的名称和号码', '林权证，××林证字（20××）第××××号'),
      answered('林种', 'forest', '人工种的商品林'),
      byHand('树种和株数', '杨树，约 60 株'),
      answered('采伐面积（亩）', 'area', '2'),
      answered('采伐蓄积（立方米）', 'volume', '12'),
      answered('采伐原因', 'purpose', '树长成了，砍了卖或者自己用'),
      byHand('采伐方式和时间', '皆伐，2027 年 1 月到 2 月', 2),
      answered('更新面积（亩）', 'replant', '2'),
      byHand('更新树种和时间', '杨树，2027 年春天', 2),
    ],
    declaration: '所填内容属实，树没有权属争议；拿到证以后按证上写的地点、数量和方式采伐，按时补种。',
    confirmation: 'pending',
  },
  {
    material: 'replant-pledge',
    title: '更新造林承诺书',
    fields: [
      ...APPLICANT,
      answered('采伐地点', 'location', '××镇××村东山（示例）'),
      answered('采伐面积（亩）', 'area', '2'),
      answered('更新面积（亩）', 'replant', '2'),
      byHand('更新地点', '原地'),
      byHand('更新树种和株数', '杨树，约 120 株'),
      byHand('完成时间', '2027 年 4 月 30 日前'),
    ],
    declaration: '按上面写的面积和时间补种，管护到成活；没有做到的，愿意承担责任。',
    confirmation: 'pending',
  },
  {
    material: 'promise',
    title: '采伐林木告知承诺书',
    fields: [
      ...APPLICANT,
      answered('采伐地点', 'location', '××镇××村东山（示例）'),
      answered('采伐面积（亩）', 'area', '2'),
      answered('采伐蓄积（立方米）', 'volume', '12'),
      byHand('树种和株数', '杨树，约 60 株'),
    ],
    declaration:
      '窗口已经讲清条件和后果。这片林子符合条件，本人按规定采伐、按时补种；说了假话或者没有做到，同意撤证并承担责任。',
    confirmation: 'pending',
  },
];
