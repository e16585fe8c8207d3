import type { Case, CaseStatus } from './case.ts';
import type { Route } from './item.ts';
import type { Office, Role } from './office.ts';

/**
 * The table of DESIGN §4 as data: who may bring a case from which states to which, by route.
 * Screens, the endpoint's permissions, the citizen's line of steps and the drawing in the documentation read it.
 * Intake stands first; handling (opine, decide, seal …) is appended as further rows.
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
}

/** `anyHall`: one of the ten halls. `receivingHall`: the hall that received the case. */
export type OfficeRelation = 'anyHall' | 'receivingHall';

export const CASE_COMMANDS = [
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
] as const;
export type CaseCommandType = (typeof CASE_COMMANDS)[number];

const ALL: readonly Route[] = ['direct', 'review', 'window', 'district'];

export const TRANSITIONS: readonly Transition[] = [
  { command: 'receive', from: ['none'], to: 'received', routes: ALL, roles: ['clerk'], at: 'anyHall' },
  // A second notice with a new line is the supervisor's; the rule stands in decide.ts, the post stands here.
  {
    command: 'requireCorrection',
    from: ['received'],
    to: 'correcting',
    routes: ALL,
    roles: ['clerk', 'supervisor'],
    at: 'receivingHall',
  },
  {
    command: 'supplement',
    from: ['correcting'],
    to: 'received',
    routes: ALL,
    roles: ['clerk'],
    at: 'receivingHall',
  },
  {
    command: 'returnPapers',
    from: ['received'],
    to: 'returned',
    routes: ALL,
    roles: ['clerk'],
    at: 'receivingHall',
  },
  {
    command: 'decline',
    from: ['received'],
    to: 'declined',
    routes: ALL,
    roles: ['clerk'],
    at: 'receivingHall',
  },
  {
    command: 'close',
    from: ['correcting', 'accepted'],
    to: 'closed',
    routes: ALL,
    roles: ['clerk'],
    at: 'receivingHall',
  },
  {
    command: 'accept',
    from: ['received'],
    to: 'accepted',
    routes: ALL,
    roles: ['clerk'],
    at: 'receivingHall',
  },
  { command: 'fulfil', from: ['accepted'], to: 'same', routes: ALL, roles: ['clerk'], at: 'receivingHall' },
  {
    command: 'withdraw',
    from: ['received', 'correcting', 'accepted'],
    to: 'withdrawn',
    routes: ALL,
    roles: ['clerk'],
    at: 'anyHall',
  },
  {
    command: 'setAside',
    from: ['any'],
    to: 'same',
    routes: ALL,
    roles: ['clerk', 'supervisor'],
    at: 'anyHall',
  },
];

/** The person who acts: one office, and the posts held there at the moment of the act. */
export interface Actor {
  readonly office: Office;
  readonly roles: readonly Role[];
}

export type Standing = 'ok' | 'role' | 'office' | 'state' | 'route' | 'unknown';

/** Why a transition is not open to an actor, or `ok`. Powers are looked at before the state. */
export function standingFor(
  command: CaseCommandType,
  found: Case | null,
  actor: Actor,
  /** The status that counts, deemed acceptance included. */
  status: CaseStatus | 'none',
  route: Route,
): Standing {
  const standings = TRANSITIONS.filter((row) => row.command === command).map((row) =>
    standingOn(row, found, actor, status, route),
  );
  return standings.reduce((best, one) => (NEARNESS[one] > NEARNESS[best] ? one : best), 'unknown');
}

/** With several rows for one command, the refusal that came nearest to being allowed says most. */
const NEARNESS: Readonly<Record<Standing, number>> = {
  unknown: 0,
  role: 1,
  office: 2,
  route: 3,
  state: 4,
  ok: 5,
};

function standingOn(
  row: Transition,
  found: Case | null,
  actor: Actor,
  status: CaseStatus | 'none',
  route: Route,
): Standing {
  if (!row.roles.some((role) => actor.roles.includes(role))) return 'role';
  if (!officeFits(row, found, actor)) return 'office';
  if (!row.routes.includes(route)) return 'route';
  return row.from.includes('any') || row.from.includes(status) ? 'ok' : 'state';
}

/**
 * A supervisor oversees every hall, so the relation of a hall to a case does not bind that post; it does bind
 * what the same person does as a clerk.
 */
function officeFits(row: Transition, found: Case | null, actor: Actor): boolean {
  const asSupervisor = row.roles.includes('supervisor') && actor.roles.includes('supervisor');
  if (asSupervisor) return true;
  const isHall = actor.office.kind !== 'department';
  if (row.at === 'anyHall') return isHall;
  return isHall && found?.hall === actor.office.id;
}
