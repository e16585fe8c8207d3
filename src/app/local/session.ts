import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Enrolled, Session } from '../../protocol/resources.ts';
import type { SealingKey } from '../../protocol/sealing.ts';
import type { Core } from './core.ts';
import { askToEnrol, infoOf } from './enrolment.ts';
import { refusalOf } from './line.ts';
import { accessOf } from './lock/access.ts';
import { candidateFrom } from './lock/candidate.ts';
import type { Candidate, Lock, PersonOf } from './lock/lock.ts';
import { secretsAllowed } from './lock/secrets.ts';
import { newSigningKey } from './lock/wrap.ts';
import { getMeta, putMeta } from './meta.ts';
import { keepPerson, personIn } from './people.ts';
import type { Reply } from './ports.ts';
import { isSessionGone, nowOf, personOf, refused, sessionFor } from './renewal.ts';
import { paySignOut } from './signOut.ts';
import type { Access, DeviceInfo, Secret, SignedIn } from './types.ts';

type Base = Pick<Core, 'db' | 'ports' | 'store' | 'line'>;

/**
 * Who works here and on which device. Whoever has a secret here works without a line; reading from the district needs
 * a session, which an unlocked person's key renews.
 */
export class Membership {
  readonly #base: Base;
  readonly #lock: Lock;
  readonly #device = signal<DeviceInfo | null>(null);
  readonly #sealing = signal<SealingKey | null>(null);
  readonly #candidate = signal<Candidate | null>(null);
  readonly #visitor = signal<SignedIn | null>(null);
  readonly #ended = signal(false);
  readonly #passkey = signal(false);
  #checked: Promise<boolean> = Promise.resolve(true);
  /** Whose session the browser's cookie is, as far as this window knows. */
  readonly #cookieOf = signal<string | null>(null);

