import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { choice, identity, paper } from './builders.ts';
import {
  answered,
  byHand,
  COMPILED_ON,
  inspected,
  is,
  known,
  NO,
  ofParty,
  RIGHTS,
  step,
  unsure,
  YES,
} from './parts.ts';

const land = (article: string) => ({ law: LAW.landContract, article });
const TOWN = land('第十二条第三款');

/** Item 8: a consultation although it stands under 下放实质性审核权. Nothing is approved; the town answers for its answer. */
export const adviceGuide: CompleteGuide = {
  id: '8',
  item: '8',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '农村土地承包和集体产权制度改革政策咨询',
  bases: [TOWN, { law: LAW.collective }, { law: LAW.landContractRules }, { law: LAW.landTransfer }],
  applicants: '承包农户、村集体和它的成员、接手流转土地的人，以及任何想问的人。',
  fee: unsure('不收费。'),
  result: unsure('当场答复，或者书面答复单。'),
  conditions: [known('谁都能问，不用是本村人。', TOWN)],
  questions: [
    choice('topic', '想问哪一件？', [
      ['extend', '承包到期延包'],
      ['certificate', '合同、证书写错了或者丢了'],
      ['lease', '把地租给别人，或者租别人的地'],
      ['women', '出嫁、离婚以后的承包地'],
      ['member', '集体成员身份、集体分红'],
      [
        'dispute',
        '已经闹了纠纷，要有人断',
        {
          elsewhere: {
            goTo: '村委会或者镇里调解，区农村土地承包仲裁委员会仲裁，也可以到法院起诉',
            why: '窗口讲政策，不能替您断是非；仲裁和起诉不用先经过调解。',
          },
        },
      ],
    ]),
    choice('own', '问的是自己家的地吗？', [
      [YES, '是，要看具体情况'],
      [NO, '只问政策'],
    ]),
    choice('written', '要不要书面答复？', [
      [NO, '当面说清就行'],
      [YES, '要书面的'],
    ]),
  ],
  boundaries: [
    unsure('林地、草原的承包不在这里问。'),
    unsure('承包证现在归不动产登记，合同归农业农村部门。'),
    known('已经在仲裁或者打官司的，窗口只讲程序。', { law: LAW.landDisputes }),
  ],
  parties: [{ role: 'applicant', label: '咨询人', kinds: ['person'], min: 1, max: 1 }],
  materials: [
    identity('居民身份证', TOWN, {
      when: is('own', YES),
      why: '问自己家的地，要确认是本人；只问政策的不用带。',
    }),
    paper({
      id: 'contract',
      name: '承包合同、承包证或者流转合同，有哪样带哪样',
      form: inspected,
      when: is('own', YES),
      why: '照着合同说得准，看完当场还，不留底。',
      basis: TOWN,
    }),
    paper({
      id: 'record',
      name: '咨询登记表（窗口替您填）',
      why: '记下问了什么、怎么答的，以后好查；不用您准备。',
      basis: TOWN,
    }),
  ],
  checks: [],
  limits: [
    {
      when: is('written', YES),
      statutory: null,
      promised: { days: 5, unit: 'workingDays', confirmation: 'pending' },
    },
    { statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } },
  ],
  steps: [
    step('receive', '登记您问的事', 'town', 'receive', 'pending'),
    step('opinion', '镇里答复', 'town', 'opinion', 'pending'),
    step('forward', '拿不准的转报区农业农村局', 'town', 'forward', 'pending'),
    step('deliver', '把答复告诉您，记下您满不满意', 'town', 'deliver', 'pending'),
  ],
  refusals: [unsure('已经在仲裁、诉讼里的个案，不作评判，只讲程序。')],
  rights: RIGHTS,
  faq: [
    {
      q: '二轮承包到期，要重新分地吗？',
      a: '到期后再延长三十年，大的不动，个别的小调整。',
      confirmation: 'confirmed',
    },
    {
      q: '把地租给外村人，要谁同意？',
      a: '您自己定；签书面合同，向村里备案，不能改变农业用途，租期不能超过剩下的承包期。',
      confirmation: 'confirmed',
    },
    {
      q: '出嫁了，娘家的地还有吗？',
      a: '在新住的地方没分到地的，原来的承包地不能收回。',
      confirmation: 'confirmed',
    },
  ],
  mistakes: ['口头租地，没有写合同。', '租期写得比承包期还长。', '把林地的事拿到这里问。'],
  forms: [
    {
      material: 'record',
      title: '政策咨询登记表',
      fields: [
        ofParty('咨询人', 'applicant', 'name', '王秀兰（示例）'),
        ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        answered('咨询类别', 'topic', '把地租给别人，或者租别人的地'),
        byHand('问的事', '家里 3 亩地想租给外村的合作社，要办什么手续。', 4),
        byHand('答复', '签书面合同，向村里备案；租期不超过剩下的承包期。', 4),
        answered('是否要书面答复', 'written', '当面说清就行'),
      ],
      declaration: '以上问题和答复都念给我听过。',
      confirmation: 'pending',
    },
  ],
  openPoints: ['书面答复承诺几天？', '拿不准的怎么转报、几天回？', '二轮延包在山亭怎么安排？'],
  baseline: null,
};
