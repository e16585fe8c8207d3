import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/app/local/ports.ts';
import type { BatchAnswer } from '../../src/protocol/command.ts';
import { forgetfulDistrict, smallDistrict } from '../support/district.ts';
import { type Plant, Simulation, type Step, steps } from '../support/simulation.ts';
import { complaintsAfter } from '../support/simulationRun.ts';

/** A fault planted in what devices hear, and what the search must therefore find. */
interface Planted {
  readonly name: string;
  readonly plant: Plant;
  readonly finds: RegExp;
  /** Of a search that comes upon it soon. */
  readonly seed: number;
}

const PLANTS: readonly Planted[] = [
  {
    name: 'a device that takes silence for success',
    plant: (way) => ({
      ...way,
      commands: async (body, authorisation) => {
        const reply = await way.commands(body, authorisation);
        return reply.kind === 'unreachable' ? allRecorded(body) : reply;
      },
    }),
    finds: /is lost/,
    seed: 3,
  },
  {
    name: 'an endpoint that refuses what comes before its time instead of letting it wait',
    plant: (way) => ({
      ...way,
      commands: async (body, authorisation) => {
        const reply = await way.commands(body, authorisation);
        return reply.kind === 'answer' ? { ...reply, value: impatient(reply.value) } : reply;
      },
    }),
    finds: /was refused with case.unknown/,
    seed: 11,
  },
  {
    name: 'a feed that skips a row',
    plant: (way, device) => ({
      ...way,
      feed: async (scope, after) => {
        const reply = await way.feed(scope, after);
        if (device !== 1 || reply.kind !== 'answer' || reply.value.rows.length < 2) return reply;
        return { ...reply, value: { ...reply.value, rows: reply.value.rows.slice(1) } };
      },
    }),
    finds: /is not shown|is shown as/,
    seed: 11,
  },
];

function allRecorded(body: string): Reply<BatchAnswer> {
  const { commands } = JSON.parse(body) as { commands: { id: string }[] };
  const outcomes = commands.map(({ id }) => ({ id, outcome: 'recorded' as const, version: 1 }));
  return { kind: 'answer', value: { outcomes, now: Simulation.time().instant() } };
}

const impatient = (answer: BatchAnswer): BatchAnswer => ({
  ...answer,
  outcomes: answer.outcomes.map((one) =>
    one.code === 'after.unknown' ? { id: one.id, outcome: 'refused', code: 'case.unknown', facts: {} } : one,
  ),
});

describe('the search', () => {
  it.each(PLANTS)(
    'finds $name',
    async ({ plant, finds, seed }) => {
      expect(await search((plan) => complaintsAfter(plan, smallDistrict, plant), seed)).toMatch(finds);
    },
    600_000,
  );

  it('finds an endpoint that records a command as often as it comes', async () => {
    expect(await search((plan) => complaintsAfter(plan, forgetfulDistrict), 11)).toMatch(
      /recorded \d+ times/,
    );
  }, 600_000);
});

/** The first complaints that a search comes upon. */
async function search(complaints: (plan: Step[]) => Promise<string[]>, seed: number): Promise<string> {
  let found = '';
  const property = fc.asyncProperty(steps, async (plan) => {
    found = (await complaints(plan)).join('\n');
    return found === '';
  });
  await fc.check(property, { numRuns: 300, endOnFailure: true, seed });
  return found;
}
