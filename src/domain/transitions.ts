import type { CaseStatus } from './case.ts';
import type { Route } from './item.ts';
import type { Role } from './office.ts';
import { ASSIGNMENT } from './transitionsAssign.ts';

/**
 * The table of DESIGN §4 as data: who may bring a case from which states to which, by route, and for which items.
 * Screens, the endpoint's permissions, the citizen's line of steps and the drawing in the documentation read it.
 * Who may is judged in `standing.ts`, what else an act needs in the `decide*.ts` files.
 */
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
  /** The last act that item and route ask for has been done. */
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
  'verifyPromise',
  'revoke',
  'rectify',
  'claimHandOff',
  'answerHandOff',
] as const;
export type HandlingCommandType = (typeof HANDLING_COMMANDS)[number];

export const CASE_COMMANDS = [...INTAKE_COMMANDS, ...HANDLING_COMMANDS] as const;
export type CaseCommandType = (typeof CASE_COMMANDS)[number];

const ALL: readonly Route[] = ['direct', 'review', 'window', 'district'];
/** Where the town's own people look at the substance. */
const TOWN: readonly Route[] = ['direct', 'review'];
/** Where one office decides and, with its own leader and seal, ends it. */
const DECIDED: readonly Route[] = ['direct', 'window', 'district'];

/** Judged to its end, and to be supervised. */
const ENDED_LICENCE: readonly Circumstance[] = ['licence', 'finished'];

/** The `from` of a row stays narrow, and an act with several rows stands in several lines. */
const row = (
  command: CaseCommandType,
  from: Transition['from'],
  to: Transition['to'],
  routes: readonly Route[],
  roles: readonly Role[],
  at: OfficeRelation,
  only?: readonly Circumstance[],
): Transition => ({ command, from, to, routes, roles, at, ...(only ? { only } : {}) });

const INTAKE: readonly Transition[] = [
  row('receive', ['none'], 'received', ALL, ['clerk'], 'anyHall'),
  // A second notice with a new line is the supervisor's; the rule stands in decidePapers.ts, the post stands here.
  row('requireCorrection', ['received'], 'correcting', ALL, ['clerk', 'supervisor'], 'receivingHall'),
  row('supplement', ['correcting'], 'received', ALL, ['clerk'], 'receivingHall'),
  row('returnPapers', ['received'], 'returned', ALL, ['clerk'], 'receivingHall'),
  row('decline', ['received'], 'declined', ALL, ['clerk'], 'receivingHall'),
  row('close', ['correcting', 'accepted'], 'closed', ALL, ['clerk'], 'receivingHall'),
  row('accept', ['received'], 'accepted', ALL, ['clerk'], 'receivingHall'),
  // Until it is decided or sealed.
  row('fulfil', ['accepted'], 'same', ALL, ['clerk'], 'receivingHall'),
  row(
    'fulfil',
    ['opined', 'approved', 'returnedByDepartment'],
    'same',
    ['review'],
    ['clerk'],
    'receivingHall',
  ),
  row('fulfil', ['atDepartment'], 'same', ['window'], ['clerk'], 'receivingHall'),
  row('withdraw', ['received', 'correcting', 'accepted'], 'withdrawn', ALL, ['clerk'], 'anyHall'),
  row('withdraw', ['opined', 'approved'], 'withdrawn', ['review'], ['clerk'], 'anyHall'),
  row('withdraw', ['atDepartment'], 'withdrawn', ['window'], ['clerk'], 'anyHall'),
  row('withdraw', ['escalated'], 'withdrawn', ['review', 'district'], ['clerk'], 'anyHall', ['consultation']),
  row('setAside', ['any'], 'same', ALL, ['clerk', 'supervisor'], 'anyHall'),
  row('setAside', ['any'], 'same', ALL, ['reviewer', 'leader', 'sealer', 'officer'], 'anyOffice'),
  row('claim', ['correcting'], 'same', ALL, ['clerk'], 'otherHall'),
  row('supplement', ['correcting'], 'received', ALL, ['clerk'], 'claimingHall'),
];

