import { describe, expect, it } from 'vitest';
import { CASE_STATUSES, type CaseStatus } from '../../src/domain/case.ts';
import { holderOf } from '../../src/domain/handling.ts';
import type { Item, Route } from '../../src/domain/item.ts';
import type { Role } from '../../src/domain/office.ts';
import { type Stand, standingFor } from '../../src/domain/standing.ts';
import {
  CASE_COMMANDS,
  type CaseCommandType,
  INTAKE_COMMANDS,
  TRANSITIONS,
} from '../../src/domain/transitions.ts';
import { handledItem } from '../support/handlingCatalogue.ts';
import { caseAfter, receiveAt } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, sampleRules, WEST } from '../support/sampleCatalogue.ts';

const ENDS: readonly CaseStatus[] = ['returned', 'declined', 'closed', 'withdrawn', 'delivered', 'revoked'];
const ROUTES: readonly Route[] = ['direct', 'review', 'window', 'district'];

/** What a state can become, on one route or on any. */
const nextOf = (status: string, routes: readonly Route[] = ROUTES): readonly CaseStatus[] =>
  TRANSITIONS.filter((row) => row.routes.some((route) => routes.includes(route))).flatMap((row) =>
    row.to !== 'same' && row.to !== status && row.from.some((from) => from === status) ? [row.to] : [],
  );

function reachedFrom(first: string, routes?: readonly Route[]): ReadonlySet<string> {
  const reached = new Set([first]);
  for (const status of reached) for (const next of nextOf(status, routes)) reached.add(next);
  return reached;
}

const rowsOn = (route: Route) => TRANSITIONS.filter((row) => row.routes.includes(route));

describe('the whole table', () => {
  it('has a row for every command and no other, and somebody and a route in every row', () => {
    expect([...new Set(TRANSITIONS.map((row) => row.command))].sort()).toEqual([...CASE_COMMANDS].sort());
    for (const row of TRANSITIONS) {
      expect(row.roles.length).toBeGreaterThan(0);
      expect(row.routes.length).toBeGreaterThan(0);
      expect(row.from.length).toBeGreaterThan(0);
    }
  });

  it('ends a case in six states, and leaves no other without a way out; what was delivered can only be revoked', () => {
    const last = ENDS.filter((status) => status !== 'delivered');
    expect(CASE_STATUSES.filter((status) => nextOf(status).length === 0).sort()).toEqual([...last].sort());
    expect([...new Set(nextOf('delivered'))]).toEqual(['revoked']);
  });

  it('reaches every state from the first', () => {
    expect([...reachedFrom('none')].sort()).toEqual(['none', ...CASE_STATUSES].sort());
  });

  it.each(ROUTES)('leaves no state of %s without a way to an end', (route) => {
    for (const status of reachedFrom('none', [route])) {
      const after = reachedFrom(status, [route]);
      expect(
        ENDS.some((end) => after.has(end)),
        status,
      ).toBe(true);
    }
  });

  it.each<[Route, readonly CaseStatus[]]>([
    ['direct', ['accepted', 'decided', 'approved', 'sealed', 'delivered']],
    [
      'review',
      [
        ...(['accepted', 'opined', 'approved', 'sealed', 'atDepartment', 'returnedByDepartment'] as const),
        ...(['issued', 'refused', 'delivered', 'answered', 'escalated'] as const),
      ],
    ],
    ['window', ['accepted', 'atDepartment', 'decided', 'approved', 'sealed', 'delivered']],
    ['district', ['accepted', 'decided', 'approved', 'sealed', 'delivered', 'answered', 'escalated']],
  ])('leads %s from acceptance to delivery along its own states alone', (route, own) => {
    const given = [...own, 'revoked', 'closed', 'withdrawn'];
    expect([...reachedFrom('accepted', [route])].sort()).toEqual([...given].sort());
  });

  it.each<[Route, readonly CaseCommandType[]]>([
    ['direct', ['decide', 'deliver']],
    ['review', ['opine', 'approve', 'seal', 'forward', 'issue', 'deliver']],
    ['window', ['forward', 'decide', 'deliver']],
    ['district', ['decide', 'deliver']],
  ])('lets %s skip nothing that its route asks for', (route, needed) => {
    for (const one of needed) {
      const others: CaseStatus[] = ['accepted'];
      const reached = new Set<string>(others);
      for (const status of reached)
        for (const row of rowsOn(route))
          if (row.command !== one && !(one === 'issue' && row.command === 'refuseOnOpinion'))
            if (row.to !== 'same' && row.from.some((from) => from === status)) reached.add(row.to);
      expect(reached.has('delivered'), `${route} without ${one}`).toBe(false);
    }
  });
});

