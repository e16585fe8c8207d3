import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

/** The fields of the form in use in a county of the province (B); its town's own edition is not seen. */
export const BANNER_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '张挂、张贴宣传品申请表',
    fields: [
      ofParty('申请单位（个人）名称', 'applicant', 'name', '西集镇秀兰百货店（示例）'),
      ofParty('证件号码', 'applicant', 'idNumber', '92370406××××××××××'),
      ofParty('地址', 'applicant', 'address', '西集镇××村××号'),
      byHand('邮编', '2772××'),
      byHand('法定代表人和电话（个人申请的不填）', '王秀兰（示例），138 0000 0000'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      ofParty('经办人', 'agent', 'name', '李建国（示例）'),
      ofParty('经办人电话', 'agent', 'telephone', '138 0000 0001（示例）'),
      byHand('申请理由', '新店开业，告诉乡亲们开业的日子', 2),
      answered('申请地点', 'location', '西集村文化广场东侧灯杆'),
      answered('类型', 'thing', '横幅、条幅、标语、海报'),
      byHand('种类、挂在什么上面、各多少（可以写几行）', '横幅，挂在灯杆上，2 条', 3),
      byHand('总数量', '2 条'),
      byHand(
        '尺寸：高、宽、厚、下沿离地面、面积（可以写几行）',
        '高 0.7 米，宽 6 米，离地 3 米，4.2 平方米',
        3,
      ),
      byHand('设置期限：从哪天到哪天，共几天', '2026 年 12 月 1 日到 12 月 10 日，共 10 天'),
      byHand('现场勘查意见（窗口填）', '申请人不填', 3),
    ],
    declaration: '所填内容属实；按批准的地点、数量和日期设置，到期自己拆除，恢复原样。',
    confirmation: 'pending',
  },
  {
    material: 'explanation',
    title: '延期（变更）说明',
    fields: [
      ofParty('申请单位（个人）名称', 'applicant', 'name', '西集镇秀兰百货店（示例）'),
      answered('原来批准的地点', 'location', '西集村文化广场东侧灯杆'),
      byHand('原来的决定书文号', '没有带的，由窗口查'),
      answered('要办什么', 'request', '批过，想延长时间'),
      byHand('改成什么样，或者延到哪一天', '延到 2026 年 12 月 20 日', 2),
      byHand('为什么', '下雪，活动改了日子', 2),
    ],
    declaration: '除了上面写的，别的都和原来批准的一样。',
    confirmation: 'pending',
  },
];