const HANDLING: readonly Transition[] = [
  row(
    'recordStep',
    ['accepted', 'decided', 'approved', 'sealed'],
    'same',
    ['direct'],
    ['clerk', 'reviewer'],
    'holder',
  ),
  row('recordStep', ['accepted', 'opined'], 'same', ['review'], ['clerk', 'reviewer'], 'holder'),
  row('recordStep', ['accepted'], 'same', ['window'], ['clerk', 'reviewer'], 'holder'),
  row(
    'recordStep',
    ['atDepartment', 'decided', 'approved', 'sealed'],
    'same',
    ['window'],
    ['officer'],
    'holder',
  ),
  row(
    'recordStep',
    ['accepted', 'decided', 'approved', 'sealed'],
    'same',
    ['district'],
    ['officer'],
    'holder',
  ),
  // Which of a guide's steps are whose is judged in `decideSteps.ts`. A department's own on a case that the town judges
  // (public notice, payment) come once it has the case; a payment also after the result has been told.
  row('recordStep', ['atDepartment', 'issued', 'delivered'], 'same', ['review'], ['officer'], 'department'),
  row('recordStep', ['delivered'], 'same', ['window', 'district'], ['officer'], 'department', ['promised']),
  // The department asks the town to go and look.
  row('recordStep', ['atDepartment'], 'same', ['window'], ['clerk', 'reviewer'], 'town'),
  // What is done at once, or answered, stays at the district hall, where there is no officer.
  row('recordStep', ['accepted', 'decided'], 'same', ['district'], ['clerk'], 'receivingHall', ['instant']),
  row('recordStep', ['accepted', 'escalated'], 'same', ['district'], ['clerk'], 'receivingHall', [
    'consultation',
  ]),
  row('opine', ['accepted'], 'opined', ['review'], ['reviewer'], 'holder', ['promised']),
  row('decide', ['accepted'], 'decided', ['direct'], ['reviewer'], 'holder', ['promised']),
  row('decide', ['accepted'], 'decided', ['direct', 'district'], ['clerk'], 'receivingHall', ['instant']),
  row('decide', ['accepted'], 'decided', ['district'], ['officer'], 'holder', ['promised']),
  row('decide', ['atDepartment'], 'decided', ['window'], ['officer'], 'holder', ['promised']),
  row('approve', ['opined'], 'approved', ['review'], ['leader'], 'holder'),
  row('approve', ['decided'], 'approved', DECIDED, ['leader'], 'holder', ['approvalNeeded']),
  row('sendBack', ['opined', 'approved'], 'accepted', ['review'], ['leader', 'sealer'], 'holder'),
  row(
    'sendBack',
    ['decided', 'approved'],
    'accepted',
    ['direct', 'district'],
    ['leader', 'sealer'],
    'holder',
    ['promised'],
  ),
  row('sendBack', ['decided', 'approved'], 'atDepartment', ['window'], ['leader', 'sealer'], 'holder'),
  row('seal', ['approved', 'returnedByDepartment'], 'sealed', ['review'], ['sealer'], 'holder'),
  row('seal', ['approved'], 'sealed', DECIDED, ['sealer'], 'holder', ['sealNeeded']),
  row('seal', ['decided'], 'sealed', DECIDED, ['sealer'], 'holder', ['sealNeeded', 'approvalWaived']),
  row('forward', ['accepted'], 'atDepartment', ['window'], ['clerk', 'reviewer'], 'holder'),
  row('forward', ['sealed'], 'atDepartment', ['review'], ['clerk', 'reviewer'], 'holder'),
  // No row lets a department look at the substance of a `review` case again.
  row('returnForForm', ['atDepartment'], 'returnedByDepartment', ['review'], ['officer'], 'holder'),
  row(
    'recallOpinion',
    ['opined', 'approved', 'sealed', 'atDepartment', 'returnedByDepartment'],
    'accepted',
    ['review'],
    ['reviewer', 'leader'],
    'town',
  ),
  row('issue', ['atDepartment'], 'issued', ['review'], ['officer'], 'holder'),
  row('refuseOnOpinion', ['atDepartment'], 'refused', ['review'], ['officer'], 'holder'),
  row('deliver', ['decided', 'approved', 'sealed'], 'delivered', DECIDED, ['clerk'], 'anyHall', ['finished']),
  row('deliver', ['issued', 'refused'], 'delivered', ['review'], ['clerk'], 'anyHall'),
];

const CLOCK: readonly Transition[] = [
  row('suspend', ['accepted'], 'same', TOWN, ['reviewer'], 'holder'),
  row('suspend', ['accepted'], 'same', ['district'], ['officer'], 'holder'),
  row('suspend', ['atDepartment'], 'same', ['window'], ['officer'], 'holder'),
  row('resume', ['accepted'], 'same', TOWN, ['reviewer'], 'holder'),
  row('resume', ['accepted'], 'same', ['district'], ['officer'], 'holder'),
  row('resume', ['atDepartment'], 'same', ['window'], ['officer'], 'holder'),
  row('extend', ['accepted', 'opined', 'decided'], 'same', TOWN, ['leader'], 'holder', ['promised']),
  row('extend', ['accepted', 'decided'], 'same', ['district'], ['leader'], 'holder', ['promised']),
  row('extend', ['atDepartment', 'decided'], 'same', ['window'], ['leader'], 'holder'),
];

