import type { DeliveryWay, StepOutcome } from '../../../domain/handling.ts';
import { HAND_OFF_OUTCOMES } from '../../../domain/handOff.ts';
import type { OfficeId } from '../../../domain/office.ts';
import type { RectifiedField } from '../../../domain/rectify.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act } from '../../local/types.ts';
import { AFTER_FORMS, type AfterForm, afterPayloads, EMPTY_AFTER, keyOfField } from './formAfter.ts';
import type { Around, AssignForm } from './formAssign.ts';
import { ASSIGN_WORDS, assignPayload, EMPTY_ASSIGN, EVERYBODY } from './formAssign.ts';
import { BESIDE_FORMS, besidePayloads } from './formBeside.ts';
import { namesIn } from './words.ts';

/** What is being filled in for an act of handling; each act uses some of it. */
export interface HandlingForm extends AfterForm, AssignForm {
  /** Agree, or grant. Undefined until somebody has said so: a judgement has no default. */
  readonly good: boolean | undefined;
  readonly reasons: readonly string[];
  readonly reason: string;
  readonly text: string;
  readonly copies: string;
  readonly number: string;
  readonly way: DeliveryWay;
  readonly receiver: string;
  readonly post: string;
  readonly witness: string;
  readonly consent: boolean;
  readonly procedure: string;
  readonly notice: string;
  readonly days: string;
  readonly step: string;
  readonly at: LegalDate;
  readonly time: string;
  readonly until: string;
  readonly officers: string;
  readonly place: string;
  readonly outcome: StepOutcome;
  readonly to: OfficeId;
}

export type HandlingField =
  | 'agree'
  | 'grant'
  | 'refusalReasons'
  | 'formReason'
  | 'sendBackReason'
  | 'text'
  | 'copies'
  | 'number'
  | 'delivery'
  | 'suspension'
  | 'days'
  | 'step'
  | 'to'
  | 'assign'
  | 'settleReason'
  | 'promise'
  | 'revocationReason'
  | 'rectify'
  | 'handOffOutcome';

export interface HandlingWords {
  readonly fields: readonly HandlingField[];
  /** Said above the form: what will come of it. */
  readonly lead: string;
  /** Of the box for words. */
  readonly text?: string;
  readonly optional?: true;
  readonly danger?: true;
  /** The paper that is printed after it; `release` = the opinion or the decision. */
  readonly paper?:
    | 'release'
    | 'delivery'
    | 'suspension'
    | 'extension'
    | 'answer'
    | 'mending'
    | 'rectification';
}

/** Each act's form, as data: what is asked, and what is said of it before. */
export const FORMS: Readonly<Record<HandlingCommandType, HandlingWords>> = {
  recordStep: {
    fields: ['step', 'text'],
    lead: '谁、什么时候、在哪里、看到了什么，如实记下。',
    text: '情况',
  },
  opine: {
    fields: ['agree', 'refusalReasons', 'text'],
    lead: '看过材料和过程记录后，写镇里的审核意见。意见由镇里负责，部门见章照办。',
    text: '审核意见',
  },
  decide: {
    fields: ['grant', 'refusalReasons', 'text'],
    lead: '看过材料和过程记录后，写决定。',
    text: '决定的事实和内容',
  },
  approve: {
    fields: ['text'],
    lead: '下面是将要放行的全文。批准的人和起草的人不能是同一个人。',
    text: '批示',
    optional: true,
  },
  sendBack: {
    fields: ['sendBackReason', 'text'],
    lead: '退回给经办人重办，写明哪里要改。',
    text: '要改什么',
    danger: true,
  },
  seal: {
    fields: ['copies', 'text'],
    lead: '下面是将要用印的全文。用印以后记入用印登记；起草、批准、监印是三个人。',
    text: '备注',
    optional: true,
    paper: 'release',
  },
  forward: {
    fields: ['text'],
    lead: '办件马上到部门；纸质材料用移交清单另走。',
    text: '附言',
    optional: true,
  },
  returnForForm: {
    fields: ['formReason', 'text'],
    lead: '只看形式：章、清单、签字和日期。内容由镇里负责，不再审。',
    text: '哪里要改',
    danger: true,
  },
  recallOpinion: {
    fields: ['text'],
    lead: '镇里撤回自己的审核意见，办件回到镇里重新审核。',
    text: '为什么撤回',
    danger: true,
  },
  issue: {
    fields: ['number', 'text'],
    lead: '核对过镇里的章和清单，按镇里的意见发证。',
    text: '备注',
    optional: true,
    paper: 'release',
  },
  refuseOnOpinion: {
    fields: ['text'],
    lead: '镇里的审核意见是不同意，按意见不予办理。',
    text: '备注',
    optional: true,
    danger: true,
    paper: 'release',
  },
  deliver: { fields: ['delivery'], lead: '没有送达回证，就等于没有送达。', paper: 'delivery' },
  suspend: {
    fields: ['suspension', 'days'],
    lead: '只有法律列出的程序才能停；现场核查、补材料、路上的时间都不停。先书面告知，再登记。',
    paper: 'suspension',
  },
  resume: { fields: [], lead: '规定程序有了结果，从明天起接着计时。' },
  extend: {
    fields: ['days', 'text'],
    lead: '只能延一次，理由要告知申请人。',
    text: '为什么要延',
    paper: 'extension',
  },
  answer: { fields: ['text'], lead: '答复会原样打印给来问的人。', text: '答复', paper: 'answer' },
  escalate: { fields: ['text'], lead: '拿不准的，转请部门答复。', text: '请部门答复什么' },
  dispatchPapers: { fields: ['to'], lead: '这一件的纸质材料交给谁。整批移交在“移交”里办。' },
  signForPapers: { fields: [], lead: '纸质材料已经拿到手里，清点无误。' },
  note: { fields: ['text'], lead: '看得到这一件的单位都能看到。留言不是审核，也不是决定。', text: '留言' },
  reportMissing: { fields: ['text'], lead: '清单上有、手里没有的，记下来；别的照签。', text: '缺什么' },
  assign: ASSIGN_WORDS,
  ...BESIDE_FORMS,
  ...AFTER_FORMS,
};

