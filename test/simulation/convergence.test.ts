import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Randomness, Reply } from '../../src/app/local/ports.ts';
import type { BatchAnswer } from '../../src/protocol/command.ts';
import { seededRandomness, type VirtualTime } from '../support/devicePorts.ts';
import { type District, forgetfulDistrict, realDistrict, smallDistrict } from '../support/district.ts';
import { type Plant, Simulation, type Step, steps } from '../support/simulation.ts';

/** SIM_RUNS and SIM_SEED make a longer or a repeated search: `SIM_RUNS=2000 npx vitest run test/simulation`. */
const RUNS = Number(process.env.SIM_RUNS ?? 30);
const seed = process.env.SIM_SEED === undefined ? {} : { seed: Number(process.env.SIM_SEED) };

async function complaintsAfter(
  plan: readonly Step[],
  make: (time: VirtualTime, randomness: Randomness) => Promise<District>,
  plant?: Plant,
): Promise<string[]> {
  const time = Simulation.time();
  const district = await make(time, seededRandomness(7));
  const simulation = await Simulation.begin(time, district, plant);
  try {
    await simulation.run(plan);
    await simulation.heal();
    return await simulation.complaints();
  } finally {
    await simulation.end();
  }
}

describe('three devices of one hall over a network that doubles, mixes and loses', () => {
  it('show the same cases once it is well again, each command recorded once, before the small authority', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        expect(await complaintsAfter(plan, smallDistrict)).toEqual([]);
      }),
      { numRuns: RUNS, ...seed },
    );
  }, 600_000);

  it('show the same cases once it is well again, each command recorded once, before the real endpoint', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        expect(await complaintsAfter(plan, realDistrict)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 4), ...seed },
    );
  }, 600_000);
});

/** Faults planted in what devices hear, and what the search must therefore find. */
const PLANTS: readonly { readonly name: string; readonly plant: Plant; readonly finds: RegExp }[] = [
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
    async ({ plant, finds }) => {
      expect(await search((plan) => complaintsAfter(plan, smallDistrict, plant))).toMatch(finds);
    },
    600_000,
  );

  it('finds an endpoint that records a command as often as it comes', async () => {
    expect(await search((plan) => complaintsAfter(plan, forgetfulDistrict))).toMatch(/recorded \d+ times/);
  }, 600_000);
});

/** The first complaints that a search comes upon. */
async function search(complaints: (plan: Step[]) => Promise<string[]>): Promise<string> {
  let found = '';
  const property = fc.asyncProperty(steps, async (plan) => {
    found = (await complaints(plan)).join('\n');
    return found === '';
  });
  await fc.check(property, { numRuns: 300, endOnFailure: true, seed: 11 });
  return found;
}
