import { addWorkingDays, type Calendar } from '../../../domain/calendar.ts';
import { type ChecklistLine, fullMark, type Mark } from '../../../domain/checklist.ts';
import type { Material } from '../../../domain/guide.ts';
import { formInWords } from '../../../domain/inWords.ts';
import { never } from '../../../domain/result.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { LineStatus } from '../../parts/checklistLine.tsx';
import { dateInFull } from '../../parts/dates.ts';
import type { Segment } from '../../parts/segments.tsx';

export type MarkChoice = 'full' | 'shared' | 'promised' | 'deferred' | 'missing' | 'notNeeded';

/** What the guide allows for a line, the usual first. A core paper can be neither deferred nor left out. */
export function choicesFor(material: Material): readonly Segment<MarkChoice>[] {
  const all: readonly (Segment<MarkChoice> | false)[] = [
    { value: 'full', label: material.form.inspect ? '原件已核' : '已收全' },
    material.waiver.sharing && { value: 'shared', label: '共享核验' },
    material.waiver.promise && { value: 'promised', label: '告知承诺' },
    !material.core && material.deferrable !== false && { value: 'deferred', label: '容缺后补', tone: 'wait' },
    { value: 'missing', label: '缺', tone: 'lack' },
    !material.core && { value: 'notNeeded', label: '不需要' },
  ];
  return all.filter((one) => one !== false);
}

/** The last day for a deferred paper of a line. */
export function latestDeferral(material: Material, today: LegalDate, calendar: Calendar): LegalDate {
  const days = material.deferrable === false ? 0 : material.deferrable.workingDays;
  return addWorkingDays(today, days, calendar).date;
}

/** The mark that a choice begins with; words and dates are then filled in below the line. */
export function markOf(choice: MarkChoice, material: Material, today: LegalDate, calendar: Calendar): Mark {
  switch (choice) {
    case 'full':
      return fullMark(material.form);
    case 'shared':
      return { kind: 'shared', source: material.origin.who ?? '' };
    case 'promised':
      return { kind: 'promised' };
    case 'deferred':
      return { kind: 'deferred', due: latestDeferral(material, today, calendar) };
    case 'missing':
      return { kind: 'missing' };
    case 'notNeeded':
      return { kind: 'notNeeded', why: '' };
    default:
      return never(choice);
  }
}

export function choiceOf(mark: Mark | undefined): MarkChoice | undefined {
  if (!mark) return undefined;
  switch (mark.kind) {
    case 'inspected':
    case 'originalKept':
    case 'copies':
      return 'full';
    default:
      return mark.kind;
  }
}

/** How a line looks for its mark. */
export function statusOfLine(line: ChecklistLine, mark: Mark | undefined): LineStatus {
  if (line.state === 'depends') return 'depends';
  const choice = choiceOf(mark);
  if (choice === undefined) return 'open';
  return choice === 'full' || choice === 'notNeeded' ? 'done' : choice;
}

/** The mark in words, for screens and receipts. */
export function markInWords(mark: Mark | undefined): string | undefined {
  if (!mark) return undefined;
  switch (mark.kind) {
    case 'inspected':
      return mark.copies ? `原件已核退，收复印件 ${mark.copies} 份` : '原件已核，已退回';
    case 'originalKept':
      return `收原件 ${mark.count} 份`;
    case 'copies':
      return `收复印件 ${mark.count} 份`;
    case 'shared':
      return mark.source.trim() ? `免提交，已由${mark.source}核验` : '免提交，数据共享';
    case 'promised':
      return '告知承诺';
    case 'deferred':
      return `容缺，${dateInFull(mark.due)}前补齐`;
    case 'missing':
      return '缺';
    case 'notNeeded':
      return mark.why.trim() ? `不需要：${mark.why}` : '不需要';
    default:
      return never(mark);
  }
}

/** Why a line is asked; begins with the answer that caused it, where one did. */
export function whyInWords(line: ChecklistLine): string {
  const answers = line.because.map((one) => `“${one.answer}”`).join('、');
  return answers ? `因为选了${answers}：${line.material.why}` : line.material.why;
}

export const formOf = (line: ChecklistLine): string => formInWords(line.material.form);
