import type { Calendar } from '../../../domain/calendar.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { dueOf, type OutcomeValues } from './acts.ts';
import type { OutcomeDraft, OutcomeKind } from './content.ts';
import { declineGrounds, isBlocked, likelyGround, type OutcomeFacts } from './outcomes.ts';
import { suggestedText } from './suggestions.ts';
import { lackingLines, toldLines } from './told.ts';

export const isLacking = ({ guide, answers, marks }: OutcomeFacts): boolean =>
  lackingLines(guide, answers, marks).length > 0;

/** The outcome as it stands: what the clerk has changed over what the facts suggest. */
export function outcomeValues(
  kind: OutcomeKind,
  facts: OutcomeFacts | undefined,
  outcome: OutcomeDraft,
  today: LegalDate,
  calendar: Calendar,
): OutcomeValues {
  const due = dueOf(outcome.due, today, calendar);
  if (!facts) return { kind, lines: [], due, ground: null, text: '', referTo: '' };
  const known = { ...facts, lacking: isLacking(facts) };
  const grounds = declineGrounds(known);
  const likely = likelyGround({ ...known, blocked: isBlocked(facts) });
  const ground = grounds.find((one) => one.code === outcome.ground)?.code ?? likely;
  const told = toldLines(facts.guide, facts.answers, facts.marks, outcome);
  const needsLines = kind !== 'decline' || grounds.find((one) => one.code === ground)?.needsLines;
  return {
    kind,
    lines: needsLines ? told : [],
    due,
    ground,
    text: outcome.text ?? suggestedText(kind, ground, facts),
    referTo: outcome.referTo ?? (ground === 'notInForce' ? (facts.item.referral ?? '') : ''),
  };
}
