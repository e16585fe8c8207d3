import type { Condition } from '../../domain/condition.ts';
import type { Material } from '../../domain/guide.ts';
import { copies, MAIN, original, WAIVER } from './parts.ts';
import { civilCode, register } from './realEstateChecks.ts';
import { CORRECT, cancelFor, changeOf, MORTGAGE, OBJECT, transferBy } from './realEstateQuestions.ts';

export const CAUSE = register('第十六条第一款第（三）项');

/** Issued by an authority, and looked up by the window where it can. */
export const ISSUED = {
  ...MAIN,
  form: copies(1),
  waiver: WAIVER.sharing,
} as const satisfies Partial<Material>;

/** That the cause must be shown is law, by which paper is practice. */
export const UNSURE = { confirmation: 'pending' } as const;

const BY_JUDGMENT: Condition = { any: [transferBy('judgment'), cancelFor('judgment')] };

/** Why the register is to change: one paper, or one set of papers, for each cause. */
export const CAUSE_PAPERS: readonly Material[] = [
  {
    ...MAIN,
    id: 'sale-contract',
    name: '买卖合同或者互换合同',
    when: transferBy('sale'),
    why: '说明为什么换主人。合同里的价不用评估。',
    basis: CAUSE,
  },
  {
    ...MAIN,
    id: 'gift-contract',
    name: '赠与合同',
    when: transferBy('gift'),
    why: '说明是谁送给谁的。',
    basis: CAUSE,
  },
  {
    ...MAIN,
    id: 'division-agreement',
    name: '分家析产协议',
    when: transferBy('division'),
    why: '说明一家人怎么分的，全家人都签名。',
    basis: CAUSE,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'inheritance-paper',
    name: '继承公证书，或者遗嘱、继承人商量好的协议',
    when: transferBy('inherit'),
    why: '说明由谁继承。不是非要公证，不公证的由登记机构调查。',
    basis: CAUSE,
    sensitive: true,
    ...UNSURE,
  },
  {
    ...ISSUED,
    id: 'death-certificate',
    name: '原主人的死亡证明',
    when: transferBy('inherit'),
    why: '继承从人去世时开始。有公证书的、能查到的不用带。',
    basis: CAUSE,
    origin: { from: 'government', who: '公安机关、医院或者村委会' },
    core: false,
    sensitive: true,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'kinship',
    name: '亲属关系证明，或者继承人的承诺',
    when: transferBy('inherit'),
    why: '说明有哪些继承人。有公证书的不用带，开不出证明的可以写承诺。',
    basis: CAUSE,
    waiver: WAIVER.promise,
    core: false,
    sensitive: true,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'judgment',
    name: '生效的法律文书或者政府决定',
    when: BY_JUDGMENT,
    why: '登记照文书来改；判决书要有生效的证明。',
    basis: CAUSE,
    origin: { from: 'government', who: '法院、仲裁机构或者政府' },
  },
  {
    ...ISSUED,
    id: 'name-proof',
    name: '姓名、名称或者证件号码变了的证明',
    when: changeOf('name'),
    why: '说明新旧两个名字是同一个人、同一个单位；户口簿上有的，带户口簿就行。',
    basis: CAUSE,
    origin: { from: 'government', who: '公安机关、登记机关' },
    ...UNSURE,
  },
  {
    ...ISSUED,
    id: 'use-approval',
    name: '改变用途的批准文件',
    when: changeOf('use'),
    why: '换用途要先批准，再来登记。',
    basis: CAUSE,
    origin: { from: 'government', who: '自然资源部门' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'loan-contract',
    name: '借款合同（主债权合同）',
    when: MORTGAGE,
    why: '说明为哪一笔钱作担保。',
    basis: CAUSE,
  },
  {
    ...MAIN,
    id: 'mortgage-contract',
    name: '抵押合同',
    when: MORTGAGE,
    why: '说明拿哪处房子担保、担保多少。',
    basis: CAUSE,
  },
  {
    ...ISSUED,
    id: 'mortgage-certificate',
    name: '抵押的不动产登记证明',
    form: original(1),
    when: cancelFor('repaid'),
    why: '抵押没有了，这份证明要收回。',
    basis: CAUSE,
    origin: { from: 'government', who: '不动产登记机构，一般在银行手里' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'release',
    name: '贷款还清，或者同意解除抵押的证明',
    when: cancelFor('repaid'),
    why: '由银行等抵押权人说明抵押可以解除。',
    basis: CAUSE,
    origin: { from: 'applicant', who: '银行等抵押权人' },
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'gone-proof',
    name: '房子或者地没有了的材料',
    when: cancelFor('gone'),
    why: '说明什么时候、怎么没的，照片也行；登记机构会去看。',
    basis: CAUSE,
    core: false,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'waiver-statement',
    name: '放弃权利的声明',
    when: cancelFor('given-up'),
    why: '写明自愿放弃；有抵押或者查封的，还要对方同意。',
    basis: CAUSE,
    ...UNSURE,
  },
  {
    ...MAIN,
    id: 'error-proof',
    name: '登记簿记错了的材料',
    form: copies(1),
    when: { any: [CORRECT, OBJECT] },
    why: '说明错在哪里；更正的，有权利人书面同意也行。',
    basis: civilCode('第二百二十条'),
  },
];
