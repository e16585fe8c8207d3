import type { CaseSummary } from '../../domain/summary.ts';
import { type Columns, columnsOf, objectsOf } from './columns.ts';
import type { Database, PackRow, SummaryRow } from './database.ts';
import type { Vault } from './ports.ts';
import type { RecordedSummary, Summaries } from './summaries.ts';

/**
 * Packs: summaries sealed many together. They say nothing that the rows of `summaries` do not say, and may be given up
 * at any time. Opening twenty thousand rows one by one takes a slow device eight seconds, opening forty packs less
 * than one.
 *
 * A pack holds every row that was between its two positions when it was made. A case that has changed since has left
 * that place for a higher one, and its entry is passed over; a case that leaves the device takes along the packs that
 * name it (`forgetCases`). So what lies between two positions of a pack is in it, and everything else is read row by
 * row.
 */

/** Cases in a pack. */
const PACK = 500;
/** Fewer rows than this outside of packs are left there: opening so many one by one is not noticed. */
const LOOSE = 64;
/** So many packs more than are needed are put up with, before all are made anew. */
const SPARE = 16;

/** Positions, both included. */
type Span = readonly [from: number, to: number];

/** What is sealed: of each case its summary, and its place in the list. */
interface Content {
  readonly cases: Columns;
  readonly places: Columns;
}

type Place = Pick<RecordedSummary, 'position' | 'updatedAt'>;

const packName = (from: number, to: number): string => `packs/${from}-${to}`;

/** What the tables hold of summaries, seen at one moment. */
export interface Held {
  readonly packs: readonly PackRow[];
  /** Rows that are in no pack. */
  readonly loose: readonly SummaryRow[];
}

export async function readHeld(db: Database): Promise<Held> {
  return await db.transaction('r', [db.packs, db.summaries], async () => {
    const packs = await db.packs.toArray();
    const gaps = gapsBetween(packs.map((pack) => [pack.from, pack.to] as const));
    const rows = await Promise.all(
      gaps.map(([from, to]) => db.summaries.where('order').between(-to, -from, false, false).toArray()),
    );
    return { packs, loose: rows.flat() };
  });
}

/** What lies before, between and behind spans; the ends are not included. */
function gapsBetween(spans: readonly Span[]): Span[] {
  const starts = [-Infinity, ...spans.map(([, to]) => to)];
  const ends = [...spans.map(([from]) => from), Infinity];
  return starts.map((start, index) => [start, ends[index] ?? Infinity] as const);
}

/** @throws as the vault does */
export async function openPack(vault: Vault, { from, to, body }: PackRow): Promise<RecordedSummary[]> {
  const content = (await vault.open(packName(from, to), body)) as Content;
  const places = objectsOf<Place>(content.places);
  return objectsOf<CaseSummary>(content.cases).flatMap((summary, index) => {
    const place = places[index];
    return place ? { case: summary, progress: 'recorded', pending: 0, ...place } : [];
  });
}

/** The latest of each case. */
export function latestOf(opened: readonly (readonly RecordedSummary[])[]): RecordedSummary[] {
  const latest = new Map<string, RecordedSummary>();
  for (const some of opened)
    for (const one of some) {
      const known = latest.get(one.case.id);
      if (!known || known.position < one.position) latest.set(one.case.id, one);
    }
  return [...latest.values()];
}

/**
 * Packs what lies loose, once it is worth it.
 * @param all every summary that the table has
 * @param goOn asked between packs; false = stop
 */
export async function pack(db: Database, vault: Vault, all: Summaries, goOn: () => boolean): Promise<void> {
  const inOrder = [...all].sort((a, b) => a.position - b.position);
  let spans: readonly Span[] = await db.packs.toCollection().primaryKeys();
  if (spans.length > SPARE + (2 * all.length) / PACK) {
    await db.packs.clear();
    spans = [];
  }
  for (const some of looseIn(inOrder, spans)) {
    if (!goOn()) return;
    const row = await sealPack(vault, some);
    await db.transaction('rw', [db.packs, db.summaries], () => put(db, row));
  }
}

/** In runs between the spans that there are, each no longer than a pack; none when they are too few in all. */
function looseIn(inOrder: Summaries, spans: readonly Span[]): RecordedSummary[][] {
  const runs: RecordedSummary[][] = [];
  let loose = 0;
  let next = 0;
  let run: RecordedSummary[] = [];
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const one of inOrder) {
    while ((spans[next]?.[1] ?? Infinity) < one.position) {
      end();
      next += 1;
    }
    if (one.position >= (spans[next]?.[0] ?? Infinity)) continue;
    if (run.length === PACK) end();
    run.push(one);
    loose += 1;
  }
  end();
  return loose < LOOSE ? [] : runs;
}

async function sealPack(vault: Vault, some: Summaries): Promise<PackRow> {
  const [from, to] = [some[0]?.position ?? 0, some.at(-1)?.position ?? 0];
  const content: Content = {
    cases: columnsOf(some.map((one) => one.case)),
    places: columnsOf(some.map(({ position, updatedAt }): Place => ({ position, updatedAt }))),
  };
  const body = await vault.seal(packName(from, to), content);
  return { from, to, ids: some.map((one) => one.case.id), body };
}

/** Unless another window was first, or the rows have changed meanwhile. */
async function put(db: Database, row: PackRow): Promise<void> {
  const spans = await db.packs.toCollection().primaryKeys();
  if (spans.some(([from, to]) => from <= row.to && row.from <= to)) return;
  const there = await db.summaries.where('order').between(-row.to, -row.from, true, true).primaryKeys();
  const packed = new Set(row.ids);
  if (there.length === packed.size && there.every((id) => packed.has(id))) await db.packs.put(row);
}
