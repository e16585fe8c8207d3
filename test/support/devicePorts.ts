/** A device in memory: its own IndexedDB, keys, clock and chance; time stands still until a test moves it. */
import { webcrypto } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vaultOf } from '../../src/app/local/edges/vault.ts';
import type { LockRecord, SharedKeys } from '../../src/app/local/lock/keys.ts';
import type {
  Circle,
  Clock,
  DeviceKeys,
  Kdf,
  Lockbox,
  Locks,
  Passkeys,
  Ports,
  Randomness,
  SigningKey,
  Tabs,
  TabTalk,
  Transport,
} from '../../src/app/local/ports.ts';
import { toBase64url, utf8 } from '../../src/protocol/bytes.ts';
import { KEY_ALGORITHM, keyIdOf, SIGNATURE_ALGORITHM } from '../../src/protocol/signing.ts';
import { MemoryFolder } from './memoryFolder.ts';

/** Time that only a test moves. */
export class VirtualTime {
  #timers = new Map<number, { at: number; run: () => void }>();
  #next = 1;

  constructor(public ms: number) {}

  instant(): string {
    return new Date(this.ms).toISOString();
  }

  after(wait: number, run: () => void): () => void {
    const id = this.#next++;
    this.#timers.set(id, { at: this.ms + wait, run });
    return () => this.#timers.delete(id);
  }

  /** The next moment at which something is due. */
  nextAt(): number | undefined {
    const times = [...this.#timers.values()].map((one) => one.at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Moves to a moment and runs what is due by then, once each. */
  moveTo(moment: number): void {
    this.ms = Math.max(this.ms, moment);
    const due = [...this.#timers.entries()]
      .filter(([, one]) => one.at <= this.ms)
      .sort((a, b) => a[1].at - b[1].at);
    for (const [id, one] of due) if (this.#timers.delete(id)) one.run();
  }
}

/** Repeatable chance (mulberry32). */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { unit, bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(unit() * 256)) };
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes));

export function memoryDeviceKeys(): DeviceKeys {
  let held: Promise<SigningKey> | undefined;
  const make = async (): Promise<SigningKey> => {
    const pair = await webcrypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify']);
    const spki = new Uint8Array(await webcrypto.subtle.exportKey('spki', pair.publicKey));
    return {
      publicKey: toBase64url(spki),
      keyId: await keyIdOf(spki, (bytes) => sha256(new Uint8Array(bytes))),
      sign: async (bytes) =>
        toBase64url(new Uint8Array(await webcrypto.subtle.sign(SIGNATURE_ALGORITHM, pair.privateKey, bytes))),
    };
  };
  return {
    device() {
      held ??= make();
      return held;
    },
    async forget() {
      held = undefined;
    },
  };
}

/** Locks that lie as a database would keep them: nobody holds what another has written. */
export class MemoryLockbox implements Lockbox {
  readonly records = new Map<string, LockRecord>();

  async all(): Promise<readonly LockRecord[]> {
    return [...this.records.values()].map((one) => structuredClone(one));
  }
  async put(record: LockRecord): Promise<void> {
    this.records.set(record.person, structuredClone(record));
  }
  async remove(person: string): Promise<void> {
    this.records.delete(person);
  }
}

/** In place of argon2id, whose half second a test does not have. */
export const fastKdf: Kdf = {
  tune: async () => ({ memoryKiB: 19_456, passes: 2 }),
  derive: async (secret, salt) => {
    const text = utf8(secret);
    const bytes = new Uint8Array(salt.length + text.length);
    bytes.set(salt);
    bytes.set(text, salt.length);
    return await sha256(bytes);
  },
};

export const noPasskeys: Passkeys = {
  available: async () => false,
  create: async () => null,
  get: async () => null,
};

/** The windows of one browser profile, as far as they hand each other open keys. */
export class MemoryCircle {
  readonly #givers = new Map<object, () => SharedKeys | null>();

