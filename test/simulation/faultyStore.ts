import { IDBOpenDBRequest, IDBTransaction } from 'fake-indexeddb';
import type { StoreFault } from './faults.ts';

/** The window that has a connection: when it dies, nothing on it is heard any more, and nothing unfinished stays. */
export interface Owner {
  readonly alive: boolean;
  /** Calls back when it dies. */
  onDeath(run: () => void): void;
  kill(): void;
}

/** What `fake-indexeddb` does not show of itself, and a crash has to reach. */
interface RawDatabase {
  version: number;
  connections: RawConnection[];
  rawObjectStores: Map<string, { records: { values(): Iterable<{ key: unknown; value: unknown }> } }>;
  processTransactions(): void;
}
interface RawConnection extends IDBDatabase {
  _rawDatabase: RawDatabase;
  _closed: boolean;
  _closePending: boolean;
}
interface RawTransaction extends IDBTransaction {
  _state: string;
  _rollbackLog: (() => void)[];
  error: DOMException | null;
  _abort(name: string | null): void;
  _execRequestAsync(what: unknown): IDBRequest & { gated?: true };
}
export interface RawFactory extends IDBFactory {
  _databases: Map<string, RawDatabase>;
}

interface Armed {
  readonly fault: StoreFault;
  readonly on: 'any' | 'cases';
  left: number;
}

export interface StoreHooks {
  /** A fault has happened. */
  happened(fault: StoreFault): void;
  /** Something moved. */
  moved(): void;
  /** Planted: what of an undone transaction is to stay. */
  readonly staysWhenUndone?: ((tx: IDBTransaction, factory: RawFactory) => () => void) | undefined;
}

/**
 * One device's IndexedDB, shared by its windows. Every writing transaction may be made to fail, or to be the last thing
 * that its window does, at the only two moments that differ: when all is written and nothing is committed, and when all
 * is committed and nobody has been told.
 */
export class FaultyStore {
  readonly #armed: Armed[] = [];

  constructor(
    readonly factory: RawFactory,
    readonly hooks: StoreHooks,
  ) {}

  /** The transaction after so many writing ones, in whichever window, suffers it. */
  arm(fault: StoreFault, on: Armed['on'], after: number): void {
    this.#armed.push({ fault, on, left: after });
  }

  disarm(): void {
    this.#armed.length = 0;
  }

  /** What is committed, read past every window. */
  rows<T>(table: string): T[] {
    const [database] = this.factory._databases.values();
    const records = database?.rawObjectStores.get(table)?.records.values() ?? [];
    return [...records].map((one) => one.value as T);
  }

  /** Keys of what is committed. */
  keys(table: string): string[] {
    const [database] = this.factory._databases.values();
    const records = database?.rawObjectStores.get(table)?.records.values() ?? [];
    return [...records].map((one) => String(one.key));
  }

  /** The factory as one window has it. */
  for(owner: Owner): IDBFactory {
    const { factory } = this;
    const open = (name: string, version?: number): IDBOpenDBRequest => {
      // A request that nothing ever comes of.
      if (!owner.alive) return new IDBOpenDBRequest() as unknown as IDBOpenDBRequest;
      const request = factory.open(name, version);
      const taken = (): void => this.#take(request.result as RawConnection, owner);
      request.addEventListener('upgradeneeded', taken);
      request.addEventListener('success', taken);
      gate(request, owner, () => this.hooks.moved());
      return request;
    };
    return {
      open,
      cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
      databases: () => factory.databases(),
      deleteDatabase: (name: string) => factory.deleteDatabase(name),
    } as IDBFactory;
  }

  /** A newer build opens the store: every other connection is told, and has to close. */
  async upgrade(name: string): Promise<void> {
    const version = (this.factory._databases.get(name)?.version ?? 0) + 1;
    await new Promise<void>((resolve, reject) => {
      const request = this.factory.open(name, version);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  }

  #take(connection: RawConnection, owner: Owner): void {
    if (Object.hasOwn(connection, 'transaction')) return;
    const unfinished = new Set<RawTransaction>();
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...given: Parameters<IDBDatabase['transaction']>) => {
      if (!owner.alive) return inert(connection, given[0], given[1]);
      const tx = begin(...given) as RawTransaction;
      unfinished.add(tx);
      this.#watch(tx, connection, owner, unfinished);
      return tx;
    };
    gate(connection, owner, () => undefined);
    owner.onDeath(() => {
      for (const tx of unfinished) if (tx._state !== 'finished') tx._abort(null);
      connection._closePending = true;
      connection._closed = true;
      const raw = connection._rawDatabase;
      raw.connections = raw.connections.filter((one) => one !== connection);
    });
  }

