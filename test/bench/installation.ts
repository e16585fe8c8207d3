/** The built product in a folder of its own, to be served with more pages, and its demonstration running there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoStaff } from '../../src/endpoint/demoStaff.ts';
import { ROOT } from '../support/root.ts';
import { say } from './figure.ts';

export interface Installation {
  /** What the endpoint serves under /desk/. */
  readonly desk: string;
  /** The endpoint's database. */
  readonly database: string;
  start(): Promise<RunningEndpoint>;
}

export interface RunningEndpoint {
  readonly url: string;
  readonly port: number;
  /** A clerk of Xiji, and who administers. */
  readonly clerk: DemoStaff;
  readonly admin: DemoStaff;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Copies what `npm run build` made. The copy lies in the repository, so that its packages are found. */
export function install(folder: string): Installation {
  cpSync(join(ROOT, 'dist/endpoint'), join(folder, 'dist/endpoint'), { recursive: true });
  cpSync(join(ROOT, 'dist/citizen'), join(folder, 'dist/citizen'), { recursive: true });
  cpSync(join(ROOT, 'dist/desk'), join(folder, 'dist/desk'), { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const data = join(folder, 'data');
  mkdirSync(data);
  return {
    desk: join(folder, 'dist/desk'),
    database: join(data, 'jinban.sqlite'),
    start: () => startEndpoint(folder, data),
  };
}

async function startEndpoint(folder: string, data: string): Promise<RunningEndpoint> {
  const { HOST: _, PUBLIC_URL: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(folder, 'dist/endpoint/demo.js')], {
    env: { ...env, PORT: '0', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 2],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    // It says where it is when everything is there.
    child.stdout?.once('data', () => resolve());
    void exited.then((code) => reject(new Error(`the endpoint ended with ${code}`)));
  });
  child.stdout?.resume();
  let stopping = false;
  void exited.then((code) => {
    if (!stopping) say(`the endpoint ended by itself with ${code ?? child.signalCode}`);
  });
  const { url, staff } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as {
    url: string;
    staff: DemoStaff[];
  };
  const clerk = staff.find((one) => one.username === 'xiji.clerk');
  const admin = staff.find((one) => one.username === 'qu.admin');
  if (!clerk || !admin) throw new Error('the demonstration has no xiji.clerk, or no qu.admin');
  return {
    url,
    port: Number(new URL(url).port),
    clerk,
    admin,
    process: child,
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      await exited;
    },
  };
}