  window(): Circle {
    const self = {};
    return {
      ask: async () => {
        for (const [who, give] of this.#givers) {
          const keys = who === self ? null : give();
          if (keys) return keys;
        }
        return null;
      },
      answer: (give) => {
        this.#givers.set(self, give);
        return () => this.#givers.delete(self);
      },
    };
  }
}

export function memoryLocks(): Locks {
  const taken = new Set<string>();
  const last = new Map<string, Promise<unknown>>();
  return {
    hold(name, run) {
      const turn = (last.get(name) ?? Promise.resolve()).then(run, run);
      last.set(name, turn);
      return turn;
    },
    async tryHold(name, run) {
      if (taken.has(name)) return { held: false };
      taken.add(name);
      try {
        return { held: true, value: await run() };
      } finally {
        taken.delete(name);
      }
    },
  };
}

export interface Surroundings {
  online: boolean;
  visible: boolean;
  /** Whether the browser has promised to keep what lies here, and whether it would when asked. */
  persisted: boolean;
  persists: boolean;
  unfit: 'private' | 'wechat' | null;
}

/** One browser profile: what all its tabs share. */
export class Profile {
  readonly indexedDB = new IDBFactory();
  readonly deviceKeys = memoryDeviceKeys();
  readonly lockbox = new MemoryLockbox();
  readonly circle = new MemoryCircle();
  readonly locks = memoryLocks();
  /** What the browser says of its space, in bytes. */
  /** Room on the disk is kept for cases. */
  roomKept = false;
  storage = { usage: 1_000, quota: 1_000_000 };
  /** How often the worker was to be woken. */
  askedForWaking = 0;
  readonly mirror = new MemoryFolder();
  readonly surroundings: Surroundings = {
    online: true,
    visible: true,
    persisted: false,
    persists: true,
    unfit: null,
  };
  readonly clock: Clock;
  /** Milliseconds that this device's clock is ahead. */
  clockError = 0;
  #hearers = new Set<(from: object, news: TabTalk) => void>();
  #watchers = new Set<() => void>();
  #tabs = 0;

  constructor(
    readonly time: VirtualTime,
    readonly transport: Transport,
    readonly seed = 1,
  ) {
    this.clock = { now: () => time.ms + this.clockError };
  }

  /** The ports of one more tab. */
  ports(more: Partial<Ports> = {}): Ports {
    this.#tabs += 1;
    return {
      clock: this.clock,
      randomness: seededRandomness(this.seed * 1_000 + this.#tabs),
      timer: { after: (ms, run) => this.time.after(ms, run) },
      transport: this.transport,
      deviceKeys: this.deviceKeys,
      lockbox: this.lockbox,
      kdf: fastKdf,
      passkeys: noPasskeys,
      circle: this.circle.window(),
      vaultOf,
      locks: this.locks,
      tabs: this.#tab(),
      mirror: this.mirror,
      background: {
        ask: () => {
          this.askedForWaking += 1;
        },
      },
      surroundings: {
        online: () => this.surroundings.online,
        visible: () => this.surroundings.visible,
        onChange: (run) => {
          this.#watchers.add(run);
          return () => this.#watchers.delete(run);
        },
        keepRoom: async () => {
          this.roomKept = true;
        },
        makeRoom: async () => {
          const kept = this.roomKept;
          this.roomKept = false;
          return kept;
        },
        storage: async () => ({ ...this.storage, persisted: this.surroundings.persisted }),
        persist: async () => {
          this.surroundings.persisted ||= this.surroundings.persists;
          return this.surroundings.persisted;
        },
        unfitFor: async () => this.surroundings.unfit,
      },
      store: { name: 'jinban-desk', indexedDB: this.indexedDB, IDBKeyRange },
      version: '0.0.0-test',
      ...more,
    };
  }

  change(now: Partial<Surroundings>): void {
    Object.assign(this.surroundings, now);
    for (const run of this.#watchers) run();
  }

  #tab(): Tabs {
    const self = {};
    return {
      tell: (news) => {
        for (const hear of this.#hearers) hear(self, news);
      },
      listen: (hear) => {
        const hearer = (from: object, news: TabTalk): void => {
          if (from !== self) hear(news);
        };
        this.#hearers.add(hearer);
        return () => this.#hearers.delete(hearer);
      },
    };
  }
}
