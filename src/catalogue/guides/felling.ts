import type { CompleteGuide, Statement } from '../../domain/guide.ts';
import { LAW, NO_PERMIT_FEE } from '../bases.ts';
import { FELLING_CHECKS, FELLING_QUESTIONS, forestLaw } from './fellingChecks.ts';
import { FELLING_FORMS } from './fellingForms.ts';
import { FELLING_PAPERS } from './fellingPapers.ts';
import { AGENT_PARTY, COMPILED_ON, is, known, PERMIT_LIMIT, RIGHTS, step, unsure } from './parts.ts';

const NO_PERMIT_NEEDED = forestLaw('第五十六条');
const BARRED = forestLaw('第六十条');

const FELLING_RIGHTS: readonly Statement[] = [
  ...RIGHTS,
  known('不批的，要书面说明原因，并告诉您怎样复议、起诉。', { law: LAW.permit, article: '第三十八条' }),
  known('决定作出后十日内，把证送到您手上。', { law: LAW.permit, article: '第四十四条' }),
];

/** Item 11, window: permission to fell trees on forest land. */
export const fellingGuide: CompleteGuide = {
  id: '11',
  item: '11',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '采伐林木许可',
  bases: [
    forestLaw('第五十五条至第六十一条'),
    { law: LAW.forestRules, article: '第三十条至第三十二条' },
    { law: LAW.shandongForest },
  ],
  applicants: '林木的所有人或者经营人。自留地和房前屋后自己的零星树木，砍伐不用许可。',
  fee: known('不收费。', NO_PERMIT_FEE),
  result: known('林木采伐许可证，写明地点、面积、蓄积、株数、方式和期限。', NO_PERMIT_NEEDED),
  conditions: [
    known('砍林地上的树，先办采伐许可证，再按证上写的砍。', NO_PERMIT_NEEDED),
    known('要由树的主人或者经营的人申请。', forestLaw('第五十八条')),
    known('每年能砍多少有限额，限额用完了，当年不能再发证。', forestLaw('第五十九条')),
    known('公益林只能做抚育、更新和改造，自然保护区里的树一般不准砍。', forestLaw('第五十五条')),
    known('砍了要补种，补种的面积不能比砍的少。', forestLaw('第六十一条')),
    known('整棵挖走移栽，和砍树一样要办证。', NO_PERMIT_NEEDED),
    unsure('个人砍人工商品林，15 立方米以内，可能可以写承诺书代替调查设计。以区里答复为准。'),
  ],
  questions: FELLING_QUESTIONS,
  boundaries: [
    known('农村居民砍自留地和房前屋后自己家的零星树，不用办证。', NO_PERMIT_NEEDED),
    known('砍自然保护区以外的竹林，不用办证。', NO_PERMIT_NEEDED),
    unsure(
      '不在林地上的农田防护林、护路林、护岸林和城镇的树，找管它的部门，不办采伐许可证。',
      NO_PERMIT_NEEDED,
    ),
    unsure('救火、抗洪来不及办证的，由组织抢险的单位事后报告，不用先来申请。'),
  ],
  parties: [
    { role: 'applicant', label: '申请人', kinds: ['person'], min: 1, max: 1, when: is('who', 'person') },
    {
      role: 'applicant',
      label: '申请单位',
      kinds: ['organisation'],
      min: 1,
      max: 1,
      when: is('who', ['organisation', 'state']),
    },
    AGENT_PARTY,
  ],
  materials: FELLING_PAPERS,
  checks: FELLING_CHECKS,
  limits: [
    {
      statutory: PERMIT_LIMIT,
      promised: { days: 7, unit: 'workingDays', confirmation: 'pending' },
    },
  ],
  steps: [
    step('receive', '收件、受理', 'town', 'receive'),
    step('visit', '镇里两人以上到现场看，定位拍照', 'town', 'visit', 'pending'),
    step('forward', '材料和现场记录转到区里', 'town', 'forward'),
    step('check', '区里核对限额，审查', 'district', 'check'),
    step('decide', '区里作决定', 'district', 'decide'),
    step('issue', '制作采伐许可证', 'district', 'issue'),
    step('deliver', '镇里送达，告诉怎么砍、什么时候补种', 'town', 'deliver'),
  ],
  refusals: [
    known('在封山育林的时候或者地方。', BARRED),
    known('去年砍了，没有按规定补种。', BARRED),
    known('去年出过大的滥伐、火灾或者病虫灾，没有整改。', BARRED),
    known('今年的采伐限额已经用完。', forestLaw('第五十九条')),
    known('砍公益林用材，或者砍自然保护区里的树，又不属于例外。', forestLaw('第五十五条')),
    unsure('树是谁的还有争议，或者现场和材料对不上。'),
  ],
  rights: FELLING_RIGHTS,
  faq: [
    { q: '自家屋后的树能直接砍吗？', a: '自己家的零星树能，不用办证。', confirmation: 'confirmed' },
    {
      q: '证过期了，树还没砍完怎么办？',
      a: '过期的证不能再用，没砍的要重新申请。',
      confirmation: 'pending',
    },
    {
      q: '拿到证，能多砍几棵吗？',
      a: '不能。超过证上写的地点、面积、数量，就是滥伐，要受处罚。',
      confirmation: 'confirmed',
    },
    {
      q: '不会算出多少木材怎么办？',
      a: '请镇林业站帮着估。报得不准不要紧，到现场会再核。',
      confirmation: 'pending',
    },
    { q: '买了别人的树，谁来申请？', a: '带上买卖合同，由树的主人或者您来申请。', confirmation: 'pending' },
  ],
  forms: FELLING_FORMS,
  openPoints: [
    '告知承诺在山亭区能不能用？到多少立方米？承诺书用哪一份？',
    '面积或者蓄积超过多少，要交伐区调查设计材料（省里的规定）？',
    '“十五五”采伐限额下来了没有？镇里收件前怎么知道还剩多少？',
    '个人砍自留山和承包集体林地上的树，是不是委托镇政府发证（森林法第五十七条第三款）？',
    '现场由镇林业站去看，还是区里派人？几天之内看完？',
    '占用林地同步采伐的，要不要另交更新造林承诺？',
    '现在公示的承诺时限是几个工作日？申请表用哪一份？',
  ],
  mistakes: [
    '地块没写四至，到了现场找不到。',
    '补种的面积写得比砍的少。',
    '林权证上还是老人的名字，没有说明现在谁经营。',
    '证还没下来就先砍了。',
  ],
  baseline: null,
};
