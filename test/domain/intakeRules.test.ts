import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import {
  defaultedMaterials,
  INTAKE_RULES,
  isDeemedAccepted,
  lastDayToTell,
  statusOn,
} from '../../src/domain/intakeRules.ts';
import { officialCalendar as calendar } from '../support/calendar.ts';
import { caseAfter, MONDAY, receiveAt } from '../support/sampleCase.ts';
import { WEST } from '../support/sampleCatalogue.ts';

const received = caseAfter(null, receiveAt(WEST, 'permit'));

describe('the time for telling what is missing', () => {
  it('is five working days for a permit', () => {
    expect(lastDayToTell('permit', MONDAY, calendar)).toBe('2026-11-30');
    expect(lastDayToTell('permit', '2026-02-13', calendar)).toBe('2026-02-27');
  });

  it('is before the person leaves for registrations, and has no end for a service', () => {
    expect(lastDayToTell('registration', MONDAY, calendar)).toBe(MONDAY);
    expect(lastDayToTell('onTheSpot', MONDAY, calendar)).toBe(MONDAY);
    expect(lastDayToTell('service', MONDAY, calendar)).toBeNull();
  });

  it('rests on an article, for every rule', () => {
    for (const rule of Object.values(INTAKE_RULES)) expect(rule.basis).toMatch(/第.+条/);
  });

  it('of a permit is a notice, of a registration a return, on the spot a decline', () => {
    expect(INTAKE_RULES.permit.whenIncomplete).toContain('requireCorrection');
    expect(INTAKE_RULES.service.whenIncomplete).toContain('requireCorrection');
    expect(INTAKE_RULES.registration.whenIncomplete).toContain('returnPapers');
    expect(INTAKE_RULES.onTheSpot.whenIncomplete).toEqual(['decline']);
    for (const rule of ['permit', 'service', 'onTheSpot'] as const)
      expect(INTAKE_RULES[rule].whenIncomplete).not.toContain('returnPapers');
    expect(INTAKE_RULES.registration.whenIncomplete).not.toContain('requireCorrection');
  });
});

describe('silence', () => {
  const deemed = (found: Case, rule: Parameters<typeof isDeemedAccepted>[1], today: string) =>
    isDeemedAccepted(found, rule, today, calendar);

  it('accepts a permit on the sixth working day, not on the fifth', () => {
    expect(deemed(received, 'permit', '2026-11-30')).toBe(false);
    expect(deemed(received, 'permit', '2026-12-01')).toBe(true);
    expect(statusOn(received, 'permit', '2026-11-30', calendar)).toBe('received');
    expect(statusOn(received, 'permit', '2026-12-01', calendar)).toBe('accepted');
  });

  it('accepts a registration on the next day', () => {
    for (const rule of ['registration', 'onTheSpot'] as const) {
      expect(deemed(received, rule, MONDAY)).toBe(false);
      expect(deemed(received, rule, '2026-11-24')).toBe(true);
    }
  });

  it('never accepts a service', () => {
    expect(deemed(received, 'service', '2027-11-23')).toBe(false);
  });

  it('begins anew when papers come in', () => {
    const supplemented: Case = { ...received, papersOn: '2026-12-01' };
    expect(deemed(supplemented, 'permit', '2026-12-08')).toBe(false);
    expect(deemed(supplemented, 'permit', '2026-12-09')).toBe(true);
  });

  it('changes nothing in any other state', () => {
    for (const status of ['correcting', 'returned', 'declined', 'closed', 'accepted', 'withdrawn'] as const) {
      const found: Case = { ...received, status };
      expect(deemed(found, 'permit', '2027-11-23')).toBe(false);
      expect(statusOn(found, 'permit', '2027-11-23', calendar)).toBe(status);
    }
  });
});

describe('a promised date that has passed', () => {
  const accepted: Case = {
    ...received,
    status: 'accepted',
    marks: { ...received.marks, drawing: { kind: 'deferred', due: '2026-11-27' } },
  };

  it('makes the deferred paper a defaulted one from the day after', () => {
    expect(defaultedMaterials(accepted, '2026-11-27')).toEqual([]);
    expect(defaultedMaterials(accepted, '2026-11-28')).toEqual(['drawing']);
  });

  it('means nothing before acceptance, unless silence accepted', () => {
    const open: Case = { ...accepted, status: 'received' };
    expect(defaultedMaterials(open, '2026-12-01')).toEqual([]);
    expect(defaultedMaterials(open, '2026-12-01', 'accepted')).toEqual(['drawing']);
  });
});
