/** The district before which the simulation's devices stand: the real endpoint, or the small authority in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { signedBody } from '../../src/app/local/batch.ts';
import { read } from '../../src/app/local/edges/http.ts';
import type { DeviceKeys, Randomness, Reply, Transport } from '../../src/app/local/ports.ts';
import type { Case } from '../../src/domain/case.ts';
import { makeEnrolmentCode } from '../../src/endpoint/access/enrolment.ts';
import { addStaff } from '../../src/endpoint/access/staff.ts';
import { openDiskShelf } from '../../src/endpoint/files/diskShelf.ts';
import { createLog } from '../../src/endpoint/run.ts';
import { buildServer, type Server } from '../../src/endpoint/server.ts';
import { openSqlite } from '../../src/endpoint/store/sqlite.ts';
import type { Store } from '../../src/endpoint/store/store.ts';
import { CatalogueAnswer } from '../../src/protocol/catalogue.ts';
import { type Batch, BatchAnswer, type Envelope } from '../../src/protocol/command.ts';
import { FeedPage } from '../../src/protocol/feed.ts';
import { FilesHeld } from '../../src/protocol/files.ts';
import { ContactAnswer, Enrolled, Session } from '../../src/protocol/resources.ts';
import type { VirtualTime } from './devicePorts.ts';
import { CLERK, Hall } from './hall.ts';
import { sampleCatalogue, WEST } from './sampleCatalogue.ts';

export interface District {
  /** A way to it with a cookie jar of its own. */
  transport(): Transport;
  /** A code for one more device of the hall. */
  code(): Promise<string>;
  /** Every case as recorded. */
  cases(): Promise<ReadonlyMap<string, Case>>;
  /** How often each command stands in the record. */
  recordings(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** Signs some commands of a batch for sending anew, as whoever carries them on may. */
export const reshipped = (keys: DeviceKeys, batch: Batch, commands: readonly Envelope[], at: string) =>
  signedBody(keys, batch.device, { ...batch, commands }, at);

export async function smallDistrict(time: VirtualTime): Promise<District> {
  return districtOf(new Hall(time));
}

/** Planted: records a command as often as it comes. */
export async function forgetfulDistrict(time: VirtualTime): Promise<District> {
  const hall = new Hall(time);
  hall.authority.recordsAgain = true;
  return districtOf(hall);
}

function districtOf(hall: Hall): District {
  return {
    transport: () => hall.transport(),
    code: async () => hall.code(),
    cases: async () =>
      new Map([...hall.authority.streams].flatMap(([id, { state }]) => (state ? [[id, state]] : []))),
    recordings: async () => hall.authority.recordings,
    close: async () => undefined,
  };
}

/** The real endpoint on a file of its own, without a port: requests are handed to it in this process. */
export async function realDistrict(time: VirtualTime, randomness: Randomness): Promise<District> {
  const folder = mkdtempSync(join(tmpdir(), 'jinban-sim-'));
  const store = await openSqlite(join(folder, 'jinban.sqlite'));
  const server = await buildServer({
    store,
    shelf: await openDiskShelf(join(folder, 'files')),
    clock: () => time.ms,
    newId: () => v7({ msecs: time.ms, random: randomness.bytes(16) }),
    randomBytes: (count) => randomness.bytes(count),
    timer: { every: () => () => undefined },
    seed: sampleCatalogue,
    lint: () => [],
    citizen: { home: () => '', progress: () => '', css: '', scripts: [] },
    assets: { desk: join(folder, 'none'), citizen: join(folder, 'none') },
    version: 'simulation',
    secure: false,
    publicUrl: () => 'http://localhost',
    log: createLog(),
  });
  const passwordHash = await server.context.passwords.hash('password');
  const posts = [{ office: WEST, roles: ['clerk' as const] }];
  const person = { username: CLERK.username, name: CLERK.name, posts, passwordHash };
  const clerk = await store.write((tx) => addStaff(tx, person, 'program', time.instant(), server.context));
  const by = { person: clerk.id, office: WEST, at: time.instant() };
  return {
    transport: () => injecting(server),
    code: async () => (await makeEnrolmentCode({ name: '窗口', office: WEST }, by, server.context)).code,
    cases: async () => await recordedCases(store),
    recordings: async () => await recordedCommands(store),
    close: async () => {
      await server.app.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function recordedCases(store: Store): Promise<Map<string, Case>> {
  const rows = await store.read.feed('all', 0, 10_000);
  return new Map(
    rows.flatMap((row) => (row.state === null ? [] : [[row.id, JSON.parse(row.state) as Case]])),
  );
}

async function recordedCommands(store: Store): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const row of await store.read.feed('all', 0, 10_000)) {
    const events = await store.read.events(row.id);
    const headers = events.map((one) => JSON.parse(one.header) as { command: string; type: string });
    // A flag is written beside what it is about, under the same command.
    for (const { command, type } of headers)
      if (type !== 'flagged') counts.set(command, (counts.get(command) ?? 0) + 1);
  }
  return counts;
}

type Method = 'GET' | 'POST' | 'DELETE';

function injecting({ app }: Server): Transport {
  let cookie = '';
  const ask = async <T>(
    method: Method,
    url: string,
    schema: Parameters<typeof read>[2],
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> => {
    const answer = await app.inject({
      method,
      url,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const set = answer.headers['set-cookie'];
    if (set !== undefined) cookie = String(set).replace(/;.*/s, '');
    const etag = answer.headers.etag;
    const shown = new Response(null, {
      status: answer.statusCode,
      headers: etag ? { etag: String(etag) } : {},
    });
    return read<T>(shown, answer.body, schema);
  };
  return {
    commands: (body, authorization) => ask('POST', '/api/commands', BatchAnswer, body, { authorization }),
    feed: (scope, after) => ask('GET', `/api/feed?scope=${scope}&after=${after}`, FeedPage),
    catalogue: (etag, since) =>
      ask('GET', `/api/catalogue${since === null ? '' : `?since=${since}`}`, CatalogueAnswer, undefined, {
        ...(etag === null ? {} : { 'if-none-match': etag }),
      }),
    signIn: (body) => ask('POST', '/api/session', Session, JSON.stringify(body)),
    signOut: () => ask('DELETE', '/api/session', null),
    session: () => ask('GET', '/api/session', Session),
    renew: (body) => ask('POST', '/api/session/renewal', Session, JSON.stringify(body)),
    forgetProof: () => {
      cookie = '';
    },
    contact: (body, authorization) => ask('POST', '/api/contact', ContactAnswer, body, { authorization }),
    enrol: (body) => ask('POST', '/api/devices', Enrolled, JSON.stringify(body)),
    // Nothing here is photographed.
    filesHeld: (body, authorization) => ask('POST', '/api/files/held', FilesHeld, body, { authorization }),
    upload: async () => ({ kind: 'unreachable', why: 'offline' }),
    file: async () => ({ kind: 'unreachable', why: 'offline' }),
    history: async () => ({ kind: 'answer', value: [] }),
    live: () => () => undefined,
  };
}
