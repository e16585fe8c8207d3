import { describe, expect, it } from 'vitest';
import { casesOf, mattersIn, type Share, waitingFor } from '../../../../src/app/window/start/caseList.ts';
import { stateOf } from '../../../../src/app/window/start/stateWords.ts';
import type { Case } from '../../../../src/domain/case.ts';
import type { Role } from '../../../../src/domain/office.ts';
import { HALL, itemOf, listedOf, NOW, rules, TODAY } from '../builders.ts';
import { fresh, old } from './listed.ts';

const ASSIGNED = { by: 'sun', name: '孙领导', office: HALL, on: TODAY, at: NOW, text: '' } as const;

const SETTLED = { by: 'sun', name: '孙审核', office: HALL, on: TODAY, at: NOW, text: '' } as const;

describe('the list of cases', () => {
  it('shows today’s, or all', () => {
    expect(casesOf([fresh, old], 'today', TODAY)).toEqual([fresh]);
    expect(casesOf([fresh, old], 'all', TODAY)).toEqual([fresh, old]);
  });

  it('shows what waits for somebody to look into it until that is settled, and counts a matter of two halls once', () => {
    const flag = (number: string) => ({
      code: 'case.likelyDuplicate',
      facts: { numbers: [number] },
      at: NOW,
    });
    const settled = { ...SETTLED, reason: 'notSame' };
    const twins = [
      listedOf({ id: 'c', number: 'A', flags: [flag('B')] }),
      listedOf({ id: 'd', number: 'B', flags: [flag('A')] }),
    ];
    const done = listedOf({ id: 'e', number: 'C', flags: [{ ...flag('A'), settled }] });
    const found = casesOf([fresh, ...twins, done], 'flagged', TODAY);
    expect(found.map((view) => view.case.id)).toEqual(['c', 'd']);
    expect([mattersIn(found), mattersIn([fresh, ...twins, done])]).toEqual([1, 3]);
  });

  it('counts the day as it is in China, from midnight to midnight', () => {
    const at = (updatedAt: string) =>
      casesOf([listedOf({ receivedOn: '2026-11-01' }, updatedAt)], 'today', TODAY).length;
    expect(at('2026-11-23T15:59:59.999Z')).toBe(0);
    expect(at('2026-11-23T16:00:00.000Z')).toBe(1);
  });

  it('of what waits, shows all, what is one’s own, or what nobody has been given', () => {
    const office = rules.office(HALL);
    if (!office) throw new Error(HALL);
    const given = (id: string, person: string | null, more: Partial<Case> = {}) =>
      listedOf({
        ...{ id, item: '1', guide: '1', route: 'direct', status: 'accepted', acceptedOn: TODAY },
        handlingTown: HALL,
        assigned: person ? [{ ...ASSIGNED, person, personName: person, status: 'accepted', station: 0 }] : [],
        ...more,
      });
    const views = [
      given('free', null),
      given('own', 'zhao'),
      given('other', 'qian'),
      // What was given in another state is nobody’s any more.
      given('past', 'zhao', { status: 'decided' }),
    ];
    const shown = (share: Share, roles: readonly Role[] = ['reviewer']) =>
      waitingFor(views, { actor: { office, roles }, person: 'zhao', share }, TODAY, rules)
        .map((view) => view.case.id)
        .sort();
    expect(shown('all')).toEqual(['free', 'other', 'own']);
    expect(shown('own')).toEqual(['own']);
    expect(shown('free')).toEqual(['free']);
    // Theirs, although another post of the office carries it on.
    expect(shown('own', ['leader'])).toEqual(['own']);
    expect(shown('free', ['leader'])).toEqual(['past']);
  });

  it('puts what waits in the order of the days that count now, whatever they are for', () => {
    const office = rules.office(HALL);
    if (!office) throw new Error(HALL);
    const signed = { by: 'p', name: '李东', office: '370406103' } as const;
    const permit = { item: '1', guide: '1', route: 'direct', handlingTown: HALL } as const;
    const told = { on: '2026-11-02', due: '2026-12-01', lines: [], countsAgainstHall: false } as const;
    const number = '370406103-20261124-K7-0001-4QXM-G';
    const views = [
      // By the 1st of December something missing may still be told.
      listedOf({ ...permit, id: 'received' }),
      // Lies at another hall since the 23rd: taken in, silence accepts it after the 30th.
      listedOf({
        ...{ ...permit, id: 'deposited', status: 'correcting', corrections: [told] },
        deposits: [{ ...signed, on: '2026-11-23', number, lines: [], text: '' }],
      }),
      listedOf({
        ...permit,
        id: 'lapsed',
        status: 'correcting',
        corrections: [{ ...told, due: '2026-11-20' }],
      }),
      listedOf({ ...permit, id: 'awaited', status: 'correcting', corrections: [told] }),
    ];
    const actor = { office, roles: ['clerk'] as const };
    const queue = waitingFor(views, { actor, person: 'zhao', share: 'all' }, TODAY, rules);
    expect(queue.map((view) => view.case.id)).toEqual(['lapsed', 'deposited', 'received']);
  });

  it('says that silence has accepted a case', () => {
    expect(stateOf(fresh, TODAY, rules).word).toBe('已收件');
    const permit = listedOf({ item: '1', guide: '1', papersOn: '2026-11-02' });
    expect(itemOf('1').intakeRule).toBe('permit');
    expect(stateOf(permit, TODAY, rules).word).toBe('已受理（依法视为）');
  });
});
