import type { CompleteGuide, Limit, Material, PartyRule, PreparingGuide } from '../../src/domain/guide.ts';
import type { LegalBasis } from '../../src/domain/item.ts';

/** Small guides, one for each intake rule, made to exercise the rules; not the district's. */

const confirmation = 'confirmed';
const basis: LegalBasis = { law: '《样例条例》', article: '第一条' };
const statement = (text: string) => ({ text, confirmation }) as const;

export const material = (
  id: string,
  name: string,
  form: Partial<Material['form']>,
  more: Partial<Material> = {},
): Material => ({
  id,
  name,
  form: { originals: 0, copies: 0, inspect: false, ...form },
  why: `为什么要“${name}”`,
  basis,
  origin: { from: 'applicant' },
  waiver: { sharing: false, promise: false },
  deferrable: false,
  core: false,
  sensitive: false,
  confirmation,
  ...more,
});

const workingDays = (days: number, extension?: number): Limit =>
  extension === undefined
    ? { days, unit: 'workingDays', confirmation }
    : { days, unit: 'workingDays', extension, confirmation };

const party = (
  role: string,
  label: string,
  min: number,
  max: number,
  more: Partial<PartyRule> = {},
): PartyRule => ({
  role,
  label,
  kinds: ['person', 'organisation'],
  min,
  max,
  ...more,
});
const agent = party('agent', '代理人', 0, 1, { kinds: ['person'] });

const guide = (
  id: string,
  item: string,
  title: string,
  more: Pick<CompleteGuide, 'questions' | 'parties' | 'materials' | 'checks' | 'limits'>,
): CompleteGuide => ({
  state: 'complete',
  id,
  item,
  version: 1,
  effectiveFrom: '2026-07-16',
  title,
  bases: [basis],
  applicants: '自然人、法人和其他组织',
  fee: statement('不收费'),
  result: statement('批复'),
  conditions: [statement('符合规划')],
  boundaries: [],
  steps: [{ id: 'receive', name: '收件', by: 'town', kind: 'receive', counts: false, confirmation }],
  refusals: [],
  rights: [],
  faq: [],
  mistakes: [],
  baseline: null,
  ...more,
});

/** A permit whose checklist hangs on a chain of questions: place → lit → power. */
export const permitGuide = guide('sign', 'permit', '设置宣传品审批', {
  questions: [
    {
      id: 'place',
      kind: 'choice',
      text: '设在哪里？',
      confirmation,
      options: [
        { value: 'wall', label: '墙面' },
        { value: 'roof', label: '楼顶' },
        { value: 'road', label: '道路', elsewhere: { goTo: '公路部门', why: '公路用地内由公路部门许可' } },
      ],
    },
    { id: 'size', kind: 'number', text: '多大？', unit: '平方米', min: 1, max: 1000, confirmation },
    {
      id: 'lit',
      kind: 'choice',
      text: '带灯吗？',
      when: { answer: 'place', is: 'roof' },
      confirmation,
      options: [
        { value: true, label: '带灯' },
        { value: false, label: '不带灯' },
      ],
    },
    {
      id: 'power',
      kind: 'choice',
      text: '用什么电？',
      when: { answer: 'lit', is: true },
      confirmation,
      options: [
        { value: 'grid', label: '市电' },
        { value: 'solar', label: '太阳能' },
      ],
    },
    { id: 'from', kind: 'date', text: '从哪天起？', confirmation },
    { id: 'note', kind: 'text', text: '备注', maxLength: 10, optional: true, confirmation },
  ],
  parties: [
    party('applicant', '申请人', 1, 1),
    party('owner', '楼顶业主', 1, 2, { when: { answer: 'place', is: 'roof' } }),
    agent,
  ],
  materials: [
    material('form', '申请表', { originals: 1 }, { core: true }),
    material(
      'identity',
      '身份证明',
      { copies: 1, inspect: true },
      { waiver: { sharing: true, promise: false }, sensitive: true },
    ),
    material('drawing', '效果图', { copies: 2 }, { deferrable: { workingDays: 5 } }),
    material(
      'safety',
      '安全证明',
      { originals: 1 },
      { when: { answer: 'place', is: 'roof' }, waiver: { sharing: false, promise: true } },
    ),
    material(
      'wiring',
      '接电证明',
      { copies: 1 },
      { when: { answer: 'power', is: 'grid' }, deferrable: { workingDays: 3 } },
    ),
    material('consent', '相邻同意书', { copies: 1 }, { when: { atLeast: [{ answer: 'size' }, 20] } }),
  ],
  checks: [
    {
      id: 'largest',
      must: { atMost: [{ answer: 'size' }, 100] },
      message: '面积不得超过 100 平方米',
      basis,
      severity: 'block',
      confirmation,
    },
    {
      id: 'largestOnRoof',
      when: { answer: 'place', is: 'roof' },
      must: { atMost: [{ answer: 'size' }, 80] },
      message: '楼顶不宜超过 80 平方米',
      basis,
      severity: 'warn',
      confirmation,
    },
  ],
  limits: [
    {
      when: { atLeast: [{ answer: 'size' }, 50] },
      statutory: workingDays(20, 10),
      promised: workingDays(10),
    },
    { statutory: workingDays(20, 10), promised: workingDays(5) },
  ],
});

