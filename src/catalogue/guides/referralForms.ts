import type { ApplicationForm } from '../../domain/guide.ts';
import { answered, byHand, ofParty } from './parts.ts';

export const REFERRAL_FORMS: readonly ApplicationForm[] = [
  {
    material: 'application',
    title: '异地就医备案登记表',
    fields: [
      ofParty('参保人姓名', 'applicant', 'name', '王秀兰（示例）'),
      ofParty('身份证号码', 'applicant', 'idNumber', '370406000000000000（示例）'),
      ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
      answered('参加的医保', 'insurance', '居民医保'),
      answered('办理类型', 'action', '去外地看病，新办备案'),
      answered('去外地看病的原因', 'reason', '医院开了转诊意见'),
      answered('就医的省、市', 'city', '江苏省徐州市'),
      byHand('从哪天开始', '2026 年 12 月 1 日'),
      byHand('变更、取消的，写原来的备案号（不记得的窗口查）', '无'),
      ofParty('代办人姓名', 'agent', 'name', '李建国（示例）'),
      ofParty('代办人电话', 'agent', 'telephone', '139 0000 0000（示例）'),
    ],
    declaration: '所填内容属实。本人已经知道备案的有效期，也知道到外地看病报销比例会低一些。',
    confirmation: 'pending',
  },
];
