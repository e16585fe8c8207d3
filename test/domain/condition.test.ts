import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Amount,
  type Answers,
  amountOf,
  type Condition,
  evaluate,
  questionsIn,
} from '../../src/domain/condition.ts';

const QUESTIONS = ['a', 'b', 'c'] as const;
const question = fc.constantFrom(...QUESTIONS);
const answer = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constantFrom('wall', 'roof', '1'));
const answers: fc.Arbitrary<Answers> = fc.dictionary(question, answer);

const { amount, condition } = fc.letrec<{ amount: Amount; condition: Condition }>((tie) => ({
  amount: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: -3, max: 3 }),
    question.map((name) => ({ answer: name })),
    fc.array(tie('amount'), { maxLength: 3 }).map((plus) => ({ plus })),
    fc.array(tie('amount'), { maxLength: 3 }).map((times) => ({ times })),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ answer: question, is: fc.oneof(answer, fc.array(answer, { maxLength: 3 })) }),
    fc
      .record({ answer: question, oneOf: fc.array(fc.constantFrom('wa', 'oo', '1')) })
      .map((textContains) => ({ textContains })),
    fc.tuple(tie('amount'), tie('amount')).map((atLeast) => ({ atLeast })),
    fc.tuple(tie('amount'), tie('amount')).map((atMost) => ({ atMost })),
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

describe('a condition', () => {
  it('follows De Morgan', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), answers, (parts, given) => {
        const negated = parts.map((not) => ({ not }));
        expect(evaluate({ not: { all: parts } }, given)).toBe(evaluate({ any: negated }, given));
        expect(evaluate({ not: { any: parts } }, given)).toBe(evaluate({ all: negated }, given));
      }),
    );
  });

  it('twice denied is itself, and an unknown stays unknown when denied', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        expect(evaluate({ not: { not: one } }, given)).toBe(evaluate(one, given));
        if (evaluate(one, given) === undefined) expect(evaluate({ not: one }, given)).toBeUndefined();
      }),
    );
  });

  it('never changes its mind when more is answered', () => {
    fc.assert(
      fc.property(condition, answers, answers, (one, given, more) => {
        const before = evaluate(one, given);
        if (before !== undefined) expect(evaluate(one, { ...more, ...given })).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('hangs only on the questions that it names', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        const named = new Set(questionsIn(one));
        const only = Object.fromEntries(Object.entries(given).filter(([name]) => named.has(name)));
        expect(evaluate(one, only)).toBe(evaluate(one, given));
      }),
    );
  });

  it('is settled by one false part of `all` and one true part of `any`, whatever is still open', () => {
    const open: Condition = { answer: 'c', is: 'wall' };
    const given = { a: 1 };
    expect(evaluate({ all: [open, { answer: 'a', is: 2 }] }, given)).toBe(false);
    expect(evaluate({ any: [open, { answer: 'a', is: 1 }] }, given)).toBe(true);
    expect(evaluate({ all: [open, { answer: 'a', is: 1 }] }, given)).toBeUndefined();
    expect(evaluate({ any: [open, { answer: 'a', is: 2 }] }, given)).toBeUndefined();
    expect(evaluate({ all: [] }, {})).toBe(true);
    expect(evaluate({ any: [] }, {})).toBe(false);
  });

  it('takes one answer or one of several, and never a text for a number', () => {
    expect(evaluate({ answer: 'a', is: ['wall', 'roof'] }, { a: 'roof' })).toBe(true);
    expect(evaluate({ answer: 'a', is: ['wall', 'roof'] }, { a: 'road' })).toBe(false);
    expect(evaluate({ answer: 'a', is: 1 }, { a: '1' })).toBe(false);
    expect(evaluate({ atLeast: [{ answer: 'a' }, 1] }, { a: '1' })).toBeUndefined();
  });

  it('compares sums and products, the bound itself included', () => {
    const fourFifths: Condition = {
      atLeast: [{ times: [{ answer: 'farmers' }, 5] }, { times: [{ answer: 'members' }, 4] }],
    };
    expect(evaluate(fourFifths, { members: 5, farmers: 4 })).toBe(true);
    expect(evaluate(fourFifths, { members: 6, farmers: 4 })).toBe(false);
    expect(evaluate(fourFifths, { members: 6 })).toBeUndefined();
    const both: Condition = { atMost: [{ plus: [{ answer: 'a' }, { answer: 'b' }] }, 3] };
    expect(evaluate(both, { a: 1, b: 2 })).toBe(true);
    expect(evaluate(both, { a: 2, b: 2 })).toBe(false);
  });

  it('looks for any of several words in a text', () => {
    const named: Condition = { textContains: { answer: 'name', oneOf: ['合作社', '联合社'] } };
    expect(evaluate(named, { name: '花椒专业合作社' })).toBe(true);
    expect(evaluate(named, { name: '花椒公司' })).toBe(false);
    expect(evaluate(named, {})).toBeUndefined();
  });

  it('names its questions in the order in which it asks them', () => {
    const one: Condition = {
      all: [
        { not: { answer: 'c', is: 1 } },
        { any: [{ textContains: { answer: 'a', oneOf: [] } }] },
        { atLeast: [{ plus: [{ answer: 'b' }, { times: [2, { answer: 'c' }] }] }, 1] },
        { atMost: [1, { answer: 'a' }] },
      ],
    };
    expect(questionsIn(one)).toEqual(['c', 'a', 'b', 'c', 'a']);
  });
});

describe('an amount', () => {
  it('is unknown while a number in it is', () => {
    expect(amountOf({ times: [0, { answer: 'a' }] }, {})).toBeUndefined();
    expect(amountOf({ plus: [] }, {})).toBe(0);
    expect(amountOf({ times: [] }, {})).toBe(1);
    expect(amountOf({ answer: 'a' }, { a: Number.POSITIVE_INFINITY })).toBeUndefined();
  });

  it('is a number or unknown, whatever is answered', () => {
    fc.assert(
      fc.property(amount, answers, (one, given) => {
        const value = amountOf(one, given);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
