import { addWorkingDays, type Calendar } from '../../../domain/calendar.ts';
import type { ToldLine } from '../../../domain/case.ts';
import {
  type ChecklistLine,
  checklistOf,
  failedChecks,
  type Marks,
  tally,
} from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/condition.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { basisInWords, bringInWords, formInWords } from '../../../domain/inWords.ts';
import { addDays, type LegalDate } from '../../../domain/time.ts';

/** A line that is not one of the checklist's. */
export const OTHER = 'other';

/** Name of the line that tells of a declared check that does not hold. */
export const CHECK_LINE = '办理条件';

/** Lines that are asked and not in, in the order of the checklist: what has to be told, all at once. */
export function lackingLines(guide: CompleteGuide, answers: Answers, marks: Marks): ChecklistLine[] {
  const groups = tally(checklistOf(guide, answers), marks);
  const lacking = new Set([...groups.missing, ...groups.open]);
  return checklistOf(guide, answers).filter((line) =>
    [...lacking].some((one) => one.material.id === line.material.id),
  );
}

export function toldLine(line: ChecklistLine, what?: string): ToldLine {
  return {
    material: line.material.id,
    name: line.material.name,
    what: what ?? bringInWords(line.material.form),
    basis: basisInWords(line.material.basis),
  };
}

/** Declared checks that do not hold are told as well, so that nobody comes back with papers for nothing. */
export function failedCheckLines(guide: CompleteGuide, answers: Answers): ToldLine[] {
  return failedChecks(guide, answers)
    .failed.filter((check) => check.severity === 'block')
    .map((check) => ({
      material: OTHER,
      name: CHECK_LINE,
      what: check.message,
      basis: basisInWords(check.basis),
    }));
}

/** Everything that a notice must list, with the clerk's own words where there are any. */
export function toldLines(
  guide: CompleteGuide,
  answers: Answers,
  marks: Marks,
  edited: { readonly what: Readonly<Record<string, string>>; readonly extra: readonly ToldLine[] },
): ToldLine[] {
  return [
    ...lackingLines(guide, answers, marks).map((line) => toldLine(line, edited.what[line.material.id])),
    ...failedCheckLines(guide, answers),
    ...edited.extra,
  ];
}

/** Everything that this situation asks for, for the one-time notice. */
export function askedLines(guide: CompleteGuide, answers: Answers): ToldLine[] {
  return checklistOf(guide, answers).map((line) =>
    toldLine(
      line,
      `${formInWords(line.material.form)}${line.state === 'depends' ? '（视情形而定，请先向窗口说明情况）' : ''}`,
    ),
  );
}

const USUAL_WORKING_DAYS = 10;
const MOST_WORKING_DAYS = 60;

/** When the missing papers are to be brought: the usual day, and the days that can be chosen. */
export function correctionDates(
  today: LegalDate,
  calendar: Calendar,
): { readonly usual: LegalDate; readonly first: LegalDate; readonly last: LegalDate } {
  return {
    usual: addWorkingDays(today, USUAL_WORKING_DAYS, calendar).date,
    first: addDays(today, 1),
    last: addWorkingDays(today, MOST_WORKING_DAYS, calendar).date,
  };
}
