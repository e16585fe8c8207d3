import { describe, expect, it } from 'vitest';
import type { Case, ToldLine } from '../../src/domain/case.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import { CLOSE_GROUNDS, closeGroundOf, DECLINE_GROUNDS, groundsOf } from '../../src/domain/grounds.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import {
  type Act,
  acceptOn,
  caseAfter,
  eventsOf,
  flagsOf,
  fold,
  MONDAY,
  receiveAt,
  refusalOf,
} from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, sampleCatalogue, WEST, withStatus } from '../support/sampleCatalogue.ts';

const line = (material: string): ToldLine => ({ material, name: material, what: '请补', basis: '第一条' });
const returning = (...lines: ToldLine[]): CaseCommand => ({
  type: 'returnPapers',
  payload: { catalogue: 1, lines, text: '当场退回' },
});
const decline = (ground: string, more: Partial<CasePayloads['decline']> = {}): CaseCommand => ({
  type: 'decline',
  payload: { catalogue: 1, ground, text: '理由', lines: [], ...more },
});
const close = (ground: string): CaseCommand => ({
  type: 'close',
  payload: { catalogue: 1, ground, text: '逾期' },
});
const withdraw: CaseCommand = { type: 'withdraw', payload: { catalogue: 1, text: '申请人撤回' } };
const setAside: CaseCommand = {
  type: 'setAside',
  payload: { catalogue: 1, command: 'c1', code: 'power.role', reason: '重复录入' },
};
const correct: CaseCommand = {
  type: 'requireCorrection',
  payload: { catalogue: 1, lines: [line('drawing')], due: '2026-11-30' },
};

const permit = caseAfter(null, receiveAt(WEST, 'permit'));
const correcting = caseAfter(caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] })), correct);
const deferred = caseAfter(
  null,
  receiveAt(WEST, 'permit', {
    marks: { ...permit.marks, drawing: { kind: 'deferred', due: '2026-11-27' } },
  }),
);
const accepted = caseAfter(deferred, acceptOn(deferred, MONDAY));
const code = (found: Case | null, command: CaseCommand, act: Act = {}) => refusalOf(found, command, act).code;

describe('returning papers', () => {
  const registration = caseAfter(null, receiveAt(WEST, 'registration', { missing: ['list'] }));

  it('is how a registration answers incomplete papers, everything told', () => {
    expect(caseAfter(registration, returning(line('list')))).toMatchObject({
      status: 'returned',
      ending: { ground: 'papersReturned', text: '当场退回', on: MONDAY },
    });
    expect(code(registration, returning())).toBe('told.empty');
    expect(code(registration, returning(line('charter')))).toBe('told.incomplete');
  });

  it('happens on the spot: the next day silence has accepted', () => {
    expect(code(registration, returning(line('list')), { on: '2026-11-24' })).toBe('case.deemedAccepted');
  });

  it('is not for permits, services and real estate', () => {
    for (const item of ['permit', 'service', 'onTheSpot'] as const)
      expect(code(caseAfter(null, receiveAt(WEST, item)), returning(line('other')))).toBe(
        'intake.notByThisRule',
      );
  });
});

