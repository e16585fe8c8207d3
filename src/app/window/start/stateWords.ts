import type { Case, CaseStatus } from '../../../domain/case.ts';
import { statusOn } from '../../../domain/intakeRules.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { DEEMED, statusWords } from '../../parts/caseWords.ts';

export interface StateWords {
  readonly word: string;
  readonly shape: 'inbox' | 'clock' | 'back' | 'stop' | 'done' | 'leave';
}

const SHAPES: Readonly<Record<CaseStatus, StateWords['shape']>> = {
  received: 'inbox',
  correcting: 'clock',
  returned: 'back',
  declined: 'stop',
  closed: 'stop',
  accepted: 'done',
  withdrawn: 'leave',
  opined: 'clock',
  decided: 'clock',
  approved: 'clock',
  sealed: 'clock',
  atDepartment: 'clock',
  returnedByDepartment: 'back',
  issued: 'done',
  refused: 'stop',
  delivered: 'done',
  answered: 'done',
  escalated: 'clock',
  revoked: 'stop',
};

/** The state that counts today, in a word with a shape; silence that has accepted a case says so. */
export function stateOf(
  view: { readonly case: Pick<Case, 'status' | 'papersOn' | 'item'> },
  today: LegalDate,
  rules: Rules,
): StateWords {
  const found = view.case;
  const item = rules.item(found.item);
  const status = item ? statusOn(found, item.intakeRule, today, rules.calendar) : found.status;
  if (status !== found.status) return { word: DEEMED, shape: 'done' };
  return { word: statusWords[status], shape: SHAPES[status] };
}
