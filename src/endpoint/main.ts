import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { newSetupCode } from './access/setup.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Edges } from './context.ts';
import { start } from './run.ts';

/** The program's root: this file runs from dist/endpoint/. */
const ROOT = join(import.meta.dirname, '../..');

const edges: Edges = {
  clock: () => Date.now(),
  newId: () => v7(),
  randomBytes: (count) => randomBytes(count),
  timer: {
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  },
};

try {
  const running = await start(readConfig(process.env, join(ROOT, 'data')), edges, { root: ROOT });
  const code = await newSetupCode(running.store, edges.randomBytes);
  console.log(`Jinban is at ${running.url}/ and, for staff, at ${running.url}/desk/`);
  if (code !== undefined) console.log(`One-time code for the first administrator: ${code}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