describe('declining', () => {
  it('needs a ground of the closed list, for that rule of intake', () => {
    expect(caseAfter(permit, decline('notNeeded')).ending).toEqual({
      ground: 'notNeeded',
      text: '理由',
      on: MONDAY,
      lines: [],
    });
    expect(code(permit, decline('weDoNotLikeIt'))).toBe('decline.groundUnknown');
    expect(code(permit, decline('papersIncomplete'))).toBe('decline.groundUnknown');
    expect(code(permit, decline('conditionsNotMet'))).toBe('decline.groundUnknown');
    const service = caseAfter(null, receiveAt(WEST, 'service'));
    expect(caseAfter(service, decline('conditionsNotMet')).status).toBe('declined');
  });

  it('because it is not our power says where to go', () => {
    expect(code(permit, decline('notOurPower'))).toBe('decline.referralMissing');
    expect(code(permit, decline('notOurPower', { referTo: ' ' }))).toBe('decline.referralMissing');
    expect(caseAfter(permit, decline('notOurPower', { referTo: '公路部门' })).ending?.text).toBe(
      '理由。请到公路部门办理。',
    );
  });

  it('is how real estate answers incomplete papers, everything told, before the person leaves', () => {
    const deed = caseAfter(null, receiveAt(WEST, 'onTheSpot', { missing: ['contract'] }));
    expect(code(deed, decline('papersIncomplete'))).toBe('told.empty');
    expect(code(deed, decline('papersIncomplete', { lines: [line('deed')] }))).toBe('told.incomplete');
    const told = decline('papersIncomplete', { lines: [line('contract')] });
    expect(caseAfter(deed, told).status).toBe('declined');
    expect(code(deed, told, { on: '2026-11-24' })).toBe('case.deemedAccepted');
  });

  it('because the item is suspended is only for an item that is', () => {
    expect(code(permit, decline('notInForce'))).toBe('decline.itemInForce');
    const now = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', MONDAY));
    expect(caseAfter(permit, decline('notInForce'), { now }).status).toBe('declined');
    expect(caseAfter(permit, decline('notNeeded'), { now }).status).toBe('declined');
  });

  it('on a device that did not know of the resumption is recorded and flagged', () => {
    const suspended = withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-01');
    const resumed = withStatus(suspended, 'permit', 'in_force', '2026-11-20');
    const events = eventsOf(permit, decline('notInForce'), {
      now: rulesOf(resumed),
      seen: rulesOf(suspended),
    });
    expect(events.map((event) => event.type)).toEqual(['declined', 'flagged']);
    expect(flagsOf(events)).toEqual(['decline.itemInForce']);
  });

  it('is the receiving hall’s, and no correction can be declined', () => {
    expect(code(permit, decline('notNeeded'), { office: EAST })).toBe('power.office');
    expect(code(permit, decline('notNeeded'), { office: EAST, roles: ['clerk', 'supervisor'] })).toBe(
      'power.office',
    );
    expect(code(permit, decline('notNeeded'), { roles: ['supervisor'] })).toBe('power.role');
    expect(code(correcting, decline('notNeeded'))).toBe('case.wrongState');
  });

  it('has a basis for every ground', () => {
    for (const ground of DECLINE_GROUNDS) expect(ground.basis).not.toBe('');
    for (const rule of ['service', 'onTheSpot'] as const)
      for (const ground of groundsOf(rule)) expect(ground.basis).not.toContain('行政许可法');
    expect(new Set(DECLINE_GROUNDS.map((one) => one.code)).size).toBe(DECLINE_GROUNDS.length);
  });
});