describe('whose judgement it is', () => {
  it('a department does nothing on a review case but follow, send back for form, answer, record its own steps, write notes, say who sees to it, copy, and move paper', () => {
    const officers = rowsOn('review').filter((row) => row.roles.includes('officer'));
    expect([...new Set(officers.map((row) => row.command))].sort()).toEqual(
      [
        ...[
          'returnForForm',
          'issue',
          'refuseOnOpinion',
          'setAside',
          'answer',
          'recordStep',
          'note',
          'assign',
          'copied',
        ],
        ...['dispatchPapers', 'signForPapers', 'reportMissing', 'claimHandOff', 'answerHandOff'],
      ].sort(),
    );
    for (const row of officers) {
      if (row.command === 'answer')
        expect(row).toMatchObject({ from: ['escalated'], only: ['consultation'] });
      if (['returnForForm', 'issue', 'refuseOnOpinion'].includes(row.command))
        expect(row.from).toEqual(['atDepartment']);
    }
  });

  it('a department’s leader and sealer have no case of review before them in any state', () => {
    const item = handledItem('birth');
    const found = { hall: WEST, handlingTown: WEST };
    for (const command of ['approve', 'seal', 'sendBack', 'extend', 'recallOpinion'] as const)
      for (const status of CASE_STATUSES)
        expect(
          standingFor(command, stand(found, item, DEPARTMENT, ['leader', 'sealer'], status, 'review')),
        ).not.toBe('ok');
  });

  it('intake is the clerk’s, with a supervisor for a second notice and everybody for what was put aside', () => {
    for (const row of TRANSITIONS.filter((one) => INTAKE_COMMANDS.some((name) => name === one.command))) {
      if (row.command === 'setAside') continue;
      expect(row.roles).toEqual(row.command === 'requireCorrection' ? ['clerk', 'supervisor'] : ['clerk']);
    }
  });

  it('nobody who only edits or administers handles a case', () => {
    for (const row of TRANSITIONS)
      for (const role of ['editor', 'admin'] as const) expect(row.roles).not.toContain(role);
  });

  it('to judge, approve and seal are three posts', () => {
    const rolesOf = (...commands: CaseCommandType[]) => [
      ...new Set(TRANSITIONS.filter((row) => commands.includes(row.command)).flatMap((row) => row.roles)),
    ];
    expect(rolesOf('opine', 'decide').sort()).toEqual(['clerk', 'officer', 'reviewer']);
    expect(rolesOf('approve')).toEqual(['leader']);
    expect(rolesOf('seal')).toEqual(['sealer']);
    const byClerk = TRANSITIONS.filter((row) => row.command === 'decide' && row.roles.includes('clerk'));
    expect(byClerk.map((row) => row.only)).toEqual([['instant']]);
  });
});

describe('whose turn it is', () => {
  const HALL = 'hall';
  const TOWN = 'town';
  const OFFICE = 'department';
  const turn = (id: string, route: Route, status: CaseStatus) => {
    const item = handledItem(id);
    const holder = holderOf(
      { hall: HALL, handlingTown: TOWN, route },
      { ...item, department: OFFICE },
      status,
    );
    return `${status}: ${holder}`;
  };

  it.each<[Route, string, Readonly<Partial<Record<CaseStatus, string>>>]>([
    ['direct', 'sign', { accepted: TOWN, decided: TOWN, approved: TOWN, sealed: TOWN }],
    [
      'review',
      'birth',
      {
        ...{ accepted: TOWN, opined: TOWN, approved: TOWN, sealed: TOWN, atDepartment: OFFICE },
        ...{ returnedByDepartment: TOWN, issued: HALL, refused: HALL },
      },
    ],
    [
      'window',
      'coop',
      { accepted: TOWN, atDepartment: OFFICE, decided: OFFICE, approved: OFFICE, sealed: OFFICE },
    ],
    ['district', 'sign', { accepted: OFFICE, decided: OFFICE, approved: OFFICE, sealed: OFFICE }],
    ['district', 'birth', { accepted: OFFICE, decided: OFFICE, approved: OFFICE, sealed: OFFICE }],
    ['direct', 'card', { accepted: HALL, decided: HALL }],
    ['district', 'card', { accepted: HALL, decided: HALL }],
    ['review', 'advice', { accepted: HALL, escalated: OFFICE, answered: HALL }],
    ['district', 'advice', { accepted: HALL, escalated: OFFICE, answered: HALL }],
  ])('on %s, of %s', (route, id, holders) => {
    const expected = { received: HALL, correcting: HALL, ...holders };
    for (const [status, holder] of Object.entries(expected))
      expect(turn(id, route, status as CaseStatus)).toBe(`${status}: ${holder}`);
  });

  it('is the hall’s before there is a case, and where no town is named', () => {
    const item = handledItem('birth');
    expect(holderOf({ hall: WEST, handlingTown: EAST, route: 'review' }, item, 'none')).toBe(WEST);
    expect(holderOf({ hall: WEST, handlingTown: null, route: 'review' }, item, 'opined')).toBe(WEST);
  });
});

