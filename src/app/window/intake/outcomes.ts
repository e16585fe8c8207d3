import { checklistOf, failedChecks, type Marks, tally } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/condition.ts';
import { type Ground, groundsOf } from '../../../domain/grounds.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { INTAKE_RULES } from '../../../domain/intakeRules.ts';
import { type Item, itemStatusOn } from '../../../domain/item.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { OutcomeKind } from './content.ts';
import { lackingLines } from './told.ts';

export interface OutcomeFacts {
  readonly item: Item;
  readonly guide: CompleteGuide;
  readonly answers: Answers;
  readonly marks: Marks;
  readonly today: LegalDate;
}

/**
 * What the intake rule lets follow the receipt, the fitting one first. Papers can always be taken in (先收件):
 * nobody is turned away without paper.
 */
export function offeredOutcomes(facts: OutcomeFacts): readonly OutcomeKind[] {
  if (!inForce(facts)) return ['decline', 'receive'];
  const lacking = lackingLines(facts.guide, facts.answers, facts.marks).length > 0;
  const tells = INTAKE_RULES[facts.item.intakeRule].whenIncomplete.filter(
    (command) => command === 'requireCorrection' || command === 'returnPapers',
  );
  // What can be put right is told first; a written refusal comes after.
  if (lacking || isBlocked(facts)) return [...tells, 'decline', 'receive'];
  const instant = facts.item.pace === 'instant' && !comesLater(facts);
  return [...(instant ? (['finish'] as const) : []), 'accept', 'decline', 'receive'];
}

/** A deferred paper (容缺) is waited for, also by an instant item. */
function comesLater({ guide, answers, marks }: OutcomeFacts): boolean {
  return tally(checklistOf(guide, answers), marks).deferred.length > 0;
}

/** Some declared check stops the acceptance. */
export function isBlocked({ guide, answers }: Pick<OutcomeFacts, 'guide' | 'answers'>): boolean {
  return failedChecks(guide, answers).failed.some((check) => check.severity === 'block');
}

type GroundFacts = Pick<OutcomeFacts, 'item' | 'today'> & { readonly lacking: boolean };

/** The grounds of the closed list that can be true of this item today. */
export function declineGrounds({ item, today, lacking }: GroundFacts): readonly Ground[] {
  return groundsOf(item.intakeRule).filter(
    (ground) => (!ground.onlyNotInForce || !inForce({ item, today })) && (!ground.needsLines || lacking),
  );
}

/** The ground that the facts point to; null when the clerk has to say. */
export function likelyGround(facts: GroundFacts & { readonly blocked: boolean }): string | null {
  const code = !inForce(facts)
    ? 'notInForce'
    : facts.lacking
      ? 'papersIncomplete'
      : facts.blocked
        ? 'conditionsNotMet'
        : null;
  return declineGrounds(facts).find((ground) => ground.code === code)?.code ?? null;
}

export function inForce({ item, today }: Pick<OutcomeFacts, 'item' | 'today'>): boolean {
  return itemStatusOn(item, today).state === 'in_force';
}