export function emptyHandlingForm(today: LegalDate): HandlingForm {
  return {
    ...EMPTY_AFTER,
    ...EMPTY_ASSIGN,
    good: undefined,
    reasons: [],
    reason: '',
    text: '',
    copies: '1',
    number: '',
    way: 'inPerson',
    receiver: '',
    post: '',
    witness: '',
    consent: false,
    procedure: '',
    notice: '',
    days: '',
    step: '',
    at: today,
    time: '',
    until: '',
    officers: '',
    place: '',
    outcome: 'done',
    to: '',
  };
}

type Payloads = { readonly [T in HandlingCommandType]: Extract<Act, { readonly type: T }>['payload'] };

/** The act that a form says. Numbers that are none stay 0: the rules refuse them in words. */
export function payloadOf<T extends HandlingCommandType>(
  act: T,
  form: HandlingForm,
  around: Around,
): Payloads[T] {
  const text = form.text.trim();
  const reasons = form.good === false ? form.reasons : [];
  const every: Payloads = {
    recordStep: {
      step: form.step,
      at: form.at,
      ...(form.time === '' ? {} : { time: form.time }),
      ...(form.until === '' ? {} : { until: form.until }),
      officers: namesIn(form.officers),
      place: form.place.trim(),
      text,
      outcome: form.outcome,
    },
    opine: { agree: form.good === true, reasons, text },
    decide: { granted: form.good === true, reasons, text },
    approve: { text },
    sendBack: { reason: form.reason, text },
    seal: { copies: Number(form.copies) || 0, text },
    forward: { text },
    returnForForm: { reason: form.reason, text },
    recallOpinion: { text },
    issue: { number: form.number.trim(), text },
    refuseOnOpinion: { text },
    deliver: {
      way: form.way,
      receiver: form.receiver.trim(),
      ...(form.way === 'post' ? { post: form.post.trim() } : {}),
      ...(form.way === 'leftBehind' ? { witness: form.witness.trim() } : {}),
      ...(form.way === 'electronic' ? { consent: form.consent } : {}),
    },
    suspend: { procedure: form.procedure, notice: form.notice.trim(), days: Number(form.days) || 0 },
    resume: {},
    extend: { days: Number(form.days) || 0, text },
    answer: { text },
    escalate: { text },
    dispatchPapers: { list: around.fresh, to: form.to },
    signForPapers: { list: around.arriving },
    reportMissing: { list: around.arriving, text },
    note: { text },
    assign: assignPayload(form, around),
    ...besidePayloads(form),
    ...afterPayloads(form),
  };
  return every[act];
}

const isField = (name: string, form: HandlingForm): name is keyof HandlingForm => Object.hasOwn(form, name);

/** The form that an act was said with: what `payloadOf` made, back in its fields. */
export function formOf(payload: object): Partial<HandlingForm> {
  const empty = emptyHandlingForm('');
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (name === 'agree' || name === 'granted' || name === 'met') fields.good = value;
    else if (!isField(name, empty)) continue;
    else if (name === 'person') fields[name] = value ?? EVERYBODY;
    else if (name === 'outcome' && HAND_OFF_OUTCOMES.some((one) => one === value)) fields.found = value;
    else if (name === 'field') fields[name] = keyOfField(value as RectifiedField);
    else if (name === 'officers') fields[name] = (value as readonly string[]).join('、');
    else fields[name] = typeof value === 'number' ? String(value) : value;
  }
  return fields;
}
