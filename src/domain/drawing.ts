import { CASE_STATUSES, type CaseStatus } from './case.ts';
import type { Route } from './item.ts';
import type { Role } from './office.ts';
import { type Circumstance, TRANSITIONS, type Transition } from './transitions.ts';

/** One act that leaves a state, with everybody who may do it. */
export interface Arrow {
  readonly command: Transition['command'];
  readonly to: CaseStatus;
  readonly roles: readonly Role[];
  /** What the item, or the case, must be like; empty = it is for every one. */
  readonly only: readonly Circumstance[];
}

export interface Station {
  /** `none`: before there is a case. */
  readonly state: CaseStatus | 'none';
  readonly arrows: readonly Arrow[];
  /** Acts that leave it where it is (records, clock, papers that come later). */
  readonly stays: readonly Omit<Arrow, 'to'>[];
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
          out.flatMap(({ command, to, roles, only = [] }) =>
            to === 'same' ? [] : [{ command, to, roles, only }],
          ),
        ),
        stays: merged(
          out.flatMap(({ command, to, roles, only = [] }) =>
            to === 'same' ? [{ command, roles, only }] : [],
          ),
        ),
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

/** Several rows for one act (by office) are one arrow with the posts of all; what is for other items is another. */
function merged<T extends Omit<Arrow, 'to'> & { readonly to?: string }>(all: readonly T[]): readonly T[] {
  const one = new Map<string, T>();
  for (const arrow of all) {
    const key = arrowKey(arrow);
    const before = one.get(key);
    one.set(key, before ? { ...before, roles: [...new Set([...before.roles, ...arrow.roles])] } : arrow);
  }
  return [...one.values()];
}

/** By which the arrows of one state are told apart. */
export const arrowKey = ({ command, to, only }: Omit<Arrow, 'to'> & { readonly to?: string }): string =>
  [command, to ?? '', ...only].join(' ');

/** Where the paper file of a case can be: at an office, on its way to another, or not found in the bundle there. */
export const PAPER_PLACES = ['here', 'onItsWay', 'missing'] as const;
export type PaperPlace = (typeof PAPER_PLACES)[number];

/** One move of the paper, by whoever has it or by whom it is sent to. */
export interface PaperMove {
  readonly command: 'dispatchPapers' | 'signForPapers' | 'reportMissing';
  readonly from: PaperPlace;
  readonly to: PaperPlace;
  readonly by: 'sender' | 'receiver';
}

/** As `decidePaper.ts` judges them; a test plays every one of them there, and every other. */
const MOVES: readonly PaperMove[] = [
  { command: 'dispatchPapers', from: 'here', to: 'onItsWay', by: 'sender' },
  { command: 'signForPapers', from: 'onItsWay', to: 'here', by: 'receiver' },
  { command: 'reportMissing', from: 'onItsWay', to: 'missing', by: 'receiver' },
  { command: 'signForPapers', from: 'missing', to: 'here', by: 'receiver' },
  { command: 'reportMissing', from: 'missing', to: 'missing', by: 'receiver' },
];

/** Custody of the paper as a drawing of its own: it is the same on every route and in every state of the case. */
export const paperDrawing = (): readonly (PaperMove & { readonly roles: readonly Role[] })[] =>
  MOVES.map((move) => ({
    ...move,
    roles: [
      ...new Set(TRANSITIONS.filter((row) => row.command === move.command).flatMap((row) => row.roles)),
    ],
  }));
