import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { seedDemo } from './demoStaff.ts';
import { nodeEdges } from './edges.ts';
import { start } from './run.ts';

/** This file runs from dist/endpoint/. */
const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = { root: ROOT, openerThread: join(import.meta.dirname, 'openerThread.js') };

const XIJI = '370406102';

/** `npm run demo`: a throwaway folder (unless DATA_DIR names one) with staff of every role for every office. */
try {
  const config = readConfig(process.env, process.env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'jinban-demo-')));
  const running = await start(config, nodeEdges, PROGRAM);
  const { url, context } = running;
  const { staff, codes, file } = await seedDemo({ context, url, dataDir: config.dataDir }, nodeEdges);
  console.log(`Jinban demonstration: ${url}/ and, for staff, ${url}/desk/\n`);
  const width = Math.max(...staff.map((one) => one.username.length)) + 2;
  const shown = staff.filter((one) => /^(xiji|qu|xzsp)\./.test(one.username));
  for (const one of shown)
    console.log(`  ${one.username.padEnd(width)}${one.password.padEnd(26)}${one.name}`);
  const code = codes.find((one) => one.office === XIJI)?.code;
  console.log(
    `\nA device is enrolled once. For a device of the town of Xiji, open ${url}/desk/enrol#${code}`,
  );
  console.log('(or type that code), then sign in as xiji.clerk and choose a secret to unlock with.');
  console.log(`\n  … ${staff.length - shown.length} more sign-ins and ${codes.length} codes in ${file}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
