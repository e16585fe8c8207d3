import type { CaseStatus } from './case.ts';
import type { Route } from './item.ts';
import type { Role } from './office.ts';

/** One line of the table (`transitions.ts`). */
export interface Transition {
  readonly command: CaseCommandType;
  /** `none` = no case yet; `any` = whatever state, even none. */
  readonly from: readonly (CaseStatus | 'none' | 'any')[];
  /** `same` = the state stays. */
  readonly to: CaseStatus | 'same';
  readonly routes: readonly Route[];
  readonly roles: readonly Role[];
  /** Which office of the person counts. */
  readonly at: OfficeRelation;
  /** All of these must hold of the item (and the case); absent = every item. */
  readonly only?: readonly Circumstance[];
}

/**
 * `anyHall`: one of the ten halls. `receivingHall`: the hall that received the case. `holder`: the office that has the
 * case now (`holderOf`). `town`: the town that handles it. `department`: the item's. `decider`: the office that answers for
 * what was decided (`deciderOf`). `supervising`: the department that supervises what the item allows. `anyOffice`: what
 * binds it is judged with the act itself. `otherHall`: one of the ten that did not receive it. `claimingHall`: a hall that
 * has claimed it for the supplement that is awaited.
 */
export type OfficeRelation =
  | 'anyHall'
  | 'receivingHall'
  | 'otherHall'
  | 'claimingHall'
  | 'holder'
  | 'town'
  | 'department'
  | 'decider'
  | 'supervising'
  | 'anyOffice';

/** What an item (or the case) must be like for a row to be for it; judged in `standing.ts`. */
export type Circumstance =
  | 'instant'
  | 'promised'
  | 'consultation'
  | 'approvalNeeded'
  | 'approvalWaived'
  | 'sealNeeded'
  /** Of the kind `permit`, which is handed over to whoever supervises it. */
  | 'licence'
  /** Whether the last act that item and route ask for has been done. */
  | 'finished'
  | 'unfinished';

/** What happens at the window, before somebody judges. */
export const INTAKE_COMMANDS = [
  'receive',
  'requireCorrection',
  'supplement',
  'returnPapers',
  'decline',
  'close',
  'accept',
  'fulfil',
  'withdraw',
  'setAside',
  'claim',
] as const;
export type IntakeCommandType = (typeof INTAKE_COMMANDS)[number];

export const HANDLING_COMMANDS = [
  'recordStep',
  'opine',
  'decide',
  'approve',
  'sendBack',
  'seal',
  'forward',
  'returnForForm',
  'recallOpinion',
  'issue',
  'refuseOnOpinion',
  'deliver',
  'suspend',
  'resume',
  'extend',
  'answer',
  'escalate',
  'dispatchPapers',
  'signForPapers',
  'reportMissing',
  'note',
  'assign',
  'copied',
  'settle',
  'verifyPromise',
  'revoke',
  'rectify',
  'claimHandOff',
  'answerHandOff',
] as const;
export type HandlingCommandType = (typeof HANDLING_COMMANDS)[number];

export const CASE_COMMANDS = [...INTAKE_COMMANDS, ...HANDLING_COMMANDS] as const;
export type CaseCommandType = (typeof CASE_COMMANDS)[number];

export const ALL: readonly Route[] = ['direct', 'review', 'window', 'district'];
/** Where the town's own people look at the substance. */
export const TOWN: readonly Route[] = ['direct', 'review'];
/** Where one office decides and, with its own leader and seal, ends it. */
export const DECIDED: readonly Route[] = ['direct', 'window', 'district'];

/** Judged to its end, and to be supervised. */
export const ENDED_LICENCE: readonly Circumstance[] = ['licence', 'finished'];

/** The `from` of a row stays narrow, and an act with several rows stands in several lines. */
export const row = (
  command: CaseCommandType,
  from: Transition['from'],
  to: Transition['to'],
  routes: readonly Route[],
  roles: readonly Role[],
  at: OfficeRelation,
  only?: readonly Circumstance[],
): Transition => ({ command, from, to, routes, roles, at, ...(only ? { only } : {}) });
