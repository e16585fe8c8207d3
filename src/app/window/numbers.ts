import type { Question } from '../../domain/guide.ts';

type NumberQuestion = Extract<Question, { kind: 'number' }>;

/** A number as people type it at a counter: full-width digits, blanks, thousands commas, 。 for the point. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
    .replace(/[\s,，]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** What is wrong with a number, in words; undefined when nothing is, or nothing was typed yet. */
export function numberProblem(question: NumberQuestion, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const value = parseNumber(text);
  if (value === undefined) return '请只填数字';
  if (value < question.min) return `不能少于 ${question.min}${question.unit}`;
  if (value > question.max) return `不能多于 ${question.max}${question.unit}`;
  return undefined;
}
