import type { Case } from '../../../domain/case.ts';
import { checklistOf } from '../../../domain/checklist.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import type { SignedLine } from '../../../domain/handling.ts';
import type { OfficeId } from '../../../domain/office.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { ListedCase } from '../../local/types.ts';

/** One line of a transfer list: a case, and whether its paper has come. */
export interface ListLine {
  readonly view: ListedCase;
  readonly from: OfficeId;
  readonly to: OfficeId;
  readonly sent: LegalDate;
  readonly signed?: SignedLine;
  readonly missing?: string;
}

/** A list as it was handed over, whatever was signed for since: each time that it is printed it has the same lines. */
export function linesOf(cases: readonly ListedCase[], list: string): readonly ListLine[] {
  return cases
    .flatMap((view): ListLine[] => {
      const { custody } = view.case;
      const signed = custody?.lists?.find((one) => one.list === list);
      if (signed) return [{ view, from: signed.from, to: signed.to, sent: signed.sent, signed }];
      const way = custody?.way;
      if (!custody || way?.list !== list) return [];
      const { missing } = way;
      return [
        {
          view,
          from: custody.at,
          to: way.to,
          sent: custody.on,
          ...(missing === undefined ? {} : { missing }),
        },
      ];
    })
    .sort((a, b) => (a.view.case.number < b.view.case.number ? -1 : 1));
}

/** A list of which every line was signed for. */
export interface SignedList {
  readonly id: string;
  readonly from: OfficeId;
  readonly to: OfficeId;
  /** When the last line was signed for. */
  readonly on: LegalDate;
  readonly count: number;
}

/** What is still asked for again: older ones stand in their cases. */
const SHOWN = 10;

/** The lists of an office that are signed for to their end, the newest first. */
export function signedLists(cases: readonly ListedCase[], here: OfficeId): readonly SignedList[] {
  const open = new Set(cases.map((one) => one.case.custody?.way?.list));
  const found = new Map<string, SignedList>();
  for (const { list, from, to, on } of cases.flatMap((one) => one.case.custody?.lists ?? [])) {
    if (open.has(list) || (from !== here && to !== here)) continue;
    const before = found.get(list);
    const last = before && before.on > on ? before.on : on;
    found.set(list, { id: list, from, to, on: last, count: (before?.count ?? 0) + 1 });
  }
  const newest = (a: SignedList, b: SignedList) =>
    a.on === b.on ? (a.id > b.id ? -1 : 1) : a.on > b.on ? -1 : 1;
  return [...found.values()].sort(newest).slice(0, SHOWN);
}

/** A paper that lies in the file of a case. */
export interface FiledPaper {
  readonly name: string;
  readonly form: '原件' | '复印件';
  readonly copies: number;
}

/** What goes along on paper: an original that was only looked at was handed back, and of what is shared there is none. */
export function filedPapers(found: Case, guide: CompleteGuide): readonly FiledPaper[] {
  return checklistOf(guide, found.answers).flatMap(({ material }): FiledPaper[] => {
    const mark = found.marks[material.id];
    const { name } = material;
    switch (mark?.kind) {
      case 'originalKept':
        return [{ name, form: '原件', copies: mark.count }];
      case 'copies':
        return [{ name, form: '复印件', copies: mark.count }];
      case 'inspected':
        return mark.copies ? [{ name, form: '复印件', copies: mark.copies }] : [];
      default:
        return [];
    }
  });
}