function stand(
  found: Stand['found'] | { hall: string; handlingTown: string },
  item: Item,
  office: string,
  roles: readonly Role[],
  status: CaseStatus | 'none',
  route: Route = 'direct',
): Stand {
  const place = sampleRules.office(office);
  if (!place) throw new Error(office);
  return { found: found as Stand['found'], item, actor: { office: place, roles }, status, route };
}

describe('whether a step is open to somebody', () => {
  const found = caseAfter(null, receiveAt(WEST, 'permit'));
  const permit = handledItem('permit');
  const standing = (command: CaseCommandType, office: string, roles: readonly Role[], status: CaseStatus) =>
    standingFor(command, stand(found, permit, office, roles, status));

  it('asks for the post first, then the office, then the state', () => {
    expect(standing('accept', EAST, ['officer'], 'accepted')).toBe('role');
    expect(standing('accept', EAST, ['clerk'], 'accepted')).toBe('office');
    expect(standing('accept', WEST, ['clerk'], 'accepted')).toBe('state');
    expect(standing('accept', WEST, ['clerk'], 'received')).toBe('ok');
  });

  it('tells a step that route or item do not have from one that comes too early', () => {
    expect(standing('opine', WEST, ['reviewer'], 'accepted')).toBe('route');
    expect(standing('decide', WEST, ['clerk'], 'accepted')).toBe('item');
    expect(standing('approve', WEST, ['leader'], 'accepted')).toBe('state');
    expect(standing('approve', WEST, ['leader'], 'decided')).toBe('ok');
    const plain = (command: CaseCommandType, role: Role, status: CaseStatus) =>
      standingFor(command, stand(found, handledItem('plain'), WEST, [role], status));
    expect(plain('approve', 'leader', 'decided')).toBe('item');
    expect(plain('seal', 'sealer', 'decided')).toBe('item');
    expect(plain('deliver', 'clerk', 'decided')).toBe('ok');
    expect(standing('deliver', WEST, ['clerk'], 'decided')).toBe('state');
  });

  it('opens nothing of an item that the catalogue no longer knows to whoever must have its turn', () => {
    const unknown = { ...stand(found, permit, WEST, ['reviewer'], 'accepted'), item: undefined };
    expect(standingFor('decide', unknown)).not.toBe('ok');
    expect(standingFor('withdraw', { ...unknown, actor: { ...unknown.actor, roles: ['clerk'] } })).toBe('ok');
  });

  it('binds every step of the receiving hall to it', () => {
    for (const row of TRANSITIONS.filter((one) => one.at === 'receivingHall' && !one.only)) {
      const [from = 'received'] = row.from;
      const [route = 'direct'] = row.routes;
      if (from === 'any' || from === 'none') continue;
      for (const office of [EAST, DISTRICT])
        expect(standingFor(row.command, stand(found, permit, office, ['clerk'], from, route))).toBe('office');
    }
    for (const office of [EAST, DISTRICT])
      expect(standing('withdraw', office, ['clerk'], 'received')).toBe('ok');
    expect(standing('withdraw', DEPARTMENT, ['clerk'], 'received')).toBe('office');
  });

  it('lets ten halls receive, and no department', () => {
    const receiving = (office: string) =>
      standingFor('receive', stand(null, permit, office, ['clerk'], 'none'));
    for (const office of [WEST, EAST, DISTRICT]) expect(receiving(office)).toBe('ok');
    expect(receiving(DEPARTMENT)).toBe('office');
  });

  it('lets a supervisor tell what is missing at any hall', () => {
    expect(standing('requireCorrection', DISTRICT, ['supervisor'], 'received')).toBe('ok');
    expect(standing('accept', DISTRICT, ['supervisor'], 'received')).toBe('role');
  });

  it('gives a clerk who is a supervisor too no power over another hall’s case', () => {
    const both: readonly Role[] = ['clerk', 'supervisor'];
    expect(standing('accept', EAST, both, 'received')).toBe('office');
    expect(standing('decline', EAST, both, 'received')).toBe('office');
    expect(standing('requireCorrection', EAST, both, 'received')).toBe('ok');
    expect(standingFor('receive', stand(null, permit, DEPARTMENT, both, 'none'))).toBe('office');
  });
});
