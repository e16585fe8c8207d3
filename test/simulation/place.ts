import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vaultOf } from '../../src/app/local/edges/vault.ts';
import type { SharedKeys } from '../../src/app/local/lock/keys.ts';
import type {
  DeviceKeys,
  Lockbox,
  Locks,
  Ports,
  SigningKey,
  Tabs,
  TabTalk,
  Transport,
} from '../../src/app/local/ports.ts';
import {
  fastKdf,
  MemoryCircle,
  MemoryLockbox,
  noPasskeys,
  seededRandomness,
  type VirtualTime,
} from '../support/devicePorts.ts';
import { MemoryFolder } from '../support/memoryFolder.ts';
import { copyOf, FaultyStore, type Owner, type RawFactory, type StoreHooks } from './faultyStore.ts';
import type { Line } from './line.ts';
import { type Jar, transportOf } from './transport.ts';

/** A device's disk, and what an operating system keeps beside it. */
export interface DiskImage {
  readonly store: RawFactory;
  readonly locks: MemoryLockbox['records'];
  readonly key: SigningKey;
  /** The session of whoever signed in last, and the keys of their window, which is about to hand them to another. */
  readonly jar: Jar;
  readonly open: SharedKeys | null;
}

export interface PlaceDeps {
  readonly index: number;
  readonly time: VirtualTime;
  readonly line: Line;
  readonly seed: number;
  readonly hooks: StoreHooks;
  readonly image?: DiskImage | undefined;
  /** Planted: spoils what a device hears. */
  readonly plant?: ((way: Transport, place: Place) => Transport) | undefined;
}

/** What one window of a browser has of its own. It ends with the window. */
export interface WindowEnds extends Owner {
  readonly ends: (() => void)[];
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** One browser profile at a counter: its disk, its clock, its line, and what its windows share. */
export class Place {
  readonly index: number;
  readonly store: FaultyStore;
  readonly lockbox = new MemoryLockbox();
  readonly deviceKeys: DeviceKeys;
  readonly jar: Jar;
  readonly deps: PlaceDeps;
  /** Milliseconds that its clock is ahead. */
  clockError = 0;
  /** Whether its clock has ever been wrong: then its times say nothing. */
  jumped = false;
  build = 1;
  #key: SigningKey | undefined;
  readonly #circle = new MemoryCircle();
  readonly #held = new Map<string, object>();
  readonly #hearers = new Set<(from: object, news: TabTalk) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #transport: Transport;
  #windows = 0;

  constructor(deps: PlaceDeps, makeKey: () => Promise<SigningKey>) {
    const { index, image, hooks, line, seed } = deps;
    this.deps = deps;
    this.index = index;
    const disk = new IDBFactory() as RawFactory;
    this.store = new FaultyStore(image ? copyOf(image.store, disk) : disk, hooks);
    for (const [person, record] of image?.locks ?? []) this.lockbox.records.set(person, record);
    this.#key = image?.key;
    this.jar = { cookie: '', proof: null, ...image?.jar };
    this.deviceKeys = {
      device: async () => {
        this.#key ??= await makeKey();
        return this.#key;
      },
      forget: async () => {
        this.#key = undefined;
      },
    };
    const proofs = seededRandomness(seed * 1_000 + 999);
    const sender = {
      ...{ device: index, keys: this.deviceKeys, jar: this.jar, line },
      now: () => deps.time.instant(),
      bytes: (count: number) => proofs.bytes(count),
    };
    const way = transportOf(sender);
    this.#transport = deps.plant?.(way, this) ?? way;
  }

  get online(): boolean {
    return this.deps.line.isThere(this.index);
  }

  now(): number {
    return this.deps.time.ms + this.clockError;
  }

  /** The cable is pulled, or put back: the browser says so to every window. */
  setOnline(there: boolean): void {
    if (there === this.online) return;
    this.deps.line.setThere(this.index, there);
    this.look();
  }

