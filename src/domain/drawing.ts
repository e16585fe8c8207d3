import { CASE_STATUSES, type CaseStatus } from './case.ts';
import type { Route } from './item.ts';
import type { Role } from './office.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/** One act that leaves a state, with everybody who may do it. */
export interface Arrow {
  readonly command: Transition['command'];
  readonly to: CaseStatus;
  readonly roles: readonly Role[];
}

export interface Station {
  /** `none`: before there is a case. */
  readonly state: CaseStatus | 'none';
  readonly arrows: readonly Arrow[];
  /** Acts that leave it where it is (records, clock, papers that come later). */
  readonly stays: readonly Pick<Arrow, 'command' | 'roles'>[];
}

/** A route of the state table as a drawing: every state that a case can be in on it, with the acts that lead out of it. */
export function drawingOf(route: Route): readonly Station[] {
  const rows = TRANSITIONS.filter((row) => row.routes.includes(route));
  const reached = new Set<CaseStatus | 'none'>(['none']);
  for (const state of reached)
    for (const row of rows) if (row.from.includes(state) && row.to !== 'same') reached.add(row.to);
  return [...reached]
    .map((state): Station => {
      const out = rows.filter((row) => row.from.includes(state));
      return {
        state,
        arrows: merged(
          out.flatMap(({ command, to, roles }) => (to === 'same' ? [] : [{ command, to, roles }])),
        ),
        stays: merged(out.flatMap(({ command, to, roles }) => (to === 'same' ? [{ command, roles }] : []))),
      };
    })
    .sort((a, b) => placeOf(a.state) - placeOf(b.state));
}

/** As a case passes them; what ends it on the way comes last. */
const ORDER: readonly (CaseStatus | 'none')[] = [
  'none',
  'received',
  'correcting',
  'accepted',
  'opined',
  'atDepartment',
  'decided',
  'approved',
  'sealed',
  'returnedByDepartment',
  'escalated',
  'issued',
  'refused',
  'answered',
  'delivered',
  'revoked',
  ...CASE_STATUSES.filter((one) => ['returned', 'declined', 'closed', 'withdrawn'].includes(one)),
];
const placeOf = (state: CaseStatus | 'none'): number => ORDER.indexOf(state);

/** Several rows for one act (by item, by office) are one arrow with the posts of all. */
function merged<
  T extends { readonly command: string; readonly to?: string; readonly roles: readonly Role[] },
>(all: readonly T[]): readonly T[] {
  const one = new Map<string, T>();
  for (const arrow of all) {
    const key = `${arrow.command} ${arrow.to ?? ''}`;
    const before = one.get(key);
    one.set(key, before ? { ...before, roles: [...new Set([...before.roles, ...arrow.roles])] } : arrow);
  }
  return [...one.values()];
}