describe('closing', () => {
  it('a case in correction waits until the day told has passed', () => {
    expect(refusalOf(correcting, close('correctionLapsed'), { on: '2026-11-30' })).toEqual({
      code: 'close.tooEarly',
      facts: { due: '2026-11-30' },
    });
    expect(caseAfter(correcting, close('correctionLapsed'), { on: '2026-12-01' }).status).toBe('closed');
  });

  it('an accepted case needs a deferred paper whose day has passed', () => {
    expect(code(accepted, close('deferralLapsed'), { on: '2026-11-27' })).toBe('close.nothingLapsed');
    expect(caseAfter(accepted, close('deferralLapsed'), { on: '2026-11-28' }).ending).toEqual({
      ground: 'deferralLapsed',
      text: '逾期',
      on: '2026-11-28',
      lines: [],
    });
    const full = caseAfter(permit, acceptOn(permit, MONDAY));
    expect(code(full, close('deferralLapsed'), { on: '2027-11-28' })).toBe('close.nothingLapsed');
  });

  it('counts a case that silence has accepted as accepted', () => {
    expect(caseAfter(deferred, close('deferralLapsed'), { on: '2026-12-01' }).status).toBe('closed');
    expect(code(deferred, close('deferralLapsed'), { on: '2026-11-30' })).toBe('case.wrongState');
  });

  it('needs the ground that fits the state', () => {
    expect(code(correcting, close('deferralLapsed'), { on: '2027-01-04' })).toBe('close.groundUnknown');
    expect(code(accepted, close('correctionLapsed'), { on: '2027-01-04' })).toBe('close.groundUnknown');
    expect(code(accepted, close('tired'), { on: '2027-01-04' })).toBe('close.groundUnknown');
    expect(CLOSE_GROUNDS.map((one) => one.code)).toEqual(['correctionLapsed', 'deferralLapsed', 'answered']);
    expect(code(accepted, close('answered'))).toBe('close.groundUnknown');
  });

  it('says what its ground rests on, and that no department has confirmed it yet', () => {
    for (const rule of ['permit', 'registration', 'onTheSpot', 'service'] as const)
      for (const { code: ground } of CLOSE_GROUNDS) {
        const { basis, confirmation } = closeGroundOf(ground, rule) ?? {};
        expect(basis, `${rule} ${ground}`).toMatch(/第.+条|服务指南/);
        expect(confirmation).toBe('pending');
      }
    expect(closeGroundOf('correctionLapsed', 'permit')?.basis).toContain('《行政许可法》第三十二条');
    expect(closeGroundOf('correctionLapsed', 'service')?.basis).not.toContain('行政许可法');
    expect(closeGroundOf('tired', 'permit')).toBeUndefined();
  });

  it('is the hall’s', () => {
    expect(code(correcting, close('correctionLapsed'), { office: EAST })).toBe('power.office');
    expect(code(permit, close('correctionLapsed'))).toBe('case.wrongState');
  });
});

describe('withdrawing', () => {
  it('is taken at any hall, in every state before the end', () => {
    for (const office of [WEST, EAST, DISTRICT])
      for (const found of [permit, correcting, accepted])
        expect(caseAfter(found, withdraw, { office })).toMatchObject({ status: 'withdrawn', hall: WEST });
    expect(caseAfter(permit, withdraw, { on: '2027-03-01' }).status).toBe('withdrawn');
  });

  it('is not taken at a department, nor after the end', () => {
    expect(code(permit, withdraw, { office: DEPARTMENT })).toBe('power.office');
    expect(code(permit, withdraw, { roles: ['officer'] })).toBe('power.role');
    for (const ended of [caseAfter(permit, withdraw), caseAfter(permit, decline('notNeeded'))])
      expect(code(ended, withdraw)).toBe('case.wrongState');
    expect(code(null, withdraw)).toBe('case.unknown');
  });
});

describe('setting a refused command aside', () => {
  it('is recorded in every state and moves nothing', () => {
    for (const found of [permit, correcting, accepted, caseAfter(permit, withdraw)])
      expect(caseAfter(found, setAside)).toEqual({ ...found, version: found.version + 1 });
  });

  it('is recorded even where the receipt itself was refused, and makes no case', () => {
    const events = eventsOf(null, setAside);
    expect(events).toEqual([
      { type: 'setAside', data: { command: 'c1', code: 'power.role', reason: '重复录入' } },
    ]);
    expect(fold(null, events)).toBeNull();
  });

  it('is for whoever handles cases, wherever that is', () => {
    for (const role of ['supervisor', 'reviewer', 'leader', 'sealer', 'officer'] as const)
      expect(caseAfter(permit, setAside, { office: DEPARTMENT, roles: [role] }).status).toBe('received');
    expect(code(permit, setAside, { roles: ['editor', 'admin'] })).toBe('power.role');
  });

  it('is for any hall, and not for a clerk of a department', () => {
    expect(caseAfter(permit, setAside, { office: EAST }).status).toBe('received');
    for (const found of [permit, null])
      expect(code(found, setAside, { office: DEPARTMENT })).toBe('power.office');
  });
});
