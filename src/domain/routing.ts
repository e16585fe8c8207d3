import type { Answers } from './condition.ts';
import type { Item, Route } from './item.ts';
import type { Office, OfficeId } from './office.ts';

/** The way a case takes from a hall: the notice's, or the district's own when the citizen went there. */
export function routeAt(item: Item, hall: Office): Route {
  return hall.kind === 'district' ? 'district' : item.route;
}

/**
 * The town that handles the case: the one that an answer names (village of the parcel, household …), or the receiving
 * hall itself. `null` at the district hall when no answer names a town.
 */
export function handlingTownOf(item: Item, answers: Answers, hall: Office): OfficeId | null {
  const own = hall.kind === 'town' ? hall.id : null;
  if (item.handlingTown.by === 'receivingHall') return own;
  const named = answers[item.handlingTown.question];
  return typeof named === 'string' && /^370406\d{3}$/.test(named) ? named : own;
}
