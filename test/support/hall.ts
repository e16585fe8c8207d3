/** A town hall for tests of `app/local`: devices in memory before an authority in memory, over a line that can fail. */

import { type OpenLocal, openLocal } from '../../src/app/local/local.ts';
import type { Ports, Reply, Transport } from '../../src/app/local/ports.ts';
import type { Act, Submission } from '../../src/app/local/types.ts';
import type { Post } from '../../src/domain/office.ts';
import type { Problem, Session } from '../../src/protocol/resources.ts';
import { Authority, type Member } from './authority.ts';
import { Profile, VirtualTime } from './devicePorts.ts';
import { at, MONDAY, receiveAt, type SampleItem } from './sampleCase.ts';
import { DISTRICT, EAST, sampleCatalogue, WEST } from './sampleCatalogue.ts';

const id = (last: number): string => `019ac0de-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const CLERK: Member = {
  id: id(101),
  username: 'wang',
  name: '王芳',
  posts: [{ office: WEST, roles: ['clerk'] }],
};
export const OTHER_CLERK: Member = { ...CLERK, id: id(102), username: 'li', name: '李强' };
export const EAST_CLERK: Member = {
  id: id(103),
  username: 'zhao',
  name: '赵敏',
  posts: [{ office: EAST, roles: ['clerk'] }],
};
export const SUPERVISOR: Member = {
  id: id(104),
  username: 'sun',
  name: '孙督查',
  posts: [{ office: DISTRICT, roles: ['supervisor'] }],
};

export type Resource = 'commands' | 'feed' | 'catalogue' | 'session';

export const problem = (status: number, code: string, retryAfterMs?: number): Reply<never> => {
  const body: Problem = { type: 'about:blank', title: code, status, code };
  return { kind: 'problem', problem: body, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

export const OFFLINE: Reply<never> = { kind: 'unreachable', why: 'offline' };
export const TIMEOUT: Reply<never> = { kind: 'unreachable', why: 'timeout' };

export class Hall {
  readonly authority = new Authority(sampleCatalogue, [CLERK, OTHER_CLERK, EAST_CLERK, SUPERVISOR], () =>
    this.time.instant(),
  );
  /** Answers in the authority's place, or lets a request through (`undefined`). */
  instead: (resource: Resource, body: string) => Reply<unknown> | undefined = () => undefined;
  /** Spoils an answer after the authority has acted on the request. */
  afterwards: (resource: Resource, reply: Reply<unknown>) => Reply<unknown> = (_, reply) => reply;
  readonly asked: Record<Resource, number> = { commands: 0, feed: 0, catalogue: 0, session: 0 };
  readonly sessions = new Map<object, Member>();
  readonly live = new Set<() => void>();
  readonly #open: OpenLocal[] = [];
  #slots = 0;
  #devices = 0;

  constructor(readonly time = new VirtualTime(Date.parse(at(MONDAY)))) {}

  /** A browser profile with its own cookie. */
  profile(): Profile {
    this.#devices += 1;
    return new Profile(this.time, this.transport(), this.#devices);
  }

  async open(profile: Profile, more: Partial<Ports> = {}): Promise<OpenLocal> {
    const local = await openLocal(profile.ports(more));
    this.#open.push(local);
    await this.settle();
    return local;
  }

  /** A device that is enrolled and on which somebody is signed in. */
  async ready(member: Member = CLERK, office = WEST): Promise<{ local: OpenLocal; profile: Profile }> {
    const profile = this.profile();
    const local = await this.open(profile);
    must(await local.signIn(member.username, 'password'));
    must(await local.enrol('一号窗口', office));
    await this.settle();
    return { local, profile };
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
      history: () => this.#ask('session', 'history', () => this.#reading(cookie, () => value([]))),
      live: (_, onMore) => {
        this.live.add(onMore);
        return () => this.live.delete(onMore);
      },
      ...this.#access(cookie),
    };
  }

  #access(cookie: object): Pick<Transport, 'signIn' | 'signOut' | 'session' | 'enrol'> {
    return {
      signIn: (body) =>
        this.#ask('session', body.username, () => {
          const member = this.authority.members.find((one) => one.username === body.username);
          if (!member) return problem(401, 'session.wrong');
          this.sessions.set(cookie, member);
          return value(this.#sessionOf(member));
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
      enrol: ({ id, office }) =>
        this.#ask('session', 'enrol', () => {
          this.#slots += 1;
          return value({
            id,
            office,
            slot: `K${this.#slots}`,
            keyId: 'k'.repeat(22),
            now: this.time.instant(),
          });
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

  #reading<T>(cookie: object, answer: () => Reply<T>): Reply<T> {
    return this.sessions.has(cookie) ? answer() : problem(401, 'session.required');
  }

  #sessionOf({ id: person, username, name, posts }: Member): Session {
    const now = this.time.instant();
    return { person: { id: person, username, name }, posts: copiesOf(posts), expiresAt: now, now };
  }
}

const value = <T>(what: T): Extract<Reply<T>, { kind: 'answer' }> => ({
  kind: 'answer',
  value: structuredClone(what),
});

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
  const { number: _, code: __, catalogue: ___, ...payload } = receiveAt(office, item, more).payload;
  return { type: 'receive', payload };
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
