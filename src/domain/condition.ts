import { never } from './result.ts';

export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

/** A number: literal, an answer, or a sum or product of such. */
export type Amount =
  | number
  | { readonly answer: string }
  | { readonly plus: readonly Amount[] }
  | { readonly times: readonly Amount[] };

/**
 * A declarative condition over the answers. Data, so that the screen can say *why* a line is asked,
 * the lint can check that every name exists, and both sides come to the same result.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: string; readonly is: Answer | readonly Answer[] }
  | { readonly atLeast: readonly [Amount, Amount] }
  | { readonly atMost: readonly [Amount, Amount] }
  | { readonly textContains: { readonly answer: string; readonly oneOf: readonly string[] } };

/** `undefined` when an answer that matters is not given yet. */
export type Truth = boolean | undefined;

export function evaluate(condition: Condition, answers: Answers): Truth {
  if ('all' in condition) return allOf(condition.all.map((one) => evaluate(one, answers)));
  if ('any' in condition) return not(allOf(condition.any.map((one) => not(evaluate(one, answers)))));
  if ('not' in condition) return not(evaluate(condition.not, answers));
  if ('is' in condition) {
    const given = answers[condition.answer];
    if (given === undefined) return undefined;
    return Array.isArray(condition.is) ? condition.is.includes(given) : condition.is === given;
  }
  if ('atLeast' in condition) return compare(condition.atLeast, answers, (a, b) => a >= b);
  if ('atMost' in condition) return compare(condition.atMost, answers, (a, b) => a <= b);
  if ('textContains' in condition) {
    const given = answers[condition.textContains.answer];
    if (given === undefined) return undefined;
    return condition.textContains.oneOf.some((part) => String(given).includes(part));
  }
  return never(condition);
}

/** The value of an amount, or `undefined` while a number in it is not given. */
export function amountOf(amount: Amount, answers: Answers): number | undefined {
  if (typeof amount === 'number') return amount;
  if ('answer' in amount) {
    const given = answers[amount.answer];
    return typeof given === 'number' && Number.isFinite(given) ? given : undefined;
  }
  const parts = 'plus' in amount ? amount.plus : amount.times;
  const values = parts.map((part) => amountOf(part, answers));
  if (values.some((value) => value === undefined)) return undefined;
  return 'plus' in amount
    ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    : values.reduce<number>((product, value) => product * (value ?? 1), 1);
}

/** Every question that a condition asks about, in the order in which it does. */
export function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  if ('is' in condition) return [condition.answer];
  if ('atLeast' in condition) return condition.atLeast.flatMap(questionsInAmount);
  if ('atMost' in condition) return condition.atMost.flatMap(questionsInAmount);
  if ('textContains' in condition) return [condition.textContains.answer];
  return never(condition);
}

function questionsInAmount(amount: Amount): string[] {
  if (typeof amount === 'number') return [];
  if ('answer' in amount) return [amount.answer];
  return ('plus' in amount ? amount.plus : amount.times).flatMap(questionsInAmount);
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function compare(
  [left, right]: readonly [Amount, Amount],
  answers: Answers,
  holds: (left: number, right: number) => boolean,
): Truth {
  const a = amountOf(left, answers);
  const b = amountOf(right, answers);
  return a === undefined || b === undefined ? undefined : holds(a, b);
}
