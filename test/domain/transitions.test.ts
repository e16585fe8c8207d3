import { describe, expect, it } from 'vitest';
import { CASE_STATUSES, type CaseStatus } from '../../src/domain/case.ts';
import type { Role } from '../../src/domain/office.ts';
import { standingFor } from '../../src/domain/standing.ts';
import {
  CASE_COMMANDS,
  type CaseCommandType,
  INTAKE_COMMANDS,
  TRANSITIONS,
} from '../../src/domain/transitions.ts';
import { caseAfter, receiveAt } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, sampleRules, WEST } from '../support/sampleCatalogue.ts';

const FINAL: readonly CaseStatus[] = ['returned', 'declined', 'closed', 'withdrawn'];
const ROUTES = ['direct', 'review', 'window', 'district'] as const;

const waysOut = (status: CaseStatus) =>
  TRANSITIONS.filter((row) => row.from.includes(status) && row.to !== 'same' && row.to !== status);

const actor = (office: string, ...roles: Role[]) => {
  const found = sampleRules.office(office);
  if (!found) throw new Error(office);
  return { office: found, roles };
};

describe('the table of intake', () => {
  it('names each command once', () => {
    expect(TRANSITIONS.map((row) => row.command)).toEqual([...CASE_COMMANDS]);
  });

  it('leaves no state without a way out, except the final ones', () => {
    for (const status of CASE_STATUSES) {
      if (FINAL.includes(status)) expect(waysOut(status)).toEqual([]);
      else expect(waysOut(status).length, status).toBeGreaterThan(0);
    }
  });

  it('reaches every state from the first', () => {
    const reached = new Set<string>(['none']);
    for (const _ of CASE_STATUSES)
      for (const row of TRANSITIONS)
        if (row.to !== 'same' && row.from.some((from) => reached.has(from))) reached.add(row.to);
    expect([...reached].sort()).toEqual(['none', ...CASE_STATUSES].sort());
  });

  it('holds for all four routes, and names somebody for every row', () => {
    for (const row of TRANSITIONS) {
      expect(row.routes).toEqual(ROUTES);
      expect(row.roles.length).toBeGreaterThan(0);
    }
  });

  it('lets a clerk do everything of intake and a department nothing', () => {
    for (const row of TRANSITIONS) {
      expect(row.roles).toContain('clerk');
      for (const role of ['reviewer', 'leader', 'sealer', 'officer', 'editor', 'admin'] as const)
        expect(row.roles).not.toContain(role);
    }
  });
});

describe('whether a step is open to somebody', () => {
  const found = caseAfter(null, receiveAt(WEST, 'permit'));

  it('asks for the post first, then the office, then the state', () => {
    expect(standingFor('accept', found, actor(EAST, 'officer'), 'accepted', 'direct')).toBe('role');
    expect(standingFor('accept', found, actor(EAST, 'clerk'), 'accepted', 'direct')).toBe('office');
    expect(standingFor('accept', found, actor(WEST, 'clerk'), 'accepted', 'direct')).toBe('state');
    expect(standingFor('accept', found, actor(WEST, 'clerk'), 'received', 'direct')).toBe('ok');
  });

  it('binds every step but withdrawal to the hall that received', () => {
    for (const row of TRANSITIONS.filter((one) => one.at === 'receivingHall')) {
      const [from = 'received'] = row.from;
      if (from === 'any' || from === 'none') continue;
      expect(standingFor(row.command, found, actor(EAST, 'clerk'), from, 'direct')).toBe('office');
      expect(standingFor(row.command, found, actor(DISTRICT, 'clerk'), from, 'direct')).toBe('office');
    }
    for (const office of [EAST, DISTRICT])
      expect(standingFor('withdraw', found, actor(office, 'clerk'), 'received', 'direct')).toBe('ok');
    expect(standingFor('withdraw', found, actor(DEPARTMENT, 'clerk'), 'received', 'direct')).toBe('office');
  });

  it('lets ten halls receive, and no department', () => {
    for (const office of [WEST, EAST, DISTRICT])
      expect(standingFor('receive', null, actor(office, 'clerk'), 'none', 'direct')).toBe('ok');
    expect(standingFor('receive', null, actor(DEPARTMENT, 'clerk'), 'none', 'direct')).toBe('office');
  });

  it('lets a supervisor tell what is missing at any hall', () => {
    const supervisor = actor(DISTRICT, 'supervisor');
    expect(standingFor('requireCorrection', found, supervisor, 'received', 'direct')).toBe('ok');
    expect(standingFor('accept', found, supervisor, 'received', 'direct')).toBe('role');
  });

  it('gives a clerk who is a supervisor too no power over another hall’s case', () => {
    const both = actor(EAST, 'clerk', 'supervisor');
    expect(standingFor('accept', found, both, 'received', 'direct')).toBe('office');
    expect(standingFor('decline', found, both, 'received', 'direct')).toBe('office');
    expect(standingFor('requireCorrection', found, both, 'received', 'direct')).toBe('ok');
    expect(standingFor('receive', null, actor(DEPARTMENT, 'clerk', 'supervisor'), 'none', 'direct')).toBe(
      'office',
    );
  });
});
