import { heal } from './converged.ts';
import type { FaultKind } from './faults.ts';
import { type Complaint, diverged } from './ledger.ts';
import { Office } from './office.ts';
import { perform } from './perform.ts';
import { type Script, scriptOf } from './script.ts';
import { NotAtRest } from './stillness.ts';
import { type Plant, World } from './world.ts';

/** What came of a run. */
export interface Outcome {
  readonly steps: number;
  readonly submissions: number;
  readonly faults: readonly (readonly [FaultKind, number])[];
  /** Broken promises; none when all is well. */
  readonly complaints: readonly Complaint[];
  /** Of every decision: the same for the same script. */
  readonly hash: string;
}

export const runSeed = (seed: number): Promise<Outcome> => runScript(scriptOf(seed));

/** Runs a script to its end, or to the first step after which a promise is broken. */
export async function runScript(script: Script, plant: Plant = {}, traced?: string[]): Promise<Outcome> {
  const world = await World.begin(script, plant, traced);
  const office = new Office(world);
  let steps = 0;
  try {
    for (const step of script.steps) {
      await perform(world, office, step);
      await world.afterStep();
      steps += 1;
      if (world.complaints.length > 0) break;
    }
    if (world.complaints.length === 0) await heal(world, office);
  } catch (error) {
    // What has no end is as bad as what is lost, and is said like it.
    if (!(error instanceof NotAtRest)) throw error;
    world.complain([diverged(error.message)]);
  }
  await world.end();
  return {
    steps,
    submissions: world.ledger.submissions,
    faults: [...world.tally.counts],
    complaints: world.complaints,
    hash: world.hash(),
  };
}
