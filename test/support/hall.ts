/** A town hall for tests of `app/local`: devices in memory before an authority in memory, over a line that can fail. */
import { webcrypto } from 'node:crypto';
import { type OpenLocal, openLocal } from '../../src/app/local/local.ts';
import type { Ports, Reply, Transport, Uploading } from '../../src/app/local/ports.ts';
import type { Act, Submission } from '../../src/app/local/types.ts';
import type { Post } from '../../src/domain/office.ts';
import { toBase64url } from '../../src/protocol/bytes.ts';
import type { CommandHeader, Envelope, WireCommand } from '../../src/protocol/command.ts';
import type { Contact, Session } from '../../src/protocol/resources.ts';
import { Authority, type Member } from './authority.ts';
import { Profile, VirtualTime } from './devicePorts.ts';
import { CLERK, EAST_CLERK, OTHER_CLERK, SUPERVISOR } from './hallPeople.ts';
import { HallRegister } from './hallRegister.ts';
import { opened } from './opened.ts';
import { problem, value } from './replies.ts';
import { at, MONDAY, receiveAt, type SampleItem } from './sampleCase.ts';
import { sampleCatalogue, WEST } from './sampleCatalogue.ts';

export * from './hallPeople.ts';
export { OFFLINE, problem, TIMEOUT } from './replies.ts';

export type Resource = 'commands' | 'feed' | 'catalogue' | 'session' | 'contact' | 'files';

/** The secret that everybody sets. */
export const SECRET = { kind: 'text', text: '4711-8291-55' } as const;

export class Hall extends HallRegister {
  readonly authority = new Authority(sampleCatalogue, [CLERK, OTHER_CLERK, EAST_CLERK, SUPERVISOR], () =>
    this.time.instant(),
  );
  /** Answers in the authority's place, or lets a request through (`undefined`). */
  instead: (resource: Resource, body: string) => Reply<unknown> | undefined = () => undefined;
  /** Spoils an answer after the authority has acted on the request. */
  afterwards: (resource: Resource, reply: Reply<unknown>) => Reply<unknown> = (_, reply) => reply;
  readonly asked: Record<Resource, number> = {
    commands: 0,
    feed: 0,
    catalogue: 0,
    session: 0,
    contact: 0,
    files: 0,
  };
  readonly sessions = new Map<object, Member>();
  /** Browsers that have the cookie of their session, and nothing that makes it count. */
  readonly #unproved = new Set<object>();
  /** Sealed files that are here whole, by hash. */
  readonly files = new Map<string, Uint8Array>();
  readonly live = new Set<() => void>();
  readonly #open: OpenLocal[] = [];
  #devices = 0;

  constructor(readonly time = new VirtualTime(Date.parse(at(MONDAY)))) {
    super();
  }

  /** A browser profile with its own cookie. */
  profile(): Profile {
    this.#devices += 1;
    return new Profile(this.time, this.transport(), this.#devices);
  }

  /** Opens a window; whoever has a secret there unlocks it. */
  async open(profile: Profile, more: Partial<Ports> = {}): Promise<OpenLocal> {
    const local = await this.openLocked(profile, more);
    const access = local.access.value;
    const [only] = access.state === 'locked' ? access.people : [];
    if (only) must(await local.unlock(only.id, SECRET));
    await this.settle();
    return local;
  }

  /** Who has a secret there unlocks it. */
  async unlock(local: OpenLocal, member: Member = CLERK): Promise<void> {
    must(await local.unlock(member.id, SECRET));
    await this.settle();
  }

  /** A command as the authority opens it. */
  opened(envelope: Envelope): WireCommand {
    const key = this.authority.keys.find((one) => one.id === envelope.key);
    if (!key) throw new Error('sealed to a key that is not here');
    return opened(envelope, key);
  }

  /** The commands of a type that have come to the authority, opened. */
  commandsOf(type: string): (CommandHeader & { readonly payload: unknown })[] {
    const all = this.authority.batches.flatMap((batch) => batch.commands.map((one) => this.opened(one)));
    return all
      .map(({ header, payload }) => ({
        ...(JSON.parse(header) as CommandHeader),
        payload: JSON.parse(payload) as unknown,
      }))
      .filter((one) => one.type === type);
  }

  async openLocked(profile: Profile, more: Partial<Ports> = {}): Promise<OpenLocal> {
    const local = await openLocal(profile.ports(more));
    this.#open.push(local);
    await this.settle();
    return local;
  }

  /** A device that is enrolled and on which somebody is signed in. */
  async ready(member: Member = CLERK, office = WEST): Promise<{ local: OpenLocal; profile: Profile }> {
    const profile = this.profile();
    const local = await this.open(profile);
    must(await local.enrol(this.code(office)));
    await this.settle();
    await this.begin(local, member);
    return { local, profile };
  }

  /** Somebody signs in on an enrolled device for the first time, and sets a secret. */
  async begin(local: OpenLocal, member: Member = CLERK): Promise<void> {
    must(await local.signIn(member.username, 'password'));
    if (local.access.value.state === 'choosing') must(await local.setSecret(SECRET));
    await this.settle();
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((local) => local.close()));
  }

  /** Until nothing is under way on any device. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await Promise.all(this.#open.map((local) => local.idle()));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Lets time pass, with everything that falls due in it. */
  async pass(ms: number): Promise<void> {
    const end = this.time.ms + ms;
    await this.settle();
    for (let next = this.time.nextAt(); next !== undefined && next <= end; next = this.time.nextAt()) {
      this.time.moveTo(next);
      await this.settle();
    }
    this.time.moveTo(end);
    await this.settle();
  }

