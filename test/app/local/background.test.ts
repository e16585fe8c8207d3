import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendWaiting } from '../../../src/app/local/background.ts';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

/** A device on which three cases wait, with every window closed. */
async function left() {
  const { local, profile } = await hall.ready();
  hall.instead = () => OFFLINE;
  const ids: string[] = [];
  for (let one = 0; one < 3; one += 1) ids.push(must(await local.submit(intake())).case.id);
  await hall.settle();
  await local.close();
  return { profile, ids };
}
const recorded = (ids: readonly string[]) =>
  ids.filter((id) => hall.authority.streams.get(id)?.state?.status === 'accepted').length;

describe('the worker, woken by the browser', () => {
  it('is asked for while something waits, and not otherwise', async () => {
    const { local, profile } = await hall.ready();
    must(await local.submit(intake()));
    await hall.settle();
    expect(profile.askedForWaking).toBe(0);
    hall.instead = () => OFFLINE;
    must(await local.submit(intake()));
    await hall.settle();
    expect(profile.askedForWaking).toBeGreaterThan(0);
  });

  it('sends what waits with no window open and nobody unlocked; the next window shows it recorded', async () => {
    const { profile, ids } = await left();
    hall.sessions.clear();
    hall.instead = () => undefined;
    expect(await sendWaiting(profile.ports())).toBe(true);
    expect(recorded(ids)).toBe(3);
    expect(hall.sessions.size).toBe(0);
    const local = await hall.open(profile);
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value.map((one) => one.progress)).toEqual(['recorded', 'recorded', 'recorded']);
    expect([...hall.authority.recordings.values()].every((count) => count === 1)).toBe(true);
  });

  it('wants to be woken again while there is no line, and loses nothing', async () => {
    const { profile, ids } = await left();
    expect(await sendWaiting(profile.ports())).toBe(false);
    expect(recorded(ids)).toBe(0);
    const local = await hall.open(profile);
    expect(local.cases.value).toHaveLength(3);
  });

  it('leaves a window alone that is sending', async () => {
    const { profile, ids } = await left();
    hall.instead = () => undefined;
    await profile.locks.tryHold('jinban-outbox', async () => {
      expect(await sendWaiting(profile.ports())).toBe(false);
    });
    expect(recorded(ids)).toBe(0);
  });
});
