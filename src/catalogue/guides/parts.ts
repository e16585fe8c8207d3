import type { Condition } from '../../domain/condition.ts';
import type {
  FormField,
  GuideStep,
  IntakeSource,
  Limit,
  Material,
  MaterialForm,
  Option,
  PartyRule,
  Question,
  Statement,
} from '../../domain/guide.ts';
import type { LegalBasis } from '../../domain/item.ts';
import type { LegalDate } from '../../domain/time.ts';
import { AGENCY, LAW, LITIGATION, RECONSIDERATION } from '../bases.ts';
import { TOWNS } from '../offices.ts';

/** Pieces that several guides are made of, so that the same question is the same question everywhere. */

/** The day on which the facts of these guides were put together; the law they state is that of this day. */
export const COMPILED_ON: LegalDate = '2026-11-23';

export const original = (count: number): MaterialForm => ({ originals: count, copies: 0, inspect: false });
export const copies = (count: number): MaterialForm => ({ originals: 0, copies: count, inspect: false });
/** The original is looked at and handed back; nothing is kept. */
export const inspected: MaterialForm = { originals: 0, copies: 0, inspect: true };

export const WAIVER = {
  none: { sharing: false, promise: false },
  sharing: { sharing: true, promise: false },
  promise: { sharing: false, promise: true },
} as const satisfies Record<string, Material['waiver']>;

/** A paper that the applicant makes, kept in the original and never left out; read in the law. */
export const MAIN = {
  form: original(1),
  origin: { from: 'applicant' },
  waiver: WAIVER.none,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'confirmed',
} as const satisfies Partial<Material>;

/** An identity paper: seen, handed back, and not needed where the window finds it; read in the law. */
export const IDENTITY = {
  form: inspected,
  origin: { from: 'government', who: '公安机关' },
  waiver: WAIVER.sharing,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'confirmed',
} as const satisfies Partial<Material>;

/** 容缺: our proposal until the district publishes its list. */
export const MAY_COME_LATER = { workingDays: 5 } as const;

export const is = (answer: string, value: string | readonly string[]): Condition => ({ answer, is: value });

/** A fact read in the law itself. */
export const known = (text: string, basis?: LegalBasis): Statement =>
  basis ? { text, basis, confirmation: 'confirmed' } : { text, confirmation: 'confirmed' };

/** A fact that the department still has to confirm. */
export const unsure = (text: string, basis?: LegalBasis): Statement =>
  basis ? { text, basis, confirmation: 'pending' } : { text, confirmation: 'pending' };

export const YES = 'yes';
export const NO = 'no';

export const yesNo = (yes: string, no: string): readonly Option[] => [
  { value: YES, label: yes },
  { value: NO, label: no },
];

/** No office: the district's own area belongs to none of the nine towns, and must not be preset for any hall. */
const OUTSIDE = 'other';

/** Which town's matter it is. The value is the town's office id. */
export const townQuestion = (text: string, help: string): Question => ({
  id: 'town',
  text,
  help,
  kind: 'choice',
  options: [
    ...TOWNS.map(({ id, name }): Option => ({ value: id, label: name })),
    { value: OUTSIDE, label: '山城街道、经济开发区或者别处', help: '不在九个镇之内，由区级办理。' },
  ],
  confirmation: 'pending',
});

/** Not a bar to handing papers in: the clerk is told, and sends the person on or the papers to the district. */
export const OUTSIDE_THE_NINE: Condition = { not: is('town', OUTSIDE) };

export const AGENT_QUESTION: Question = {
  id: 'agent',
  text: '今天是谁来办？',
  kind: 'choice',
  options: [
    { value: NO, label: '本人，或者单位的法定代表人' },
    { value: YES, label: '受委托的人代办' },
  ],
  confirmation: 'confirmed',
};

const BY_AGENT = is('agent', YES);

export const AGENT_PARTY: PartyRule = {
  role: 'agent',
  label: '代办人',
  kinds: ['person'],
  min: 1,
  max: 1,
  when: BY_AGENT,
};

export const MANDATE: Material = {
  id: 'mandate',
  name: '授权委托书',
  form: original(1),
  when: BY_AGENT,
  why: '写明委托谁办、办什么、办到什么时候，免得日后说不清。',
  basis: AGENCY,
  origin: { from: 'applicant' },
  waiver: WAIVER.none,
  deferrable: false,
  core: false,
  sensitive: false,
  confirmation: 'confirmed',
};

export const AGENT_ID: Material = {
  id: 'agent-id',
  name: '代办人的居民身份证',
  form: inspected,
  when: BY_AGENT,
  why: '看一眼原件，确认来的人就是委托书上写的人，看完当场还。',
  basis: AGENCY,
  origin: { from: 'government', who: '公安机关' },
  waiver: WAIVER.none,
  deferrable: false,
  core: true,
  sensitive: false,
  confirmation: 'confirmed',
};

/** What a person may always do, whatever the outcome. */
export const RIGHTS: readonly Statement[] = [
  known('材料要补的，窗口应当一次说全。', { law: LAW.shandongClimate, article: '第三十条' }),
  known('清单上没有的证明，不用交。', { law: LAW.businessClimate, article: '第四十四条' }),
  known('对结果不服的，知道结果之日起 60 日内可以申请行政复议。', RECONSIDERATION),
  known('也可以在 6 个月内直接到人民法院起诉。', LITIGATION),
  known('镇大厅和区大厅都能收，到哪里交由您自己选。', { law: LAW.notice, article: '第一条第（三）项' }),
];

/** A field of a form that a party fills. */
export const ofParty = (
  label: string,
  role: string,
  what: Extract<IntakeSource, { of: 'party' }>['what'],
  sample: string,
): FormField => ({ label, from: { of: 'party', role, what }, sample });

/** A field of a form that an answer fills. */
export const answered = (label: string, question: string, sample: string): FormField => ({
  label,
  from: { of: 'answer', question },
  sample,
});

/** A field that nobody is asked for at the intake. */
export const byHand = (label: string, sample: string, lines?: number): FormField => ({
  ...{ label, sample },
  ...(lines === undefined ? {} : { lines }),
});

/** What the law gives for a permit, once prolonged by a leader. */
export const PERMIT_LIMIT: Limit = {
  days: 20,
  unit: 'workingDays',
  basis: { law: LAW.permit, article: '第四十二条' },
  extension: 10,
  confirmation: 'confirmed',
};

/** A step of the route; its time always counts unless a special law says otherwise. */
export const step = (
  id: string,
  name: string,
  by: GuideStep['by'],
  kind: GuideStep['kind'],
  confirmation: GuideStep['confirmation'] = 'confirmed',
): GuideStep => ({ id, name, by, kind, counts: true, confirmation });
