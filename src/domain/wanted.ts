import { openQuestions } from './checklist.ts';
import { type Answers, questionsIn } from './condition.ts';
import type { CompleteGuide, Question } from './guide.ts';

/**
 * The questions that a citizen is asked before setting out: those on which a paper, a limit or the way elsewhere hangs.
 * What only the clerk has to know (a place, a number that a rule checks) is asked at the window.
 */
export function questionsForCitizen(guide: CompleteGuide, answers: Answers): Question[] {
  const ids = deciding(guide);
  return openQuestions(guide, answers).filter((question) => ids.has(question.id));
}

/** As much of a guide as questions and list are made of: what a phone fetches to make them. */
export const forTheList = (guide: CompleteGuide): CompleteGuide => ({
  ...guide,
  ...{
    bases: [],
    conditions: [],
    boundaries: [],
    parties: [],
    steps: [],
    refusals: [],
    rights: [],
    faq: [],
    mistakes: [],
  },
  ...{ forms: [], openPoints: [] },
});

function deciding(guide: CompleteGuide): ReadonlySet<string> {
  const ids = new Set([
    ...guide.materials.flatMap(({ when }) => (when ? questionsIn(when) : [])),
    ...guide.limits.flatMap(({ when }) => (when ? questionsIn(when) : [])),
    ...guide.questions.filter(leadsElsewhere).map((one) => one.id),
  ]);
  // Whether a question is asked may hang on an earlier one: conditions name earlier ones only, so one walk back is enough.
  for (const { id, when } of [...guide.questions].reverse())
    if (when && ids.has(id)) for (const earlier of questionsIn(when)) ids.add(earlier);
  return ids;
}

const leadsElsewhere = (question: Question): boolean =>
  question.kind === 'choice' && question.options.some((one) => one.elsewhere);
