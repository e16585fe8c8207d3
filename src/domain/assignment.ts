import type { Case, CaseEventType, CaseStatus } from './case.ts';
import type { Signed } from './handling.ts';
import type { Post, Role } from './office.ts';
import type { Instant } from './time.ts';

/**
 * 分派: who of the office that has a case sees to it. A word among colleagues and never a power: whoever has the post may
 * act as before, so that no case waits on the desk of somebody who is absent.
 */
export interface Assignment extends Signed {
  readonly at: Instant;
  /** Id of whoever it was given to; null = given back to all. */
  readonly person: string | null;
  /** Their name; empty when it was given back. */
  readonly personName: string;
  readonly text: string;
}

/** With where the case was then: in another state or at another office nobody has it any more. */
export interface Assigned extends Assignment {
  readonly status: CaseStatus;
  /** How many stations it had come through. */
  readonly station: number;
}

/** Who has it now. */
export type Assignee = Assigned & { readonly person: string };

/** Somebody of the same office, as far as a colleague has to know. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

/**
 * Whether a command is only said beside a case. Whatever is done on it afterwards does not come after that: who gives a
 * case to whom, or what a system gave back, may be refused because somebody else was quicker, and no judgement waits for it.
 */
export const isBeside = (type: string): boolean =>
  type === 'assign' || type === 'copied' || type === 'settle';

const BESIDE_EVENTS: readonly CaseEventType[] = ['noted', 'assigned', 'systemNumbered', 'flagSettled'];

/** Paper that travels, and words among colleagues: the case itself is not taken in hand by them. */
export const isBesideEvent = (type: CaseEventType): boolean =>
  type.startsWith('papers') || BESIDE_EVENTS.includes(type);

/** Characters of what is said with it. */
export const ASSIGN_LENGTH = 200;

/** A case travels whole: so many of the last assignments are kept in it; the history has all. */
const KEPT = 20;

/** What silence has accepted stands as received until that is recorded; nothing else that is received can be assigned. */
const stateOf = (status: CaseStatus): CaseStatus => (status === 'received' ? 'accepted' : status);

type Where = Pick<Case, 'status' | 'stations' | 'assigned'>;

export function withAssigned(before: Where, event: Assignment): Pick<Case, 'assigned'> {
  const { status, stations = [], assigned = [] } = before;
  const one: Assigned = { ...event, status: stateOf(status), station: stations.length };
  return { assigned: [...assigned, one].slice(-KEPT) };
}

/**
 * Whose the case is now; undefined where it is everybody's. Computed: the act that brings it on, or to another office, frees
 * it, and what is sent back within the office to the same work is again whoever's it was.
 */
export function assigneeOf(found: Where): Assignee | undefined {
  const here = assignmentsHere(found).at(-1);
  return here && here.person !== null ? { ...here, person: here.person } : undefined;
}

const assignmentsHere = ({ status, stations = [], assigned = [] }: Where): readonly Assigned[] =>
  assigned.filter((one) => one.status === stateOf(status) && one.station === stations.length);

/** What took a case out of somebody's hands: by whom, and to whom it went. */
export type Relieved = Assignment & { readonly had: string };

/**
 * Out of whose hands it was taken by another, while it is where they had it and not theirs again: whoever was away hears
 * that it is with somebody else. The last time counts.
 */
export function relievedOf(found: Where): readonly Relieved[] {
  const last = new Map<string, Relieved>();
  let had: string | null = null;
  for (const one of assignmentsHere(found)) {
    if (had !== null && had !== one.person && had !== one.by) last.set(had, { ...one, had });
    if (one.person !== null) last.delete(one.person);
    had = one.person;
  }
  return [...last.values()];
}

/** Who may say that a colleague sees to it; everybody else only takes it, or gives back what is theirs. */
const GIVING: readonly Role[] = ['reviewer', 'leader', 'officer'];

export const mayGive = (roles: readonly Role[]): boolean => GIVING.some((role) => roles.includes(role));