  /** A way to the authority with a cookie of its own. */
  transport(): Transport {
    const cookie = {};
    return {
      commands: (body) => this.#ask('commands', body, () => value(this.authority.commands(body))),
      feed: (scope, after) =>
        this.#ask('feed', `${scope} ${after}`, () =>
          this.#reading(cookie, () => value(this.authority.feed(scope, after))),
        ),
      catalogue: (etag, since) =>
        this.#ask('catalogue', `${etag} ${since}`, () => {
          const now = `"${this.authority.catalogue.version}"`;
          if (etag === now) return { kind: 'notModified' };
          return { ...value(this.authority.catalogueAnswer(since)), etag: now };
        }),
      filesHeld: (body) =>
        this.#ask('files', body, () => {
          const { hashes } = JSON.parse(body) as { hashes: string[] };
          return value({ held: hashes.filter((hash) => this.files.has(hash)), now: this.time.instant() });
        }),
      upload: async (file) => await this.#ask('files', file.hash, await this.#taking(file)),
      file: (hash) => this.#ask('files', hash, () => problem(404, 'file.unknown')),
      history: () => this.#ask('session', 'history', () => this.#reading(cookie, () => value([]))),
      seals: (...asked) =>
        this.#ask('session', `seals ${asked.join(' ')}`, () =>
          this.#reading(cookie, () => value({ lines: [], years: [], next: null })),
        ),
      live: (_, onMore) => {
        this.live.add(onMore);
        return () => this.live.delete(onMore);
      },
      ...this.#access(cookie),
    };
  }

  /** What is not what it is called is not taken. */
  async #taking({ hash, bytes }: Uploading): Promise<() => Reply<null>> {
    const named = toBase64url(new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes)));
    return () => {
      if (named !== hash) return problem(422, 'upload.hashMismatch');
      this.files.set(hash, bytes);
      return value(null);
    };
  }

  #access(
    cookie: object,
  ): Pick<Transport, 'signIn' | 'signOut' | 'session' | 'renew' | 'forgetProof' | 'enrol' | 'contact'> {
    return {
      signIn: (body) =>
        this.#ask('session', body.username, () => {
          const member = this.authority.members.find((one) => one.username === body.username);
          if (!member) return problem(401, 'session.wrong');
          if (body.device !== undefined && !this.devices.has(body.device))
            return problem(401, 'device.unknown');
          this.#begin(cookie, member);
          return value({ ...this.#sessionOf(member), ...this.keysFor(member, body) });
        }),
      signOut: () =>
        this.#ask('session', 'out', () => {
          this.sessions.delete(cookie);
          return value(null);
        }),
      session: () =>
        this.#ask('session', 'who', () =>
          this.#reading(cookie, () => value(this.#sessionOf(this.sessions.get(cookie) as Member))),
        ),
      renew: ({ keyId, at: signedAt }) =>
        this.#ask('session', 'renew', () => {
          // The real endpoint verifies the signature.
          const member = this.renews(keyId, signedAt) ? this.keyOwners.get(keyId) : undefined;
          if (!member) return problem(401, 'session.renewalRefused');
          this.#begin(cookie, member);
          return value(this.#sessionOf(member));
        }),
      forgetProof: () => void this.#unproved.add(cookie),
      enrol: (body) =>
        this.#ask('session', 'enrol', () => {
          const enrolled = this.enrolled(body);
          return enrolled ? value(enrolled) : problem(403, 'enrol.codeWrong');
        }),
      contact: (body) =>
        this.#ask('contact', body, () => {
          const told = this.hear(JSON.parse(body) as Contact);
          return told ? value(told) : problem(401, 'device.unknown');
        }),
    };
  }

  async #ask<T>(resource: Resource, body: string, answer: () => Reply<T>): Promise<Reply<T>> {
    this.asked[resource] += 1;
    await Promise.resolve();
    const instead = this.instead(resource, body);
    if (instead) return instead as Reply<T>;
    return this.afterwards(resource, answer()) as Reply<T>;
  }

  #begin(cookie: object, member: Member): void {
    this.sessions.set(cookie, member);
    this.#unproved.delete(cookie);
  }

  #reading<T>(cookie: object, answer: () => Reply<T>): Reply<T> {
    return this.sessions.has(cookie) && !this.#unproved.has(cookie)
      ? answer()
      : problem(401, 'session.required');
  }

  #sessionOf({ id: person, username, name, posts }: Member): Session {
    const now = this.time.instant();
    return { person: { id: person, username, name }, posts: copiesOf(posts), expiresAt: now, now };
  }
}

const copiesOf = (posts: readonly Post[]) =>
  posts.map(({ office, roles }) => ({ office, roles: [...roles] }));

export function must<T>(
  result: { ok: true; value: T } | { ok: false; refusal: { code: string; facts: unknown } },
): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The receive that a window hands in: without number, code and catalogue. */
export function receiving(
  item: SampleItem = 'permit',
  more: Parameters<typeof receiveAt>[2] = {},
  office = WEST,
): Extract<Act, { type: 'receive' }> {
  const { payload } = receiveAt(office, item, more);
  const { number: _, code, catalogue: __, sticker, ...rest } = payload;
  return {
    type: 'receive',
    payload: { ...rest, ...(sticker ? { sticker: { number: sticker, code } } : {}) },
  };
}

export const ACCEPT: Act = { type: 'accept' };

let cases = 0;
/** An intake for a new case. */
export function intake(
  acts: readonly Act[] = [receiving(), ACCEPT],
  more: Partial<Submission> = {},
): Submission {
  cases += 1;
  return { caseId: `019ac0de-0000-7000-9000-${String(cases).padStart(12, '0')}`, acts, ...more };
}
