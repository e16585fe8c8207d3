import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { workingDaysBetween } from '../../src/domain/calendar.ts';
import type { Item, Route } from '../../src/domain/item.ts';
import { type Happened, timeByOffice } from '../../src/domain/officeTime.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';

const rules = rulesOf(seedCatalogue);
const { calendar } = rules;
const [HALL, TOWN] = ['370406102', '370406103'];

function itemOf(id: string): Item {
  const item = rules.item(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

/** On a day: at what o'clock is the same for all, by a clock on a wall in Shandong. */
const on = (day: LegalDate, ...types: string[]): Happened[] =>
  types.map((type) => ({ type, office: HALL, at: `${day}T01:00:00.000Z` }));

/** The time of a case of an item, with the offices by what they are to it. */
function told(
  id: string,
  events: readonly Happened[],
  { today = '2026-10-31', route = itemOf(id).route as Route, handlingTown = null as string | null } = {},
) {
  const item = itemOf(id);
  const found = { hall: HALL, handlingTown, route };
  const { spent, ...rest } = timeByOffice(events, found, item, { today, calendar });
  const names: Readonly<Record<string, string>> = {
    [HALL]: 'hall',
    [TOWN]: 'town',
    [item.department]: 'department',
  };
  const days = spent.map(({ station, days }) => [
    station.kind === 'office' ? (names[station.office] ?? station.office) : station.kind,
    days,
  ]);
  return { days: Object.fromEntries(days), order: days.map(([name]) => name), ...rest };
}

/** Passed on by the window over the National Day holiday: 1 to 7 October are off, Saturday the 10th is worked. */
const PASSED_ON = [
  ...on('2026-09-28', 'received', 'correctionRequired'),
  ...on('2026-10-08', 'supplemented', 'accepted'),
  ...on('2026-10-09', 'forwarded', 'papersDispatched'),
  ...on('2026-10-12', 'papersSigned'),
];

describe('how long each office had a case', () => {
  it('counts working days across a holiday, each of them once', () => {
    const days = { hall: 1, applicant: 3, way: 2, department: 4 };
    expect(told('10', PASSED_ON, { today: '2026-10-16' })).toEqual({
      ...{ days, order: ['hall', 'applicant', 'department', 'way'] },
      ...{ total: 10, ended: false, provisional: false },
    });
    // The whole holiday takes nobody a day.
    const notYet = PASSED_ON.slice(0, 2);
    expect(told('10', notYet, { today: '2026-09-30' }).days).toEqual({ hall: 0, applicant: 2 });
    expect(told('10', notYet, { today: '2026-10-07' }).days).toEqual({ hall: 0, applicant: 2 });
  });

  it('ends with the delivery; what is only to be handed over is no office’s any more', () => {
    const whole = [
      ...PASSED_ON,
      ...on('2026-10-16', 'decided', 'approved', 'sealed'),
      ...on('2026-10-20', 'delivered'),
      ...on('2026-10-28', 'handedOff'),
    ];
    expect(told('10', whole)).toMatchObject({
      ...{ days: { hall: 1, applicant: 3, way: 2, department: 4, delivery: 2 }, total: 12, ended: true },
    });
    expect(told('10', [...on('2026-10-08', 'received'), ...on('2026-10-09', 'declined')])).toMatchObject({
      ...{ days: { hall: 1 }, total: 1, ended: true },
    });
  });

  it('follows an opinion to the department, back for its form, and there again', () => {
    const reviewed = [
      ...on('2026-10-12', 'received', 'accepted'),
      ...on('2026-10-14', 'opined', 'approved', 'sealed', 'forwarded'),
      ...on('2026-10-15', 'sentBack'),
      ...on('2026-10-19', 'sealed', 'forwarded'),
      ...on('2026-10-20', 'issued'),
    ];
    expect(told('7', reviewed, { today: '2026-10-21' }).days).toEqual({
      hall: 4,
      department: 2,
      delivery: 1,
    });
    // On the window's route a leader sends back within the department.
    const within = [...PASSED_ON, ...on('2026-10-13', 'decided'), ...on('2026-10-14', 'sentBack')];
    expect(told('10', within, { today: '2026-10-15' }).days).toMatchObject({ hall: 1, department: 3 });
  });

  it('knows the town that handles it, and a department that decides what the district received', () => {
    const accepted = [...on('2026-10-12', 'received'), ...on('2026-10-13', 'accepted')];
    const by = { today: '2026-10-16' };
    expect(told('1', accepted, { ...by, handlingTown: TOWN }).days).toEqual({ hall: 1, town: 3 });
    expect(told('10', accepted, { ...by, route: 'district' }).days).toEqual({ hall: 1, department: 3 });
    const asked = [...on('2026-10-12', 'received', 'accepted'), ...on('2026-10-13', 'escalated')];
    const heard = [...asked, ...on('2026-10-15', 'answered'), ...on('2026-10-16', 'closed')];
    expect(told('8', heard).days).toEqual({ hall: 2, department: 2 });
  });

  it('charges nobody while the clock stands still', () => {
    const stopped = [
      ...on('2026-10-12', 'received', 'accepted'),
      ...on('2026-10-13', 'suspended'),
      ...on('2026-10-19', 'resumed'),
    ];
    expect(told('1', stopped, { today: '2026-10-20' }).days).toEqual({ hall: 2, stopped: 4 });
  });

  it('names an office that was done within the day, and says when a calendar is not known', () => {
    const within = on('2026-10-12', 'received', 'accepted', 'forwarded');
    expect(told('10', within, { today: '2026-10-13' }).days).toEqual({ hall: 0, department: 1 });
    const later = on('2026-12-31', 'received', 'accepted');
    expect(told('10', later, { today: '2027-01-04' })).toMatchObject({ provisional: true, total: 2 });
    expect(told('10', [])).toMatchObject({ days: { hall: 0 }, total: 0 });
  });

  it('gives every working day since the receipt to one, in whatever order the records came in', () => {
    const types = [
      ...['correctionRequired', 'supplemented', 'accepted', 'forwarded', 'papersDispatched', 'papersSigned'],
      ...['papersMissing', 'suspended', 'resumed', 'decided', 'sentBack', 'noted', 'something newer'],
    ];
    const anEvent = fc.record({ type: fc.constantFrom(...types), day: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 12 }), (events) => {
        const day = (count: number) => addDays('2026-08-24', count);
        const history = [...on(day(0), 'received'), ...events.flatMap((one) => on(day(one.day), one.type))];
        const { total, days } = told('10', history);
        expect(total).toBe(workingDaysBetween(day(0), '2026-10-31', calendar));
        expect(Object.values(days).every((count) => Number(count) >= 0)).toBe(true);
      }),
    );
  });
});
