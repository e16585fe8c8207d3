import type { CompleteGuide, Material, Statement } from '../../domain/guide.ts';
import { LAW, LITIGATION, NOTICE, RECONSIDERATION } from '../bases.ts';
import { ADVICE_CHECKS, OWN_CASE, OWN_LAND, TRANSFER_CONTRACT } from './landAdviceChecks.ts';
import { ADVICE_QUESTIONS } from './landAdviceQuestions.ts';
import {
  answered,
  COMPILED_ON,
  inspected,
  is,
  known,
  ofParty,
  original,
  RIGHTS,
  step,
  unsure,
  WAIVER,
} from './parts.ts';

const land = (article: string) => ({ law: LAW.landContract, article });
const collective = (article: string) => ({ law: LAW.collective, article });

const TOWN = land('第十二条第三款');
const DISPUTES = land('第五十五条');

/** Nothing is decided, so there is nothing to appeal against; what remains is what to do when one disagrees. */
const ADVICE_RIGHTS: readonly Statement[] = [
  ...RIGHTS.filter(({ basis }) => basis !== RECONSIDERATION && basis !== LITIGATION),
  known('答复只是说政策，不是决定，不会改变您的权利。'),
  known('承包地有纠纷的，可以请村委会、镇政府调解，可以申请仲裁，也可以直接起诉。', DISPUTES),
  known('成员身份、收益分配有争议的，同样可以调解、仲裁、起诉。', collective('第五十六条第一款')),
];

/** Seen, handed back, and never a reason to leave a question unanswered. */
const SHOWN = {
  form: inspected,
  waiver: WAIVER.sharing,
  deferrable: false,
  core: false,
  sensitive: false,
  confirmation: 'pending',
} as const satisfies Partial<Material>;

