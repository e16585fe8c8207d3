import { deciderOf } from './afterwards.ts';
import type { Case, CaseStatus } from './case.ts';
import { openClaim } from './claim.ts';
import { approvalNeeded, holderOf, isFinished, sealNeeded } from './handling.ts';
import type { Item, Route } from './item.ts';
import type { Office, Role } from './office.ts';
import { never } from './result.ts';
import { type CaseCommandType, type Circumstance, TRANSITIONS, type Transition } from './transitions.ts';

/** The person who acts: one office, and the posts held there at the moment of the act. */
export interface Actor {
  readonly office: Office;
  readonly roles: readonly Role[];
}

export type Standing = 'ok' | 'role' | 'office' | 'state' | 'route' | 'item' | 'unknown';

/** What a step is looked at on. */
export interface Stand {
  readonly found: Pick<Case, 'hall' | 'handlingTown' | 'claims'> | null;
  /** Undefined where the catalogue does not know it (any more): then no row that asks for something of it holds. */
  readonly item: Item | undefined;
  readonly actor: Actor;
  /** The status that counts, deemed acceptance included. */
  readonly status: CaseStatus | 'none';
  readonly route: Route;
}

/** The table by command: an open case asks for every act of it (`case.open.p95`). */
const ROWS = new Map<CaseCommandType, Transition[]>();
for (const row of TRANSITIONS) ROWS.set(row.command, [...(ROWS.get(row.command) ?? []), row]);

/** Why a transition is not open to an actor, or `ok`. Powers are looked at before the state. */
export function standingFor(command: CaseCommandType, stand: Stand): Standing {
  let best: Standing = 'unknown';
  for (const row of ROWS.get(command) ?? []) {
    const one = standingOn(row, stand);
    if (NEARNESS[one] > NEARNESS[best]) best = one;
  }
  return best;
}

/** With several rows for one command, the refusal that came nearest to being allowed says most. */
const NEARNESS: Readonly<Record<Standing, number>> = {
  unknown: 0,
  role: 1,
  office: 2,
  route: 3,
  item: 4,
  state: 5,
  ok: 6,
};

function standingOn(row: Transition, stand: Stand): Standing {
  const { actor, item, status, route } = stand;
  if (!row.roles.some((role) => actor.roles.includes(role))) return 'role';
  if (!officeFits(row, stand)) return 'office';
  if (!row.routes.includes(route)) return 'route';
  const lacking = (row.only ?? []).filter((one) => !item || !holdsFor(one, item, route, status));
  if (!lacking.every(isOfProgress)) return 'item';
  const from = row.from.includes('any') || row.from.includes(status);
  return from && lacking.length === 0 ? 'ok' : 'state';
}

/** It hangs on how far the case has come, not on what the item is. */
const isOfProgress = (one: Circumstance): boolean => one === 'finished' || one === 'unfinished';

/**
 * A supervisor oversees every hall, so the relation of a hall to a case does not bind that post; it does bind
 * what the same person does as a clerk.
 */
function officeFits(row: Transition, { found, item, actor, status, route }: Stand): boolean {
  const asSupervisor = row.roles.includes('supervisor') && actor.roles.includes('supervisor');
  if (asSupervisor) return true;
  const { id, kind } = actor.office;
  switch (row.at) {
    case 'anyOffice':
      return true;
    case 'anyHall':
      return kind !== 'department';
    case 'receivingHall':
      return kind !== 'department' && found?.hall === id;
    case 'otherHall':
      return kind !== 'department' && found !== null && found.hall !== id;
    case 'claimingHall':
      return kind !== 'department' && found !== null && openClaim(found, id, 'supplement') !== undefined;
    case 'town':
      return found?.handlingTown === id;
    case 'department':
      return item?.department === id;
    case 'supervising':
      return item?.supervision?.office === id;
    case 'decider':
      return found !== null && item !== undefined && deciderOf({ ...found, route }, item) === id;
    case 'holder':
      return found !== null && item !== undefined && holderOf({ ...found, route }, item, status) === id;
    default:
      return never(row.at);
  }
}

/** Whether the table has the act in a state at all, whoever would do it. */
export const isOpenIn = (command: CaseCommandType, item: Item, route: Route, status: CaseStatus): boolean =>
  TRANSITIONS.some(
    (row) =>
      row.command === command &&
      row.from.includes(status) &&
      row.routes.includes(route) &&
      (row.only ?? []).every((one) => holdsFor(one, item, route, status)),
  );

/** Whether an item is of the kind that a row is for, on a route; `finished` hangs on how far the case has come. */
export function holdsFor(
  circumstance: Circumstance,
  item: Item,
  route: Route,
  status: CaseStatus | 'none',
): boolean {
  switch (circumstance) {
    case 'instant':
    case 'promised':
    case 'consultation':
      return item.pace === circumstance;
    case 'approvalNeeded':
      return approvalNeeded(item, route);
    case 'approvalWaived':
      return !approvalNeeded(item, route);
    case 'sealNeeded':
      return sealNeeded(item, route) !== 'none';
    case 'licence':
      return item.kind === 'permit' && item.supervision !== undefined;
    case 'finished':
    case 'unfinished':
      return isFinished(status, item, route) === (circumstance === 'finished');
    default:
      return never(circumstance);
  }
}

/** The posts in one of which a command is given on a case of an item, on a route, however far the case has come. */
export function rolesFor(command: CaseCommandType, item: Item, route: Route): Role[] {
  const fits = (one: Circumstance) => isOfProgress(one) || holdsFor(one, item, route, 'none');
  return TRANSITIONS.filter(
    (row) => row.command === command && row.routes.includes(route) && (row.only ?? []).every(fits),
  ).flatMap((row) => row.roles);
}
