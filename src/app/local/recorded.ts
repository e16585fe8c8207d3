import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Case } from '../../domain/case.ts';
import type { CaseSummary } from '../../domain/summary.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseRow, Database, PackRow, SummaryRow } from './database.ts';
import { LockedError } from './lock/locked.ts';
import { latestOf, openPack, pack, readHeld } from './packs.ts';
import type { Vault } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';
import { inserted, type RecordedSummary, type Summaries, sortedSummaries } from './summaries.ts';

/** A case as the district has recorded it, opened whole. */
export interface RecordedCase {
  readonly position: number;
  readonly version: number;
  readonly changedAt: Instant;
  readonly case: Case;
  /** Files that were still on their way to the endpoint. */
  readonly awaiting?: readonly string[];
}

/** Cases that were opened; null = not on this device. */
export type OpenedCases = ReadonlyMap<string, RecordedCase | null>;

export const caseRowName = (id: string): string => `cases/${id}`;
export const summaryRowName = (id: string): string => `summaries/${id}`;

/** Enough for the first screen of a list. */
const FIRST = 100;
/** Cases that stay open after somebody has acted on them, until they are held for another reason. */
const RECENT = 32;

/**
 * The recorded cases. A summary of each is in memory while somebody has unlocked: lists and search are scans over
 * them, never an index over personal fields. Whole cases are opened one by one.
 */
export class Recorded {
  readonly #db: Database;
  readonly #vault: Vault;
  readonly #store: StoreWatch;
  readonly #list = signal<Summaries>([]);
  readonly #complete = signal(false);
  readonly #opened = signal<OpenedCases>(new Map());
  readonly #held = new Map<string, readonly string[]>();
  /** What went while the list was being read. */
  readonly #goneMeanwhile: string[] = [];
  #recent: readonly string[] = [];
  /** The list as it was when packs were last looked after. */
  #packed: Summaries = [];
  /** Moves on when everything is read anew or forgotten: a reading that began before shows nothing. */
  #reading = 0;

  /** Newest first. */
  readonly list: ReadonlySignal<Summaries> = this.#list;
  /** True when every summary is in the list. */
  readonly complete: ReadonlySignal<boolean> = this.#complete;
  readonly opened: ReadonlySignal<OpenedCases> = this.#opened;

  constructor(db: Database, vault: Vault, store: StoreWatch) {
    this.#db = db;
    this.#vault = vault;
    this.#store = store;
  }