/** Item 8, review, but a consultation: an answer, no decision, hence no opinion and no issue on the way. */
export const landAdviceGuide: CompleteGuide = {
  id: '8',
  item: '8',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '农村土地承包和集体产权制度改革政策咨询',
  bases: [
    TOWN,
    land('第二十一条至第二十五条、第三十一条、第三十五条至第四十七条、第五十五条'),
    collective('第十一条至第十八条、第四十二条、第五十六条'),
    { law: LAW.landContractManagement },
    { law: LAW.landTransfer },
  ],
  applicants: '承包农户、村集体和它的成员、接手流转土地的人，以及任何想问的人。',
  fee: unsure('不收费。'),
  result: unsure('当场答复，或者书面的咨询答复单。只说政策，不作决定。'),
  conditions: [
    known('问的是农村土地承包、承包合同，或者集体产权制度改革的政策。', NOTICE),
    unsure('只问政策的，什么都不用带；问自己家的事，带上身份证和手里有的合同、证书。'),
  ],
  questions: ADVICE_QUESTIONS,
  boundaries: [
    known('林地、草地的承包不在这里答。', NOTICE),
    known('地归谁、谁对谁错，咨询不作认定，要调解、仲裁或者起诉。', DISPUTES),
    unsure('承包经营权证的登记、更正、补发由不动产登记机构办；承包合同由农业农村部门管。'),
  ],
  parties: [{ role: 'applicant', label: '咨询人', kinds: ['person', 'organisation'], min: 1, max: 1 }],
  materials: [
    {
      id: 'record',
      name: '咨询登记表（窗口代填）',
      form: original(1),
      why: '窗口替您填，您看对了就行。留下电话，好答复您、过后再问问办得怎么样。',
      basis: TOWN,
      origin: { from: 'applicant' },
      waiver: WAIVER.none,
      deferrable: false,
      core: false,
      sensitive: false,
      confirmation: 'pending',
    },
    {
      ...SHOWN,
      id: 'id-card',
      name: '来问的人的居民身份证',
      when: OWN_CASE,
      why: '您家的承包情况不能说给外人听，看一眼当场还。',
      basis: { law: LAW.personalInformation, article: '第二十五条' },
      origin: { from: 'government', who: '公安机关' },
    },
    {
      ...SHOWN,
      id: 'land-contract',
      name: '承包合同或者承包经营权证',
      when: OWN_LAND,
      why: '看清地块和年限，答得更准，看一眼当场还。没有也照样答复，镇里存有合同的由窗口查。',
      basis: land('第二十二条、第二十四条'),
      origin: { from: 'government', who: '发包方或者登记机构' },
    },
    {
      ...SHOWN,
      id: 'transfer-contract',
      name: '流转合同',
      when: TRANSFER_CONTRACT,
      why: '看写得全不全，看一眼当场还。还没签的不用带。',
      basis: land('第四十条'),
      origin: { from: 'applicant' },
      waiver: WAIVER.none,
    },
  ],
  checks: ADVICE_CHECKS,
  limits: [
    {
      when: is('reply', 'written'),
      statutory: null,
      promised: { days: 5, unit: 'workingDays', confirmation: 'pending' },
    },
    { statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } },
  ],
  steps: [
    step('receive', '登记要问的事', 'town', 'receive'),
    step('look-up', '查政策和以前的标准答复', 'town', 'check', 'pending'),
    step('forward', '拿不准的，转请区农业农村局', 'town', 'forward'),
    step('guidance', '区农业农村局答复，存作标准答复', 'district', 'check', 'pending'),
    step('deliver', '答复，留底', 'town', 'deliver'),
    step('call-back', '回访', 'town', 'check', 'pending'),
  ],
  refusals: [
    unsure('已经在仲裁或者打官司的，只说程序怎么走。'),
    known('要求认定地归谁的，告诉您去调解、仲裁或者起诉。', DISPUTES),
    known('问林地、草地承包的，告诉您该去哪里问。', NOTICE),
  ],
  rights: ADVICE_RIGHTS,
  faq: [
    {
      q: '二轮承包到期，要重新分地吗？',
      a: '耕地到期后再延长三十年，总的是保持稳定，不是打乱重分。山亭区哪年、怎么做，等区农业农村局答复。',
      confirmation: 'pending',
    },
    {
      q: '把地租给外人要谁同意？',
      a: '您自己定。签书面合同，向发包方备案；同样的条件，本集体的成员优先。用途还得是种养，年数不超过承包期剩下的。',
      confirmation: 'confirmed',
    },
    {
      q: '给人代种一年也要签合同吗？',
      a: '代种不超过一年的，可以不签书面合同。',
      confirmation: 'confirmed',
    },
    {
      q: '闺女嫁出去了，地会收回吗？',
      a: '在婆家那边没分到承包地的，娘家这边的地不能收回。离婚、丧偶的也一样。',
      confirmation: 'confirmed',
    },
    {
      q: '出去打工、上学、当兵，还算村集体成员吗？',
      a: '算，不因为这些丢掉成员身份。',
      confirmation: 'confirmed',
    },
    {
      q: '新出生的孩子算成员吗？',
      a: '成员生的孩子，村集体应当确认为成员。',
      confirmation: 'confirmed',
    },
    {
      q: '企业来村里大片租地要审查吗？',
      a: '要。由乡镇、区里审查，收到申请后二十个工作日内办。这是另一件事，窗口告诉您怎么报。',
      confirmation: 'pending',
    },
    {
      q: '承包合同、证书写错了找谁？',
      a: '合同的事找农业农村部门，证书的事找不动产登记窗口。',
      confirmation: 'pending',
    },
  ],
  mistakes: ['只口头说好，没签流转合同。', '流转的年数写得比承包期剩下的长。', '签了合同没有向发包方备案。'],
  forms: [
    {
      material: 'record',
      title: '农村土地和集体产权政策咨询登记表',
      fields: [
        ofParty('咨询人', 'applicant', 'name', '李大山（示例）'),
        ofParty('联系电话', 'applicant', 'telephone', '138 0000 0000（示例）'),
        ofParty('住址', 'applicant', 'address', '西集镇××村'),
        answered('问哪方面', 'topic', '把地租给别人、入股（流转）'),
        { ...answered('要问的事', 'question', '想把三亩地租给邻村的合作社种桃，怎么签合同？'), lines: 4 },
        answered('答复方式', 'reply', '要书面的答复单'),
      ],
      declaration: '以上是我要问的事。我知道答复只是说政策，不是决定。',
      confirmation: 'pending',
    },
  ],
  openPoints: [
    '书面答复承诺几个工作日？转请区局的，区局几天给口径？',
    '二轮延包山亭区哪年开始、怎么安排？',
    '哪些问题必须转请区局，哪些镇里可以直接答？',
    '承包合同的更正、补发现在走哪个窗口？和不动产登记怎么衔接？',
    '企业流转土地的审查由镇里哪个科室收件？',
    '只问政策的人，要不要登记姓名和证件？',
    '咨询登记表和答复单有没有统一的样式？',
  ],
  baseline: null,
};
