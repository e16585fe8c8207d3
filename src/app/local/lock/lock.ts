import { type ReadonlySignal, signal } from '@preact/signals-core';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { fromBase64url, toBase64url } from '../../../protocol/bytes.ts';
import type { Ports } from '../ports.ts';
import type { KeptPerson, Secret, SecretsAllowed, SignedIn } from '../types.ts';
import { type CopiesKept, type KeyCopy, owedAfter } from './copies.ts';
import type { LockRecord, OpenKeys, SharedKeys, WrappedKeys } from './keys.ts';
import { checkSecret, kindOf, normaliseSecret } from './secrets.ts';
import { MOST_TRIES, mayTry } from './tries.ts';
import { TryCounts } from './tryCounts.ts';
import { handlesOf, NONCE, signingKeyOf, unwrap, wrap } from './wrap.ts';

const SALT_BYTES = 16;
const PRF_SALT_BYTES = 32;
const LOCK = 'jinban-unlock';

/** A person who may set a secret: signed in with a password, with the keys that it will wrap. */
export interface Candidate {
  readonly person: SignedIn;
  readonly keys: WrappedKeys;
  /** Copies for the endpoint that it does not have yet. */
  readonly owed: readonly KeyCopy[];
}

/** Who knows what a person is called and may do, from under the vault key. */
export type PersonOf = (id: string, vault: CryptoKey) => Promise<SignedIn | null>;

/** What an unlocking needs to know. */
export interface Unlocking {
  readonly device: string;
  readonly copies: CopiesKept;
  readonly personOf: PersonOf;
}

type LockPorts = Pick<
  Ports,
  'clock' | 'randomness' | 'lockbox' | 'kdf' | 'passkeys' | 'circle' | 'locks' | 'vaultOf'
>;

/** The keys of this device's people: wrapped at rest, open in memory while one of them works. */
export class Lock {
  readonly #ports: LockPorts;
  readonly #counts: TryCounts;
  readonly #open = signal<OpenKeys | null>(null);
  readonly #people = signal<readonly KeptPerson[]>([]);
  #shared: SharedKeys | null = null;
  /** Comings and goings in this window: what was asked for before one is no longer wanted. */
  #turns = 0;

  /** Whose keys are open; null while locked. */
  readonly open: ReadonlySignal<OpenKeys | null> = this.#open;
  readonly people: ReadonlySignal<readonly KeptPerson[]> = this.#people;

  constructor(ports: LockPorts) {
    this.#ports = ports;
    this.#counts = new TryCounts(ports.lockbox);
  }

