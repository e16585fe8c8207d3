import { type Amount, type Condition, questionsIn } from '../domain/condition.ts';
import type { CompleteGuide, Question } from '../domain/guide.ts';
import { never } from '../domain/result.ts';
import { type LintProblem, problem } from './lintProblem.ts';

/**
 * Every condition of a guide speaks of questions that exist, with values that they can have, and the condition
 * of a question only of questions before it: so references cannot go in a circle.
 */
export function lintConditions(guide: CompleteGuide, where: string): LintProblem[] {
  const problems = guide.questions.flatMap((question, at) => {
    if (!question.when) return [];
    const here = `${where} question ${question.id}`;
    const earlier = new Set(guide.questions.slice(0, at).map((one) => one.id));
    const known = new Set(guide.questions.map((one) => one.id));
    const later = questionsIn(question.when).filter((id) => known.has(id) && !earlier.has(id));
    return [
      ...later.map((id) => problem('condition.laterQuestion', `${here} → ${id}`)),
      ...lintCondition(question.when, guide.questions, here),
    ];
  });
  const rest: [string, Condition | undefined][] = [
    ...guide.materials.map((one): [string, Condition | undefined] => [`material ${one.id}`, one.when]),
    ...guide.checks.map((one): [string, Condition | undefined] => [`check ${one.id}`, one.when]),
    ...guide.checks.map((one): [string, Condition | undefined] => [`check ${one.id}`, one.must]),
    ...guide.parties.map((one): [string, Condition | undefined] => [`party ${one.role}`, one.when]),
    ...guide.limits.map((one, at): [string, Condition | undefined] => [`limit ${at + 1}`, one.when]),
  ];
  return [
    ...problems,
    ...rest.flatMap(([name, condition]) =>
      condition ? lintCondition(condition, guide.questions, `${where} ${name}`) : [],
    ),
  ];
}

function lintCondition(condition: Condition, questions: readonly Question[], where: string): LintProblem[] {
  if ('all' in condition) return condition.all.flatMap((one) => lintCondition(one, questions, where));
  if ('any' in condition) return condition.any.flatMap((one) => lintCondition(one, questions, where));
  if ('not' in condition) return lintCondition(condition.not, questions, where);
  if ('is' in condition) {
    const { answer, is } = condition;
    return about(answer, questions, where, (question) =>
      [is].flat().every((value) => canBe(question, value as string | number | boolean)),
    );
  }
  if ('atLeast' in condition) return condition.atLeast.flatMap((one) => lintAmount(one, questions, where));
  if ('atMost' in condition) return condition.atMost.flatMap((one) => lintAmount(one, questions, where));
  if ('textContains' in condition)
    return about(condition.textContains.answer, questions, where, (question) => question.kind === 'text');
  return never(condition);
}

/** A number compared must be a number asked. */
function lintAmount(amount: Amount, questions: readonly Question[], where: string): LintProblem[] {
  if (typeof amount === 'number') return [];
  if ('answer' in amount)
    return about(amount.answer, questions, where, (question) => question.kind === 'number');
  const parts = 'plus' in amount ? amount.plus : amount.times;
  return parts.flatMap((part) => lintAmount(part, questions, where));
}

function about(
  id: string,
  questions: readonly Question[],
  where: string,
  fits: (question: Question) => boolean,
): LintProblem[] {
  const question = questions.find((one) => one.id === id);
  if (!question) return [problem('condition.unknownQuestion', `${where} → ${id}`)];
  return fits(question) ? [] : [problem('condition.value', `${where} → ${id}`)];
}

function canBe(question: Question, value: string | number | boolean): boolean {
  switch (question.kind) {
    case 'choice':
      return question.options.some((option) => option.value === value);
    case 'number':
      return typeof value === 'number' && value >= question.min && value <= question.max;
    case 'text':
    case 'date':
      return typeof value === 'string';
    default:
      return never(question);
  }
}
