import type { Condition } from './condition.ts';
import type { CompleteGuide, Limit, MaterialForm, Question } from './guide.ts';
import type { LegalBasis } from './item.ts';
import { never } from './result.ts';

/** Facts of a guide in plain words: the same for the citizen on a phone, the clerk at the window and every paper. */

/** What form a paper comes in and how many: 「原件 1 份」「原件核验后退回，复印件 2 份」. */
export function formInWords(form: MaterialForm): string {
  const parts: string[] = [];
  if (form.inspect) parts.push('原件核验后退回');
  else if (form.originals > 0) parts.push(`原件 ${form.originals} 份`);
  if (form.copies > 0) parts.push(`复印件 ${form.copies} 份`);
  return parts.join('，') || '复印件 1 份';
}

/** What has to be done about a paper that lacks: 「请补交原件 1 份」「请带原件来核验」. */
export function bringInWords(form: MaterialForm): string {
  if (!form.inspect) return `请补交${formInWords(form)}`;
  return form.copies > 0 ? `请带原件来核验，并交复印件 ${form.copies} 份` : '请带原件来核验';
}

/** 《行政许可法》第三十二条; a document known by its number stands without brackets. */
export function basisInWords(basis: LegalBasis): string {
  const law = /^[《〈]|号$/.test(basis.law) ? basis.law : `《${basis.law}》`;
  return `${law}${basis.article ?? ''}`;
}

const UNIT = { workingDays: '个工作日', calendarDays: '天' } as const;

/** 「当场」「20 个工作日」. */
export function daysInWords({ days, unit }: Pick<Limit, 'days' | 'unit'>): string {
  return unit === 'onTheSpot' ? '当场' : `${days} ${UNIT[unit]}`;
}

/** 「承诺当场办完」「承诺 3 个工作日办完」. */
export const promiseInWords = (limit: Pick<Limit, 'days' | 'unit'>): string =>
  `承诺${limit.unit === 'onTheSpot' ? '' : ' '}${daysInWords(limit)}办完`;

/** When a paper is asked, as a person would say it: 「“谁来办”选“受委托的人代办”」. */
export function conditionInWords(guide: CompleteGuide, condition: Condition): string {
  if ('all' in condition) return joined(guide, condition.all, '，并且');
  if ('any' in condition) return joined(guide, condition.any, '，或者');
  if ('not' in condition) return negated(guide, condition.not);
  if ('is' in condition) return chosen(guide, condition.answer, condition.is, '选');
  if ('textContains' in condition) {
    const { answer, oneOf } = condition.textContains;
    return `“${textOf(guide, answer)}”里有${oneOf.map((one) => `“${one}”`).join('、')}`;
  }
  if ('atLeast' in condition) return compared(guide, condition.atLeast, '不少于');
  if ('atMost' in condition) return compared(guide, condition.atMost, '不超过');
  return never(condition);
}

const joined = (guide: CompleteGuide, parts: readonly Condition[], by: string): string =>
  parts.map((one) => conditionInWords(guide, one)).join(by);

function negated(guide: CompleteGuide, condition: Condition): string {
  if ('is' in condition) return chosen(guide, condition.answer, condition.is, '不是');
  return `不属于这种情形：${conditionInWords(guide, condition)}`;
}

function chosen(guide: CompleteGuide, id: string, is: unknown, verb: string): string {
  const question = guide.questions.find((one) => one.id === id);
  const values = Array.isArray(is) ? is : [is];
  const labels = values.map((value) => `“${labelOf(question, value)}”`).join('或者');
  return `“${textOf(guide, id)}”${verb}${labels}`;
}

function labelOf(question: Question | undefined, value: unknown): string {
  if (question?.kind !== 'choice') return String(value);
  return question.options.find((one) => one.value === value)?.label ?? String(value);
}

const textOf = (guide: CompleteGuide, id: string): string =>
  (guide.questions.find((one) => one.id === id)?.text ?? id).replace(/[？?]$/, '');

type Amounts = Extract<Condition, { atLeast: unknown }>['atLeast'];

function compared(guide: CompleteGuide, [left, right]: Amounts, how: string): string {
  return `${amountInWords(guide, left)}${how}${amountInWords(guide, right)}`;
}

function amountInWords(guide: CompleteGuide, amount: Amounts[number]): string {
  if (typeof amount === 'number') return String(amount);
  if ('answer' in amount) return `“${textOf(guide, amount.answer)}”`;
  if ('plus' in amount) return amount.plus.map((one) => amountInWords(guide, one)).join('加');
  return amount.times.map((one) => amountInWords(guide, one)).join('乘');
}
