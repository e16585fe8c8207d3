import type { Flag } from '../../../domain/case.ts';
import { SETTLE_REASONS } from '../../../domain/settle.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act } from '../../local/types.ts';
import type { HandlingForm, HandlingWords } from './form.ts';

/** What is asked only of acts beside a case: which flag is settled, in which system a number was given. */
export interface FormBeside {
  readonly flag: Pick<Flag, 'code' | 'at'>;
  readonly system: string;
}

export const EMPTY_BESIDE: FormBeside = { flag: { code: '', at: '' }, system: '' };

type ActBeside = 'copied' | 'settle';

export const BESIDE_FORMS: Readonly<Record<ActBeside, HandlingWords>> = {
  copied: { fields: ['number'], lead: '照那个系统页面上显示的编号填写，不用再抄到别处。' },
  settle: {
    fields: ['settleReason', 'text'],
    lead: '核对以后记下结果。待核的内容和核对的人都留在办件里。',
    text: '核对情况',
    optional: true,
  },
};

type Payloads = { readonly [T in ActBeside]: Extract<Act, { readonly type: T }>['payload'] };

export const besidePayloads = ({ flag, system, number, reason, text }: HandlingForm): Payloads => ({
  copied: { system, number: number.trim() },
  settle: { flag, reason, text: text.trim() },
});

/** What still has to be filled in, in words; undefined when nothing. */
export function gapBeside(act: HandlingCommandType, form: HandlingForm): string | undefined {
  if (act === 'copied') return form.number.trim() === '' ? `请填写${form.system}给的编号。` : undefined;
  if (act !== 'settle') return undefined;
  const ground = SETTLE_REASONS.find((one) => one.code === form.reason);
  if (!ground) return '请选核对的结果。';
  return ground.explained && form.text.trim() === '' ? '请写明核对情况。' : undefined;
}
