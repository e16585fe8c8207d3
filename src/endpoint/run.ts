import { mkdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { citizenPagesWith } from '../app/citizen/pages.ts';
import { seedCatalogue } from '../catalogue/index.ts';
import { lintPublication } from '../catalogue/lint.ts';
import { createPasswords } from './access/passwords.ts';
import { type Config, ConfigError } from './config.ts';
import type { CitizenPages, Edges } from './context.ts';
import { openDiskShelf } from './files/diskShelf.ts';
import { FILES_FOLDER } from './files/shelf.ts';
import { buildServer, type Server } from './server.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** Fields that a log never shows, should an object with them ever reach it. */
const PERSONAL = [
  'password',
  'payload',
  'envelope',
  'idNumber',
  'telephone',
  'address',
  'parties',
  'cookie',
  'body',
];
const REDACTED = PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

export interface Program {
  /** The repository or the installed program: where `dist/` and `package.json` are. */
  readonly root: string;
  /** The built program of a thread that opens; without it the main thread opens. */
  readonly openerThread?: string;
  readonly afterCommit?: () => Promise<void>;
}

export interface Running extends Server {
  readonly store: Store;
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens the store, builds the endpoint and listens. The one way in for `npm start`, the demonstration and tests. */
export async function start(config: Config, edges: Edges, program: Program): Promise<Running> {
  const store = await openStore(config.dataDir);
  const { version } = JSON.parse(await readFile(join(program.root, 'package.json'), 'utf8')) as {
    version: string;
  };
  let url = config.publicUrl ?? '';
  const citizenFolder = join(program.root, 'dist/citizen');
  const server = await buildServer({
    ...edges,
    openerThread: program.openerThread,
    ...(program.afterCommit ? { afterCommit: program.afterCommit } : {}),
    store,
    shelf: await openDiskShelf(join(config.dataDir, FILES_FOLDER)),
    version,
    seed: seedCatalogue,
    lint: lintPublication,
    citizen: await citizenPages(citizenFolder),
    assets: { desk: join(program.root, 'dist/desk'), citizen: citizenFolder },
    secure: url.startsWith('https:'),
    publicUrl: () => url,
    passwords: await createPasswords(),
    log: createLog(),
  });
  await listen(server, config);
  const { port } = server.app.server.address() as AddressInfo;
  if (url === '') url = `http://localhost:${port}`;
  return {
    ...server,
    store,
    url,
    stop: async () => {
      await server.app.close();
      await store.close();
    },
  };
}

async function openStore(dataDir: string): Promise<Store> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await openSqlite(join(dataDir, 'jinban.sqlite'));
  } catch (error) {
    throw new ConfigError(`DATA_DIR ${dataDir} cannot be used: ${(error as Error).message}`);
  }
}

async function listen({ app }: Server, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new ConfigError(
      `HOST ${host} with PORT ${port} cannot be listened on: ${(error as Error).message}`,
    );
  }
}

/** Warnings and errors only: a request's address and content are never logged. */
export function createLog(): Logger {
  return pino({ level: 'warn', redact: { paths: REDACTED, censor: '…' } });
}

/** The citizens' pages, with the addresses that the build gave their scripts. */
async function citizenPages(folder: string): Promise<CitizenPages> {
  const manifest = await readFile(join(folder, '.vite/manifest.json'), 'utf8').catch(() => '{}');
  const built = JSON.parse(manifest) as Record<string, { file: string } | undefined>;
  const of = (...names: readonly string[]): string[] =>
    ['page', ...names].flatMap((name) => {
      const file = built[`src/app/citizen/${name}.client.ts`]?.file;
      return file === undefined ? [] : [`/${file}`];
    });
  return citizenPagesWith({
    plain: of(),
    search: of('search'),
    guide: of('guide'),
    progress: of('progress'),
  });
}
