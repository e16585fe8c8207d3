import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';
import type { MemoryFolder } from '../../support/memoryFolder.ts';
import { refusedBy } from '../../support/sampleCase.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;
let folder: MemoryFolder;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
  folder = profile.mirror;
  must(await local.mirror.choose(true));
});
afterEach(() => hall.close());

const offline = () => {
  hall.instead = () => OFFLINE;
};
const online = () => {
  hall.instead = () => undefined;
};

/** The disk as it was when the device was enrolled: everything since is gone, but not the folder. */
async function rolledBack(): Promise<Profile> {
  const { Dexie } = await import('dexie');
  const db = new Dexie('jinban-desk', { indexedDB: profile.indexedDB });
  await db.open();
  await Promise.all(['commands', 'cases', 'summaries', 'packs'].map((name) => db.table(name).clear()));
  await db.table('meta').delete('counters');
  db.close();
  return profile;
}

describe('a mirror of the outbox in a folder', () => {
  it('has a package of every command after 提交, unreadable, and loses it once that is recorded', async () => {
    offline();
    must(await local.submit(intake()));
    await hall.settle();
    expect(folder.packages.size).toBe(2);
    const texts = await Promise.all([...folder.packages.values()].map((one) => one.text()));
    expect(texts.join()).not.toContain('张三');
    online();
    await hall.pass(600_000);
    expect(folder.packages.size).toBe(0);
  });

  it('brings back what a rolled-back disk has lost: readable again, recorded once, and counted on', async () => {
    offline();
    const saved = must(await local.submit(intake()));
    await hall.settle();
    await local.close();
    const again = await hall.open(await rolledBack());
    expect(again.outbox.value.map((one) => [one.type, one.carried])).toEqual([
      ['receive', false],
      ['accept', false],
    ]);
    expect(again.cases.value.map((one) => one.case.number)).toEqual([saved.case.number]);
    online();
    const next = must(await again.submit(intake()));
    await hall.pass(600_000);
    for (const { id } of [saved.case, next.case])
      expect(hall.authority.streams.get(id)?.state?.status).toBe('accepted');
    const seqs = hall.authority.batches
      .flatMap((batch) => batch.commands)
      .map((one) => JSON.parse(hall.opened(one).header).seq as number);
    expect(new Set(seqs).size).toBe(4);
    expect(folder.packages.size).toBe(0);
  });

  it('that cannot be written stops nothing: it says so, and is tried again', async () => {
    folder.broken = true;
    offline();
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.mirror.failed.value).toBe(true);
    folder.broken = false;
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.mirror.failed.value).toBe(false);
    expect(folder.packages.size).toBe(4);
  });

  it('asks for nothing where no folder is chosen, and leaves the copies where it is given up', async () => {
    offline();
    must(await local.submit(intake()));
    await hall.settle();
    await local.mirror.leave();
    must(await local.submit(intake()));
    await hall.settle();
    expect(folder.packages.size).toBe(2);
    expect(local.mirror.state.value).toBe('none');
    folder.choose = async () => false;
    expect(refusedBy(await local.mirror.choose(true)).code).toBe('mirror.notChosen');
  });

  it('is not emptied of what other devices have put there', async () => {
    folder.packages.set('别的.jinban', new Blob(['x']));
    must(await local.submit(intake()));
    await hall.pass(600_000);
    expect([...folder.packages.keys()]).toEqual(['别的.jinban']);
  });
});