  /** Somebody turns to the screen again: every window looks for news. */
  look(): void {
    for (const run of [...this.#watchers]) run();
  }

  /** What there is while a window is still open. */
  async image(): Promise<DiskImage> {
    return {
      open: await this.#circle.window().ask(),
      store: this.store.factory,
      locks: this.lockbox.records,
      key: await this.deviceKeys.device(),
      jar: { ...this.jar },
    };
  }

  /** The window of the prepared device is still there, and hands its keys to the next one; the returned function closes it. */
  stillOpen(): () => void {
    const { image } = this.deps;
    return this.#circle.window().answer(() => image?.open ?? null);
  }

  /** The ports of one more window, dead when it is. */
  ports(window: WindowEnds): Ports {
    this.#windows += 1;
    const { time, seed } = this.deps;
    return {
      clock: { now: () => this.now() },
      randomness: seededRandomness(seed * 1_000 + this.#windows),
      timer: { after: (ms, run) => time.after(ms, () => window.alive && run()) },
      transport: whileAlive(this.#transport, window),
      deviceKeys: this.deviceKeys,
      lockbox: this.#lockbox(window),
      kdf: fastKdf,
      passkeys: noPasskeys,
      mirror: new MemoryFolder(),
      circle: this.#circleOf(window),
      vaultOf,
      locks: this.#locks(window),
      tabs: this.#tabs(window),
      background: { ask: () => undefined },
      surroundings: {
        online: () => this.online,
        visible: () => true,
        onChange: (run) => listening(this.#watchers, run, window),
        keepRoom: async () => undefined,
        makeRoom: async () => false,
        storage: async () => ({ usage: 1_000, quota: 1_000_000, persisted: true }),
        persist: async () => true,
        unfitFor: async () => null,
      },
      store: { name: 'jinban-desk', indexedDB: this.store.for(window), IDBKeyRange },
      version: `0.0.${this.build}`,
    };
  }

  #lockbox(window: WindowEnds): Lockbox {
    const { lockbox } = this;
    return {
      all: () => (window.alive ? lockbox.all() : never()),
      put: (record) => (window.alive ? lockbox.put(record) : never()),
      remove: (person) => (window.alive ? lockbox.remove(person) : never()),
    };
  }

  #circleOf(window: WindowEnds): Ports['circle'] {
    const own = this.#circle.window();
    return {
      ask: () => own.ask(),
      answer: (give) => {
        const stop = own.answer(give);
        window.onDeath(stop);
        return stop;
      },
    };
  }

  /** A browser lets go of what a dead window held. */
  #locks(window: WindowEnds): Locks {
    const held = this.#held;
    window.onDeath(() => {
      for (const [name, owner] of held) if (owner === window) held.delete(name);
    });
    return {
      // As in a browser without Web Locks: two windows may make contact at once.
      hold: (_, run) => run(),
      async tryHold(name, run) {
        if (held.has(name)) return { held: false };
        held.set(name, window);
        try {
          return { held: true, value: await run() };
        } finally {
          if (held.get(name) === window) held.delete(name);
        }
      },
    };
  }

  #tabs(window: WindowEnds): Tabs {
    return {
      tell: (news) => {
        if (window.alive) for (const hear of [...this.#hearers]) hear(window, news);
      },
      listen: (hear) =>
        listening(this.#hearers, (from, news) => from !== window && window.alive && hear(news), window),
    };
  }
}

function listening<T>(all: Set<T>, run: T, window: WindowEnds): () => void {
  all.add(run);
  const stop = (): void => void all.delete(run);
  window.onDeath(stop);
  return stop;
}

/** A dead window asks nothing and hears nothing. */
function whileAlive(way: Transport, window: WindowEnds): Transport {
  const guarded = <A extends unknown[], R>(ask: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      if (!window.alive) return never();
      const reply = await ask(...given);
      return window.alive ? reply : never();
    };
  };
  return {
    commands: guarded(way.commands),
    feed: guarded(way.feed),
    catalogue: guarded(way.catalogue),
    signIn: guarded(way.signIn),
    signOut: guarded(way.signOut),
    session: guarded(way.session),
    renew: guarded(way.renew),
    enrol: guarded(way.enrol),
    contact: guarded(way.contact),
    filesHeld: guarded(way.filesHeld),
    upload: guarded(way.upload),
    file: guarded(way.file),
    history: guarded(way.history),
    seals: guarded(way.seals),
    forgetProof: () => {
      if (window.alive) way.forgetProof();
    },
    live: way.live,
  };
}
