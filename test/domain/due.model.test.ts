import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { Case } from '../../src/domain/case.ts';
import { duesNow } from '../../src/domain/due.ts';
import { dueFactsOf } from '../../src/domain/dueFacts.ts';
import type { Suspension } from '../../src/domain/handling.ts';
import { progressOf } from '../../src/domain/progress.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { type CaseSummary, summaryOf } from '../../src/domain/summary.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import { officialCalendar } from '../support/calendar.ts';
import { accepted, does, receipt } from '../support/handlingActs.ts';
import { handlingRules } from '../support/handlingCatalogue.ts';
import { DELEGATED_FROM } from '../support/sampleCatalogue.ts';

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(DELEGATED_FROM, days));
const signed = { by: 'x', name: 'x', office: 'x' };
const stop = (on: LegalDate, until?: LegalDate): Suspension => ({
  ...{ ...signed, on, procedure: 'hearing', notice: '1', days: 1 },
  ...(until === undefined ? {} : { until }),
});

/** The next year comes, or a known one is put right: some days off, some weekends worked. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ off: fc.array(day, { maxLength: 40 }), on: fc.array(day, { maxLength: 20 }) })
  .map(({ off, on }) => ({
    version: 'later',
    years: Object.fromEntries(
      ['2026', '2027'].map((year) => {
        const within = (date: LegalDate): boolean => date.startsWith(year);
        return [year, { off: off.filter(within), on: on.filter(within) }];
      }),
    ),
  }));

const anyFacts = fc.record({
  item: fc.constantFrom('sign' as const, 'birth' as const, 'coop' as const, 'advice' as const),
  on: fc.integer({ min: 0, max: 300 }).map((days) => addDays(DELEGATED_FROM, days)),
  notice: fc.boolean(),
  stops: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 15 })), {
    maxLength: 3,
  }),
  lasts: fc.boolean(),
  longer: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  until: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  inTime: fc.boolean(),
});
type Facts = (typeof anyFacts)['generate'] extends (...given: never[]) => { readonly value: infer T }
  ? T
  : never;

/** A case that runs, or that silence has accepted: with what may have stopped it, prolonged it, or ends it sooner. */
function caseOf({ item, on, notice, stops, lasts, longer, until, inTime }: Facts): Case {
  const found = notice ? accepted(item, {}, on) : does(null, 'clerk', receipt(item), { on });
  let last = on;
  const suspensions = stops.map(([wait, length]) => {
    const from = addDays(last, wait);
    last = addDays(from, length);
    return stop(from, last);
  });
  return {
    ...found,
    ...(suspensions.length > 0 ? { suspensions: lasts ? [...suspensions, stop(last)] : suspensions } : {}),
    ...(longer === undefined ? {} : { extension: { ...signed, on, days: longer, text: '' } }),
    ...(until === undefined ? {} : { renews: { number: '1', until: addDays(on, until), inTime } }),
  };
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

it('whatever calendar comes, the row, the page of the case and the district’s own page name one day', () => {
  let decided = 0;
  fc.assert(
    fc.property(anyFacts, anyCalendar, day, (facts, calendar, today) => {
      const found = caseOf(facts as Facts);
      const before: Rules = { ...handlingRules, calendar: officialCalendar };
      const now: Rules = { ...handlingRules, calendar };
      // Sealed on the device when it came, and looked at since the calendar has changed.
      const row: CaseSummary = copied(summaryOf(found, before));
      const listed = duesNow(row, now, today);
      expect(duesNow({ ...found, ...dueFactsOf(found, now), endedOn: null }, now, today)).toEqual(listed);
      const due = listed.find((one) => one.kind === 'decide');
      const told = progressOf(copied(found), now, today).due;
      expect(due && { date: due.date, provisional: due.provisional }).toEqual(
        told && { date: told.date, provisional: told.provisional },
      );
      if (due) decided += 1;
    }),
    { numRuns: 600 },
  );
  expect(decided).toBeGreaterThan(150);
});
