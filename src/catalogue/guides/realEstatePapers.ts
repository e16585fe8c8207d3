import type { Condition } from '../../domain/condition.ts';
import type { Material } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { AGENT_ID, copies, inspected, is, MAIN, MANDATE, MAY_COME_LATER, original } from './parts.ts';
import { CAUSE, CAUSE_PAPERS, ISSUED, UNSURE } from './realEstateCauses.ts';
import { register } from './realEstateChecks.ts';
import {
  AS_INTERESTED,
  BY_STANDING,
  CORRECT,
  cancelFor,
  changeOf,
  FIRST,
  HOMESTEAD_HANDED_ON,
  JOINT,
  MORTGAGE,
  OBJECT,
  onGround,
  QUERY,
  transferBy,
} from './realEstateQuestions.ts';

const IDENTITY = register('第十六条第一款第（二）项');
const MEASURED = register('第十六条第一款第（四）项');
const INTEREST = register('第十六条第一款第（五）项');

const firstOf = (...grounds: string[]): Condition => ({ all: [FIRST, onGround(...grounds)] });

/** The old certificate is taken in; who holds a judgment cannot be expected to have it. */
const CERTIFICATE_TAKEN_IN: Condition = {
  any: [
    transferBy('sale', 'gift', 'division', 'inherit'),
    is('action', 'change'),
    cancelFor('gone', 'given-up'),
    { all: [CORRECT, BY_STANDING, is('standing', 'holder')] },
  ],
};

export const REAL_ESTATE_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'application',
    name: '不动产登记申请书',
    when: { not: QUERY },
    why: '写清办哪一种登记、房子或者地在哪里、是谁的，登记簿照此来记。',
    basis: register('第十六条第一款第（一）项'),
  },
  {
    ...MAIN,
    id: 'query-application',
    name: '不动产登记资料查询申请书',
    when: QUERY,
    why: '写清查哪一处、查来做什么用。',
    basis: register('第二十八条'),
  },
  {
    ...ISSUED,
    id: 'id-card',
    name: '申请人的居民身份证',
    form: inspected,
    when: is('who', 'person'),
    why: '确认是本人申请，看完当场还。',
    basis: IDENTITY,
    origin: { from: 'government', who: '公安机关' },
  },
  {
    ...ISSUED,
    id: 'org-licence',
    name: '申请单位的营业执照或者统一社会信用代码证',
    form: inspected,
    when: is('who', 'organisation'),
    why: '确认申请单位的身份，看完当场还。',
    basis: IDENTITY,
    origin: { from: 'government', who: '登记机关' },
  },
  {
    ...ISSUED,
    id: 'other-side-id',
    name: '另一方的身份证明（个人带身份证，单位带执照）',
    form: inspected,
    when: JOINT,
    why: '双方一起申请，两边的身份都要看，看完当场还。',
    basis: IDENTITY,
    origin: { from: 'government', who: '公安机关、登记机关' },
  },
  {
    ...ISSUED,
    id: 'homestead-approval',
    name: '宅基地批准书、建房批准材料',
    when: firstOf('homestead'),
    why: '说明地是批给您家的，房子是批准建的。年头久、找不全的，把有的都带来。',
    basis: CAUSE,
    origin: { from: 'government', who: '镇政府、农业农村部门' },
    ...UNSURE,
  },
  {
    ...ISSUED,
    id: 'building-approval',
    name: '用地批文、规划和竣工材料',
    when: firstOf('urban', 'other'),
    why: '说明地怎么来的，房子是不是按批准建的。',
    basis: CAUSE,
    origin: { from: 'government', who: '自然资源部门、住建部门' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'land-contract',
    name: '土地承包合同',
    form: copies(1),
    when: firstOf('fields'),
    why: '说明哪块地由您家承包。',
    basis: CAUSE,
    origin: { from: 'village' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'woods-contract',
    name: '林地承包合同，或者林木归谁的材料',
    form: copies(1),
    when: firstOf('woods'),
    why: '说明林地由谁承包、林木归谁。',
    basis: CAUSE,
    origin: { from: 'village' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'survey',
    name: '权籍调查成果（宗地图、界址点坐标）',
    when: { any: [FIRST, changeOf('size')] },
    why: '把四至和面积量准，以后少争议。由做权籍调查的单位出，不用自己画。',
    basis: MEASURED,
    origin: { from: 'intermediary', who: '有资质的权籍调查单位' },
  },
  {
    ...MAIN,
    id: 'village-opinion',
    name: '村集体的意见',
    when: { any: [firstOf('homestead'), HOMESTEAD_HANDED_ON] },
    why: '宅基地是集体的，由村里说明用地和接手的人符合规定。',
    basis: { law: LAW.civilCode, article: '第三百六十二条、第三百六十三条' },
    origin: { from: 'village' },
    ...UNSURE,
  },
  ...CAUSE_PAPERS,
  {
    ...ISSUED,
    id: 'certificate',
    name: '不动产权证书（以前的房产证、土地证也行）',
    form: original(1),
    when: CERTIFICATE_TAKEN_IN,
    why: '旧证要收回，登记完发新证；丢了的先跟窗口说，另走遗失的办法。',
    basis: CAUSE,
    origin: { from: 'government', who: '不动产登记机构' },
  },
  {
    ...ISSUED,
    id: 'certificate-shown',
    name: '抵押房子的不动产权证书',
    form: inspected,
    when: MORTGAGE,
    why: '看房子是谁的、有没有别的抵押，看完当场还。',
    basis: CAUSE,
    origin: { from: 'government', who: '不动产登记机构' },
  },
  {
    ...ISSUED,
    id: 'tax-paper',
    name: '完税或者免税凭证',
    form: inspected,
    // Contracted land and woods pass on without deed tax (契税法 art. 2).
    when: {
      all: [
        onGround('homestead', 'urban', 'other'),
        transferBy('sale', 'gift', 'division', 'inherit', 'judgment'),
      ],
    },
    why: '换主人要先把税说清；在窗口一起交税的、能查到的不用带。',
    basis: register('第十六条第一款第（六）项'),
    origin: { from: 'government', who: '税务机关' },
    deferrable: MAY_COME_LATER,
    core: false,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'interest-proof',
    name: '有利害关系的材料',
    form: copies(1),
    when: { any: [OBJECT, AS_INTERESTED] },
    why: '说明这处房子、这块地和您有什么关系，比如合同、法院的受理通知书。',
    basis: INTEREST,
  },
  { ...MANDATE, basis: IDENTITY },
  { ...AGENT_ID, basis: IDENTITY },
];
