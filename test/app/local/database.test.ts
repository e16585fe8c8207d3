import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_VERSION, databaseAt } from '../../../src/app/local/database.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { draftOf } from '../../support/drafts.ts';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';

/** Every schema that was ever shipped, as it was. A new version adds one; none is ever changed. */
const SHIPPED: Record<number, Record<string, string>> = {
  1: {
    commands: 'id, stream',
    cases: 'id, position',
    summaries: 'id, order',
    packs: '[from+to], *ids',
    drafts: 'id, person',
    slips: 'id',
    catalogue: 'key',
    meta: 'key',
  },
  2: {
    commands: 'id, stream',
    cases: 'id, position',
    summaries: 'id, order',
    packs: '[from+to], *ids',
    drafts: 'id, person',
    slips: 'id',
    catalogue: 'key',
    meta: 'key',
    files: 'hash, stream, command',
    fileBytes: 'hash',
  },
  3: {
    commands: 'id, stream',
    cases: 'id, position',
    summaries: 'id, order',
    packs: '[from+to], *ids',
    drafts: 'id, person',
    slips: 'id',
    catalogue: 'key',
    meta: 'key',
    files: 'hash, stream, command',
    fileBytes: 'hash',
    prints: 'id, case',
  },
  4: {
    commands: 'id, stream',
    cases: 'id, position',
    summaries: 'id, order',
    packs: '[from+to], *ids',
    drafts: 'id, person',
    slips: 'id',
    catalogue: 'key',
    meta: 'key',
    files: 'hash, stream, command',
    fileBytes: 'hash',
    prints: 'id, case',
  },
};

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

/** The same rows under an earlier schema, as a device has them that was not opened since. */
async function turnedBack(profile: Profile, version: number): Promise<void> {
  const { name, indexedDB, IDBKeyRange } = profile.ports().store;
  const present = databaseAt(profile.ports().store);
  const rows = new Map(
    await Promise.all(present.tables.map(async (one) => [one.name, await one.toArray()] as const)),
  );
  await present.delete();
  const old = new Dexie(name, { indexedDB, IDBKeyRange });
  old.version(version).stores(SHIPPED[version] ?? {});
  for (const table of old.tables) await table.bulkPut(rows.get(table.name) ?? []);
  old.close();
}

/** The sealed summaries, by case. */
async function bodies(profile: Profile): Promise<ReadonlyMap<string, string>> {
  const { name, indexedDB, IDBKeyRange } = profile.ports().store;
  const db = await new Dexie(name, { indexedDB, IDBKeyRange }).open();
  const rows = (await db.table('summaries').toArray()) as { id: string; body: Uint8Array }[];
  db.close();
  return new Map(rows.map((row) => [row.id, String(row.body)]));
}

describe('an update of the app', () => {
  it('knows every schema before its own', () => {
    expect(Object.keys(SHIPPED).map(Number)).toEqual(
      Array.from({ length: DATABASE_VERSION - 1 }, (_, index) => index + 1),
    );
  });

  it.each(Object.keys(SHIPPED).map(Number))(
    'takes a full queue, a draft and the cases over from schema %i, and sends what waited',
    async (version) => {
      const { local, profile } = await hall.ready();
      const before = must(await local.submit(intake()));
      await hall.settle();
      hall.instead = () => OFFLINE;
      const queued: string[] = [];
      for (let count = 0; count < 20; count += 1) queued.push(must(await local.submit(intake())).case.id);
      await local.saveDraft(draftOf('unfinished', hall.time.instant()));
      await local.close();
      await turnedBack(profile, version);
      hall.instead = () => undefined;
      const updated = await hall.open(profile);
      await hall.pass(300_000);
      for (const id of [before.case.id, ...queued])
        expect(hall.authority.streams.get(id)?.state?.status).toBe('accepted');
      expect(updated.outbox.value).toEqual([]);
      expect(updated.cases.value).toHaveLength(21);
      expect(updated.drafts.value.map((one) => one.id)).toEqual(['unfinished']);
    },
  );

  it.each([2, 4])(
    'makes the summaries of cases anew that version %i summarised, and shows the old ones until then',
    async (from) => {
      const { local, profile } = await hall.ready();
      const ids: string[] = [];
      for (let count = 0; count < 70; count += 1) ids.push(must(await local.submit(intake())).case.id);
      await hall.settle();
      await local.close();
      await turnedBack(profile, from);
      const held = await bodies(profile);
      expect([...held.keys()].sort()).toEqual([...ids].sort());
      hall.instead = () => OFFLINE;
      const updated = await hall.open(profile);
      await hall.settle();
      expect(updated.cases.value.map((one) => one.case.id).sort()).toEqual([...ids].sort());
      hall.instead = () => undefined;
      await hall.pass(300_000);
      const now = await bodies(profile);
      expect([...now].filter(([id, body]) => body === held.get(id))).toEqual([]);
      expect(now.size).toBe(ids.length);
      expect(updated.cases.value.map((one) => one.case.limit)).not.toContain(undefined);
      expect(updated.cases.value.map((one) => one.case.id).sort()).toEqual([...ids].sort());
    },
  );
});