  async load(): Promise<void> {
    const records = await this.#counts.all();
    this.#people.value = records
      .map(({ person, username, kind, wrapped }) => ({
        id: person,
        username,
        kind,
        exhausted: wrapped === null,
      }))
      .sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  /** From now on other windows that ask get the open keys of this one. */
  share(): () => void {
    return this.#ports.circle.answer(() => this.#shared);
  }

  /** Takes the open keys of another window, where one has unlocked. @returns whether it did */
  async join(): Promise<boolean> {
    const turn = this.#turns;
    const shared = await this.#ports.circle.ask();
    if (!shared || turn !== this.#turns) return false;
    await this.#use(shared);
    return true;
  }

  /** Tries a secret. @param around what the wrapped keys are bound to, and what is known around them */
  async unlock(around: Unlocking, person: string, secret: Secret): Promise<Result<null>> {
    // One window at a time: two would have two tries for one.
    const tried = await this.#ports.locks.tryHold(LOCK, () => this.#try(around, person, secret));
    return tried.held && tried.value ? tried.value : refuse('lock.wait', { seconds: 1 });
  }

  async #try(around: Unlocking, person: string, secret: Secret): Promise<Result<null>> {
    const { device, copies, personOf } = around;
    const counts = this.#counts;
    const record = (await counts.all()).find((one) => one.person === person);
    if (!record) return refuse('lock.unknown');
    const now = this.#ports.clock.now();
    const allowed = mayTry(record, now);
    if (!allowed.ok) {
      if (allowed.refusal.code === 'lock.clockBack') await counts.put({ ...record, triedAt: now });
      // Perhaps there was no room for it before.
      if (record.wrapped === null) await counts.put(record);
      return allowed;
    }
    const counted = secret.kind === 'text';
    // The try is on the disk, where there is room, before its answer is known: killing the browser in between gives no
    // free one.
    const counting = counted && counts.put({ ...record, wrong: record.wrong + 1, triedAt: now });
    const [derived] = await Promise.all([this.#secretOf(record, secret), counting]);
    if (!derived) return refuse('lock.passkeyFailed');
    // Meanwhile the device may have been wiped, or another secret set: an old record must not come back.
    const standing = (await counts.all()).find((one) => one.person === person);
    if (standing?.salt !== record.salt) return refuse('lock.unknown');
    const keys = record.wrapped && (await unwrap(record.wrapped, derived, aboutOf(device, person)));
    if (!keys)
      return counted ? await this.#wrong({ ...record, wrong: record.wrong + 1, triedAt: now }) : FAILED;
    const owed = await owedAfter(record, keys, device, copies);
    if (counted || owed !== record.owed)
      await counts.put({ ...record, owed, ...(counted ? { wrong: 0, triedAt: 0 } : {}) });
    const handles = await handlesOf(keys);
    const known = await personOf(person, handles.vault);
    if (!known) return refuse('lock.unknown');
    await this.#use({ ...handles, person: known });
    return ok(null);
  }

  async #wrong(record: LockRecord): Promise<Result<null>> {
    const left = MOST_TRIES - record.wrong;
    if (left > 0) return refuse('lock.wrong', { left });
    await this.#counts.put({ ...record, wrapped: null });
    await this.load();
    return refuse('lock.exhausted');
  }

  async #secretOf(record: LockRecord, secret: Secret): Promise<Uint8Array<ArrayBuffer> | null> {
    const { kdf, passkeys } = this.#ports;
    const salt = fromBase64url(record.salt);
    if (secret.kind === 'passkey')
      return record.credential === null ? null : await passkeys.get(record.credential, salt);
    if (!record.kdf) return null;
    return await kdf.derive(normaliseSecret(secret.text), salt, record.kdf);
  }

  /** Wraps a candidate's keys by a new secret, in place of an earlier lock of that person, and opens them. */
  async setSecret(
    device: string,
    { person, keys, owed }: Candidate,
    secret: Secret,
    allowed: SecretsAllowed,
    setAt: string,
  ): Promise<Result<null>> {
    const made = await this.#newSecret(person.username, secret, allowed);
    if (!made.ok) return made;
    const { derived, ...how } = made.value;
    const nonce = this.#ports.randomness.bytes(NONCE);
    const wrapped = await wrap(keys, derived, aboutOf(device, person.id), nonce);
    const about = { person: person.id, username: person.username, wrong: 0, triedAt: 0 };
    await this.#ports.lockbox.put({ ...about, ...how, wrapped, owed, setAt });
    await this.load();
    await this.#use({ ...(await handlesOf(keys)), person });
    return ok(null);
  }

  async #newSecret(username: string, secret: Secret, allowed: SecretsAllowed): Promise<Result<NewSecret>> {
    const { kdf, passkeys, randomness } = this.#ports;
    if (secret.kind === 'passkey') {
      const salt = randomness.bytes(PRF_SALT_BYTES);
      const made = await passkeys.create(username, salt);
      if (!made) return refuse('lock.passkeyFailed');
      const { credential, secret: derived } = made;
      return ok({ kind: 'passkey', salt: toBase64url(salt), kdf: null, credential, derived });
    }
    const checked = checkSecret(secret.text, username, allowed);
    if (!checked.ok) return checked;
    const salt = randomness.bytes(SALT_BYTES);
    const parameters = await kdf.tune();
    const derived = await kdf.derive(checked.value, salt, parameters);
    return ok({
      ...{ kind: kindOf(secret), salt: toBase64url(salt), kdf: parameters, credential: null },
      derived,
    });
  }

  async #use(shared: SharedKeys): Promise<void> {
    const { vaultOf } = this.#ports;
    const signing = await signingKeyOf(shared);
    this.#turns += 1;
    this.#shared = shared;
    this.#open.value = {
      person: shared.person,
      signing,
      vault: vaultOf(shared.vault),
      drafts: vaultOf(shared.drafts),
    };
  }

  /** The person's posts or address have changed while working. */
  update(person: SignedIn): void {
    if (!this.#shared || !this.#open.value || this.#open.value.person.id !== person.id) return;
    this.#shared = { ...this.#shared, person };
    this.#open.value = { ...this.#open.value, person };
  }

  /** The device's vault key, open; null while locked. */
  vaultKey(): CryptoKey | null {
    return this.#shared?.vault ?? null;
  }

  /** The vault key that a candidate will open. */
  async vaultOf({ keys }: Candidate): Promise<CryptoKey> {
    return (await handlesOf(keys)).vault;
  }

  /** Here and at once; other windows are told by whoever calls. */
  lock(): void {
    this.#turns += 1;
    this.#shared = null;
    this.#open.value = null;
  }

  /** Copies for the endpoint that are still to be delivered. */
  async owed(): Promise<LockRecord['owed']> {
    return (await this.#ports.lockbox.all()).flatMap((one) => one.owed);
  }

  /** The endpoint has these. */
  async delivered(copies: LockRecord['owed']): Promise<void> {
    const known = new Set(copies.map((one) => one.sealed.body));
    for (const record of await this.#ports.lockbox.all()) {
      const owed = record.owed.filter((one) => !known.has(one.sealed.body));
      if (owed.length < record.owed.length) await this.#ports.lockbox.put({ ...record, owed });
    }
  }

  /** Gives up every lock: nothing on this device can be unlocked any more. */
  async wipe(): Promise<void> {
    this.lock();
    for (const { person } of await this.#ports.lockbox.all()) await this.#ports.lockbox.remove(person);
    await this.load();
  }
}

type NewSecret = Pick<LockRecord, 'kind' | 'salt' | 'kdf' | 'credential'> & {
  readonly derived: Uint8Array<ArrayBuffer>;
};

const FAILED: Result<null> = refuse('lock.passkeyFailed');

const aboutOf = (device: string, person: string): string => `lock/${device}/${person}`;
