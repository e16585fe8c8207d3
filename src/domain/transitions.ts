import { ALL, DECIDED, ENDED_LICENCE, row, TOWN, type Transition } from './transitionRow.ts';
import { ASSIGNMENT } from './transitionsAssign.ts';
import { BESIDE } from './transitionsBeside.ts';

export {
  CASE_COMMANDS,
  type CaseCommandType,
  type Circumstance,
  HANDLING_COMMANDS,
  type HandlingCommandType,
  INTAKE_COMMANDS,
  type IntakeCommandType,
  type OfficeRelation,
  type Transition,
} from './transitionRow.ts';

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
  // Whoever stands at another hall is not turned away (notice): it may take the case for what the rows leave to any hall,
  // in the states in which they do. What of that it is for now is judged in `decideClaim.ts`.
  row('claim', ['received', 'correcting', 'accepted'], 'same', ALL, ['clerk'], 'otherHall'),
  row('claim', ['opined', 'approved', 'issued', 'refused'], 'same', ['review'], ['clerk'], 'otherHall'),
  row('claim', ['atDepartment'], 'same', ['window'], ['clerk'], 'otherHall'),
  row('claim', ['escalated'], 'same', ['review', 'district'], ['clerk'], 'otherHall', ['consultation']),
  row('claim', ['decided', 'approved', 'sealed'], 'same', DECIDED, ['clerk'], 'otherHall', ['finished']),
  row('claim', ['revoked'], 'same', ALL, ['clerk'], 'otherHall', ['finished']),
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

/**
 * The table of DESIGN §4 as data: who may bring a case from which states to which, by route, and for which items.
 * Screens, the endpoint's permissions, the citizen's line of steps and the drawing in the documentation read it.
 * Who may is judged in `standing.ts`, what else an act needs in the `decide*.ts` files.
 */
export const TRANSITIONS: readonly Transition[] = [
  ...INTAKE,
  ...HANDLING,
  ...CLOCK,
  ...CONSULTATION,
  ...PAPER,
  ...NOTES,
  ...ASSIGNMENT,
  ...BESIDE,
  ...AFTERWARDS,
  ...SUPERVISED,
];
