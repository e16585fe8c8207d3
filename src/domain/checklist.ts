import { addWorkingDays, type Calendar } from './calendar.ts';
import { type Answer, type Answers, type Condition, evaluate, questionsIn } from './condition.ts';
import type { Check, CompleteGuide, Material, MaterialForm, Question } from './guide.ts';
import { never } from './result.ts';
import { isLegalDate, type LegalDate } from './time.ts';

/** What a clerk marks for a line of the checklist. */
export type Mark =
  /** Original seen and handed back; copies kept beside it where the form says so. */
  | { readonly kind: 'inspected'; readonly copies?: number }
  | { readonly kind: 'originalKept'; readonly count: number }
  | { readonly kind: 'copies'; readonly count: number }
  /** Obtained by data sharing: from which source it was checked. */
  | { readonly kind: 'shared'; readonly source: string }
  /** Held to a promise (告知承诺). */
  | { readonly kind: 'promised' }
  /** 容缺: comes later, by this date. */
  | { readonly kind: 'deferred'; readonly due: LegalDate }
  | { readonly kind: 'missing' }
  /** Fewer papers than the list: always allowed with a reason, except for core papers. */
  | { readonly kind: 'notNeeded'; readonly why: string };

export type Marks = Readonly<Record<string, Mark>>;

/** How a line stands: `in` counts as handed in, `open` as not yet looked at. */
export type Standing = 'in' | 'deferred' | 'promised' | 'missing' | 'open';

/** The answer that caused a line or stopped a check. */
export interface Because {
  readonly question: string;
  readonly answer: string;
}

export interface ChecklistLine {
  readonly material: Material;
  /** `depends`: whether it is asked hangs on a question not yet answered. */
  readonly state: 'asked' | 'depends';
  readonly because: readonly Because[];
}

/** The questions that apply, in order, given the answers so far; answers left over from an earlier choice do not count. */
export function openQuestions(guide: CompleteGuide, answers: Answers): Question[] {
  const given = relevantAnswers(guide, answers);
  return guide.questions.filter(({ when }) => !when || evaluate(when, given) === true);
}

/**
 * Answers to questions that no longer apply fall away, so that an earlier choice leaves nothing behind. Conditions of a
 * question name earlier ones only (the lint of the catalogue holds this), so one walk settles it.
 */
export function relevantAnswers(guide: CompleteGuide, answers: Answers): Answers {
  const kept: Record<string, Answers[string]> = {};
  for (const { id, when } of guide.questions) {
    const given = answers[id];
    if (given !== undefined && (!when || evaluate(when, kept) === true)) kept[id] = given;
  }
  return kept;
}

/** Ids of questions that apply, are not optional and have no valid answer. */
export function unansweredQuestions(guide: CompleteGuide, answers: Answers): string[] {
  return openQuestions(guide, answers)
    .filter((question) => !isAnswered(question, answers))
    .map((question) => question.id);
}

function isAnswered(question: Question, answers: Answers): boolean {
  const given = answers[question.id];
  const written = question.kind === 'text' || question.kind === 'date';
  if (written && (given === undefined || given === '')) return question.optional === true;
  return given !== undefined && fits(question, given);
}

/** Whether something is an answer to a question at all. */
export function fits(question: Question, given: Answer): boolean {
  switch (question.kind) {
    case 'choice':
      return question.options.some((option) => option.value === given);
    case 'number':
      return typeof given === 'number' && given >= question.min && given <= question.max;
    case 'text':
      return typeof given === 'string' && [...given].length <= question.maxLength;
    case 'date':
      return typeof given === 'string' && isLegalDate(given);
    default:
      return never(question);
  }
}

/** Where a chosen option says that this is another item: the first such. */
export function elsewhere(guide: CompleteGuide, answers: Answers): { goTo: string; why: string } | undefined {
  for (const question of openQuestions(guide, answers)) {
    if (question.kind !== 'choice') continue;
    const chosen = question.options.find((option) => option.value === answers[question.id]);
    if (chosen?.elsewhere) return chosen.elsewhere;
  }
  return undefined;
}

/** The checklist that follows from the answers: the same for citizen, clerk and reviewer. */
export function checklistOf(guide: CompleteGuide, answers: Answers): ChecklistLine[] {
  const given = relevantAnswers(guide, answers);
  const lines: ChecklistLine[] = [];
  for (const material of guide.materials) {
    const applies = material.when ? evaluate(material.when, given) : true;
    if (applies === false || (applies === undefined && !hangsOnOpen(guide, material.when, given))) continue;
    lines.push({
      material,
      state: applies ? 'asked' : 'depends',
      because: material.when ? becauseOf(guide, questionsIn(material.when), given) : [],
    });
  }
  return lines;
}

/**
 * Whether a condition that is not settled may still be settled by an answer. A question that an earlier choice
 * has ruled out is never asked, so nothing can hang on it.
 */
function hangsOnOpen(guide: CompleteGuide, condition: Condition | undefined, given: Answers): boolean {
  if (!condition) return false;
  const ids = new Set(questionsIn(condition));
  return guide.questions.some(
    (question, index) =>
      ids.has(question.id) &&
      (given[question.id] === undefined || !isAnswered(question, given)) &&
      mayBeAsked(guide, index, given),
  );
}

