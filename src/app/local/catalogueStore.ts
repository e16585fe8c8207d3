import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type Catalogue, type Rules, rulesOf } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time.ts';
import { type CatalogueAnswer, mergeCatalogue } from '../../protocol/catalogue.ts';
import type { CatalogueRow, Database } from './database.ts';
import type { Line } from './line.ts';
import type { Transport } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';

interface Head {
  readonly version: number;
  readonly calendar: Catalogue['calendar'];
  readonly etag: string | null;
  readonly fetchedAt: Instant;
}

export interface HeldCatalogue {
  readonly data: Catalogue;
  readonly rules: Rules;
  readonly etag: string | null;
  readonly fetchedAt: Instant;
}

/** The catalogue on the device: items, guides and offices in rows; everything works from here. */
export interface CatalogueStore {
  readonly held: ReadonlySignal<HeldCatalogue | null>;
  load(): Promise<void>;
  /**
   * Asks for what has changed. Whatever does not validate, or does not build on what is held, leaves the old one
   * in place; the transport validates the schema.
   * @returns true when a new version is in place
   */
  refresh(): Promise<boolean>;
}

export function createCatalogueStore(
  db: Database,
  transport: Transport,
  line: Line,
  store: StoreWatch,
): CatalogueStore {
  const held = signal<HeldCatalogue | null>(null);

  const show = (data: Catalogue, etag: string | null, fetchedAt: Instant): void => {
    held.value = { data, rules: rulesOf(data), etag, fetchedAt };
  };

  const keep = async (answer: CatalogueAnswer, etag: string | null): Promise<boolean> => {
    const data = mergeCatalogue(held.value?.data ?? null, answer);
    if (!data) return false;
    const fetchedAt = line.now();
    const saved = await store.run(() => replaceRows(db, data, etag, fetchedAt));
    if (!saved.ok || !saved.value) return false;
    show(data, etag, fetchedAt);
    return true;
  };

  return {
    held,
    async load() {
      const rows = await db.catalogue.toArray();
      const read = fromRows(rows);
      if (read) show(read.data, read.head.etag, read.head.fetchedAt);
    },
    async refresh() {
      const before = held.value;
      const reply = await line.ask(() =>
        transport.catalogue(before?.etag ?? null, before?.data.version ?? null),
      );
      if (reply.kind !== 'answer') return false;
      const { value, etag = null } = reply;
      if (value.since === null || value.since === before?.data.version) return await keep(value, etag);
      // It builds on something that we do not hold: everything, then.
      const whole = await line.ask(() => transport.catalogue(null, null));
      if (whole.kind !== 'answer' || whole.value.since !== null) return false;
      return await keep(whole.value, whole.etag ?? null);
    },
  };
}

/** @returns false when another tab has meanwhile put a newer one there */
async function replaceRows(
  db: Database,
  data: Catalogue,
  etag: string | null,
  at: Instant,
): Promise<boolean> {
  const head: Head = { version: data.version, calendar: data.calendar, etag, fetchedAt: at };
  const rows: CatalogueRow[] = [
    { key: 'head', index: 0, value: head },
    ...data.offices.map((value, index) => ({ key: `office:${value.id}`, index, value })),
    ...data.items.map((value, index) => ({ key: `item:${value.id}`, index, value })),
    ...data.guides.map((value, index) => ({ key: `guide:${value.id}@${value.version}`, index, value })),
  ];
  return await db.transaction('rw', db.catalogue, async () => {
    const present = (await db.catalogue.get('head'))?.value as Head | undefined;
    if (present && present.version > data.version) return false;
    await db.catalogue.clear();
    await db.catalogue.bulkPut(rows);
    return true;
  });
}

function fromRows(rows: readonly CatalogueRow[]): { head: Head; data: Catalogue } | undefined {
  const head = rows.find((row) => row.key === 'head')?.value as Head | undefined;
  if (!head) return undefined;
  const part = <T>(prefix: string): T[] =>
    rows
      .filter((row) => row.key.startsWith(prefix))
      .sort((a, b) => a.index - b.index)
      .map((row) => row.value as T);
  const data: Catalogue = {
    version: head.version,
    calendar: head.calendar,
    offices: part('office:'),
    items: part('item:'),
    guides: part('guide:'),
  };
  return { head, data };
}
