import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseAt } from '../../../src/app/local/database.ts';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await hall.close();
});

/** A window whose connections to the store can be reached from outside, as the browser reaches them. */
async function watchedWindow(profile: Profile) {
  const { store } = profile.ports();
  const watched: { connections: IDBDatabase[]; onSaving?: (tx: IDBTransaction) => void } = {
    connections: [],
  };
  const take = (connection: IDBDatabase): void => {
    watched.connections.push(connection);
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...given) => {
      const tx = begin(...given);
      if (given[1] === 'readwrite' && [...tx.objectStoreNames].includes('commands')) watched.onSaving?.(tx);
      return tx;
    };
  };
  const indexedDB = {
    open: (...given: Parameters<IDBFactory['open']>) => {
      const request = store.indexedDB.open(...given);
      request.addEventListener('success', () => take(request.result));
      return request;
    },
    cmp: (a: unknown, b: unknown) => store.indexedDB.cmp(a, b),
    databases: () => store.indexedDB.databases(),
    deleteDatabase: (name: string) => store.indexedDB.deleteDatabase(name),
  } as IDBFactory;
  const local = await hall.open(profile, { store: { ...store, indexedDB } });
  return { local, watched };
}

/** As a browser does it: what is under way is undone, the connection is gone, and its window is told. */
function closedBySystem(connection: IDBDatabase | undefined, unfinished?: IDBTransaction): void {
  try {
    unfinished?.abort();
  } catch {
    // It has just been committed.
  }
  forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);
}

/** Everything that was saved reaches the district, once. */
async function allArrive(local: OpenLocal, ids: readonly string[]): Promise<void> {
  hall.instead = () => undefined;
  local.sendNow();
  await hall.pass(300_000);
  for (const id of ids) expect(hall.authority.streams.get(id)?.state?.status).toBe('accepted');
  expect(hall.authority.streams.size).toBe(ids.length);
  expect(local.outbox.value).toEqual([]);
}

describe('a connection that the system closes', () => {
  it('between two acts is opened again, and the next act is saved', async () => {
    const { profile, local: first } = await hall.ready();
    await first.close();
    const { local, watched } = await watchedWindow(profile);
    hall.instead = () => OFFLINE;
    const before = must(await local.submit(intake())).case.id;
    const opened = watched.connections.length;
    closedBySystem(watched.connections.at(-1));
    const after = must(await local.submit(intake())).case.id;
    expect(watched.connections.length).toBeGreaterThan(opened);
    expect(local.status.value.storeProblem).toBeNull();
    await allArrive(local, [before, after]);
  });

  it.each([0, 1, 2, 3, 4, 6, 8, 12])(
    'in the middle of saving, %i turns on, is said, and the form can be handed in again',
    async (turns) => {
      const { profile, local: first } = await hall.ready();
      await first.close();
      const { local, watched } = await watchedWindow(profile);
      hall.instead = () => OFFLINE;
      let begun: (tx: IDBTransaction) => void;
      const saving = new Promise<IDBTransaction>((done) => {
        begun = done;
      });
      watched.onSaving = (tx) => begun(tx);
      const form = intake();
      const act = local.submit(form);
      const unfinished = await saving;
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      closedBySystem(unfinished.db, unfinished);
      const done = await act;
      if (turns === 0) expect(done.ok).toBe(false);
      if (!done.ok) expect(done.refusal.code).toBe('store.failed');
      expect(local.status.value.storeProblem === null).toBe(done.ok);
      expect(local.cases.value).toHaveLength(done.ok ? 1 : 0);
      const saved = done.ok ? done.value : must(await local.submit(form));
      expect(local.status.value.storeProblem).toBeNull();
      await allArrive(local, [saved.case.id]);
    },
  );
});

describe('a newer version of the app in another window', () => {
  it('gets the store at once; the older window goes on saving, and what it saved is sent by either', async () => {
    const { profile, local } = await hall.ready();
    hall.instead = () => OFFLINE;
    const before = must(await local.submit(intake())).case.id;
    const newer = databaseAt(profile.ports().store);
    newer.version(1_000).stores({ later: 'id' });
    await newer.open();
    const after = must(await local.submit(intake())).case.id;
    expect(await newer.commands.count()).toBe(4);
    newer.close();
    await local.close();
    const reopened = await hall.open(profile);
    await allArrive(reopened, [before, after]);
  });
});