/** Conditions of a question name earlier ones only (the lint of the catalogue holds this), so the walk ends. */
function mayBeAsked(guide: CompleteGuide, index: number, given: Answers): boolean {
  const when = guide.questions[index]?.when;
  if (!when) return true;
  const earlier = { ...guide, questions: guide.questions.slice(0, index) };
  return evaluate(when, given) ?? hangsOnOpen(earlier, when, given);
}

/** Question and answer in words, for the reason of a line. */
export function becauseOf(guide: CompleteGuide, questions: readonly string[], answers: Answers): Because[] {
  const found: Because[] = [];
  for (const id of new Set(questions)) {
    const question = guide.questions.find((one) => one.id === id);
    const given = answers[id];
    if (!question || given === undefined) continue;
    found.push({ question: question.text, answer: answerInWords(question, given) });
  }
  return found;
}

/** An answer as the person would say it: the option's label, a number with its unit. */
export function answerInWords(question: Question, given: Answers[string]): string {
  if (question.kind === 'choice')
    return question.options.find((option) => option.value === given)?.label ?? String(given);
  return question.kind === 'number' ? `${given}${question.unit}` : String(given);
}

/** Checks that apply and do not hold (`failed`), or cannot be judged yet (`open`). */
export function failedChecks(guide: CompleteGuide, answers: Answers): { failed: Check[]; open: Check[] } {
  const given = relevantAnswers(guide, answers);
  const failed: Check[] = [];
  const open: Check[] = [];
  for (const check of guide.checks) {
    if (check.when && evaluate(check.when, given) !== true) continue;
    const holds = evaluate(check.must, given);
    if (holds === false) failed.push(check);
    if (holds === undefined && hangsOnOpen(guide, check.must, given)) open.push(check);
  }
  return { failed, open };
}

export function standingOf(mark: Mark | undefined): Standing {
  if (!mark) return 'open';
  switch (mark.kind) {
    case 'inspected':
    case 'originalKept':
    case 'copies':
    case 'shared':
    case 'notNeeded':
      return 'in';
    case 'promised':
      return 'promised';
    case 'deferred':
      return 'deferred';
    case 'missing':
      return 'missing';
    default:
      return never(mark);
  }
}

/** Why a mark cannot stand on a line; codes of the error catalogue. */
export type MarkProblem =
  | 'mark.originalNeeded'
  | 'mark.countTooSmall'
  | 'mark.notShared'
  | 'mark.sourceMissing'
  | 'mark.noPromise'
  | 'mark.notDeferrable'
  | 'mark.deferredTooLong'
  | 'mark.coreNeeded'
  | 'mark.whyMissing';

/**
 * Whether a mark may stand on a line on a date. A core paper can be neither deferred nor left out;
 * sharing and promise only where the guide allows them; a deferred paper comes within the guide's days.
 */
export function checkMark(
  material: Material,
  mark: Mark,
  on: LegalDate,
  calendar: Calendar,
): MarkProblem | undefined {
  switch (mark.kind) {
    case 'inspected':
      if (!material.form.inspect && material.form.originals > 0) return 'mark.originalNeeded';
      return (mark.copies ?? 0) < material.form.copies ? 'mark.countTooSmall' : undefined;
    case 'originalKept':
      return mark.count < Math.max(1, material.form.originals) ? 'mark.countTooSmall' : undefined;
    case 'copies':
      if (material.form.originals > 0 || material.form.inspect) return 'mark.originalNeeded';
      return mark.count < Math.max(1, material.form.copies) ? 'mark.countTooSmall' : undefined;
    case 'shared':
      if (!material.waiver.sharing) return 'mark.notShared';
      return mark.source.trim() === '' ? 'mark.sourceMissing' : undefined;
    case 'promised':
      return material.waiver.promise ? undefined : 'mark.noPromise';
    case 'deferred':
      return checkDeferral(material, mark.due, on, calendar);
    case 'missing':
      return undefined;
    case 'notNeeded':
      if (material.core) return 'mark.coreNeeded';
      return mark.why.trim() === '' ? 'mark.whyMissing' : undefined;
    default:
      return never(mark);
  }
}

function checkDeferral(
  material: Material,
  due: LegalDate,
  on: LegalDate,
  calendar: Calendar,
): MarkProblem | undefined {
  if (material.core || material.deferrable === false) return 'mark.notDeferrable';
  const latest = addWorkingDays(on, material.deferrable.workingDays, calendar).date;
  return due > latest || due < on ? 'mark.deferredTooLong' : undefined;
}

/** The mark that one tap sets on a line: what the guide asks for, brought completely. */
export function fullMark(form: MaterialForm): Mark {
  if (form.inspect)
    return form.copies > 0 ? { kind: 'inspected', copies: form.copies } : { kind: 'inspected' };
  if (form.originals > 0) return { kind: 'originalKept', count: form.originals };
  return { kind: 'copies', count: Math.max(1, form.copies) };
}

/** Lines that are asked, by how they stand. */
export function tally(lines: readonly ChecklistLine[], marks: Marks): Record<Standing, ChecklistLine[]> {
  const groups: Record<Standing, ChecklistLine[]> = {
    in: [],
    deferred: [],
    promised: [],
    missing: [],
    open: [],
  };
  for (const line of lines) {
    if (line.state === 'asked') groups[standingOf(marks[line.material.id])].push(line);
  }
  return groups;
}
