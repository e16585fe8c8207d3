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
  found: Pick<Case, 'decision' | 'opinion' | 'approval'>,
  person: string,
): Refusal | undefined {
  if (drafterOf(found)?.by === person) return { code: 'duty.drafter', facts: {} };
  if (act === 'seal' && found.approval?.by === person) return { code: 'duty.approver', facts: {} };
  return undefined;
}
