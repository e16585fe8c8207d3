import type { CompleteGuide } from '../domain/guide.ts';
import { cellOf, questionsOfRows } from '../domain/roster.ts';
import { isBlank, type LintProblem, unless } from './lintProblem.ts';

/** A list names only what its guide asks, and a row of it can be a party: it has a name and a number. */
export function lintRoster(guide: CompleteGuide, where: string): LintProblem[] {
  const { roster } = guide;
  if (!roster) return [];
  const cells = roster.columns.map(cellOf);
  const asked = [...questionsOfRows(roster), ...Object.values(roster.counts ?? {})];
  return [
    ...unless(
      guide.parties.some((rule) => rule.role === roster.role) &&
        ['name', 'idNumber'].every((cell) => cells.includes(cell)) &&
        new Set(cells).size === cells.length &&
        asked.every((id) => guide.questions.some((question) => question.id === id)) &&
        (roster.of === 'parties' || roster.counts === undefined),
      'roster.column',
      where,
    ),
    ...unless(
      !isBlank(roster.unit) &&
        roster.columns.every(({ heads }) => heads.length > 0 && !heads.some((head) => isBlank(head))),
      'text.empty',
      where,
    ),
  ];
}
