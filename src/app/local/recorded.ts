import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Case } from '../../domain/case.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseRow, Database } from './database.ts';
import type { Vault } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';

/** A case as the district has recorded it. */
export interface RecordedCase {
  readonly position: number;
  readonly version: number;
  readonly changedAt: Instant;
  readonly case: Case;
}

export type RecordedCases = ReadonlyMap<string, RecordedCase>;

export const caseRowName = (id: string): string => `cases/${id}`;

/** The recorded cases, opened and in memory: lists and search are scans, never an index over personal fields. */
export interface Recorded {
  readonly cases: ReadonlySignal<RecordedCases>;
  load(): Promise<void>;
  /** Takes in what the table has beyond what is in memory, after this or another tab has applied a page. */
  refresh(gone: readonly string[]): Promise<void>;
}

export function createRecorded(db: Database, vault: Vault, store: StoreWatch): Recorded {
  const cases = signal<RecordedCases>(new Map());

  const open = async (row: CaseRow): Promise<RecordedCase | undefined> => {
    try {
      const found = (await vault.open(caseRowName(row.id), row.body)) as Case;
      return { position: row.position, version: row.version, changedAt: row.changedAt, case: found };
    } catch {
      store.unreadable();
      return undefined;
    }
  };

  const openAll = async (rows: readonly CaseRow[]): Promise<RecordedCase[]> =>
    (await Promise.all(rows.map(open))).filter((one) => one !== undefined);

  return {
    cases,
    async load() {
      const all = await openAll(await db.cases.toArray());
      cases.value = new Map(all.map((one) => [one.case.id, one]));
    },
    async refresh(gone) {
      let newest = 0;
      for (const one of cases.value.values()) newest = Math.max(newest, one.position);
      const rows = await db.cases.where('position').above(newest).toArray();
      if (rows.length === 0 && gone.length === 0) return;
      const fresh = await openAll(rows);
      const next = new Map(cases.value);
      for (const one of fresh) {
        const known = next.get(one.case.id);
        if (!known || known.position < one.position) next.set(one.case.id, one);
      }
      for (const id of gone) next.delete(id);
      cases.value = next;
    },
  };
}
