/** Vitest's global set-up of the journeys: the browser is got, and a counter prepared for each worker, before the first of them. */
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from './browser.ts';
import { openDesk } from './journeyDesk.ts';
import { openDistrict } from './journeyDistrict.ts';
import { COUNTER, type PreparedCounter } from './journeyPrepared.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker. */
    prepared: PreparedCounter[];
  }
}

/** Below those that systems hand out by themselves, so that it stays free from one journey to the next. */
const [LOWEST, HIGHEST] = [20_000, 29_999];

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { executablePath } = await ensureBrowser();
  console.error(`[browser] using ${executablePath}`);
  const prepared = await Promise.all(Array.from({ length: project.config.maxWorkers }, prepareCounter));
  project.provide('prepared', prepared);
  return async () => {
    for (const folder of prepared.flatMap((one) => [one.dataDir, one.profile]))
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}

/** Through the same screens as any other device: `enrolment.test.ts` is about those. */
async function prepareCounter(): Promise<PreparedCounter> {
  const port = await freePort();
  const district = await openDistrict({ port });
  const code = await district.code(COUNTER.office);
  const desk = await openDesk(district);
  try {
    await desk.begin(COUNTER.clerk, code);
    await desk.hasSession();
    await desk.close();
    await district.kill();
  } catch (problem) {
    console.error(await desk.seen());
    await desk.end();
    await district.end();
    throw problem;
  }
  return { dataDir: district.dataDir, profile: desk.profile, port, usedCodes: [code] };
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });
}
