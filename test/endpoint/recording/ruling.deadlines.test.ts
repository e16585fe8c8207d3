import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar.ts';
import type { Case } from '../../../src/domain/case.ts';
import { fileHashOf } from '../../../src/domain/caseFile.ts';
import { clockOf } from '../../../src/domain/clock.ts';
import type { CaseCommand } from '../../../src/domain/commands.ts';
import { decide } from '../../../src/domain/decide.ts';
import type { Role } from '../../../src/domain/office.ts';
import { type Catalogue, type Rules, rulesOf } from '../../../src/domain/rules.ts';
import { addDays, type LegalDate } from '../../../src/domain/time.ts';
import { type CatalogueAnswer, mergeCatalogue } from '../../../src/protocol/catalogue.ts';
import type { Envelope } from '../../../src/protocol/command.ts';
import { KINDS } from '../../support/authorityMatrix.ts';
import { call } from '../../support/endpoint.ts';
import { act } from '../../support/handlingActs.ts';
import { GUIDES, handlingCatalogue } from '../../support/handlingCatalogue.ts';
import {
  type Bench,
  commandBy,
  handIn,
  handOf,
  openBench,
  received,
  sendAll,
} from '../../support/matrixEndpoint.ts';
import { acceptOn, acting, at, fold, MONDAY } from '../../support/sampleCase.ts';
import { WEST } from '../../support/sampleCatalogue.ts';
import type { TestHand } from '../../support/signing.ts';
import { slowDue } from '../../support/slowClock.ts';

/** Days around a turn of the year, some of them off, some weekends worked. */
const offset = fc.integer({ min: 0, max: 120 });
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ off: fc.array(offset, { maxLength: 25 }), on: fc.array(offset, { maxLength: 12 }) })
  .map(({ off, on }) => {
    const days = (list: readonly number[], year: string) =>
      list.map((one) => addDays(MONDAY, one)).filter((day) => day.startsWith(year));
    const yearOf = (year: string) => ({ off: days(off, year), on: days(on, year) });
    return { version: 'any', years: { '2026': yearOf('2026'), '2027': yearOf('2027') } };
  });

/** What happens on a day: whatever the rules refuse then is left out, on both sides alike. */
const anyStory = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 9 }),
    does: fc.constantFrom('suspend', 'resume', 'extend'),
    days: fc.integer({ min: 1, max: 10 }),
  }),
  { minLength: 1, maxLength: 7 },
);

const DIRECT = KINDS.find((one) => one.name === 'direct');
const WHO: Readonly<Record<string, Role>> = { suspend: 'reviewer', resume: 'reviewer', extend: 'leader' };

describe('the time that a case has', () => {
  let bench: Bench;
  let now: LegalDate = MONDAY;
  beforeAll(async () => {
    bench = await openBench(() => Date.parse(at(now, '12:00')));
  });
  afterAll(() => bench.endpoint.stop());

  /** What a device has: the catalogue as it comes over the wire. */
  async function rulesOnDevice(calendar: Calendar): Promise<Rules> {
    bench.endpoint.context.published.adopt({ ...handlingCatalogue, calendar } as Catalogue);
    const answer = await call(bench.endpoint, '/api/catalogue');
    const whole = mergeCatalogue(null, (await answer.json()) as CatalogueAnswer);
    if (!whole) throw new Error('no calendar');
    return rulesOf(whole);
  }

  /** Acts on a device that has no line, day by day; then all of them are sent together. */
  async function play(story: typeof anyStory extends fc.Arbitrary<infer S> ? S : never, rules: Rules) {
    if (!DIRECT) throw new Error('no such kind');
    const stream = v7();
    // New ones for each story: no device writes what lies before its last contact.
    const { sealing } = handOf(bench, DIRECT, 'receiving hall', 'clerk');
    const hands = new Map<Role, TestHand>();
    for (const role of ['clerk', 'reviewer', 'leader'] as const)
      hands.set(role, await handIn(bench.endpoint, WEST, role, sealing));
    const envelopes: Envelope[] = [];
    let found: Case | null = null;
    const happens = async (role: Role, said: CaseCommand, on: LegalDate): Promise<void> => {
      const hand = hands.get(role);
      if (!hand) throw new Error(role);
      const seen = found ? { version: found.version, file: fileHashOf(found) } : { version: 0 };
      const who = { office: hand.office, roles: [role], by: hand.person, now: rules, basis: seen, on };
      const result = decide(found, said, { ...acting(who), name: '测试人员' });
      if (!result.ok) return;
      envelopes.push(await commandBy(hand, { stream, found }, said, at(on)));
      found = fold(found, result.value);
    };
    const clerk = hands.get('clerk') as TestHand;
    await happens('clerk', received(bench, DIRECT, clerk), MONDAY);
    if (!found) throw new Error('not received');
    await happens('clerk', acceptOn(found, MONDAY, rules), MONDAY);
    let day = MONDAY;
    for (const { wait, does, days } of story) {
      day = addDays(day, wait);
      const said = act(does, does === 'extend' ? { days } : {});
      await happens(WHO[does] ?? 'clerk', said, day);
    }
    now = day;
    const outcomes = await sendAll(bench, clerk, envelopes, at(now, '12:00'));
    expect(outcomes.map((one) => one.outcome)).toEqual(envelopes.map(() => 'recorded'));
    return { stream, found: found as Case, done: envelopes.length };
  }

  it('is the same on a device without a line and at the endpoint, for any calendar, stops and extension', async () => {
    let acts = 0;
    const property = fc.asyncProperty(anyCalendar, anyStory, async (calendar, story) => {
      const rules = await rulesOnDevice(calendar);
      const { stream, found, done } = await play(story, rules);
      acts += done - 2;
      const stored = (await bench.endpoint.store.read.caseIn(stream, [found.hall]))?.state;
      const there = JSON.parse(String(stored)) as Case;
      expect(there.dates ?? there.deadlines).toEqual(found.dates ?? found.deadlines);
      // And on the day of the law: counted once more, day by day, by what the endpoint has stored.
      const counted = clockOf(there, GUIDES.sign, bench.endpoint.context.published.rules().calendar);
      const stops = (there.suspensions ?? []).filter((one) => one.until !== undefined);
      const told = { ...there, suspensions: stops };
      expect(clockOf(told, GUIDES.sign, calendar).statutory?.date).toBe(slowDue(told, GUIDES.sign, calendar));
      expect(clockOf(found, GUIDES.sign, rules.calendar)).toEqual(counted);
    });
    await fc.assert(property, { numRuns: 40, seed: 20261127 });
    // So that this is not empty.
    expect(acts).toBeGreaterThan(60);
  }, 120_000);
});
