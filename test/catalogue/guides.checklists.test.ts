import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../src/catalogue/guides/index.ts';
import { answerInWords, checklistOf, openQuestions } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';
import { formInWords, promiseInWords } from '../../src/domain/inWords.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { questionsForCitizen } from '../../src/domain/wanted.ts';
import { situationsOf } from './situations.ts';

const COMPLETE = GUIDES.filter(isComplete).map((guide) => [guide.id, guide] as const);

/** The only items for which a person may come with empty hands, and why. */
const NOTHING_TO_BRING: Readonly<Record<string, string>> = {};

describe('the checklist, over every item and every combination of answers', () => {
  it.each(COMPLETE)('of guide %s is never empty without a reason, and settled', (id, guide) => {
    const situations = situationsOf(guide);
    expect(situations.length).toBeGreaterThan(1);
    for (const answers of situations) {
      const lines = checklistOf(guide, answers);
      expect(lines.filter((line) => line.state === 'depends')).toEqual([]);
      if (lines.length === 0) expect(NOTHING_TO_BRING[id], JSON.stringify(answers)).toBeDefined();
    }
  });

  it.each(COMPLETE)('of guide %s has a basis and a reason on every line, and no paper twice', (_, guide) => {
    for (const answers of situationsOf(guide)) {
      const names = checklistOf(guide, answers).map(({ material }) => material.name);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { basis, why } of guide.materials) {
      expect(basis.law).not.toBe('');
      expect(why).toMatch(/。$/);
    }
  });

  it.each(COMPLETE)('of guide %s asks for an original or a copy of a paper, never both ways', (_, guide) => {
    for (const answers of situationsOf(guide).slice(0, 500)) {
      const lines = checklistOf(guide, answers).map(({ material }) => material);
      for (const { name, form } of lines) {
        expect(form.inspect && form.originals > 0, name).toBe(false);
        const bare = name.replace(/[（(].*?[）)]/g, '');
        const others = lines.filter((one) => one.name !== name && one.name.startsWith(bare));
        expect(others.map((one) => one.name)).toEqual([]);
      }
    }
  });

  it.each(COMPLETE)('of guide %s keeps to a baseline that is confirmed', (_, { baseline, materials }) => {
    if (baseline?.confirmation !== 'confirmed') return;
    const known = new Set(baseline.materials);
    expect(materials.filter((one) => !known.has(one.id) && !known.has(one.name))).toEqual([]);
  });

  it.each(COMPLETE)('of guide %s reads like this, for a person to proofread', async (id, guide) => {
    await expect(proofOf(guide)).toMatchFileSnapshot(`proof/${id}.txt`);
  });
});

/** Each main situation with its papers, as a citizen would read it. */
function proofOf(guide: CompleteGuide): string {
  return [`${guide.title}`, ...mainSituations(guide).map((answers) => listOf(guide, answers))].join('\n\n');
}

/** The first way through, and what each other answer to a citizen's question changes of it. */
function mainSituations(guide: CompleteGuide): Answers[] {
  const first = firstWay(guide, {});
  const others = questionsForCitizen(guide, first).flatMap((question) =>
    choicesOf(question)
      .filter((value) => value !== first[question.id])
      .map((value) => firstWay(guide, before(guide, first, question, value))),
  );
  return [first, ...others];
}

const choicesOf = (question: Question) =>
  question.kind === 'choice' && question.id !== 'town'
    ? question.options.filter((one) => !one.elsewhere).map((one) => one.value)
    : [];

function before(guide: CompleteGuide, answers: Answers, { id }: Question, value: Answers[string]): Answers {
  const at = guide.questions.findIndex((one) => one.id === id);
  const earlier = guide.questions.slice(0, at).flatMap((one) => {
    const given = answers[one.id];
    return given === undefined ? [] : [[one.id, given] as const];
  });
  return { ...Object.fromEntries(earlier), [id]: value };
}

function firstWay(guide: CompleteGuide, begun: Answers): Answers {
  let answers = begun;
  for (;;) {
    const next = openQuestions(guide, answers).find((one) => answers[one.id] === undefined);
    if (!next) return answers;
    const [value] = next.kind === 'choice' ? next.options.filter((one) => !one.elsewhere) : [];
    const plain = next.kind === 'number' ? next.max : next.kind === 'date' ? '2026-11-26' : '某处';
    answers = { ...answers, [next.id]: value?.value ?? plain };
  }
}

function listOf(guide: CompleteGuide, answers: Answers): string {
  const said = questionsForCitizen(guide, answers)
    .filter((one) => one.id !== 'town')
    .map((one) => `${one.text}${answerInWords(one, answers[one.id] ?? '')}`);
  const limit = limitRuleOf(guide, answers)?.promised;
  const lines = checklistOf(guide, answers).map(
    ({ material }, at) => `  ${at + 1}. ${material.name}（${formInWords(material.form)}）：${material.why}`,
  );
  return [`【${said.join(' ／ ')}】${limit ? promiseInWords(limit) : ''}`, ...lines].join('\n');
}
