import { CASE_STATUSES, type CaseStatus } from '../../src/domain/case.ts';
import type { Route } from '../../src/domain/item.ts';
import { type OfficeId, officeKindOf, ROLES, type Role, rolesAt } from '../../src/domain/office.ts';
import { type Standing, standingFor } from '../../src/domain/standing.ts';
import {
  CASE_COMMANDS,
  type CaseCommandType,
  TRANSITIONS,
  type Transition,
} from '../../src/domain/transitions.ts';
import {
  type HandledItem,
  handledItem,
  handlingRules,
  OTHER_DEPARTMENT,
  SOUTH,
} from './handlingCatalogue.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from './sampleCatalogue.ts';

/** Who may do what: every post, at every office that has to do with a case or has not, in every state, on every route. */

/** A case as the matrix sees it: received at one place, for a matter that lies in 西集镇. */
export interface Kind {
  readonly name: string;
  readonly item: HandledItem;
  readonly route: Route;
  readonly hall: OfficeId;
}

const kind = (name: string, item: HandledItem, route: Route): Kind => ({
  ...{ name, item, route },
  hall: route === 'district' ? DISTRICT : EAST,
});

export const KINDS: readonly Kind[] = [
  kind('direct', 'sign', 'direct'),
  kind('direct, no approval', 'stamped', 'direct'),
  kind('direct, no seal', 'approved', 'direct'),
  kind('direct, neither', 'plain', 'direct'),
  kind('direct, at once', 'card', 'direct'),
  kind('review', 'birth', 'review'),
  kind('review, consultation', 'advice', 'review'),
  kind('window', 'coop', 'window'),
  kind('district', 'sign', 'district'),
  kind('district, of a review item', 'birth', 'district'),
  kind('district, at once', 'card', 'district'),
  kind('district, consultation', 'advice', 'district'),
];

export const RELATIONS = [
  'receiving hall',
  'handling town',
  'other town',
  'district hall',
  'department',
  'other department',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The office that stands in a relation to a case. At the district the receiving hall is the district hall. */
export function officeIn({ route }: Kind, relation: Relation): OfficeId {
  const received = route === 'district' ? DISTRICT : EAST;
  const offices: Readonly<Record<Relation, OfficeId>> = {
    'receiving hall': received,
    'handling town': WEST,
    'other town': SOUTH,
    'district hall': DISTRICT,
    department: DEPARTMENT,
    'other department': OTHER_DEPARTMENT,
  };
  return offices[relation];
}

export interface Cell {
  readonly command: CaseCommandType;
  readonly kind: Kind;
  readonly status: State;
  readonly role: Role;
  readonly relation: Relation;
}

const known = new Map<string, Standing>();

/** Looked up once: each of some hundred thousand cells is asked for several times. */
export function standingIn(cell: Cell): Standing {
  const { command, kind, status, role, relation } = cell;
  const key = [command, kind.name, status, role, relation].join();
  const standing = known.get(key) ?? standingOf(cell);
  known.set(key, standing);
  return standing;
}

function standingOf({ command, kind, status, role, relation }: Cell): Standing {
  const office = handlingRules.office(officeIn(kind, relation));
  if (!office) throw new Error(relation);
  const found = status === 'none' ? null : { hall: kind.hall, handlingTown: WEST };
  return standingFor(command, {
    ...{ found: found as Parameters<typeof standingFor>[1]['found'], item: handledItem(kind.item) },
    ...{ actor: { office, roles: [role] }, status, route: kind.route },
  });
}

type State = CaseStatus | 'none';
export const STATES: readonly State[] = ['none', ...CASE_STATUSES];

/** Posts that there are at an office of that kind. */
const postsAt = (one: Kind, relation: Relation): readonly Role[] =>
  rolesAt(officeKindOf(officeIn(one, relation)));

export const placesOf = ({ route }: Kind): readonly Relation[] =>
  RELATIONS.filter((relation) => route !== 'district' || relation !== 'district hall');

/** The posts that may, by relation. */
export const openTo = (
  command: CaseCommandType,
  one: Kind,
  status: State,
): readonly { readonly relation: Relation; readonly roles: readonly Role[] }[] =>
  placesOf(one)
    .map((relation) => ({
      relation,
      roles: postsAt(one, relation).filter(
        (role) => standingIn({ command, kind: one, status, role, relation }) === 'ok',
      ),
    }))
    .filter(({ roles }) => roles.length > 0);

/** The states that a case of that kind can be in: those to which somebody's act leads. */
export const statesOf = memo((one: Kind): readonly State[] => {
  const reached = new Set<State>(['none']);
  for (const status of reached)
    for (const row of TRANSITIONS)
      if (
        row.to !== 'same' &&
        row.routes.includes(one.route) &&
        row.from.includes(status) &&
        opens(row, one, status)
      )
        reached.add(row.to);
  return STATES.filter((status) => reached.has(status));
});

const opens = (row: Transition, one: Kind, status: State): boolean =>
  openTo(row.command, one, status).some(({ roles }) => roles.some((role) => row.roles.includes(role)));

/** A row of letters for each post: how each office stands. */
const LETTERS: Readonly<Record<Standing, string>> = {
  ok: '✓',
  role: '·',
  office: 'o',
  route: 'r',
  item: 'i',
  state: 's',
  unknown: '?',
};

const whoIn = (command: CaseCommandType, one: Kind, status: State): string =>
  grouped(openTo(command, one, status), ({ roles }) => roles.join(', '))
    .map(([roles, places]) => `${roles} of the ${places.map((place) => place.relation).join(' or ')}`)
    .join('; ');

const lettersIn = (command: CaseCommandType, one: Kind, status: State): string => {
  const rows = ROLES.map((role) => {
    const letters = RELATIONS.map(
      (relation) => LETTERS[standingIn({ command, kind: one, status, role, relation })],
    );
    return { role, letters: letters.join(' ') };
  }).filter(({ letters }) => /[^· ]/.test(letters));
  return grouped(rows, ({ letters }) => letters)
    .map(([letters, own]) => `${letters}  ${own.map(({ role }) => role).join(', ')}`)
    .join('   ');
};

function memo<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const one = made.get(of) ?? { value: make(of) };
    made.set(of, one);
    return one.value;
  };
}

