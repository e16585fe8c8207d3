import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { citizenPagesWith } from '../../src/app/citizen/pages.ts';
import type { Passwords } from '../../src/endpoint/access/passwords.ts';
import { createLog } from '../../src/endpoint/run.ts';
import { buildServer, type Server } from '../../src/endpoint/server.ts';
import { openSqlite } from '../../src/endpoint/store/sqlite.ts';
import type { Store, Tx } from '../../src/endpoint/store/store.ts';
import { seededRandomness, type VirtualTime } from '../support/devicePorts.ts';
import { sampleCatalogue } from '../support/sampleCatalogue.ts';
import type { EndpointFault } from './faults.ts';
import { memoryShelf, ShelfDisk, type ShelfProcess } from './memoryShelf.ts';

/** One request as it travels. */
export interface Wire {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  /** Where it comes from: addresses have limits of their own. */
  readonly from: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface EndpointHooks {
  happened(fault: EndpointFault): void;
  /** Planted: an endpoint with another store. */
  readonly store?: ((store: Store) => Store) | undefined;
}

/** One life of the endpoint's process. */
interface Life {
  readonly server: Server;
  readonly died: Promise<undefined>;
  dead: boolean;
  die(): void;
}

interface Armed {
  readonly fault: EndpointFault;
  readonly on: EndpointMoment | 'any';
  times: number;
}

/** What the endpoint is about to make durable. */
export type EndpointMoment = 'commands' | 'files' | 'other';

/** Compared as they are: no run is to wait for a password. */
export const plainPasswords: Passwords = {
  hash: async (password) => `plain ${password}`,
  matches: async (password, hash) => hash === `plain ${password}`,
};

class Crashed extends Error {}
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * The real endpoint with its routes and its SQLite file, without a port. A crash takes everything that its process held
 * in memory and every answer that was under way; what stays is what the store had committed.
 */
export class Endpoint {
  readonly #armed: Armed[] = [];
  readonly #randomness: ReturnType<typeof seededRandomness>;
  #life: Life | undefined;
  readonly files = new ShelfDisk();
  /** Requests that it has not answered yet, and transactions that have not ended. */
  underWay = 0;

  private constructor(
    readonly time: VirtualTime,
    readonly store: Store,
    readonly file: string,
    readonly hooks: EndpointHooks,
    seed: number,
  ) {
    this.#randomness = seededRandomness(seed);
  }

  /** @param image a prepared store to begin with */
  static async open(
    time: VirtualTime,
    folder: string,
    hooks: EndpointHooks,
    seed: number,
    image?: string,
  ): Promise<Endpoint> {
    const file = join(folder, `district-${seed}.sqlite`);
    if (image !== undefined) copyFileSync(image, file);
    const endpoint = new Endpoint(time, await openSqlite(file), file, hooks, seed);
    await endpoint.start();
    return endpoint;
  }

