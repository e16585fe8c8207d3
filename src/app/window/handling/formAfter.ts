import type { HandOffOutcome } from '../../../domain/handOff.ts';
import { PARTY_FIELDS, type RectifiedField } from '../../../domain/rectify.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act } from '../../local/types.ts';
import type { HandlingForm, HandlingWords } from './form.ts';

/** The acts after the end of a case: their forms, as data. */

export type AfterAct = Extract<
  HandlingCommandType,
  'verifyPromise' | 'revoke' | 'rectify' | 'claimHandOff' | 'answerHandOff'
>;

/** What is asked only there. */
export interface AfterForm {
  /** Materials whose promise is not kept. */
  readonly lines: readonly string[];
  readonly mendBy: string;
  /** The place of a clerical error (`keyOfField`), what stands there, and what is right. */
  readonly field: string;
  readonly was: string;
  readonly now: string;
  /** What whoever supervises answers; empty until somebody has said so. */
  readonly found: HandOffOutcome | '';
}

export const EMPTY_AFTER: AfterForm = { lines: [], mendBy: '', field: '', was: '', now: '', found: '' };

export const keyOfField = (field: RectifiedField): string =>
  field.of === 'party' ? `party.${field.party}.${field.what}` : `answer.${field.question}`;

function fieldOf(key: string): RectifiedField {
  const [of, first = '', what] = key.split('.');
  const known = PARTY_FIELDS.find((one) => one === what);
  return of === 'party' && known
    ? { of, party: Number(first), what: known }
    : { of: 'answer', question: first };
}

export const AFTER_FORMS: Readonly<Record<AfterAct, HandlingWords>> = {
  verifyPromise: {
    fields: ['promise', 'text'],
    lead: '申请时用承诺代替的材料，逐项核查。没有履行的，先责令限期整改；过了期限仍没有改好的，才能撤销。',
    text: '核查情况',
    optional: true,
    paper: 'mending',
  },
  revoke: {
    fields: ['revocationReason', 'text'],
    lead: '撤销已经作出的决定。核查的人、决定撤销的人、监印的人不能是同一个人。',
    text: '事实和理由',
    danger: true,
  },
  rectify: {
    fields: ['rectify', 'text'],
    lead: '只更正笔误：姓名、电话、地址和不影响办理的文字。决定、意见和由谁作出的，一个字也不动；原来写的留在记录里。',
    text: '为什么更正',
    paper: 'rectification',
  },
  claimHandOff: { fields: [], lead: '审批结果已经推送来，由本部门监管。签收以后，在期限内反馈。' },
  answerHandOff: {
    fields: ['handOffOutcome', 'text'],
    lead: '纳入监管的情况，反馈给作出决定的单位。发现问题的，写明事实。',
    text: '反馈内容',
    optional: true,
  },
};

type Payloads = { readonly [T in AfterAct]: Extract<Act, { readonly type: T }>['payload'] };

export function afterPayloads(form: HandlingForm): Payloads {
  const text = form.text.trim();
  const unmet = form.good === false;
  return {
    verifyPromise: {
      met: form.good === true,
      lines: unmet ? form.lines : [],
      text,
      ...(unmet && form.mendBy !== '' ? { mendBy: form.mendBy } : {}),
    },
    revoke: { reason: form.reason, text },
    rectify: { field: fieldOf(form.field), was: form.was, now: form.now.trim(), text },
    claimHandOff: {},
    answerHandOff: { outcome: form.found === 'problem' ? 'problem' : 'noted', text },
  };
}

/** What still has to be filled in, in words; undefined when nothing. */
export function gapAfter(act: HandlingCommandType, form: HandlingForm): string | undefined {
  if (act === 'revoke' && form.reason === '') return '请选一条理由。';
  if (act === 'answerHandOff') {
    if (form.found === '') return '请选反馈什么。';
    return form.found === 'problem' && form.text.trim() === '' ? '请写明发现了什么问题。' : undefined;
  }
  if (act === 'rectify' && form.field === '') return '请选哪一处写错了。';
  if (act !== 'verifyPromise') return undefined;
  if (form.good === undefined) return '请先选履行了还是没有履行。';
  if (form.good) return undefined;
  if (form.lines.length === 0) return '请勾选没有履行的承诺。';
  return form.text.trim() === '' ? '请写明核查情况。' : undefined;
}
