import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, databaseAt, type SummaryRow } from '../../../src/app/local/database.ts';
import { vaultOf } from '../../../src/app/local/edges/vault.ts';
import type { Vault } from '../../../src/app/local/ports.ts';
import { Recorded, summaryRowName } from '../../../src/app/local/recorded.ts';
import { caseTables, forgetCases } from '../../../src/app/local/retention.ts';
import { createStoreWatch, type StoreWatch } from '../../../src/app/local/storeWatch.ts';
import { wipeReadable } from '../../../src/app/local/wipe.ts';
import { listedOf } from '../window/builders.ts';

const SUMMARY = listedOf({}).case;
/** More than one pack, and some rows beyond. */
const MANY = 1_030;

let db: Database;
let vault: Vault;
let store: StoreWatch;
let opened = 0;
let recorded: Recorded;

const idOf = (place: number): string => `case ${String(place).padStart(5, '0')}`;

const rowAt = async (id: string, position: number, applicant = `申请人 ${id}`): Promise<SummaryRow> => ({
  ...{ id, order: -position, version: 1 },
  changedAt: new Date(Date.UTC(2026, 10, 1) + position * 1_000).toISOString(),
  body: await vault.seal(summaryRowName(id), { ...SUMMARY, id, number: id, applicant }),
});

async function arrive(from: number, to: number): Promise<void> {
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  await db.summaries.bulkPut(await Promise.all(places.map((place) => rowAt(idOf(place), place + 1))));
}

const leave = (...ids: string[]): Promise<void> =>
  db.transaction('rw', caseTables(db), () => forgetCases(db, ids));

/** As after unlocking: nothing is in memory yet. */
async function unlock(): Promise<void> {
  recorded = new Recorded(db, vault, store);
  opened = 0;
  await recorded.load();
}

const listed = (): string[] => recorded.list.value.map((one) => one.case.id);
const all = (count: number): string[] => Array.from({ length: count }, (_, place) => idOf(count - 1 - place));

beforeEach(async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const real = vaultOf(key);
  vault = {
    ...real,
    open: (row, sealed) => {
      opened += 1;
      return real.open(row, sealed);
    },
  };
  db = databaseAt({ name: 'packs', indexedDB: new IDBFactory(), IDBKeyRange });
  store = createStoreWatch();
  await arrive(0, MANY);
  await unlock();
});
afterEach(() => db.close());

describe('summaries in packs', () => {
  it('give the same list as the rows, and are opened in a few strokes', async () => {
    expect(listed()).toEqual(all(MANY));
    expect(opened).toBeGreaterThan(MANY);
    await recorded.pack();
    await unlock();
    expect(listed()).toEqual(all(MANY));
    // What is shown first is opened row by row.
    expect(opened).toBe(100 + 3);
  });

  it('are overruled by what has changed since, and say nothing of what came', async () => {
    await recorded.pack();
    await db.summaries.put(await rowAt(idOf(7), MANY + 1, '改了名字'));
    await arrive(MANY + 1, MANY + 3);
    await unlock();
    expect(listed().slice(0, 3)).toEqual([idOf(MANY + 2), idOf(MANY + 1), idOf(7)]);
    expect(recorded.list.value).toHaveLength(MANY + 2);
    expect(recorded.list.value.find((one) => one.case.id === idOf(7))?.case.applicant).toBe('改了名字');
  });

  it('keep no case that has left the device, and lose none that stays', async () => {
    await recorded.pack();
    await leave(idOf(3), idOf(4));
    expect((await db.packs.toArray()).flatMap((pack) => pack.ids)).not.toContain(idOf(3));
    await unlock();
    expect(listed()).toEqual(all(MANY).filter((id) => id !== idOf(3) && id !== idOf(4)));
    await recorded.pack();
    expect((await db.packs.toArray()).flatMap((pack) => pack.ids)).toHaveLength(MANY - 2);
  });

  it('leave with everything else when the device is wiped', async () => {
    await recorded.pack();
    await wipeReadable(db);
    expect(await db.packs.count()).toBe(0);
  });

  it('bring no earlier state back when the pack of the present one is gone', async () => {
    await recorded.pack();
    const moved = await Promise.all(
      Array.from({ length: 100 }, (_, place) => rowAt(idOf(place), MANY + 1 + place, '改了名字')),
    );
    await db.summaries.bulkPut(moved);
    await arrive(MANY + 100, MANY + 101);
    await unlock();
    await recorded.pack();
    const changed = () => recorded.list.value.filter((one) => one.case.applicant === '改了名字');
    await unlock();
    expect(changed()).toHaveLength(100);
    // Takes along the pack in which the hundred now stand, and not the one in which they stood.
    await leave(idOf(MANY + 100));
    expect(await db.packs.count()).toBe(3);
    await unlock();
    expect(changed()).toHaveLength(100);
    expect(recorded.list.value).toHaveLength(MANY);
  });

  it('are given up when they do not open: the rows are there', async () => {
    await recorded.pack();
    const [first] = await db.packs.toArray();
    if (!first) throw new Error('no pack');
    await db.packs.put({ ...first, body: first.body.slice().fill(1, 20) });
    await unlock();
    expect(listed()).toEqual(all(MANY));
    expect(store.problem.value).toBeNull();
    expect(await db.packs.count()).toBe(2);
  });

  it('are not made of rows that have changed in another window meanwhile', async () => {
    await leave(idOf(3));
    await recorded.pack();
    const packed = (await db.packs.toArray()).flatMap((pack) => pack.ids);
    expect(packed).toHaveLength(530);
    expect(packed).not.toContain(idOf(3));
  });

  it('are made by one window alone', async () => {
    const other = new Recorded(db, vault, store);
    await other.load();
    await arrive(MANY, MANY + 70);
    await other.refresh([]);
    await Promise.all([recorded.pack(), other.pack()]);
    const ids = (await db.packs.toArray()).flatMap((pack) => pack.ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are not made of the few that have come since', async () => {
    await recorded.pack();
    await arrive(MANY, MANY + 60);
    await recorded.refresh([]);
    await recorded.pack();
    expect(await db.packs.count()).toBe(3);
  });

  it('are made anew before they are too many', async () => {
    await recorded.pack();
    for (let come = MANY; come < MANY + 64 * 30; come += 64) {
      await arrive(come, come + 64);
      await recorded.refresh([]);
      await recorded.pack();
    }
    expect(await db.packs.count()).toBeLessThan(30);
    await unlock();
    expect(listed()).toEqual(all(MANY + 64 * 30));
  });
});
