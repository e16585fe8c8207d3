import type { Calendar } from '../../../domain/calendar.ts';
import {
  type ChecklistLine,
  checkMark,
  elsewhere,
  type MarkProblem,
  type Marks,
  unansweredQuestions,
} from '../../../domain/checklist.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { checkParties } from '../../../domain/parties.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { IntakeContent, Step } from './content.ts';

/** Something that a receipt cannot be made with, and the step where it is put right. */
export interface Gap {
  readonly step: Step;
  readonly says: string;
}

/** What is wrong with the mark of each line, by material. */
export function markProblems(
  lines: readonly ChecklistLine[],
  marks: Marks,
  today: LegalDate,
  calendar: Calendar,
): ReadonlyMap<string, MarkProblem> {
  const found = new Map<string, MarkProblem>();
  for (const { material } of lines) {
    const mark = marks[material.id];
    const problem = mark && checkMark(material, mark, today, calendar);
    if (problem) found.set(material.id, problem);
  }
  return found;
}

/** Everything that stands between the form and a receipt, by step. */
export function gapsOf(
  guide: CompleteGuide,
  content: Pick<IntakeContent, 'answers' | 'parties'>,
  marksWrong: number,
  today: LegalDate,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const open = unansweredQuestions(guide, content.answers).length;
  if (open > 0) gaps.push({ step: 'situation', says: `还有 ${open} 个情形问题没有回答` });
  if (elsewhere(guide, content.answers)) gaps.push({ step: 'situation', says: '所选情形不属于本事项' });
  const wrong = checkParties(guide, content.answers, content.parties, today).length;
  if (wrong > 0) gaps.push({ step: 'parties', says: `当事人还有 ${wrong} 处没有填好` });
  if (marksWrong > 0) gaps.push({ step: 'papers', says: `材料还有 ${marksWrong} 处没有填好` });
  return gaps;
}