  /** Reads everything, the newest first: after unlocking, and when what is held belongs to another reader. */
  async load(): Promise<void> {
    this.#reading += 1;
    const mine = this.#reading;
    this.#complete.value = false;
    const newest = await this.#db.summaries.orderBy('order').limit(FIRST).toArray();
    const first = await this.#openSummaries(newest);
    if (mine !== this.#reading) return;
    this.#list.value = sortedSummaries(first);
    const all = await this.#openAll(mine);
    if (!all) return;
    batch(() => {
      this.#list.value = sortedSummaries(all);
      this.#complete.value = true;
    });
    // What came while this was read is beyond what was read.
    await this.refresh(this.#goneMeanwhile.splice(0));
    // What was asked for meanwhile was read under another beginning, or not at all.
    await this.#reopen([...new Set([...this.#opened.value.keys(), ...this.#named()])]);
  }

  /** Makes the next unlocking quick: seals together what is opened one by one. */
  async pack(): Promise<void> {
    const all = this.#list.value;
    if (!this.#complete.value || all === this.#packed) return;
    const mine = this.#reading;
    await pack(this.#db, this.#vault, all, () => mine === this.#reading);
    this.#packed = all;
  }

  /** Takes in what the tables have beyond what is in memory, after this or another tab has applied a page. */
  async refresh(gone: readonly string[]): Promise<void> {
    // The list is still being read: its reader looks for what came meanwhile.
    if (!this.#complete.value) {
      this.#goneMeanwhile.push(...gone);
      return;
    }
    const mine = this.#reading;
    const newest = this.#list.value.reduce((most, one) => Math.max(most, one.position), 0);
    const rows = await this.#db.summaries.where('order').below(-newest).toArray();
    if (rows.length === 0 && gone.length === 0) return;
    const fresh = await this.#openSummaries(rows);
    if (mine !== this.#reading) return;
    this.#list.value = inserted(this.#list.value, fresh, gone);
    const changed = new Set([...rows.map((row) => row.id), ...gone]);
    await this.#reopen([...this.#opened.value.keys()].filter((id) => changed.has(id)));
  }

  /** A case opened whole, and kept up to date for a while; undefined when it is not on this device. */
  async open(id: string): Promise<RecordedCase | undefined> {
    this.#recent = [id, ...this.#recent.filter((one) => one !== id)].slice(0, RECENT);
    const known = this.#opened.value.get(id);
    if (known !== undefined) return known ?? undefined;
    const mine = this.#reading;
    const found = await this.#openCase(await this.#db.cases.get(id));
    if (mine === this.#reading) this.#remember([[id, found]]);
    return found ?? undefined;
  }

  /** Keeps these open for somebody, and lets go of those that nobody names. Resolves when all are open. */
  async hold(who: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) this.#held.set(who, ids);
    else this.#held.delete(who);
    const named = new Set(this.#named());
    const before = this.#opened.value;
    if ([...before.keys()].some((id) => !named.has(id)))
      this.#opened.value = new Map([...before].filter(([id]) => named.has(id)));
    await this.#reopen(ids.filter((id) => !this.#opened.value.has(id)));
  }

  /** Forgets everything: nobody is there to read it. */
  clear(): void {
    this.#reading += 1;
    this.#held.clear();
    this.#recent = [];
    this.#packed = [];
    batch(() => {
      this.#list.value = [];
      this.#complete.value = false;
      this.#opened.value = new Map();
    });
  }

  #named(): string[] {
    return [...this.#recent, ...[...this.#held.values()].flat()];
  }

  /** Reads these anew and keeps them open. */
  async #reopen(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const mine = this.#reading;
    const rows = await this.#db.cases.bulkGet([...ids]);
    const fresh = await Promise.all(rows.map((row) => this.#openCase(row)));
    if (mine === this.#reading) this.#remember(ids.map((id, index) => [id, fresh[index] ?? null] as const));
  }

  #remember(fresh: readonly (readonly [string, RecordedCase | null])[]): void {
    this.#opened.value = new Map([...this.#opened.value, ...fresh]);
  }

  /** Every summary, or undefined when something else has begun meanwhile. */
  async #openAll(mine: number): Promise<Summaries | undefined> {
    const { packs, loose } = await readHeld(this.#db);
    const broken: PackRow[] = [];
    const opened = await Promise.all([
      this.#openSummaries(loose),
      ...packs.map((one) =>
        openPack(this.#vault, one).catch(() => {
          broken.push(one);
          return [];
        }),
      ),
    ]);
    if (mine !== this.#reading) return undefined;
    if (broken.length === 0) return latestOf(opened);
    // What it copies lies in rows of its own.
    await this.#db.packs.bulkDelete(broken.map(({ from, to }) => [from, to]));
    return await this.#openAll(mine);
  }

  async #openSummaries(rows: readonly SummaryRow[]): Promise<RecordedSummary[]> {
    const opened = await Promise.all(
      rows.map(async (row) => {
        const summary = await this.#openRow<CaseSummary>(summaryRowName(row.id), row.body);
        return summary && listed(row, summary);
      }),
    );
    return opened.filter((one) => one !== undefined);
  }

  async #openCase(row: CaseRow | undefined): Promise<RecordedCase | null> {
    const found = row && (await this.#openRow<Case>(caseRowName(row.id), row.body));
    if (!row || !found) return null;
    const { position, version, changedAt, awaiting } = row;
    return { position, version, changedAt, case: found, ...(awaiting ? { awaiting } : {}) };
  }

  async #openRow<T>(name: string, body: Uint8Array): Promise<T | undefined> {
    try {
      return (await this.#vault.open(name, body)) as T;
    } catch (problem) {
      if (!(problem instanceof LockedError)) this.#store.unreadable();
      return undefined;
    }
  }
}

const listed = (row: SummaryRow, summary: CaseSummary): RecordedSummary => ({
  case: summary,
  progress: 'recorded',
  pending: 0,
  updatedAt: row.changedAt,
  position: -row.order,
});
