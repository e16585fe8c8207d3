/**
 * The district of the journeys: the real program of `npm run demo` or `npm start` from dist/, in a process of its own
 * with its own data folder, to be killed and started again; and what stands in its record, read from the file itself.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Case } from '../../src/domain/case.ts';
import type { Role } from '../../src/domain/office.ts';
import type { Catalogue } from '../../src/domain/rules.ts';
import type { DemoStaff } from '../../src/endpoint/demoStaff.ts';
import { etagOf } from '../../src/endpoint/published.ts';
import { openSqlite } from '../../src/endpoint/store/sqlite.ts';
import type { EventHeader } from '../../src/protocol/record.ts';
import type { StaffChange, StaffMember } from '../../src/protocol/resources.ts';
import { startChild } from './endpointChild.ts';
import { copyOf, type PreparedCounter } from './journeyPrepared.ts';
import { ROOT } from './root.ts';

export interface DistrictOptions {
  /** The installed program: a folder with `dist/` and `package.json`. */
  readonly root?: string;
  readonly program?: 'demo' | 'main';
  /** Where it listens; any free port unless it matters. */
  readonly port?: number;
  /** The moment at which its clock begins, ISO 8601; absent = the real one. */
  readonly beginsAt?: string;
  /** Begins with a copy of this district, at its address. */
  readonly prepared?: PreparedCounter;
}

export interface Recorded {
  readonly stream: string;
  readonly type: string;
  readonly header: EventHeader;
}

/** An asking for what is masked, or a handover of drafts, as recorded. */
export interface RecordedAct {
  readonly type: string;
  readonly by: string;
  readonly data: Record<string, unknown>;
}

/** A district hall's endpoint. Its address stays the same, however often it is started again. */
export class JourneyDistrict {
  #running: { readonly kill: () => Promise<void> } | null = null;
  #url = '';
  /** Everything that the program has printed. */
  said = '';

