import type { Randomness } from '../../src/app/local/ports.ts';
import { seededRandomness, type VirtualTime } from './devicePorts.ts';
import type { District } from './district.ts';
import { type Plant, Simulation, type Step } from './simulation.ts';

/** SIM_RUNS and SIM_SEED make a longer or a repeated search: `SIM_RUNS=2000 npx vitest run test/simulation`. */
export const RUNS = Number(process.env.SIM_RUNS ?? 30);
export const SEED = process.env.SIM_SEED === undefined ? {} : { seed: Number(process.env.SIM_SEED) };

/** What is wrong after a run: nothing, or one line for each broken promise. */
export async function complaintsAfter(
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
