import type { Route } from './item.ts';
import { HANDLING_ROLES } from './office.ts';
import type { Transition } from './transitionRow.ts';

const assign = (from: Transition['from'], routes: readonly Route[]): Transition => ({
  ...{
    command: 'assign',
    from,
    to: 'same',
    routes,
    roles: HANDLING_ROLES,
    at: 'holder',
    only: ['unfinished'],
  },
});

/** 分派: among the people of the office that has it, from acceptance until nothing is left but to deliver. */
export const ASSIGNMENT: readonly Transition[] = [
  assign(['accepted', 'decided', 'approved'], ['direct', 'district']),
  assign(
    ['accepted', 'opined', 'approved', 'sealed', 'atDepartment', 'returnedByDepartment', 'escalated'],
    ['review'],
  ),
  assign(['accepted', 'atDepartment', 'decided', 'approved'], ['window']),
  assign(['escalated'], ['district']),
];
