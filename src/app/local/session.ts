import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { OfficeId } from '../../domain/office.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Session } from '../../protocol/resources.ts';
import { personKeyName } from './author.ts';
import type { Core } from './core.ts';
import { newId } from './ids.ts';
import { refusalOf } from './line.ts';
import { getMeta, putMeta } from './meta.ts';
import type { Ports, Reply } from './ports.ts';
import type { DeviceInfo, SignedIn } from './types.ts';

export const DEVICE_KEY = 'device';
const PERSON_ROW = 'meta/person';

type Base = Pick<Core, 'db' | 'ports' | 'store' | 'line'>;

/** Who works here and on which device. A person stays signed in without a line; only reading needs the session. */
export class Membership {
  readonly #base: Base;
  readonly #signedIn = signal<SignedIn | null>(null);
  readonly #device = signal<DeviceInfo | null>(null);
  readonly #ended = signal(false);

  readonly signedIn: ReadonlySignal<SignedIn | null> = this.#signedIn;
  readonly device: ReadonlySignal<DeviceInfo | null> = this.#device;
  /** The endpoint asked for a sign-in. Sending goes on: it is the device that sends. */
  readonly ended: ReadonlySignal<boolean> = this.#ended;

  constructor(base: Base) {
    this.#base = base;
  }

  async load(): Promise<void> {
    this.#device.value = (await getMeta(this.#base.db, 'device')) ?? null;
    const sealed = await getMeta(this.#base.db, 'person');
    this.#signedIn.value = sealed ? await openPerson(this.#base, sealed) : null;
  }

  async signIn(username: string, password: string): Promise<Result<SignedIn>> {
    const { db, ports, store, line } = this.#base;
    const body = { username: username.trim().toLowerCase(), password };
    const ask = (more: { device?: string; personKey?: string }): Promise<Reply<Session>> =>
      line.ask(() => ports.transport.signIn({ ...body, ...more }), nowOf);
    let reply = await ask(await deviceFor(ports, this.#device.value, body.username));
    if (reply.kind === 'problem' && reply.problem.code === 'device.unknown') {
      // The district has forgotten this device. The person signs in without it and is asked to enrol it again,
      // under its old id, so that what it still has to send can be sent.
      await store.run(() => db.meta.delete('device'));
      this.#device.value = null;
      reply = await ask({});
    }
    return reply.kind === 'answer' ? await this.#keep(reply.value) : refusalOf(reply);
  }

  /** Works without a line: the endpoint is told when there is one. */
  async signOut(): Promise<void> {
    const { db, store } = this.#base;
    await store.run(async () => {
      await db.transaction('rw', db.meta, async () => {
        await db.meta.delete('person');
        await putMeta(db, 'signOutOwed', true);
      });
    });
    this.#signedIn.value = null;
    this.#ended.value = false;
    await paySignOut(this.#base);
  }

  async enrol(name: string, office: OfficeId): Promise<Result<DeviceInfo>> {
    const person = this.#signedIn.value;
    if (!person) return refuse('session.required');
    const enrolled = await enrol(this.#base, person, name, office);
    if (enrolled.ok) this.#device.value = enrolled.value;
    return enrolled;
  }

  /** Pays a sign-out that is owed, or asks whether the session still stands. Called when there is a line again. */
  async check(): Promise<void> {
    const { db, ports, line } = this.#base;
    if (await getMeta(db, 'signOutOwed')) return await paySignOut(this.#base);
    const person = this.#signedIn.value;
    if (!person) return;
    const reply = await line.ask(() => ports.transport.session(), nowOf);
    this.heard(reply);
    // Signed out or somebody else signed in while the question was under way.
    if (reply.kind !== 'answer' || this.#signedIn.value !== person) return;
    // Posts change while a person stays signed in; somebody else's cookie is none of ours.
    if (reply.value.person.id !== person.id) this.#ended.value = true;
    else if (
      JSON.stringify([reply.value.posts, reply.value.origin]) !==
      JSON.stringify([person.posts, person.origin])
    )
      await this.#keep(reply.value);
  }

  /** Hears the answer to a request that needs a session. */
  heard(reply: Reply<unknown>): void {
    if (reply.kind === 'problem' && reply.problem.code === 'session.required') this.#ended.value = true;
    if (reply.kind === 'answer') this.#ended.value = false;
  }

  async #keep(session: Session): Promise<Result<SignedIn>> {
    const { db, ports, store } = this.#base;
    const { origin } = session;
    const person: SignedIn = { ...session.person, posts: session.posts, ...(origin ? { origin } : {}) };
    const sealed = await ports.vault.seal(PERSON_ROW, person);
    const saved = await store.run(async () => {
      await db.transaction('rw', db.meta, async () => {
        await putMeta(db, 'person', sealed);
        await putMeta(db, 'signOutOwed', false);
      });
    });
    if (!saved.ok) return saved;
    this.#signedIn.value = person;
    this.#ended.value = false;
    return ok(person);
  }
}

const nowOf = (answer: { readonly now: string }): string => answer.now;

/** On an enrolled device the person's key for it comes along, so that the endpoint knows who signs. */
async function deviceFor(ports: Ports, device: DeviceInfo | null, username: string) {
  if (!device) return {};
  const key = await ports.keys.key(personKeyName(username));
  return { device: device.id, personKey: key.publicKey };
}

async function openPerson({ ports, store }: Base, sealed: Uint8Array): Promise<SignedIn | null> {
  try {
    return (await ports.vault.open(PERSON_ROW, sealed)) as SignedIn;
  } catch {
    store.unreadable();
    return null;
  }
}

/** The session is ended at the endpoint, now or when there is a line again. */
async function paySignOut({ db, ports, line, store }: Base): Promise<void> {
  const reply = await line.ask(() => ports.transport.signOut());
  if (reply.kind === 'unreachable') return;
  await store.run(() => putMeta(db, 'signOutOwed', false));
}

async function enrol(
  { db, ports, store, line }: Base,
  person: SignedIn,
  name: string,
  office: OfficeId,
): Promise<Result<DeviceInfo>> {
  const idKept = await store.run(async () => {
    const id = newId(ports);
    return await db.transaction('rw', db.meta, async () => {
      const before = await getMeta(db, 'deviceId');
      if (before === undefined) await putMeta(db, 'deviceId', id);
      return before ?? id;
    });
  });
  if (!idKept.ok) return idKept;
  const [deviceKey, personKey] = await Promise.all([
    ports.keys.key(DEVICE_KEY),
    ports.keys.key(personKeyName(person.username)),
  ]);
  const body = {
    id: idKept.value,
    name,
    office,
    deviceKey: deviceKey.publicKey,
    personKey: personKey.publicKey,
  };
  const reply = await line.ask(
    () => ports.transport.enrol(body),
    (value) => value.now,
  );
  if (reply.kind !== 'answer') return refusalOf(reply);
  const info: DeviceInfo = { id: reply.value.id, name, office: reply.value.office, slot: reply.value.slot };
  const saved = await store.run(() => putMeta(db, 'device', info));
  return saved.ok ? ok(info) : saved;
}
