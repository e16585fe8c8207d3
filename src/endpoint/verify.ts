import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeEdges } from './edges.ts';
import { openDiskShelf } from './files/diskShelf.ts';
import { FILES_FOLDER, type FileShelf } from './files/shelf.ts';
import { eventHeaderOf } from './recording/chain.ts';
import { createVerifier } from './recording/keys.ts';
import { type Fault, type Proof, verifyStream } from './recording/verifyStream.ts';
import { rotateEpoch } from './store/epoch.ts';
import { openSqlite } from './store/sqlite.ts';
import type { EventFound, Store } from './store/store.ts';

const PAGE = 500;
/** Commands asked for at once: well under what one statement may name. */
const COMMANDS = 200;

/** Verifies every stream. @returns how many were read, and one line for each fault */
export async function verifyStore(store: Store): Promise<{ streams: number; faults: string[] }> {
  const faults: string[] = [];
  let streams = 0;
  const keys = await store.read.personKeys();
  const signers = new Map(keys.map(({ keyId, ...signer }) => [keyId, signer]));
  const verifier = createVerifier();
  const tell = (kind: string, id: string, found: readonly Fault[]): void => {
    for (const { version, what } of found)
      faults.push(`${kind} ${id}${version > 0 ? ` event ${version}` : ''}: ${what}`);
  };
  for (let after = ''; ; ) {
    const page = await store.read.streamsAfter(after, PAGE);
    for (const stream of page) {
      const events = await store.read.events(stream.id);
      const proof: Proof = { commands: await commandsOf(store, events), signers, verifier };
      tell(stream.kind, stream.id, verifyStream(stream, events, proof));
    }
    streams += page.length;
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const id of await store.read.orphanStreams()) faults.push(`stream ${id}: missing`);
  for (const { id, stream } of await store.read.eventlessCommands())
    faults.push(`stream ${stream} command ${id}: no event`);
  return { streams, faults };
}

/** Holds every file that is told to have arrived to its hash. @returns how many, and one line for each fault */
export async function verifyFiles(
  store: Store,
  shelf: FileShelf,
): Promise<{ files: number; faults: string[] }> {
  const faults: string[] = [];
  let files = 0;
  for (let after = ''; ; ) {
    const page = await store.read.arrivedAfter(after, PAGE);
    for (const { hash } of page) {
      const found = await shelf.hashOf(hash);
      if (found !== hash) faults.push(`file ${hash}: ${found === undefined ? 'missing' : 'bytes'}`);
    }
    files += page.length;
    const last = page.at(-1);
    if (!last) return { files, faults };
    after = last.hash;
  }
}

async function commandsOf(store: Store, events: readonly EventFound[]): Promise<Proof['commands']> {
  const ids = [...new Set(events.flatMap((event) => eventHeaderOf(event.header)?.command ?? []))];
  const found: Awaited<ReturnType<Store['read']['recordedCommands']>> = [];
  for (let from = 0; from < ids.length; from += COMMANDS)
    found.push(...(await store.read.recordedCommands(ids.slice(from, from + COMMANDS))));
  return new Map(found.map((command) => [command.id, command]));
}

const USAGE = 'usage: node dist/endpoint/verify.js DATA_DIR [--restored] (a folder with jinban.sqlite)';

/**
 * `node dist/endpoint/verify.js DATA_DIR`: 1 when something does not hold. With `--restored`, the last step of a
 * restore from a backup while the endpoint is stopped, it also begins a new epoch, so that devices read anew.
 * @returns the exit code
 */
export async function runVerify(args: readonly string[]): Promise<number> {
  const [folder, ...flags] = args;
  const file = folder === undefined ? undefined : join(folder, 'jinban.sqlite');
  if (file === undefined || !existsSync(file) || flags.some((flag) => flag !== '--restored')) {
    console.error(USAGE);
    return 2;
  }
  const store = await openSqlite(file);
  const { streams, faults: broken } = await verifyStore(store);
  const shelf = await openDiskShelf(join(dirname(file), FILES_FOLDER));
  const { files, faults: spoilt } = await verifyFiles(store, shelf);
  const faults = [...broken, ...spoilt];
  if (flags.length > 0) await rotateEpoch(store, nodeEdges.newId);
  await store.close();
  const [first] = faults;
  if (first !== undefined) console.error(`the first broken link: ${first}`);
  for (const fault of faults.slice(1)) console.error(fault);
  console.log(`${streams} streams and ${files} files read, ${faults.length} faults`);
  if (flags.length > 0) console.log('a new epoch has begun: every device reads anew');
  return faults.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('verify.js')) process.exitCode = await runVerify(process.argv.slice(2));
