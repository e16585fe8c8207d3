/** An endpoint in a process of its own, to be killed and started again on the same folder and port. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { DemoStaff } from '../../src/endpoint/demoStaff.ts';
import { ROOT } from './root.ts';

export interface ChildOptions {
  readonly dataDir: string;
  /** 0 = any free port. */
  readonly port?: number;
  /** Commits, says so, and never answers. */
  readonly silentAfterCommit?: boolean;
  /** The moment at which its clock begins; absent = the real one. ISO 8601. */
  readonly beginsAt?: string;
  /** Seeds the demonstration's staff, whose sign-ins come back. */
  readonly demoStaff?: boolean;
}

export interface EndpointChild {
  readonly url: string;
  readonly port: number;
  readonly staff: readonly DemoStaff[];
  readonly process: ChildProcess;
  /** Resolves when the silent endpoint has committed. */
  readonly committed: Promise<void>;
  /** SIGKILL: nothing is closed, nothing is written after it. */
  kill(): Promise<void>;
}

const built = new Map<string, Promise<string>>();

/**
 * Builds a program for Node once for each test process, as `npm run build` builds the real ones.
 * @param source from the root of the repository
 * @returns the built file
 */
export function buildProgram(source: string): Promise<string> {
  const known = built.get(source);
  if (known) return known;
  const made = (async () => {
    // Inside the repository, so that the packages left outside the build are found.
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const outDir = mkdtempSync(join(ROOT, '.cache', 'program-'));
    process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: {
        ssr: true,
        outDir,
        emptyOutDir: true,
        rollupOptions: { input: join(ROOT, source) },
      },
    });
    return join(outDir, `${basename(source, '.ts')}.js`);
  })();
  built.set(source, made);
  return made;
}

export async function startChild(options: ChildOptions): Promise<EndpointChild> {
  const program = await buildProgram('test/support/endpointProgram.ts');
  const child = fork(program, {
    cwd: ROOT,
    execArgv: [],
    env: {
      ...process.env,
      ROOT,
      DATA_DIR: options.dataDir,
      PORT: String(options.port ?? 0),
      ...(options.silentAfterCommit ? { SILENT_AFTER_COMMIT: '1' } : {}),
      ...(options.beginsAt ? { BEGINS_AT: options.beginsAt } : {}),
      ...(options.demoStaff ? { DEMO_STAFF: '1' } : {}),
    },
  });
  const told = <T extends object>(key: string): Promise<T> =>
    new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (typeof message === 'object' && message !== null && key in message) resolve(message as T);
      });
      child.once('exit', (code) => reject(new Error(`the endpoint ended with ${code}`)));
    });
  const committed = told('committed').then(() => {});
  committed.catch(() => {});
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url, staff } = await told<{ url: string; staff: DemoStaff[] }>('url');
  return {
    url,
    port: Number(new URL(url).port),
    staff,
    process: child,
    committed,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
