import { openQuestions } from '../../src/domain/checklist.ts';
import { type Answer, type Answers, questionsIn } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';

/** What may be answered here. Numbers at both ends of their range: enough to reach every line. */
function answersTo(question: Question): Answer[] {
  switch (question.kind) {
    case 'choice':
      return question.options.filter((one) => !one.elsewhere).map((one) => one.value);
    case 'number':
      return [question.min, question.max];
    case 'date':
      return ['2026-11-26'];
    case 'text':
      return ['某处'];
  }
}

/**
 * Every situation that can differ in a question, a line or the reach of a check: each combination of answers, as they are
 * asked. Answers on which nothing hangs are given once: six hundred situations at the most.
 */
export function situationsOf(guide: CompleteGuide): Answers[] {
  const decisive = new Set(
    [...guide.questions, ...guide.materials, ...guide.checks].flatMap(({ when }) =>
      when ? questionsIn(when) : [],
    ),
  );
  let found: Answers[] = [{}];
  for (const question of guide.questions) {
    const values = answersTo(question).slice(0, decisive.has(question.id) ? undefined : 1);
    found = found.flatMap((answers) =>
      openQuestions(guide, answers).includes(question)
        ? values.map((value) => ({ ...answers, [question.id]: value }))
        : [answers],
    );
  }
  return found;
}
