import { describe, expect, it } from 'vitest';
import { numberProblem, parseNumber } from '../../../src/app/window/numbers.ts';

const question = {
  id: 'members',
  text: '几名？',
  confirmation: 'confirmed',
  kind: 'number',
  unit: '名',
  min: 1,
  max: 99,
} as const;

describe('a number typed at a counter', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    [' 1,200 ', 1200],
    ['3。5', 3.5],
  ])('%s is read as %s', (typed, value) => expect(parseNumber(typed)).toBe(value));
  it.each(['', '十二', '12名', '-3', '1.2.3'])('“%s” is no number', (typed) =>
    expect(parseNumber(typed)).toBeUndefined(),
  );

  it('says in words what is wrong, and nothing while nothing is typed', () => {
    expect(numberProblem(question, '')).toBeUndefined();
    expect(numberProblem(question, '五')).toBe('请只填数字');
    expect(numberProblem(question, '0')).toBe('不能少于 1名');
    expect(numberProblem(question, '100')).toBe('不能多于 99名');
    expect(numberProblem(question, '5')).toBeUndefined();
  });
});
