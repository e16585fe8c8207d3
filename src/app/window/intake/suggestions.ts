import type { Answer } from '../../../domain/condition.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { type Item, itemStatusOn } from '../../../domain/item.ts';
import type { IntakeContent, OutcomeKind } from './content.ts';
import { failedCheckLines } from './told.ts';

/** The hall's own town is the likely answer to where the matter lies; it stands there to be changed. */
export function presetAnswers(item: Item, guide: CompleteGuide, hall: string): Record<string, Answer> {
  if (item.handlingTown.by !== 'answer') return {};
  const { question: id } = item.handlingTown;
  const question = guide.questions.find((one) => one.id === id);
  const knows = question?.kind === 'choice' && question.options.some((option) => option.value === hall);
  return knows ? { [id]: hall } : {};
}

/** The words that a decline begins with; the clerk changes them. */
export function suggestedText(
  kind: OutcomeKind,
  ground: string | null,
  facts: { item: Item; guide: CompleteGuide; answers: IntakeContent['answers']; today: string },
): string {
  if (kind !== 'decline') return '';
  if (ground === 'notInForce') return itemStatusOn(facts.item, facts.today).basis;
  if (ground === 'conditionsNotMet')
    return failedCheckLines(facts.guide, facts.answers)
      .map((line) => `${line.what}（${line.basis}）`)
      .join('；');
  return '';
}
