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
import { checkParties, type PartyProblem } from '../../../domain/parties.ts';
import { checkSigning } from '../../../domain/signing.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { troubleOf } from '../trouble.tsx';
import type { IntakeContent, Step } from './content.ts';
import { goodRows, rowQuestions, sittingOf } from './roster/sitting.ts';

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
  content: Pick<IntakeContent, 'answers' | 'parties' | 'roster' | 'signing' | 'renews'>,
  marksWrong: number,
  today: LegalDate,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const byRow = rowQuestions(guide, content);
  const open = unansweredQuestions(guide, content.answers).filter((id) => !byRow.has(id)).length;
  if (open > 0) gaps.push({ step: 'situation', says: `还有 ${open} 个情形问题没有回答` });
  if (elsewhere(guide, content.answers)) gaps.push({ step: 'situation', says: '所选情形不属于本事项' });
  const { renews } = content;
  if (renews && (renews.number.trim() === '' || renews.until === ''))
    gaps.push({ step: 'situation', says: '延续还没有填原证编号和到期日' });
  else if (renews && renews.until < today) gaps.push({ step: 'situation', says: '原证已经到期，要改选新办' });
  const wrong = partiesWrong(guide, content, today).length;
  if (wrong > 0) gaps.push({ step: 'parties', says: `当事人还有 ${wrong} 处没有填好` });
  const listed = rosterGap(guide, content, today);
  if (listed) gaps.push({ step: 'parties', says: listed });
  if (marksWrong > 0) gaps.push({ step: 'papers', says: `材料还有 ${marksWrong} 处没有填好` });
  const unsigned = checkSigning(content.signing, content.parties);
  if (unsigned) gaps.push({ step: 'outcome', says: troubleOf(unsigned).what.replace(/。$/, '') });
  return gaps;
}

/** What is wrong with whom the form asks for; the rows of a roster have their own words. */
export function partiesWrong(
  guide: CompleteGuide,
  content: Pick<IntakeContent, 'answers' | 'parties' | 'roster'>,
  today: LegalDate,
): readonly PartyProblem[] {
  const sitting = sittingOf(guide, content);
  return checkParties(guide, content.answers, content.parties, today).filter(
    (problem) => problem.role !== sitting?.role,
  );
}

/** A sitting needs one good row; a list of members that is half read is no list. */
function rosterGap(
  guide: CompleteGuide,
  content: Pick<IntakeContent, 'roster'>,
  today: LegalDate,
): string | undefined {
  const rows = content.roster?.rows.length ?? 0;
  const good = goodRows(guide, content, today).length;
  if (sittingOf(guide, content)) return good === 0 ? '名册里还没有可以提交的行' : undefined;
  const bad = guide.roster?.of === 'parties' ? rows - good : 0;
  return bad > 0 ? `名册还有 ${bad} 行要改` : undefined;
}
