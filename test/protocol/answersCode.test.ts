import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { Answer, Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';
import { addDays } from '../../src/domain/time.ts';
import {
  answersAddress,
  decodeAnswers,
  encodeAnswers,
  guideNamedIn,
} from '../../src/protocol/answersCode.ts';
import { completeGuide } from '../catalogue/samples.ts';

const ORIGIN = 'https://banshi.example.cn';
const subsidy = completeGuide('7b');
const guides = seedCatalogue.guides.filter((one): one is CompleteGuide => one.state === 'complete');
const DATED: Question = { id: 'since', text: '从哪天起？', kind: 'date', confirmation: 'confirmed' };

const answerTo = (question: Question): fc.Arbitrary<Answer> | undefined => {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...question.options.map((one) => one.value));
    case 'number':
      return fc
        .double({ min: question.min, max: question.max, noNaN: true })
        .filter((n) => !Object.is(n, -0));
    case 'date':
      return fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
    case 'text':
      return undefined;
  }
};

/** A guide, and valid answers to some of its questions that may leave the phone. */
const answered = fc.constantFrom(...guides).chain((guide) => {
  const dated = { ...guide, questions: [...guide.questions, DATED] };
  const given = dated.questions.flatMap((question) => {
    const answer = answerTo(question);
    return answer ? [[question.id, answer] as const] : [];
  });
  return fc.record({
    guide: fc.constant(dated),
    answers: fc.record(Object.fromEntries(given), { requiredKeys: [] }) as fc.Arbitrary<Answers>,
  });
});

const read = (guide: CompleteGuide, text: string) => {
  const result = decodeAnswers(guide, text);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const codeOf = (text: string) => {
  const result = decodeAnswers(subsidy, text);
  return result.ok ? 'read' : result.refusal.code;
};
const packed = (body: unknown, guide = subsidy) => {
  // The encoder only writes a guide's own answers: a guide made for the purpose lets it write others.
  const { v, a } = body as { v: number; a: [string, Answer][] };
  const questions = a.map(([id, value]): Question => {
    const options = [{ value, label: id }];
    return { id, text: id, kind: 'choice', options, confirmation: 'confirmed' };
  });
  return encodeAnswers({ ...guide, version: v, questions }, Object.fromEntries(a));
};

describe('answers in a QR', () => {
  it('come back as they were given, also from a scanner that types capitals or full-width signs', () => {
    fc.assert(
      fc.property(answered, ({ guide, answers }) => {
        const text = answersAddress(ORIGIN, guide, answers);
        const fullWidth = text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const fragment = new URL(text).hash;
        for (const typed of [text, text.toUpperCase(), fullWidth, fragment, `${text}\n`])
          expect(read(guide, typed)).toEqual({ version: guide.version, answers, dropped: [] });
        expect(read(guide, encodeAnswers(guide, answers)).answers).toEqual(answers);
      }),
    );
  });

  it('leave the free text on the phone', () => {
    const guide = completeGuide('10');
    const answers = { action: 'setUp', name: '翼云山樱桃种植专业合作社', members: 6 };
    expect(read(guide, encodeAnswers(guide, answers)).answers).toEqual({ action: 'setUp', members: 6 });
  });

  it('are what a sample payload says, byte for byte', () => {
    // {"v":1,"a":[["group","graduate"]]}
    expect(encodeAnswers({ ...subsidy, version: 1 }, { group: 'graduate' })).toBe(
      'pmrhmir2gewceyjchjnvwithojxxk4bcfqrgo4tbmr2wc5dfejov27i',
    );
  });

  it('drop one by one what this guide does not know, and keep the rest', () => {
    const text = packed({
      v: 3,
      a: [
        ['group', 'graduate'],
        ['gone', 'yes'],
        ['entity', 'a kind that is no more'],
        ['months-open', 'many'],
      ],
    });
    expect(read(subsidy, text)).toEqual({
      version: 3,
      answers: { group: 'graduate' },
      dropped: [
        { question: 'gone', why: 'unknownQuestion' },
        { question: 'entity', why: 'unfit' },
        { question: 'months-open', why: 'unfit' },
      ],
    });
  });

  it('are taken by their own guide only', () => {
    const text = answersAddress(ORIGIN, completeGuide('7a'), {});
    expect(codeOf(text)).toBe('answers.otherGuide');
    expect(guideNamedIn(text)).toBe('7a');
    expect(guideNamedIn(text.toUpperCase())).toBe('7A');
  });

  it.each([
    ['nothing', '', 'answers.notOurs'],
    ['a payment code', 'wxp://f2f0Zk1x_c', 'answers.notOurs'],
    ['an address of ours without answers', `${ORIGIN}/guide/7b`, 'answers.notOurs'],
    ['a progress address', `${ORIGIN}/progress#n=1&c=2`, 'answers.notOurs'],
    ['a word', 'hello', 'answers.damaged'],
    ['a text without end', 'a'.repeat(100_000), 'answers.notOurs'],
    ['a broken escape', `${ORIGIN}/guide/%E0%A4%A#a=pmrhmir2`, 'answers.damaged'],
  ])('refuse %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('never throw, whatever is scanned, cut short or changed', () => {
    const text = answersAddress(ORIGIN, subsidy, { group: 'graduate', 'months-open': 14 });
    const cut = fc.nat(text.length).map((at) => text.slice(0, at));
    const base32 = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), cut, base32), (typed) => {
        const result = decodeAnswers(subsidy, typed);
        if (result.ok) for (const id of Object.keys(result.value.answers)) expect(id).not.toBe('__proto__');
        else expect(result.refusal.code).toMatch(/^answers\./);
        guideNamedIn(typed);
      }),
    );
  });
});
