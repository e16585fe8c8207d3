import { type Case, type CaseEvent, evolve } from '../../domain/case.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import { numberKeyOf } from './workingSet.ts';

/** A case as one more event leaves it. */
export function caseAfter(
  before: Case | null,
  event: CaseEvent,
  stream: string,
  version: number,
): Case | null {
  const next = evolve(before, event, stream);
  // A stream may begin with an act on a case that was never received; its events count all the same.
  return next && { ...next, version };
}

/** What search reads of a stream. */
export function columnsOf(state: Case | SlipIssued | null) {
  if (!state) return { numberKey: null, item: null, status: null, hall: null };
  const status = 'status' in state ? state.status : null;
  return { numberKey: numberKeyOf(state.number), item: state.item, status, hall: state.hall };
}