  constructor(
    readonly dataDir: string,
    readonly options: DistrictOptions,
  ) {
    this.#used = new Set(options.prepared?.usedCodes);
  }

  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    const { root = ROOT, program = 'demo' } = this.options;
    const port = this.#url === '' ? String(this.options.port ?? 0) : new URL(this.#url).port;
    const child = fork(join(root, `dist/endpoint/${program}.js`), {
      cwd: root,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, HOST: 'localhost', PORT: port, DATA_DIR: this.dataDir },
    });
    this.#running = { kill: () => killed(child) };
    this.#url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the endpoint ended with ${code}: ${this.said}`)));
      child.stdout?.on('data', (text: Buffer) => {
        this.said += text.toString();
        const address = /http:\/\/localhost:\d+/.exec(this.said)?.[0];
        if (address) resolve(address);
      });
    });
  }

  /** Starts it so that it commits and then says nothing any more. Resolves `committed` when it has. */
  async startSilent(): Promise<{ readonly committed: Promise<void> }> {
    const port = Number(new URL(this.#url).port);
    const child = await startChild({ dataDir: this.dataDir, port, silentAfterCommit: true });
    this.#running = child;
    return child;
  }

  /** Starts it, for the first time or again, with a clock that begins at this moment. */
  async startAt(beginsAt: string): Promise<void> {
    const first = this.#url === '';
    const port = first ? (this.options.port ?? 0) : Number(new URL(this.#url).port);
    const child = await startChild({ dataDir: this.dataDir, port, beginsAt, demoStaff: first });
    this.#running = child;
    this.#url = child.url;
  }

  /** SIGKILL: nothing is closed, nothing is written after it. */
  async kill(): Promise<void> {
    await this.#running?.kill();
    this.#running = null;
  }

  /** Has a catalogue in its store that no editor can make: while it does not run. */
  async publish(change: (newest: Catalogue) => Catalogue): Promise<void> {
    const store = await openSqlite(join(this.dataDir, 'jinban.sqlite'));
    const newest = await store.read.newestCatalogue();
    if (!newest) throw new Error('a district without a catalogue');
    const catalogue = change(newest.catalogue);
    const at = new Date().toISOString();
    await store.write((tx) =>
      tx.publish({ catalogue, etag: etagOf(catalogue), at, by: null, reason: 'test' }),
    );
    await store.close();
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  readonly #used: Set<string>;

  /** A code for one more device of an office, as an administrator would show it. */
  async code(office: string): Promise<string> {
    const { codes } = JSON.parse(await readFile(join(this.dataDir, 'demo.json'), 'utf8')) as {
      codes: { office: string; code: string }[];
    };
    const found = codes.find((one) => one.office === office && !this.#used.has(one.code));
    if (!found) throw new Error(`no code is left for ${office}`);
    this.#used.add(found.code);
    return found.code;
  }

  readonly #hired: DemoStaff[] = [];

  /** One more person of an office, by default a clerk, added by the district's administrator. */
  async hire(username: string, name: string, office: string, role: Role = 'clerk'): Promise<DemoStaff> {
    const clerk: DemoStaff = { username, password: `${username}-2026`, name, office, roles: [role] };
    const { password, roles } = clerk;
    const admin = await this.as('qu.admin');
    await admin.call('POST', '/api/staff', { username, name, password, posts: [{ office, roles }] });
    this.#hired.push(clerk);
    return clerk;
  }

  /** Something about a person that only an administrator can change: a password, posts. */
  async change(username: string, change: Omit<StaffChange, 'reason'>): Promise<void> {
    const admin = await this.as('qu.admin');
    const { staff } = await admin.call<{ staff: StaffMember[] }>('GET', '/api/staff');
    const id = staff.find((one) => one.username === username)?.id;
    await admin.call('PATCH', `/api/staff/${id}`, { ...change, reason: '管理员办理' });
  }

  async member(username: string): Promise<DemoStaff> {
    const hired = this.#hired.find((one) => one.username === username);
    if (hired) return hired;
    const { staff } = JSON.parse(await readFile(join(this.dataDir, 'demo.json'), 'utf8')) as {
      staff: DemoStaff[];
    };
    const found = staff.find((one) => one.username === username);
    if (!found) throw new Error(`nobody signs in as ${username}`);
    return found;
  }

  /** What somebody does at a desk of their own: requests with that person's session. */
  async as(username: string): Promise<DeskApi> {
    const { password } = await this.member(username);
    return signedIn(this.#url, username, password);
  }

  /** Cases as recorded, in the order of recording. */
  cases(): Case[] {
    const rows = this.#all("select state from stream where kind = 'case' and state is not null order by id");
    return rows.map((row) => JSON.parse(String(row.state)) as Case);
  }

  case(id: string): Case | undefined {
    return this.cases().find((one) => one.id === id);
  }

  /** Every event of cases and slips, in the order of their versions. */
  events(stream?: string): Recorded[] {
    const rows = this.#all('select stream, type, header from event order by stream, version');
    return rows
      .map((row) => ({
        stream: String(row.stream),
        type: String(row.type),
        header: JSON.parse(String(row.header)) as EventHeader,
      }))
      .filter(({ stream: id, header }) => header.stream.kind !== 'access' && (!stream || id === stream));
  }

  /** What was done on devices that changes no case. */
  acts(): RecordedAct[] {
    const acts = "type in ('revealed', 'handedOver', 'printed')";
    const rows = this.#all(`select type, header, data from event where ${acts} order by stream`);
    return rows.map(({ type, header, data }) => ({
      type: String(type),
      by: (JSON.parse(String(header)) as EventHeader).by,
      data: JSON.parse(String(data)) as RecordedAct['data'],
    }));
  }

  /** What happened to a case, in words of the record. */
  story(stream: string): string[] {
    return this.events(stream).map((event) => event.type);
  }

  #all(query: string): Record<string, unknown>[] {
    const file = new DatabaseSync(join(this.dataDir, 'jinban.sqlite'), { readOnly: true, timeout: 5_000 });
    try {
      return file.prepare(query).all() as Record<string, unknown>[];
    } finally {
      file.close();
    }
  }
}

/** Requests in a person's name. */
export interface DeskApi {
  call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

async function signedIn(url: string, username: string, password: string): Promise<DeskApi> {
  let cookie = '';
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    cookie = answer.headers.get('set-cookie')?.replace(/;.*/s, '') ?? cookie;
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  await call('POST', '/api/session', { username, password });
  return { call };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}

const FOLDER = 'jinban-journey-';

/** A fresh district, running. */
export async function openDistrict(options: DistrictOptions = {}): Promise<JourneyDistrict> {
  const { prepared } = options;
  const district = prepared
    ? // Its staff are there already: the demonstration would only hash all their passwords again.
      new JourneyDistrict(await copyOf(prepared.dataDir, FOLDER), {
        ...{ program: 'main', port: prepared.port },
        ...options,
      })
    : new JourneyDistrict(await mkdtemp(join(tmpdir(), FOLDER)), options);
  if (options.beginsAt) await district.startAt(options.beginsAt);
  else await district.start();
  return district;
}
