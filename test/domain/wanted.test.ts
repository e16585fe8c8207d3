import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../src/catalogue/guides/index.ts';
import { checklistOf } from '../../src/domain/checklist.ts';
import type { Answer, Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { questionsForCitizen } from '../../src/domain/wanted.ts';

const COMPLETE = GUIDES.filter(isComplete);

function someAnswer(question: Question, turn: number): Answer {
  if (question.kind === 'choice') {
    const here = question.options.filter((one) => !one.elsewhere);
    return here[turn % here.length]?.value ?? '';
  }
  if (question.kind === 'number') return question.max;
  return question.kind === 'date' ? '2026-11-26' : '某处';
}

/** As a person goes through it: whatever is asked is answered. */
function answered(guide: CompleteGuide, turn: number): Answers {
  let answers: Answers = {};
  for (;;) {
    const next = questionsForCitizen(guide, answers).find((one) => answers[one.id] === undefined);
    if (!next) return answers;
    answers = { ...answers, [next.id]: someAnswer(next, turn) };
  }
}

describe('the questions to a citizen', () => {
  it.each(COMPLETE.map((one) => [one.id, one] as const))(
    'of guide %s settle every line of the list, and are few',
    (_, guide) => {
      for (let turn = 0; turn < 6; turn += 1) {
        const answers = answered(guide, turn);
        expect(checklistOf(guide, answers).filter((line) => line.state === 'depends')).toEqual([]);
        expect(Object.keys(answers).length).toBeLessThanOrEqual(8);
      }
    },
  );

  it('leave out what only the window has to know', () => {
    const guide = COMPLETE.find((one) => one.id === '7b') as CompleteGuide;
    const asked = Object.keys(answered(guide, 0));
    expect(asked).toContain('group');
    expect(asked).not.toContain('months-open');
  });
});
