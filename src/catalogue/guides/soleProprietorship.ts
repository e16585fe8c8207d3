import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE, NOTICE } from '../bases.ts';
import { AGENT_PARTY, COMPILED_ON, known, RIGHTS, step, unsure } from './parts.ts';
import { BRANCH, CANCEL, CHANGE, NEW_HEAD, PROPRIETORSHIP_CHECKS } from './soleProprietorshipChecks.ts';
import { PROPRIETORSHIP_FORMS } from './soleProprietorshipForms.ts';
import { PROPRIETORSHIP_PAPERS } from './soleProprietorshipPapers.ts';
import { PROPRIETORSHIP_QUESTIONS } from './soleProprietorshipQuestions.ts';

const CONDITIONS = { law: LAW.soleProprietorship, article: '第八条' };
const EXAMINATION = { law: LAW.registration, article: '第十九条' };
const SIMPLE = { law: LAW.registration, article: '第三十三条' };

/**
 * Item 9, window: registration of sole proprietorships and their branches. The notice's remark is read as branches of
 * sole proprietorships only (domain.md 1.9); whether it means those of companies too is an open point.
 */
export const soleProprietorshipGuide: CompleteGuide = {
  id: '9',
  item: '9',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '个人独资企业及分支机构登记',
  bases: [
    { law: LAW.soleProprietorship, article: '第八条至第十八条、第二十六条至第三十二条' },
    { law: LAW.registration, article: '第十六条、第十九条、第二十三条、第二十四条、第三十一条至第三十三条' },
    {
      law: LAW.registrationRules,
      article: '第十八条、第二十一条至第二十三条、第二十五条、第三十条、第三十一条、第四十四条至第四十九条',
    },
  ],
  applicants: '投资人本人，或者受委托的人。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: known('营业执照（注销的为注销登记通知书）。', { law: LAW.registration, article: '第二十一条' }),
  conditions: [
    known('由一个人投资，投资人用自己的财产还企业的债。', { law: LAW.soleProprietorship, article: '第二条' }),
    known('有合法的名称、申报的出资、固定的经营场所和必要的人手。', CONDITIONS),
    known('一家企业只能登记一个名称、一个住所。', { law: LAW.registration, article: '第十条、第十一条' }),
    known('登记的内容变了，三十日内来变更；设分支机构，决定以后三十日内来办。', {
      law: LAW.registrationRules,
      article: '第二十一条第三款、第三十一条第一款',
    }),
    known('住所要搬到别的区县的，搬之前到新地方的登记机关办变更。', {
      law: LAW.registration,
      article: '第二十七条',
    }),
    known('一般注销要先清算，清算结束三十日内来注销。', {
      law: LAW.registration,
      article: '第三十二条第二款',
    }),
    known('简易注销要没有欠债，公示满二十日没人提异议，期满后二十日内来办。', SIMPLE),
    unsure('分支机构登记好以后，还要报企业的登记机关备案。', {
      law: LAW.soleProprietorship,
      article: '第十四条第二款',
    }),
  ],
  questions: PROPRIETORSHIP_QUESTIONS,
  boundaries: [
    known('公司、合伙企业、个体工商户的登记没有移到镇里。', NOTICE),
    known('分支机构开在哪里，就到哪里的登记机关办，不在山亭区的不在这里办。', {
      law: LAW.registration,
      article: '第二十三条',
    }),
    known('外商独资企业不按这个事项办。', { law: LAW.soleProprietorship, article: '第四十七条' }),
  ],
  parties: [
    { role: 'applicant', label: '投资人（去世的写继承人）', kinds: ['person'], min: 1, max: 1 },
    {
      role: 'enterprise',
      label: '个人独资企业',
      kinds: ['organisation'],
      min: 1,
      max: 1,
      when: { any: [BRANCH, CHANGE, CANCEL] },
    },
    { role: 'head', label: '分支机构负责人', kinds: ['person'], min: 1, max: 1, when: NEW_HEAD },
    AGENT_PARTY,
  ],
  materials: PROPRIETORSHIP_PAPERS,
  checks: PROPRIETORSHIP_CHECKS,
  limits: [
    {
      // The fifteen days of the older law (art. 12) give way to the stricter ones; complete papers are registered at once.
      statutory: {
        days: 3,
        unit: 'workingDays',
        basis: EXAMINATION,
        extension: 3,
        confirmation: 'confirmed',
      },
      promised: { days: 1, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '核对材料、核验本人、收件', 'town', 'receive'),
    step('forward', '材料转到区里', 'town', 'forward'),
    step('decide', '区里审查、登记', 'district', 'decide'),
    step('issue', '打印营业执照', 'district', 'issue'),
    step('deliver', '镇里代发或者邮寄', 'town', 'deliver'),
  ],
  refusals: [
    known('名称不合规定，或者和同行业已有的字号一样。', {
      law: LAW.enterpriseNames,
      article: '第十一条、第十七条、第二十条',
    }),
    unsure('住所是违法建筑，或者把住宅改作经营，邻居没有同意。'),
    unsure('经营范围没有用规范的说法。'),
    known('投资人没有做实名认证，也没有本人带身份证到场。', {
      law: LAW.registrationRules,
      article: '第十六条',
    }),
    known('要先批准的项目没有批准文件。', { law: LAW.registration, article: '第十四条第一款' }),
    known('注销前分支机构还没有注销。', { law: LAW.registration, article: '第三十二条第二款' }),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '和个体工商户有什么区别？',
      a: '两样都要用自己的财产还债。个人独资企业是企业，可以设分支机构。',
      confirmation: 'confirmed',
    },
    {
      q: '没有房产证能办吗？',
      a: '能。租赁合同、村委会证明或者住所申报承诺都行。',
      confirmation: 'pending',
    },
    {
      q: '注销要几天？',
      a: '简易注销要先公示二十日，前后大约一个月。一般注销看清算用多久。',
      confirmation: 'pending',
    },
    {
      q: '企业注销了，以前的债还要还吗？',
      a: '要。投资人仍然要还；债主五年内没有来要的，才不用还了。',
      confirmation: 'confirmed',
    },
    {
      q: '材料没带齐怎么办？',
      a: '窗口一次说清缺什么，材料退给您；补齐再来就是新收的一件。',
      confirmation: 'confirmed',
    },
  ],
  mistakes: [
    '名称里用了“公司”“有限”。',
    '投资人没有做实名认证。',
    '执照上的地址和实际经营的地方不一样。',
    '简易注销没等公示满二十日就来了。',
  ],
  forms: PROPRIETORSHIP_FORMS,
  openPoints: [
    '通知备注里的“分支机构”，是只指个人独资企业的分支机构，还是也包括公司的分公司？',
    '旧的登记管理办法已经废止，名称不能用“有限”“公司”“合伙”现在按哪个文件？',
    '变更登记按十五日（个人独资企业法）还是三十日（登记管理条例）掌握？',
    '承诺几个工作日办结？住所申报承诺书用哪个样式，哪些场所不能用承诺代替？',
    '分支机构登记后报企业登记机关备案，是系统自动办，还是要申请人自己去？',
    '简易注销公示期满后超过二十日没来申请的，怎么办？',
    '镇里收件的凭证盖谁的章，不予受理由谁出？',
    '申请书和简易注销承诺书的现行版本是哪一份？',
  ],
  baseline: null,
};
