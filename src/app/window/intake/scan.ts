import { openQuestions, relevantAnswers, unansweredQuestions } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/condition.ts';
import type { CompleteGuide, Question } from '../../../domain/guide.ts';
import type { Item } from '../../../domain/item.ts';
import type { Choosable } from '../../../domain/itemSearch.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { isComplete } from '../../../domain/rules.ts';
import { decodeAnswers, guideNamedIn, isSameId, type ReadAnswers } from '../../../protocol/answersCode.ts';
import type { Intake } from './intake.ts';

/** What a scanned checklist comes to. */
export interface Scanned {
  readonly item: Item;
  readonly guide: CompleteGuide;
  readonly read: ReadAnswers;
}

/** What was taken over from a phone, for the clerk to check with the person. */
export interface TakenOver {
  readonly guide: string;
  readonly read: ReadAnswers;
}

/** Whether a text is a checklist's QR, so that a scan into the search box is understood as well. */
export const isScan = (text: string): boolean => guideNamedIn(text) !== undefined;

/** The guide that a scanned text names, and the answers in it. */
export function readScan(text: string, choices: readonly Choosable[]): Result<Scanned> {
  const named = guideNamedIn(text);
  if (named === undefined) return refuse('answers.notOurs');
  const found = choices.find(({ guide }) => isSameId(guide.id, named));
  if (!found || !isComplete(found.guide)) return refuse('answers.guideUnknown');
  const { item, guide } = found;
  const read = decodeAnswers(guide, text);
  return read.ok ? ok({ item, guide, read: read.value }) : read;
}

/** Opens the intake of the scanned guide with its answers; what was filled in for the same guide stays. */
export function takeOver(intake: Intake, { item, guide, read }: Scanned): void {
  intake.choose(item, guide);
  const answers: Answers = { ...intake.content.value.answers, ...read.answers };
  intake.change({ answers });
  intake.taken.value = { guide: guide.id, read };
  const [open] = unansweredQuestions(guide, answers);
  const at = openQuestions(guide, answers).findIndex((question) => question.id === open);
  intake.asked.value = Math.max(0, at);
}

export interface TakenWords {
  readonly taken: readonly Question[];
  /** Asked, and not answered yet. */
  readonly open: readonly Question[];
  /** Answers that this guide cannot use; named where the question still exists. */
  readonly dropped: { readonly count: number; readonly questions: readonly Question[] };
  /** The version that was answered, when it is not this one. */
  readonly older: number | null;
}

/** Which questions the phone has answered, which remain, and what was not taken over. */
export function takenWords(guide: CompleteGuide, { read }: TakenOver, answers: Answers): TakenWords {
  const given = relevantAnswers(guide, answers);
  const open = unansweredQuestions(guide, answers);
  const dropped = read.dropped.map((one) => one.question);
  return {
    taken: guide.questions.filter(({ id }) => given[id] !== undefined && given[id] === read.answers[id]),
    open: guide.questions.filter(({ id }) => open.includes(id)),
    dropped: {
      count: dropped.length,
      questions: guide.questions.filter(({ id }) => dropped.includes(id)),
    },
    older: read.version === guide.version ? null : read.version,
  };
}
