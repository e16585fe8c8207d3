import type { Case } from './case.ts';
import { isFinished, outcomeOf } from './handling.ts';
import type { HandedOver, HandOff } from './handOff.ts';
import type { Item } from './item.ts';
import type { LegalDate } from './time.ts';

/** When a hand-off begins and ends. Apart from `handOff.ts`, which every list of cases needs. */

/** What a case hands over when it comes from one state into another; undefined where nothing was ended. */
export function handedOver(before: Case, after: Case, item: Item): HandedOver | undefined {
  if (item.kind !== 'permit' || !item.supervision) return undefined;
  if (after.status === before.status) return undefined;
  if (after.status === 'revoked') return 'revoked';
  const ended = (found: Case) => found.status === 'delivered' || isFinished(found.status, item, found.route);
  return ended(after) && !ended(before) ? outcomeOf(after) : undefined;
}

/** Those before, of which nobody waits for an answer any more. */
export const handOffsOver = (
  { handOffs }: Pick<Case, 'handOffs'>,
  over: LegalDate,
): readonly HandOff[] | undefined =>
  handOffs?.map((one) => (one.answered || one.over !== undefined ? one : { ...one, over }));

/** What the supervising department has found of the grant that stands. */
export const problemFound = ({ handOffs }: Pick<Case, 'handOffs'>): HandOff['answered'] => {
  const answered = handOffs?.at(-1)?.answered;
  return answered?.outcome === 'problem' ? answered : undefined;
};
