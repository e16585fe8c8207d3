/**
 * A real endpoint on a free port, in this process, with helpers that do what staff and devices do. `endpointChild.ts`
 * starts one in a process of its own, to be killed.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { OfficeId, Post, Role } from '../../src/domain/office.ts';
import type { Instant } from '../../src/domain/time.ts';
import { makeEnrolmentCode } from '../../src/endpoint/access/enrolment.ts';
import { addStaff } from '../../src/endpoint/access/staff.ts';
import { type Running, start } from '../../src/endpoint/run.ts';
import type { BatchAnswer, Outcome } from '../../src/protocol/command.ts';
import type { Enrolled, Session, ShownEnrolmentCode } from '../../src/protocol/resources.ts';
import { testEdges } from './edges.ts';
import { ROOT } from './root.ts';
import { makeKey, signedBatch, type TestHand } from './signing.ts';

export interface EndpointOptions {
  /** A fresh temporary folder when absent. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly clock?: () => number;
  readonly afterCommit?: () => Promise<void>;
}

export interface TestEndpoint extends Running {
  readonly dataDir: string;
  now(): Instant;
}

export async function startEndpoint(options: EndpointOptions = {}): Promise<TestEndpoint> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'jinban-test-'));
  const clock = options.clock ?? (() => Date.now());
  const { afterCommit } = options;
  const running = await start(
    { host: 'localhost', port: options.port ?? 0, publicUrl: undefined, dataDir },
    testEdges(clock),
    { root: ROOT, ...(afterCommit ? { afterCommit } : {}) },
  );
  return { ...running, dataDir, now: () => new Date(clock()).toISOString() };
}

export const PASSWORD = 'correct-horse-battery';

export interface TestPerson {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** Adds a member of staff directly to the store, as the demonstration does. */
export async function addPerson(
  { store, context, now }: TestEndpoint,
  office: OfficeId,
  roles: Role[],
  more: Post[] = [],
): Promise<TestPerson> {
  const username = `t${v7().slice(-12)}`;
  const passwordHash = await context.passwords.hash(PASSWORD);
  const posts = [{ office, roles }, ...more.map((post) => ({ office: post.office, roles: [...post.roles] }))];
  const person = { username, name: '测试人员', posts, passwordHash };
  const { id } = await store.write((tx) => addStaff(tx, person, 'program', now(), context));
  return { id, username, password: PASSWORD };
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

/** One request; a JSON body is written as such. */
export function call({ url }: { readonly url: string }, path: string, options: Call = {}): Promise<Response> {
  const { body, cookie, headers } = options;
  return fetch(url + path, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Signs in over the wire. @returns the cookie to send */
export async function signIn(
  endpoint: { readonly url: string },
  person: Pick<TestPerson, 'username' | 'password'>,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { username, password } = person;
  const answer = await call(endpoint, '/api/session', { body: { username, password, ...more } });
  if (answer.status !== 200) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`);
  return (answer.headers.get('set-cookie') ?? '').replace(/;.*/s, '');
}

/** Enrols a new device of a person at an office, with a code made without an administrator. */
export async function enrolDevice(
  endpoint: TestEndpoint,
  person: TestPerson,
  office: OfficeId,
): Promise<TestHand> {
  const { context, now } = endpoint;
  const by = { person: person.id, office, at: now() };
  const { code } = await makeEnrolmentCode({ name: '测试窗口', office }, by, context);
  return enrolWith(endpoint, code, person);
}

/** A code for a device of an office, as an administrator makes it over the wire. */
export async function makeCode(
  endpoint: { readonly url: string },
  admin: Pick<TestPerson, 'username' | 'password'>,
  office: OfficeId,
): Promise<string> {
  const cookie = await signIn(endpoint, admin);
  const answer = await call(endpoint, '/api/devices/codes', { body: { name: '测试窗口', office }, cookie });
  if (answer.status !== 201) throw new Error(`no code: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as ShownEnrolmentCode).code;
}

/** Enrols a new device with a code, and signs a person in on it, over the wire. */
export async function enrolWith(
  endpoint: { readonly url: string },
  code: string,
  person: Pick<TestPerson, 'username' | 'password'>,
): Promise<TestHand> {
  const [device, deviceKey, personKey] = [v7(), await makeKey(), await makeKey()];
  const body = { id: device, code, deviceKey: deviceKey.publicKey };
  const answer = await call(endpoint, '/api/devices', { body });
  if (answer.status !== 200) throw new Error(`enrolment failed: ${answer.status} ${await answer.text()}`);
  const { slot, office, sealing } = (await answer.json()) as Enrolled;
  const cookie = await signIn(endpoint, person, { device, personKey: personKey.publicKey });
  const session = (await (await call(endpoint, '/api/session', { cookie })).json()) as Session;
  return { device, deviceKey, slot, office, person: session.person.id, personKey, sealing, made: 0 };
}

/** A person with a role at an office, with a device there. */
export async function handAt(endpoint: TestEndpoint, office: OfficeId, ...roles: Role[]): Promise<TestHand> {
  return enrolDevice(endpoint, await addPerson(endpoint, office, roles), office);
}

/** Sends a batch as the hand's device. */
export async function post(
  endpoint: { readonly url: string },
  hand: TestHand,
  commands: readonly unknown[],
): Promise<Response> {
  const { body, authorization } = await signedBatch(hand, commands, new Date().toISOString());
  return call(endpoint, '/api/commands', { body, headers: { authorization } });
}

/** Sends a batch and gives what became of each command. */
export async function send(
  endpoint: { readonly url: string },
  hand: TestHand,
  commands: readonly unknown[],
): Promise<Outcome[]> {
  const answer = await post(endpoint, hand, commands);
  if (answer.status !== 200) throw new Error(`batch failed: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as BatchAnswer).outcomes;
}
