import type { Case } from './case.ts';
import type { Refusal } from './result.ts';

/** Who drafted what is to be released: the decision where there is one, else the opinion. */
export const drafterOf = ({ decision, opinion }: Pick<Case, 'decision' | 'opinion'>) => decision ?? opinion;

/**
 * 起草、批准、监印: three people on one case, told apart by person however many posts somebody holds (a deputy's too).
 * @returns why somebody may not do it although their post would let them
 */
export function dutyRefusal(
  act: 'approve' | 'seal',
  found: Pick<Case, 'decision' | 'opinion' | 'approval' | 'revocation'>,
  person: string,
): Refusal | undefined {
  const { approval, revocation } = found;
  // A revocation is drafted by whoever found the fault, and approved by the leader who revoked.
  const [drafter, approver] = revocation ? [revocation.drafter, revocation] : [drafterOf(found), approval];
  if (drafter?.by === person) return { code: 'duty.drafter', facts: {} };
  if (act === 'seal' && approver?.by === person) return { code: 'duty.approver', facts: {} };
  return undefined;
}
