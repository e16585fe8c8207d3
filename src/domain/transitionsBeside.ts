import type { Route } from './item.ts';
import type { Role } from './office.ts';
import { ALL, type OfficeRelation, row, type Transition } from './transitionRow.ts';

const copied = (
  route: Route,
  from: Transition['from'],
  roles: readonly Role[],
  at: OfficeRelation,
  only?: Transition['only'],
): Transition => row('copied', from, 'same', [route], roles, at, only);

const BEFORE = ['received', 'correcting', 'accepted'] as const;
const OVER = ['delivered', 'revoked'] as const;
const JUDGED = ['decided', 'approved', 'sealed'] as const;
const ASKED = ['answered', 'escalated'] as const;
const TOWN_REVIEW = ['opined', 'approved', 'sealed', 'atDepartment', 'returnedByDepartment'] as const;
const ISSUED = ['issued', 'refused'] as const;

/** Whoever copies a case into the system of record writes down what that gave back: also just after the case has ended. */
const COPIED: readonly Transition[] = [
  copied('direct', [...BEFORE, ...JUDGED, ...OVER], ['clerk'], 'receivingHall'),
  copied('window', [...BEFORE, 'atDepartment', ...JUDGED, ...OVER], ['clerk'], 'receivingHall'),
  copied('district', [...BEFORE, ...JUDGED, ...OVER, ...ASKED], ['clerk'], 'receivingHall'),
  copied('review', [...BEFORE, ...TOWN_REVIEW, ...ISSUED, ...OVER, ...ASKED], ['clerk'], 'receivingHall'),
  copied('direct', ['accepted', ...JUDGED, ...OVER], ['clerk', 'reviewer'], 'town'),
  copied('window', ['accepted', 'atDepartment', ...JUDGED, ...OVER], ['clerk', 'reviewer'], 'town'),
  copied('review', ['accepted', ...TOWN_REVIEW, ...ISSUED, ...OVER], ['clerk', 'reviewer'], 'town'),
  // A department copies what has been sent to it.
  copied('window', ['atDepartment', ...JUDGED, ...OVER], ['officer'], 'department'),
  copied('review', ['atDepartment', ...ISSUED, ...OVER, 'escalated'], ['officer'], 'department'),
  copied('district', ['accepted', ...JUDGED, ...OVER], ['officer'], 'department', ['promised']),
];

/** 待核: looked into by the reviewer of the town that has it or received it, or by the district. Where the case is, is all one. */
const SETTLED: readonly Transition[] = [
  row('settle', ['any'], 'same', ALL, ['reviewer'], 'receivingHall'),
  row('settle', ['any'], 'same', ['direct', 'review', 'window'], ['reviewer'], 'town'),
  row('settle', ['any'], 'same', ALL, ['supervisor'], 'anyHall'),
];

/** What is said beside a case: no state hangs on it. */
export const BESIDE: readonly Transition[] = [...COPIED, ...SETTLED];
