import type { CompleteGuide, PartyRule, Roster } from '../../../../domain/guide.ts';
import { partyRules } from '../../../../domain/parties.ts';
import {
  answersOf,
  partyOf,
  questionsOfRows,
  type RosterRow,
  rosterProblems,
} from '../../../../domain/roster.ts';
import type { LegalDate } from '../../../../domain/time.ts';
import type { IntakeContent } from '../content.ts';

type Filled = Pick<IntakeContent, 'answers' | 'parties' | 'roster'>;

/** The roster by which several cases are taken in in this sitting; undefined where the intake is one case. */
export const sittingOf = (guide: CompleteGuide, { roster }: Pick<Filled, 'roster'>): Roster | undefined =>
  roster?.on && guide.roster?.of === 'cases' ? guide.roster : undefined;

/** Whether the answers ask for somebody in this role. */
export const asksFor = (guide: CompleteGuide, { answers }: Pick<Filled, 'answers'>, role: string): boolean =>
  partyRules(guide, answers).some((rule) => rule.role === role);

/** What every row answers for itself. */
export const rowQuestions = (guide: CompleteGuide, content: Pick<Filled, 'roster'>): ReadonlySet<string> => {
  const sitting = sittingOf(guide, content);
  return sitting ? questionsOfRows(sitting) : new Set();
};

/** Who is asked for by form: not whom the rows name. */
export function rulesAsked(guide: CompleteGuide, content: Filled): readonly PartyRule[] {
  const rules = partyRules(guide, content.answers);
  const byRow = sittingOf(guide, content)?.role ?? listedRole(guide, content);
  return rules.filter((rule) => rule.role !== byRow);
}

/** The role of a pasted list whose rows take part in this one case. */
const listedRole = (guide: CompleteGuide, { roster }: Filled): string | undefined =>
  guide.roster?.of === 'parties' && roster && roster.rows.length > 0 ? guide.roster.role : undefined;

/** The rows that nothing speaks against, in their order. */
export function goodRows(
  guide: CompleteGuide,
  content: Pick<Filled, 'roster'>,
  today: LegalDate,
): readonly RosterRow[] {
  const { roster } = guide;
  const rows = content.roster?.rows ?? [];
  if (!roster) return [];
  const problems = rosterProblems(rows, roster, guide, today, content.roster?.taken);
  return rows.filter((row) => !problems.has(row.id));
}

/** The intake of one row: what the sitting has in common, and what the row says. */
export function contentOfRow(
  content: IntakeContent,
  guide: CompleteGuide,
  roster: Roster,
  row: RosterRow,
): IntakeContent {
  // A sticker is the receipt of one case.
  const { roster: _, files: __, sticker: ___, stickerTyped: ____, ...common } = content;
  const others = content.parties.filter((party) => party.role !== roster.role);
  return {
    ...common,
    answers: { ...content.answers, ...answersOf(row, roster, guide) },
    parties: [partyOf(row, roster), ...others],
  };
}
