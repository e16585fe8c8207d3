import type { HandlingCommandType } from '../../../domain/transitions.ts';
import { FORMS, type HandlingForm } from './form.ts';
import { gapAfter } from './formAfter.ts';
import { gapBeside } from './formBeside.ts';

/** What still has to be filled in before the act can be judged at all, in words; undefined when nothing. */
export function gapIn(act: HandlingCommandType, form: HandlingForm): string | undefined {
  const { fields, text, optional } = FORMS[act];
  const after = gapAfter(act, form) ?? gapBeside(act, form);
  if (after) return after;
  if ((fields.includes('agree') || fields.includes('grant')) && form.good === undefined)
    return fields.includes('agree') ? '请先选同意还是不同意。' : '请先选准予还是不予。';
  if (fields.includes('refusalReasons') && form.good === false && form.reasons.length === 0)
    return '请至少选一条理由。';
  if ((fields.includes('formReason') || fields.includes('sendBackReason')) && form.reason === '')
    return '请选一条理由。';
  if (fields.includes('step') && form.step === '') return '请选是哪一个步骤。';
  if (fields.includes('suspension') && form.procedure === '') return '请选是哪一种程序。';
  if (fields.includes('days') && !/^[1-9]\d{0,2}$/.test(form.days)) return '请填写天数。';
  if (fields.includes('copies') && !/^[1-9]\d?$/.test(form.copies)) return '请填写用印份数。';
  if (fields.includes('to') && form.to === '') return '请选交给谁。';
  if (fields.includes('assign') && form.person === '') return '请选由谁承办。';
  const wordsNeeded = text !== undefined && !optional && !(act === 'recordStep' || act === 'opine');
  if ((wordsNeeded || (act === 'opine' && form.good === false)) && form.text.trim() === '')
    return `请写明${text ?? '情况'}。`;
  return undefined;
}
