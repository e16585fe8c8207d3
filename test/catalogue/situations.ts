import { openQuestions } from '../../src/domain/checklist.ts';
import type { Answer, Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';

/** From here on not every combination is walked, but every pair of answers. */
const MOST = 20_000;

/** Answers that may differ in what follows from them; a town is a town. */
function answersTo(question: Question): Answer[] {
  switch (question.kind) {
    case 'choice': {
      const here = question.options.filter((one) => !one.elsewhere).map((one) => one.value);
      return question.id === 'town' ? [here[0] as Answer, here.at(-1) as Answer] : here;
    }
    case 'number':
      return [question.min, question.max];
    case 'date':
      return ['2026-11-26'];
    case 'text':
      return ['某处'];
  }
}

/** Every combination of answers, question by question as they are asked; every pair where there are too many. */
export function situationsOf(guide: CompleteGuide): Answers[] {
  let found: Answers[] = [{}];
  for (const question of guide.questions) {
    const next = found.flatMap((answers) =>
      openQuestions(guide, answers).includes(question)
        ? answersTo(question).map((value) => ({ ...answers, [question.id]: value }))
        : [answers],
    );
    found = next.length > MOST ? thinned(next, guide) : next;
  }
  return found;
}

/** Keeps what brings a pair of answers that none before it has. */
function thinned(all: readonly Answers[], guide: CompleteGuide): Answers[] {
  const seen = new Set<string>();
  const ids = guide.questions.map((one) => one.id);
  return all.filter((answers) => {
    const given = ids.filter((id) => id in answers).map((id) => `${id}=${answers[id]}`);
    let fresh = false;
    for (const [at, one] of given.entries())
      for (const other of given.slice(at)) {
        const pair = `${one}&${other}`;
        if (!seen.has(pair)) fresh = true;
        seen.add(pair);
      }
    return fresh;
  });
}
