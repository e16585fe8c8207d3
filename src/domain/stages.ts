import type { Case, CaseStatus } from './case.ts';
import { outcomeOf } from './handling.ts';
import type { Item, Route } from './item.ts';
import { holdsFor } from './standing.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/** Rows that bring a case forward; going back and ending on the way are no part of its line. */
const ASIDE: ReadonlySet<Transition['command']> = new Set([
  'withdraw',
  'close',
  'sendBack',
  'recallOpinion',
  'returnForForm',
  'refuseOnOpinion',
  'requireCorrection',
  'returnPapers',
  'decline',
  'escalate',
  'revoke',
]);

function isFor(row: Transition, from: CaseStatus, item: Item, route: Route): boolean {
  if (row.to === 'same' || ASIDE.has(row.command) || !row.routes.includes(route)) return false;
  return (row.only ?? []).every((one) => holdsFor(one, item, route, from));
}

/**
 * The states that a case of this item passes on this route from its receipt to its end, read off the table: the citizen's
 * line of steps, the clerk's, and the drawing in the documentation are one.
 */
export function stagesOf(item: Item, route: Route): readonly CaseStatus[] {
  const line: CaseStatus[] = ['received'];
  for (;;) {
    const here = line[line.length - 1];
    const row = here && TRANSITIONS.find((one) => one.from.includes(here) && isFor(one, here, item, route));
    if (!row || row.to === 'same' || line.includes(row.to)) break;
    line.push(row.to);
  }
  return line;
}

/** The line of a case, and how far it has come on it; -1 where it has left it (declined, withdrawn …). */
export interface Line {
  readonly stages: readonly CaseStatus[];
  readonly at: number;
}

/** What is refused passes no state that says that it was granted. */
export function lineOf(found: Case, status: CaseStatus, item: Item): Line {
  const refused = outcomeOf(found) === 'refused';
  const stages = stagesOf(item, found.route).map((one) => (one === 'issued' && refused ? 'refused' : one));
  const heard = status === 'closed' && found.ending?.ground === 'answered';
  return { stages, at: stageOf({ status: heard ? 'answered' : status }, stages) };
}

/** How far a case is on its line; -1 where it has left it (declined, withdrawn, given back for its form …). */
function stageOf(found: Pick<Case, 'status'>, line: readonly CaseStatus[]): number {
  const aside: Partial<Record<CaseStatus, CaseStatus>> = {
    correcting: 'received',
    escalated: 'accepted',
    returnedByDepartment: 'approved',
  };
  return line.indexOf(aside[found.status] ?? found.status);
}
