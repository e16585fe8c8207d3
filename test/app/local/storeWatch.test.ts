import { describe, expect, it } from 'vitest';
import { createStoreWatch } from '../../../src/app/local/storeWatch.ts';
import { Hall } from '../../support/hall.ts';

/** A disk that is full until so much has been given up. */
function fullDisk(kept: number) {
  const disk = { kept, tried: 0, room: 0 };
  const store = createStoreWatch(async () => {
    if (disk.kept === 0) return false;
    disk.kept -= 1;
    disk.room += 1;
    return true;
  });
  const write = async (): Promise<string> => {
    disk.tried += 1;
    if (disk.room === 0) throw new DOMException('planted', 'QuotaExceededError');
    return 'saved';
  };
  return { disk, store, write };
}

describe('room that is kept for cases', () => {
  it('is given up for a save that finds none, which then succeeds, and nothing is said', async () => {
    const { disk, store, write } = fullDisk(1);
    expect(await store.run(write)).toEqual({ ok: true, value: 'saved' });
    expect(disk).toMatchObject({ kept: 0, tried: 2 });
    expect(store.problem.value).toBeNull();
  });

  it('is not given up for a photograph', async () => {
    const { disk, store, write } = fullDisk(1);
    expect(await store.fit(write)).toMatchObject({ ok: false, refusal: { code: 'store.noRoomForFile' } });
    expect(disk).toMatchObject({ kept: 1, tried: 1 });
  });

  it('is tried once: where there was none, the disk is full, and that is said', async () => {
    const { disk, store, write } = fullDisk(0);
    expect(await store.run(write)).toMatchObject({ ok: false, refusal: { code: 'store.quota' } });
    expect(disk.tried).toBe(1);
    expect(store.problem.value).toBe('store.quota');
  });

  it('is given up for nothing but want of room', async () => {
    const { disk, store } = fullDisk(1);
    const broken = async (): Promise<never> => {
      throw new DOMException('planted', 'UnknownError');
    };
    expect(await store.run(broken)).toMatchObject({ ok: false, refusal: { code: 'store.failed' } });
    expect(disk.kept).toBe(1);
  });

  it('is taken with the first contact', async () => {
    const hall = new Hall();
    const { profile } = await hall.ready();
    await hall.settle();
    expect(profile.roomKept).toBe(true);
    hall.close();
  });
});