  get server(): Server {
    if (!this.#life) throw new Error('the endpoint is down');
    return this.#life.server;
  }

  get isUp(): boolean {
    return this.#life !== undefined;
  }

  arm(fault: EndpointFault, on: Armed['on'], times: number): void {
    this.#armed.push({ fault, on, times });
  }

  disarm(): void {
    this.#armed.length = 0;
  }

  /** Begins another life, if it has none; should that one die while it begins, another. */
  async start(): Promise<void> {
    while (!this.#life) await this.#begin();
  }

  async #begin(): Promise<void> {
    let end: () => void = () => undefined;
    const died = new Promise<undefined>((resolve) => {
      end = () => resolve(undefined);
    });
    const life = {
      dead: false,
      died,
      die: () => {
        life.dead = true;
        this.#life = undefined;
        end();
      },
    };
    const store = this.#mortal(life);
    const beginning = this.#serverOn(this.hooks.store?.(store) ?? store, this.#disk(life));
    // A store that fails as it begins ends it like a crash.
    const server = await Promise.race([beginning.catch(() => undefined), died]);
    if (server) this.#life = Object.assign(life, { server });
  }

  async close(): Promise<void> {
    await this.#life?.server.app.close();
    this.#life = undefined;
    await this.store.close();
  }

  /** What comes back, or nothing when nobody is there, or nobody any more. */
  async ask({ method, url, headers, body, from }: Wire): Promise<WireAnswer | undefined> {
    const life = this.#life;
    if (!life) return undefined;
    this.underWay += 1;
    try {
      const request = { method, url, headers, remoteAddress: from };
      const injected = life.server.app.inject(body === undefined ? request : { ...request, payload: body });
      const answer = await Promise.race([injected, life.died]);
      if (answer === undefined || life.dead) return undefined;
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    } finally {
      this.underWay -= 1;
    }
  }

  #serverOn(store: Store, disk: ShelfProcess): Promise<Server> {
    const { time } = this;
    return buildServer({
      ...{ store, clock: () => time.ms, timer: { every: () => () => undefined } },
      newId: () => v7({ msecs: time.ms, random: this.#randomness.bytes(16) }),
      randomBytes: (count) => this.#randomness.bytes(count),
      seed: sampleCatalogue,
      lint: () => [],
      citizen: citizenPagesWith({ plain: [], search: [], guide: [], progress: [] }),
      assets: { desk: 'none', citizen: 'none' },
      ...{ version: 'simulation', secure: false, publicUrl: () => 'http://localhost' },
      passwords: plainPasswords,
      shelf: memoryShelf(this.files, disk),
      log: SILENT,
    });
  }

  /** The store as one life of the process has it: its transactions may fail, and the process may die at their end. */
  #mortal(life: { readonly dead: boolean; die(): void }): Store {
    const { store } = this;
    return {
      ...store,
      close: async () => undefined,
      write: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
        if (life.dead) return never();
        let fault: EndpointFault | undefined;
        this.underWay += 1;
        const done = store.write(async (tx) => {
          // It died while this waited for its turn.
          if (life.dead) throw new Crashed();
          let records = false;
          const record: Tx['record'] = async (rows) => {
            records ||= rows.length > 0;
            await tx.record(rows);
          };
          const result = await work({ ...tx, record });
          if (life.dead) throw new Crashed();
          fault = this.#due(records ? 'commands' : 'other');
          if (fault === 'endpointCrashBeforeCommit') {
            life.die();
            throw new Crashed();
          }
          if (fault === 'endpointFailedWrite') throw new Error('planned: the disk is full');
          return result;
        });
        const ended = done.finally(() => {
          this.underWay -= 1;
        });
        const result = await ended.catch((error: unknown) => {
          if (error instanceof Crashed) return never<T>();
          throw error;
        });
        if (fault === 'endpointCrashAfterCommit') life.die();
        return life.dead ? never() : result;
      },
    };
  }

  /** The bytes of a file: kept, or lost with the process, or refused by a full disk. */
  #disk(life: { readonly dead: boolean; die(): void }): ShelfProcess {
    let fault: EndpointFault | undefined;
    return {
      now: () => this.time.ms,
      keeping: async () => {
        if (life.dead) return never();
        fault = this.#due('files');
        if (fault === 'endpointCrashBeforeCommit') {
          life.die();
          return never();
        }
        if (fault === 'endpointFailedWrite') throw new Error('planned: the disk is full');
      },
      kept: async () => {
        if (fault === 'endpointCrashAfterCommit') life.die();
        if (life.dead) return never();
      },
    };
  }

  #due(moment: EndpointMoment): EndpointFault | undefined {
    const armed = this.#armed.find((one) => one.on === 'any' || one.on === moment);
    if (!armed) return undefined;
    armed.times -= 1;
    // Only a write that fails fails again: the dead do not die twice.
    if (armed.times <= 0 || armed.fault !== 'endpointFailedWrite')
      this.#armed.splice(this.#armed.indexOf(armed), 1);
    this.hooks.happened(armed.fault);
    return armed.fault;
  }
}

/** Planned failures are no news. */
const SILENT = createLog();
SILENT.level = 'silent';