  readonly device: ReadonlySignal<DeviceInfo | null> = this.#device;
  readonly sealing: ReadonlySignal<SealingKey | null> = this.#sealing;
  /** The endpoint would not renew the session: a password is asked for. Sending goes on, it is the device that sends. */
  readonly ended: ReadonlySignal<boolean> = this.#ended;
  readonly signedIn: ReadonlySignal<SignedIn | null> = computed(
    () => this.#lock.open.value?.person ?? this.#visitor.value,
  );
  readonly access: ReadonlySignal<Access> = computed(() =>
    accessOf(this.#lock, this.#candidate.value, this.#visitor.value),
  );
  readonly secretsAllowed = computed(() =>
    secretsAllowed(this.#passkey.value, this.#device.value?.diskEncrypted ?? false),
  );
  /** Whether the cookie is that of whoever works here: nobody reads under another's name. */
  readonly mayRead = computed(() => {
    const person = this.#lock.open.value?.person.id;
    return person !== undefined && this.#cookieOf.value === person && !this.#ended.value;
  });
  /** The session is found to be gone, or another's: called so that it is renewed. */
  onStale: () => void = () => undefined;
  /** Copies of keys are owed to the endpoint, or its clock is asked for. Resolves when there was an answer, or none. */
  makeContact: () => Promise<void> = async () => undefined;

  constructor(base: Base, lock: Lock) {
    this.#base = base;
    this.#lock = lock;
  }

  async load(): Promise<void> {
    const { db, ports } = this.#base;
    const [device, sealing] = await Promise.all([getMeta(db, 'device'), getMeta(db, 'sealing')]);
    this.#device.value = device ?? null;
    this.#sealing.value = sealing ?? null;
    await this.#lock.load();
    void ports.passkeys.available().then((can) => {
      this.#passkey.value = can;
    });
  }

  async enrol(code: string, sure = false): Promise<Result<DeviceInfo>> {
    const unfit = await this.#base.ports.surroundings.unfitFor();
    if (unfit === 'wechat' || (unfit && !sure)) return refuse(`enrol.${unfit}`);
    const enrolled = await askToEnrol(this.#base, code);
    if (!enrolled.ok) return enrolled;
    return await this.#become(infoOf(enrolled.value), enrolled.value.sealing);
  }

  /** What a contact says of this device. */
  async heardOf(told: Omit<Enrolled, 'id' | 'office'>): Promise<void> {
    const device = this.#device.value;
    if (!device) return;
    const info = infoOf({ ...told, id: device.id, office: device.office });
    if (JSON.stringify([info, told.sealing]) === JSON.stringify([device, this.#sealing.value])) return;
    await this.#become(info, told.sealing);
  }

  async #become(info: DeviceInfo, sealing: SealingKey): Promise<Result<DeviceInfo>> {
    const { db, store } = this.#base;
    const saved = await store.run(() =>
      db.transaction('rw', db.meta, async () => {
        await putMeta(db, 'device', info);
        await putMeta(db, 'sealing', sealing);
      }),
    );
    if (!saved.ok) return saved;
    this.#device.value = info;
    this.#sealing.value = sealing;
    return ok(info);
  }

  /**
   * The district has forgotten this device. It is asked to enrol again, under its old id, so that what it still has to
   * send can be sent and what lies here can be opened.
   */
  async forgotten(): Promise<void> {
    const { db, store } = this.#base;
    await store.run(() => db.meta.delete('device'));
    this.#device.value = null;
    this.lock();
  }

  /** This device is none of the district's any more. */
  async forgetDevice(): Promise<void> {
    const { db, store, ports } = this.#base;
    await store.run(() =>
      db.meta.bulkDelete(['device', 'deviceId', 'sealing', 'contact', 'counters', 'kept']),
    );
    await ports.deviceKeys.forget();
    this.#device.value = null;
  }

  async signIn(username: string, password: string): Promise<Result<SignedIn>> {
    const { ports, line } = this.#base;
    const body = { username: username.trim().toLowerCase(), password };
    const ask = (more: { device?: string; personKey?: string }): Promise<Reply<Session>> =>
      line.ask(() => ports.transport.signIn({ ...body, ...more }), nowOf);
    // Whoever works here only wants the session back; everybody else is to be known to this device.
    const device = this.#device.value;
    const open = this.#lock.open.value;
    if (open?.person.username === body.username) {
      // Their key is told again: a district that was put back to a backup may have forgotten it.
      const known = device ? { device: device.id, personKey: open.signing.publicKey } : {};
      const reply = await ask(known);
      const forgotten = reply.kind === 'problem' && reply.problem.code === 'device.unknown';
      const again = forgotten ? await ask({}) : reply;
      if (again.kind !== 'answer') return refusalOf(again);
      await this.#keep(again.value);
      return ok(personOf(again.value));
    }
    if (!device) return await this.#visit(await ask({}));
    const key = await newSigningKey();
    let reply = await ask({ device: device.id, personKey: key.publicKey });
    if (reply.kind === 'problem' && reply.problem.code === 'device.unknown') {
      await this.forgotten();
      return await this.#visit(await ask({}));
    }
    if (reply.kind !== 'answer' || reply.value.keyId === undefined) return await this.#visit(reply);
    let candidate = await this.#candidateFrom(reply.value, device, key);
    if (!candidate.ok && candidate.refusal.code === 'lock.copyOwed') {
      await this.makeContact();
      reply = await ask({ device: device.id, personKey: key.publicKey });
      if (reply.kind !== 'answer') return refusalOf(reply);
      candidate = await this.#candidateFrom(reply.value, device, key);
    }
    if (!candidate.ok) return candidate;
    this.lock();
    this.#cookieOf.value = candidate.value.person.id;
    this.#candidate.value = candidate.value;
    return ok(candidate.value.person);
  }

  #candidateFrom(
    session: Session,
    device: DeviceInfo,
    key: Awaited<ReturnType<typeof newSigningKey>>,
  ): Promise<Result<Candidate>> {
    const { ports } = this.#base;
    return candidateFrom(personOf(session), session.kept ?? {}, key, {
      device: device.id,
      sealing: this.#sealing.value,
      bytes: (count) => ports.randomness.bytes(count),
      locks: () => ports.lockbox.all(),
    });
  }

  /** Signed in where nothing of theirs is kept: what they may do without a device. */
  async #visit(reply: Reply<Session>): Promise<Result<SignedIn>> {
    if (reply.kind !== 'answer') return refusalOf(reply);
    const person = personOf(reply.value);
    this.lock();
    this.#cookieOf.value = person.id;
    this.#visitor.value = person;
    await this.#base.store.run(() => putMeta(this.#base.db, 'signOutOwed', false));
    return ok(person);
  }

  async setSecret(secret: Secret): Promise<Result<null>> {
    const candidate = this.#candidate.value;
    const device = this.#device.value;
    if (!candidate || !device) return refuse('session.required');
    const { db, ports, line, store } = this.#base;
    const done = await store.run(async () => {
      const vault = await this.#lock.vaultOf(candidate);
      await keepPerson(db, ports, vault, candidate.person);
      await putMeta(db, 'signOutOwed', false);
      return await this.#lock.setSecret(device.id, candidate, secret, this.secretsAllowed.value, line.now());
    });
    if (!done.ok) return done;
    if (!done.value.ok) return done.value;
    this.#candidate.value = null;
    this.#visitor.value = null;
    this.#ended.value = false;
    return ok(null);
  }

  async unlock(person: string, secret: Secret): Promise<Result<null>> {
    const device = this.#device.value;
    if (!device) return refuse('device.unknown');
    this.lock();
    const { db, ports, store } = this.#base;
    const done = await store.guard(async () => {
      const copies = { kept: await getMeta(db, 'kept'), sealing: this.#sealing.value };
      const personOf: PersonOf = (id, vault) => personIn(db, ports, vault, id);
      return await this.#lock.unlock({ device: device.id, copies, personOf }, person, secret);
    });
    return done.ok ? done.value : done;
  }

  /** Nobody's keys are open any more, nobody visits, nobody is choosing. */
  lock(): void {
    this.#lock.lock();
    this.#candidate.value = null;
    this.#visitor.value = null;
    this.#ended.value = false;
  }

  /**
   * The screen is locked. The browser's cookie stays where whoever takes the disk finds it, so what it is worth nothing
   * without is forgotten: the next one to unlock asks for another session.
   */
  leave(): void {
    this.lock();
    this.#cookieOf.value = null;
    this.#base.ports.transport.forgetProof();
  }

  /** Works without a line: the endpoint is told when there is one. */
  async signOut(): Promise<void> {
    const { db, store } = this.#base;
    this.leave();
    await store.run(() => putMeta(db, 'signOutOwed', true));
    await paySignOut(this.#base);
  }

  /**
   * Pays a sign-out that is owed, or sees to it that the session is that of whoever works here. One at a time.
   * @returns whether the endpoint has said who works here, if anybody does: otherwise it is to be asked again
   */
  check(): Promise<boolean> {
    const next = () => this.#check();
    this.#checked = this.#checked.then(next, next);
    return this.#checked;
  }

  async #check(): Promise<boolean> {
    const open = this.#lock.open.value;
    const device = this.#device.value;
    if (!open && (await getMeta(this.#base.db, 'signOutOwed'))) await paySignOut(this.#base);
    if (!open || !device) return true;
    const reply = await sessionFor(this.#base, device.id, open, this.makeContact);
    if (this.#lock.open.value?.signing !== open.signing) return true;
    if (reply.kind === 'answer') await this.#keep(reply.value);
    else if (!refused(reply)) return false;
    else {
      this.#cookieOf.value = null;
      this.#ended.value = true;
    }
    return true;
  }

  /** Hears the answer to a request that needs a session. */
  heard(reply: Reply<unknown>): void {
    if (!isSessionGone(reply)) return;
    this.#cookieOf.value = null;
    this.onStale();
  }

  /** A session for whoever works here: posts change while a person stays. */
  async #keep(session: Session): Promise<void> {
    const { db, ports, store } = this.#base;
    const person = personOf(session);
    const open = this.#lock.open.value;
    if (open?.person.id !== person.id) return;
    this.#cookieOf.value = person.id;
    this.#ended.value = false;
    await store.run(() => putMeta(db, 'signOutOwed', false));
    if (JSON.stringify(person) === JSON.stringify(open.person)) return;
    const vault = this.#lock.vaultKey();
    if (vault) await store.run(() => keepPerson(db, ports, vault, person));
    this.#lock.update(person);
  }
}