/** A registration like that of a cooperative: five members, four fifths of them farmers. */
export const registrationGuide = guide('coop', 'registration', '农民专业合作社设立登记', {
  questions: [
    { id: 'name', kind: 'text', text: '叫什么？', maxLength: 30, confirmation },
    { id: 'members', kind: 'number', text: '多少成员？', unit: '人', min: 1, max: 5000, confirmation },
    { id: 'farmers', kind: 'number', text: '其中农民？', unit: '人', min: 0, max: 5000, confirmation },
    {
      id: 'checked',
      kind: 'choice',
      text: '要核实实质内容吗？',
      confirmation,
      options: [
        { value: false, label: '不要' },
        { value: true, label: '要' },
      ],
    },
  ],
  parties: [party('applicant', '申请人', 1, 1), agent],
  materials: [
    material('application', '登记申请书', { originals: 1 }, { core: true }),
    material('charter', '章程', { originals: 1, copies: 1 }, { core: true }),
    material('list', '成员名册', { copies: 1 }),
  ],
  checks: [
    {
      id: 'fiveMembers',
      must: { atLeast: [{ answer: 'members' }, 5] },
      message: '成员不少于五人',
      basis,
      severity: 'block',
      confirmation,
    },
    {
      id: 'fourFifths',
      must: { atLeast: [{ times: [{ answer: 'farmers' }, 5] }, { times: [{ answer: 'members' }, 4] }] },
      message: '农民至少占百分之八十',
      basis,
      severity: 'block',
      confirmation,
    },
    {
      id: 'name',
      must: { textContains: { answer: 'name', oneOf: ['专业合作社'] } },
      message: '名称应当含有“专业合作社”',
      basis,
      severity: 'block',
      confirmation,
    },
  ],
  limits: [
    {
      when: { answer: 'checked', is: true },
      statutory: workingDays(3, 3),
      promised: workingDays(3),
    },
    { statutory: workingDays(3, 3), promised: { days: 0, unit: 'onTheSpot', confirmation } },
  ],
});

/** A registration of real estate: incomplete papers are declined on paper before the person leaves. */
export const onTheSpotGuide = guide('deed', 'onTheSpot', '不动产转移登记', {
  questions: [
    {
      id: 'town',
      kind: 'choice',
      text: '房子在哪个镇？',
      confirmation,
      options: [
        { value: '370406102', label: '西集镇' },
        { value: '370406105', label: '城头镇' },
      ],
    },
  ],
  parties: [party('buyer', '买方', 1, 2, { kinds: ['person'] }), party('seller', '卖方', 1, 1), agent],
  materials: [
    material('deed', '权属证书', { originals: 1 }, { core: true }),
    material('contract', '买卖合同', { originals: 1 }),
  ],
  checks: [],
  limits: [{ statutory: workingDays(30), promised: { days: 20, unit: 'calendarDays', confirmation } }],
});

/** A service: no limit of law, ten working days promised, everything may come late or be promised. */
export const serviceGuide = guide('insurance', 'service', '医疗保险参保登记', {
  questions: [],
  parties: [party('applicant', '参保人', 1, 1, { kinds: ['person'] }), agent],
  materials: [
    material('identity', '身份证明', { inspect: true }, { waiver: { sharing: true, promise: false } }),
    material('status', '身份类别证明', { copies: 1 }, { waiver: { sharing: false, promise: true } }),
    material('photo', '照片', { originals: 2 }, { deferrable: { workingDays: 10 } }),
  ],
  checks: [],
  limits: [{ statutory: null, promised: workingDays(10) }],
});

/** The facts alone: its department has not said yet what to bring. */
export const preparingGuide: PreparingGuide = {
  state: 'preparing',
  id: 'insuranceChange',
  item: 'service',
  version: 1,
  effectiveFrom: '2026-07-16',
  title: '医疗保险变更登记',
  bases: [basis],
  applicants: '自然人',
  fee: statement('不收费'),
  result: statement('登记'),
};
