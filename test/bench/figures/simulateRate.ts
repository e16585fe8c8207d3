/** `simulate.rate`: submissions a second of the simulation, in one process, every fault and every check included. */
import { runSeed } from '../../simulation/run.ts';
import { installSyncCrypto } from '../../simulation/syncCrypto.ts';
import { type Measured, say } from '../figure.ts';

/** The first one prepares the district, which is done once a process. */
const WARM_UP = 2;
const SEEDS = 30;

export async function measure(): Promise<Measured> {
  const remove = installSyncCrypto();
  const { warn } = console;
  // A library's advice to whoever has the browser's console open.
  console.warn = () => undefined;
  try {
    for (let seed = 1; seed <= WARM_UP; seed += 1) await runSeed(seed);
    let submissions = 0;
    const begun = performance.now();
    for (let seed = WARM_UP + 1; seed <= WARM_UP + SEEDS; seed += 1) {
      const outcome = await runSeed(seed);
      if (outcome.complaints.length > 0) throw new Error(`seed ${seed} breaks a promise`);
      submissions += outcome.submissions;
    }
    const seconds = (performance.now() - begun) / 1_000;
    say(`simulate.rate: ${SEEDS} seeds, ${submissions} submissions in ${seconds.toFixed(1)} s`);
    return { value: submissions / seconds, unit: 'submissions/s', better: 'more' };
  } finally {
    remove();
    console.warn = warn;
  }
}
