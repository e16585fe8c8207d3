import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from './recording/chain.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

const PAGE = 500;

/** Verifies the chain of every stream. @returns how many were read, and one line for each fault */
export async function verifyStore(store: Store): Promise<{ streams: number; faults: string[] }> {
  const faults: string[] = [];
  let streams = 0;
  for (let after = ''; ; ) {
    const page = await store.read.streamsAfter(after, PAGE);
    for (const stream of page) {
      const events = await store.read.events(stream.id);
      for (const fault of verifyChain(events, stream.head))
        faults.push(`${stream.kind} ${stream.id} event ${fault.version}: ${fault.what}`);
    }
    streams += page.length;
    const last = page.at(-1);
    if (!last) return { streams, faults };
    after = last.id;
  }
}

/** `node dist/endpoint/verify.js DATA_DIR`: exit code 1 when a chain does not hold. */
async function run(folder: string | undefined): Promise<number> {
  const file = folder === undefined ? undefined : join(folder, 'jinban.sqlite');
  if (file === undefined || !existsSync(file)) {
    console.error('usage: node dist/endpoint/verify.js DATA_DIR (a folder with jinban.sqlite)');
    return 2;
  }
  const store = await openSqlite(file);
  const { streams, faults } = await verifyStore(store);
  await store.close();
  for (const fault of faults) console.error(fault);
  console.log(`${streams} streams read, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('verify.js')) process.exitCode = await run(process.argv[2]);