  #watch(tx: RawTransaction, connection: RawConnection, owner: Owner, unfinished: Set<RawTransaction>): void {
    const run = tx._execRequestAsync.bind(tx);
    tx._execRequestAsync = (what) => {
      const request = run(what);
      // A cursor comes with the same request again and again.
      if (!request.gated) gate(request, owner, () => this.hooks.moved());
      request.gated = true;
      return request;
    };
    const dispatch = tx.dispatchEvent.bind(tx);
    tx.dispatchEvent = (event) => {
      this.hooks.moved();
      if (event.type === 'complete' || event.type === 'abort') unfinished.delete(tx);
      const fault =
        owner.alive && event.type === 'complete' && tx.mode === 'readwrite' ? this.#due(tx) : undefined;
      if (fault !== undefined) this.#strike(fault, tx, owner);
      if (!owner.alive) {
        // Nobody hears of it, but whoever waits for the same tables goes on.
        if (event.type !== 'error') connection._rawDatabase.processTransactions();
        return true;
      }
      if (fault === 'quota' || fault === 'failedWrite') Object.assign(event, { type: 'abort' });
      return dispatch(event);
    };
  }

  #due(tx: IDBTransaction): StoreFault | undefined {
    const meant = this.#armed.filter((one) => one.on === 'any' || tx.objectStoreNames.contains(one.on));
    for (const one of meant) one.left -= 1;
    const index = this.#armed.findIndex((one) => one.left < 0);
    return index < 0 ? undefined : this.#armed.splice(index, 1)[0]?.fault;
  }

  #strike(fault: StoreFault, tx: RawTransaction, owner: Owner): void {
    this.hooks.happened(fault);
    if (fault !== 'crashAfterCommit') {
      const putBack = this.hooks.staysWhenUndone?.(tx, this.factory);
      for (const undo of tx._rollbackLog.reverse()) undo();
      putBack?.();
    }
    if (fault === 'quota') tx.error = new DOMException('planned', 'QuotaExceededError');
    if (fault === 'failedWrite') tx.error = new DOMException('planned', 'UnknownError');
    if (fault === 'crashBeforeCommit' || fault === 'crashAfterCommit') owner.kill();
  }
}

/** What happens there is heard only while its window lives. */
function gate(target: EventTarget, owner: Owner, moved: () => void): void {
  const dispatch = target.dispatchEvent.bind(target);
  target.dispatchEvent = (event) => {
    if (!owner.alive) return true;
    moved();
    return dispatch(event);
  };
}

/** A transaction that nothing is ever done in. */
function inert(
  connection: IDBDatabase,
  names: string | Iterable<string>,
  mode: IDBTransactionMode = 'readonly',
): IDBTransaction {
  const Made = IDBTransaction as unknown as new (
    names: string[],
    mode: IDBTransactionMode,
    durability: string,
    connection: IDBDatabase,
  ) => IDBTransaction;
  return new Made(typeof names === 'string' ? [names] : [...names], mode, 'strict', connection);
}

/** A copy of everything that a factory keeps, as another disk. Rows are shared: nobody changes one in its place. */
export function copyOf(from: RawFactory, fresh: RawFactory): RawFactory {
  const known = new Map<unknown, unknown>();
  for (const [name, database] of from._databases)
    fresh._databases.set(name, copied(database, known) as RawDatabase);
  return fresh;
}

/** Fields that are shared, or are begun anew. */
const SHARED = new Set(['record', 'keyPath']);
const ANEW = new Set(['transactions', 'connections']);

function copied(value: unknown, known: Map<unknown, unknown>): unknown {
  if (!(value instanceof Object) || typeof value === 'function') return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (Array.isArray(value)) return value.map((one) => copied(one, known));
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    known.set(value, map);
    for (const [key, one] of value) map.set(key, copied(one, known));
    return map;
  }
  const prototype = Object.getPrototypeOf(value) as { processTransactions?: () => void };
  const copy = Object.create(prototype) as Record<string, unknown>;
  known.set(value, copy);
  for (const [name, one] of Object.entries(value)) {
    if (ANEW.has(name)) copy[name] = [];
    else copy[name] = SHARED.has(name) ? one : copied(one, known);
  }
  // Bound to its database by the constructor, which a copy never meets.
  if (prototype.processTransactions) copy.processTransactions = prototype.processTransactions.bind(copy);
  return copy;
}
