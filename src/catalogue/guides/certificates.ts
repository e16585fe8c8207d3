import type { CompleteGuide } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { choice, identity, paper } from './builders.ts';
import {
  AGENT_ID,
  AGENT_PARTY,
  AGENT_QUESTION,
  COMPILED_ON,
  inspected,
  is,
  known,
  MANDATE,
  RIGHTS,
  step,
  unsure,
  YES,
} from './parts.ts';

const AUTHORISED = { law: LAW.personalInformation, says: '查别人的信息，要有本人授权。' };

const ISSUER = {
  goTo: '发证机构，或者原来的考试机构',
  why: '补证、改错要由发证的单位办，镇里只能查。',
};

/** Item 4 (direct): a look-up in the official systems; the town keeps no certificates of its own. */
export const certificatesGuide: CompleteGuide = {
  id: '4',
  item: '4',
  version: 1,
  effectiveFrom: COMPILED_ON,
  state: 'complete',
  title: '职业资格证书查询',
  bases: [AUTHORISED],
  applicants: '持证人本人，或者受持证人委托的人。',
  fee: unsure('不收费。'),
  result: unsure('查询结果的打印页，写明查询时间、网址和经办人，不能当证书用。'),
  conditions: [known('查自己的证书；替别人查，要有那个人的委托。', AUTHORISED)],
  questions: [
    choice('certificate', '要查哪一种证书？', [
      ['skill', '技能类的职业资格证书', { help: '像电工、焊工、厨师。' }],
      ['level', '职业技能等级证书', { help: '2020 年以后由企业或者评价机构发的。' }],
      ['profession', '专业技术人员的资格证书', { help: '像会计、建造师、执业药师。' }],
      ['reissue', '证书丢了或者写错了，要补要改', { elsewhere: ISSUER }],
    ]),
    choice('number', '知道证书编号吗？', [
      [YES, '知道，或者带着证书'],
      ['no', '不知道', { help: '用姓名和证件号码也能查。' }],
    ]),
    AGENT_QUESTION,
  ],
  boundaries: [
    unsure('镇里只帮您在官方网站上查，不发证、不补证、不改证。'),
    unsure('培训班的结业证不在官方系统里，查不到。'),
  ],
  parties: [{ role: 'applicant', label: '持证人', kinds: ['person'], min: 1, max: 1 }, AGENT_PARTY],
  materials: [
    identity('持证人的居民身份证（代办的可以带复印件）', AUTHORISED),
    paper({
      id: 'certificate',
      name: '证书，或者证书编号',
      form: inspected,
      when: is('number', YES),
      why: '照着编号查得快，看完当场还。',
      basis: AUTHORISED,
    }),
    MANDATE,
    AGENT_ID,
  ],
  checks: [],
  limits: [{ statutory: null, promised: { days: 0, unit: 'onTheSpot', confirmation: 'pending' } }],
  steps: [
    step('receive', '核对本人，记下查询用途', 'town', 'receive', 'pending'),
    step('decide', '在官方系统里查，打印结果', 'town', 'decide', 'pending'),
    step('deliver', '结果当场给您', 'town', 'deliver', 'pending'),
  ],
  refusals: [
    known('替别人查，没有委托。', AUTHORISED),
    unsure('证书太早，还没有录进系统，要到原来发证的地方查档案。'),
  ],
  rights: RIGHTS,
  faq: [
    {
      q: '网上查不到，是不是假证？',
      a: '不一定，早年的证书可能没有录进去，到发证机构核实。',
      confirmation: 'pending',
    },
    { q: '能补办吗？', a: '这里不能，要找发证机构。', confirmation: 'pending' },
    {
      q: '自己能查吗？',
      a: '能：技能人才评价证书全国联网查询系统、中国人事考试网都可以查。',
      confirmation: 'pending',
    },
  ],
  mistakes: ['名字里有生僻字，输成了别的字。', '把培训结业证当成职业资格证。'],
  openPoints: ['查询结果页要不要盖业务章？', '查不到的，能不能出“查询未果说明”？'],
  baseline: null,
};
