import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act } from '../../local/types.ts';
import type { HandlingForm, HandlingWords } from './form.ts';

/** The acts after the end of a case: their forms, as data. */

export type AfterAct = Extract<HandlingCommandType, 'verifyPromise' | 'revoke'>;

/** What is asked only there. */
export interface AfterForm {
  /** Materials whose promise is not kept. */
  readonly lines: readonly string[];
  readonly mendBy: string;
}

export const EMPTY_AFTER: AfterForm = { lines: [], mendBy: '' };

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
  };
}

/** What still has to be filled in, in words; undefined when nothing. */
export function gapAfter(act: HandlingCommandType, form: HandlingForm): string | undefined {
  if (act === 'revoke' && form.reason === '') return '请选一条理由。';
  if (act !== 'verifyPromise') return undefined;
  if (form.good === undefined) return '请先选履行了还是没有履行。';
  if (form.good) return undefined;
  if (form.lines.length === 0) return '请勾选没有履行的承诺。';
  return form.text.trim() === '' ? '请写明核查情况。' : undefined;
}