/** Item 8: what was asked is answered, by the department where the town cannot. */
const CONSULTATION: readonly Transition[] = [
  row('answer', ['accepted'], 'answered', ['review', 'district'], ['clerk', 'reviewer'], 'receivingHall', [
    'consultation',
  ]),
  row('escalate', ['accepted'], 'escalated', ['review', 'district'], ['clerk', 'reviewer'], 'receivingHall', [
    'consultation',
  ]),
  row('answer', ['escalated'], 'answered', ['review', 'district'], ['officer'], 'department', [
    'consultation',
  ]),
  row('close', ['answered'], 'closed', ['review', 'district'], ['clerk'], 'receivingHall', ['consultation']),
];

/** Custody of the paper, a small state of its own: whose it is to move is judged in `decidePaper.ts`. */
const PAPER: readonly Transition[] = [
  row('dispatchPapers', ['any'], 'same', ALL, ['clerk', 'reviewer', 'officer'], 'anyOffice'),
  row('signForPapers', ['any'], 'same', ALL, ['clerk', 'reviewer', 'officer'], 'anyOffice'),
  row('reportMissing', ['any'], 'same', ALL, ['clerk', 'reviewer', 'officer'], 'anyOffice'),
];

/** 业务指导: what two offices write each other on a case. Whoever sees it may; in whatever state; it is no act on the case. */
const NOTES: readonly Transition[] = [
  row(
    'note',
    ['any'],
    'same',
    ALL,
    ['clerk', 'reviewer', 'leader', 'sealer', 'officer', 'supervisor'],
    'anyOffice',
  ),
];

/** After the result was handed over: 告知承诺 unmet, told to mend, revoked; the revocation is sealed and handed over too. */
const AFTERWARDS: readonly Transition[] = [
  row('verifyPromise', ['delivered'], 'same', TOWN, ['reviewer'], 'decider'),
  row('verifyPromise', ['delivered'], 'same', ['window', 'district'], ['officer'], 'decider'),
  row('revoke', ['delivered'], 'revoked', DECIDED, ['leader'], 'decider'),
  // Issued by the department on the town's opinion: on what the town finds, the department revokes it.
  row('revoke', ['delivered'], 'revoked', ['review'], ['leader'], 'department'),
  row('seal', ['revoked'], 'same', DECIDED, ['sealer'], 'decider', ['sealNeeded']),
  row('deliver', ['revoked'], 'same', ALL, ['clerk'], 'anyHall', ['finished']),
  // What was written down wrong, the hall that wrote it down puts right, from acceptance on.
  row(
    'rectify',
    ['accepted', 'decided', 'approved', 'sealed', 'delivered', 'revoked'],
    'same',
    ALL,
    ['clerk'],
    'receivingHall',
  ),
  row('rectify', ['atDepartment'], 'same', ['review', 'window'], ['clerk'], 'receivingHall'),
  row(
    'rectify',
    ['opined', 'returnedByDepartment', 'issued', 'refused'],
    'same',
    ['review'],
    ['clerk'],
    'receivingHall',
  ),
  row('rectify', ['answered', 'escalated'], 'same', ['review', 'district'], ['clerk'], 'receivingHall', [
    'consultation',
  ]),
];

/** 审管衔接: sent with the act that ends the judgement (`decideHandOff.ts`), then claimed and answered. */
const SUPERVISED: readonly Transition[] = (['claimHandOff', 'answerHandOff'] as const).flatMap((command) => [
  row(command, ['decided', 'approved', 'sealed'], 'same', DECIDED, ['officer'], 'supervising', ENDED_LICENCE),
  row(command, ['issued', 'refused'], 'same', ['review'], ['officer'], 'supervising', ENDED_LICENCE),
  row(command, ['delivered', 'revoked'], 'same', ALL, ['officer'], 'supervising', ['licence']),
]);

export const TRANSITIONS: readonly Transition[] = [
  ...INTAKE,
  ...HANDLING,
  ...CLOCK,
  ...CONSULTATION,
  ...PAPER,
  ...NOTES,
  ...ASSIGNMENT,
  ...AFTERWARDS,
  ...SUPERVISED,
];
