import { describe, expect, it } from 'vitest';
import { casesOf, mattersIn, type Share, waitingFor } from '../../../../src/app/window/start/caseList.ts';
import { findCases, prepareSearch } from '../../../../src/app/window/start/caseSearch.ts';
import { stateOf } from '../../../../src/app/window/start/stateWords.ts';
import type { Case } from '../../../../src/domain/case.ts';
import type { Role } from '../../../../src/domain/office.ts';
import { identityNumber } from '../../../support/identityNumbers.ts';
import { HALL, itemOf, listedOf, NAMED, NOW, rules, TODAY } from '../builders.ts';

const ASSIGNED = { by: 'sun', name: '孙领导', office: HALL, on: TODAY, at: NOW, text: '' } as const;

const SETTLED = { by: 'sun', name: '孙审核', office: HALL, on: TODAY, at: NOW, text: '' } as const;

const fresh = listedOf({ id: 'a', parties: [{ ...NAMED, name: '李秀英' }] });
const old = listedOf(
  {
    id: 'b',
    number: '370406102-20261101-K7-0003-AAAA-1',
    receivedOn: '2026-11-01',
    parties: [{ ...NAMED, name: '王大山' }],
  },
  '2026-11-02T01:00:00.000Z',
);
const ids = (query: string) => findCases([fresh, old], query, rules, TODAY).map((view) => view.case.id);

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

  it('finds by name, number and item everywhere, also while today is shown', () => {
    expect(ids('大山')).toEqual(['b']);
    expect(ids('k7-0003')).toEqual(['b']);
    expect(ids('k70003')).toEqual(['b']);
    expect(ids('hzs')).toEqual(['a', 'b']);
    expect(ids('合作社 秀英')).toEqual(['a']);
  });

  it('finds by the number of the sticker that is a receipt, with and without hyphens', () => {
    const stickered = listedOf({ id: 'c', sticker: '370406102-K7-00012-4QXM-D' });
    const found = (query: string) =>
      findCases([fresh, stickered], query, rules, TODAY).map((view) => view.case.id);
    for (const typed of ['370406102-K7-00012-4QXM-D', 'k7000124qxm']) expect(found(typed)).toEqual(['c']);
    expect(found(stickered.case.number)).toContain('c');
  });

  it('finds the same when what search reads was made ready before', () => {
    prepareSearch([fresh, old], rules, TODAY);
    expect(ids('大山')).toEqual(['b']);
    const renamed = { ...fresh, case: { ...fresh.case, names: ['赵树理'] } };
    expect(findCases([renamed], '赵树理', rules, TODAY)).toEqual([renamed]);
  });

  it('finds everybody who takes part, not the applicant alone', () => {
    const two = listedOf({
      id: 'c',
      parties: [
        { ...NAMED, name: '李秀英' },
        { ...NAMED, role: 'agent', name: '王小河' },
      ],
    });
    expect(findCases([two], '小河', rules, TODAY)).toEqual([two]);
    expect(two.case.applicant).toBe('李秀英');
  });

  it('finds by the last four of anybody’s number, and by the whole number from the card', () => {
    const number = identityNumber(1);
    const told = listedOf({ id: 'c', parties: [{ ...NAMED, name: '王兰', idNumber: '37040619900101123X' }] });
    const found = (query: string) =>
      findCases([fresh, told, old], query, rules, TODAY).map((view) => view.case.id);
    expect(found('123X')).toEqual(['c']);
    expect(found('123x 王兰')).toEqual(['c']);
    expect(found('1234')).toEqual([]);
    const read = listedOf({ id: 'd', parties: [{ ...NAMED, name: '赵梅', idNumber: number }] });
    expect(findCases([told, read], number, rules, TODAY)).toEqual([read]);
  });

  it('finds by state as of today, and by hall', () => {
    const deemed = listedOf({ id: 'c', item: '1', guide: '1', papersOn: '2026-11-02' });
    const found = (query: string, today = TODAY) =>
      findCases([fresh, deemed], query, rules, today).map((view) => view.case.id);
    expect(found('已收件')).toEqual(['a']);
    expect(found('依法视为')).toEqual(['c']);
    expect(found('已收件', '2026-11-02')).toEqual(['a', 'c']);
    const hall = rules.office(fresh.case.hall)?.name ?? '?';
    expect(found(`${hall.slice(0, 2)} 已收件`)).toEqual(['a']);
    expect(found('北庄')).toEqual([]);
  });

  it('finds a name by a rare character, and by another keyboard’s dot', () => {
    const rare = listedOf({ id: 'a', parties: [{ ...NAMED, name: '王𬎆䶮' }] });
    const dotted = listedOf({ id: 'b', parties: [{ ...NAMED, name: '古丽·买买提' }] });
    const found = (query: string) =>
      findCases([rare, dotted], query, rules, TODAY).map((view) => view.case.id);
    for (const query of ['𬎆', '䶮', '王𬎆']) expect(found(query)).toEqual(['a']);
    // Shares its first code unit with 𬎆.
    expect(found('𬎇')).toEqual([]);
    for (const query of ['古丽·买买提', '古丽•买', '丽 · 买']) expect(found(query)).toEqual(['b']);
  });

  it('finds no word across two cases, and nothing for hyphens alone where there is nothing', () => {
    const [one, two] = [
      listedOf({ id: 'a', parties: [{ ...NAMED, name: '王大' }] }),
      listedOf({ id: 'b', parties: [{ ...NAMED, name: '山河' }] }),
    ];
    expect(findCases([one, two], '大山', rules, TODAY)).toEqual([]);
    expect(findCases([one, two], '山河', rules, TODAY)).toEqual([two]);
    expect(findCases([one, two], '-', rules, TODAY)).toEqual([one, two]);
    expect(findCases([], '-', rules, TODAY)).toEqual([]);
  });

  it('finds each of many by its own name alone', () => {
    const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];
    const many = names.map((name) => listedOf({ id: name, parties: [{ ...NAMED, name }] }));
    for (const [place, name] of names.entries())
      expect(findCases(many, name, rules, TODAY)).toEqual([many[place]]);
  });

  it('finds the same when only some of it was made ready', () => {
    const views = [fresh, old];
    expect(prepareSearch(views, rules, TODAY, 1)).toBe(false);
    expect(findCases(views, '大山', rules, TODAY)).toEqual([old]);
    expect(prepareSearch(views, rules, TODAY, 1)).toBe(true);
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
