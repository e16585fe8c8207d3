import type { Complaint } from './ledger.ts';
import { type Outcome, runScript } from './run.ts';
import type { Script, Step } from './script.ts';
import type { Plant } from './world.ts';

/** Runs that the search for a shorter script may take. */
const MOST_RUNS = 250;

/** What kind of promise was broken, without the ids and numbers that differ from run to run. */
const sort = ({ kind, what }: Complaint): string =>
  `${kind} ${what.replace(/[0-9a-f-]{8,}|\d+/g, '').slice(0, 40)}`;

/**
 * The shortest script that still breaks the same promise: the steps after it are left out, then ever smaller pieces, as
 * long as that helps.
 */
export async function shortest(
  script: Script,
  outcome: Outcome,
  plant: Plant = {},
  most = MOST_RUNS,
): Promise<Script> {
  const [first] = outcome.complaints;
  if (!first) return script;
  const wanted = sort(first);
  let runs = 0;
  const stillFails = async (candidate: Script): Promise<boolean> => {
    runs += 1;
    const { complaints } = await runScript(candidate, plant);
    return complaints.some((one) => sort(one) === wanted);
  };
  let best: Script = { ...script, steps: script.steps.slice(0, outcome.steps) };
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.steps.length && runs < most; ) {
      const candidate = { ...best, steps: without(best.steps, at, size) };
      if (await stillFails(candidate)) best = candidate;
      else at += size;
    }
  }
  const used = best.steps.flatMap((step) => ('device' in step ? [step.device + 1] : []));
  const fewer = { ...best, devices: Math.max(1, ...used) };
  return fewer.devices < best.devices && (await stillFails(fewer)) ? fewer : best;
}

const without = (steps: readonly Step[], at: number, size: number): Step[] => [
  ...steps.slice(0, at),
  ...steps.slice(at + size),
];
