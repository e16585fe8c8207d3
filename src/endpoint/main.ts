import { join } from 'node:path';
import { newSetupCode } from './access/setup.ts';
import { ConfigError, readConfig } from './config.ts';
import { nodeEdges } from './edges.ts';
import { start } from './run.ts';

/** This file runs from dist/endpoint/. */
const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = { root: ROOT, openerThread: join(import.meta.dirname, 'openerThread.js') };

try {
  const running = await start(readConfig(process.env, join(ROOT, 'data')), nodeEdges, PROGRAM);
  const code = await newSetupCode(running.store, nodeEdges.randomBytes);
  console.log(`Jinban is at ${running.url}/ and, for staff, at ${running.url}/desk/`);
  if (code !== undefined) console.log(`One-time code for the first administrator: ${code}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