function grouped<T>(
  list: readonly T[],
  by: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return [...groups];
}

interface Sheet {
  readonly head: readonly string[];
  readonly say: (command: CaseCommandType, one: Kind, status: State) => string;
  /** What is said where there is nothing to say. */
  readonly silent: string;
  readonly states: (one: Kind) => readonly State[];
}

/** The lines of a command, kinds and states that say the same drawn together. */
function linesOf(command: CaseCommandType, { say, silent, states }: Sheet): readonly string[] {
  const perKind = KINDS.map((one) => ({
    one,
    lines: grouped(states(one), (status) => say(command, one, status))
      .filter(([said]) => said !== '')
      .map(
        ([said, same]) => `    ${same.length === STATES.length ? 'in any state' : same.join(', ')}: ${said}`,
      ),
  }));
  return grouped(perKind, ({ lines }) => lines.join('\n')).flatMap(([lines, same]) => {
    const routes = same.length === KINDS.length ? 'every route' : same.map(({ one }) => one.name).join(' | ');
    return lines === '' ? [`  ${routes}: ${silent}`] : [`  ${routes}`, lines];
  });
}

const sheet = (of: Sheet): string =>
  [...of.head, ...CASE_COMMANDS.flatMap((command) => ['', command, ...linesOf(command, of)]), ''].join('\n');

export const whoMay = (): string =>
  sheet({
    head: [
      'Who may do what (DESIGN 4). Under each act the routes, then each state in which it is open, and to whom.',
      'A state that is not named is open to nobody. What an act needs besides (papers, reasons, three people) is not here.',
      'Only states that such a case can be in, and posts that there are at such an office.',
      'The other department supervises what the licences allow.',
      'A case of the towns is received in one town and lies in another: the receiving hall and the handling town.',
    ],
    ...{ say: whoIn, silent: 'nobody', states: statesOf },
  });

export const whyNot = (): string =>
  sheet({
    head: [
      'How everybody stands, in every state that there is, whether such a case can be in it or not. For six offices:',
      `  ${RELATIONS.join(' / ')}.`,
      '  ✓ may, o not this office, r not on this route, i not of this item, s not in this state, · not this post.',
      'Posts that are not named are · everywhere.',
    ],
    ...{ say: lettersIn, silent: '·', states: () => STATES },
  });
