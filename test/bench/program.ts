import { type ChildProcess, fork } from 'node:child_process';

/** Names the program that a child of the bench is; the bench itself has none. */
export const PROGRAM_VARIABLE = 'JINBAN_BENCH_PROGRAM';

/** Peers and generators of load run in processes of their own, from this same build. */
const PROGRAMS: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  load: () => import('./programs/load.ts'),
  pouch: () => import('./programs/pouch.ts'),
};

export async function runProgram(name: string): Promise<void> {
  const load = PROGRAMS[name];
  if (!load) throw new Error(`no program ${name}`);
  await (await load()).run();
}

/** A child of the bench, spoken with by messages. */
export interface Program {
  tell(message: object): void;
  /** The next message. Rejects when the program ends without one. */
  heard<T>(): Promise<T>;
  stop(): Promise<void>;
}

export function startProgram(name: string, env: Readonly<Record<string, string>>): Program {
  // Its stdout is our stderr: stdout belongs to the figures.
  const child = fork(process.argv[1] ?? '', [], {
    env: { ...process.env, ...env, [PROGRAM_VARIABLE]: name },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    tell: (message) => child.send(message),
    heard: <T>() => nextMessage<T>(name, child),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

function nextMessage<T>(name: string, child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`${name} ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}
