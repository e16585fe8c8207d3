/**
 * `npm run simulate -- --seeds N --from S`: runs N seeds from S on, in as many processes as there are processors. A seed
 * that breaks a promise is printed with its complaints and the shortest script that breaks it too, and makes the exit
 * code 1. The last line counts everything, the lines above it the faults that were injected.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type FaultKind, Tally } from './faults.ts';
import { type Complaint, diverged } from './ledger.ts';
import { type Outcome, runSeed } from './run.ts';
import { printed, scriptOf } from './script.ts';
import { shortest } from './shrink.ts';
import { installSyncCrypto } from './syncCrypto.ts';

/** Set in a process that runs its share of the seeds: `from count step`. */
const SHARE_VARIABLE = 'JINBAN_SIMULATION_SHARE';
/** Scripts that one process looks for a shorter form of: with more, the fault is the same. */
const MOST_SHORTENED = 2;
const SAY_EVERY = 500;

type Told =
  | { readonly is: 'begun'; readonly seed: number }
  | { readonly is: 'ran'; readonly seed: number; readonly outcome: Outcome }
  | { readonly is: 'script'; readonly seed: number; readonly text: string };

const tell = (message: Told): void => void process.send?.(message);

async function runShare(share: string): Promise<void> {
  const [from = 0, count = 0, step = 1] = share.split(' ').map(Number);
  installSyncCrypto();
  // A library's advice to whoever has the browser's console open.
  console.warn = () => undefined;
  // A promise that nobody looks at is a fault of the product like any other, and no reason to end the search.
  const unheard: Complaint[] = [];
  process.on('unhandledRejection', (reason) => unheard.push(diverged(`nobody heard of ${reason}`)));
  let shortened = 0;
  for (let seed = from; seed < from + count; seed += step) {
    tell({ is: 'begun', seed });
    const ran = await runSeed(seed);
    const outcome = { ...ran, complaints: [...ran.complaints, ...unheard.splice(0)] };
    tell({ is: 'ran', seed, outcome });
    if (ran.complaints.length === 0 || shortened >= MOST_SHORTENED) continue;
    shortened += 1;
    tell({ is: 'script', seed, text: printed(await shortest(scriptOf(seed), outcome)) });
  }
  process.disconnect?.();
}

/** What all seeds together came to. */
class Sum {
  readonly tally = new Tally();
  readonly complaints: Complaint[] = [];
  seeds = 0;
  steps = 0;
  submissions = 0;
  /** A process ended before its seeds were run. */
  broken = false;

  add({ steps, submissions, faults, complaints }: Outcome): void {
    this.seeds += 1;
    this.steps += steps;
    this.submissions += submissions;
    this.tally.addAll(faults as readonly (readonly [FaultKind, number])[]);
    this.complaints.push(...complaints);
  }

  print(): void {
    for (const [kind, count] of this.tally.counts) console.log(`${kind} ${count}`);
    const count = (kind: Complaint['kind']): number =>
      this.complaints.filter((one) => one.kind === kind).length;
    console.log(
      `seeds ${this.seeds} steps ${this.steps} submissions ${this.submissions} ` +
        `lost ${count('lost')} duplicated ${count('duplicated')} diverged ${count('diverged')}`,
    );
  }
}

function startShare(share: string, sum: Sum): Promise<void> {
  const child = fork(process.argv[1] ?? '', [], {
    env: { ...process.env, [SHARE_VARIABLE]: share },
    // What libraries say to the console of a browser is nobody's news here.
    stdio: ['ignore', 'ignore', 2, 'ipc'],
    // Nearly everything that a run makes is gone with its end; and most errors are planned, whose stacks nobody reads.
    execArgv: ['--max-semi-space-size=64', '--stack-trace-limit=5', '--always-sparkplug'],
  });
  let seed: number | undefined;
  child.on('message', (told: Told) => {
    seed = told.seed;
    if (told.is === 'script') console.log(`shortest script of seed ${told.seed}:\n${told.text}`);
    if (told.is !== 'ran') return;
    sum.add(told.outcome);
    if (sum.seeds % SAY_EVERY === 0) console.error(`${sum.seeds} seeds …`);
    for (const { kind, what } of told.outcome.complaints) console.log(`seed ${told.seed}: ${kind}: ${what}`);
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      if (code !== 0) {
        sum.broken = true;
        console.log(`the process ended with ${code} in seed ${seed}`);
      }
      resolve();
    });
  });
}

async function simulate(): Promise<void> {
  const options = {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
  } as const;
  const { values } = parseArgs({ options });
  const [seeds, from, processes] = [values.seeds, values.from, values.processes].map((text) => {
    if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is no number`);
    return Number(text);
  }) as [number, number, number];
  const sum = new Sum();
  const shares = Array.from({ length: processes }, (_, index) =>
    startShare(`${from + index} ${seeds - index} ${processes}`, sum),
  );
  await Promise.all(shares);
  sum.print();
  if (sum.broken || sum.complaints.length > 0) process.exitCode = 1;
}

const share = process.env[SHARE_VARIABLE];
await (share === undefined ? simulate() : runShare(share));
