import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackgroundPorts, sendWaiting } from '../../../src/app/local/background.ts';
import type { Reply } from '../../../src/app/local/ports.ts';
import type { Batch, BatchAnswer } from '../../../src/protocol/command.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { Hall, intake, must, OFFLINE, problem, TIMEOUT } from '../../support/hall.ts';

const STEP_MS = 250;
/** Within this the worker has ended, whatever the line does. */
const BOUND_MS = 150_000;

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

const noLine = (): void => {
  hall.instead = () => OFFLINE;
};
const lineAgain = (): void => {
  hall.instead = () => undefined;
};

/** The district keeps what comes for a supervisor. */
const apart = (code: string): void => {
  hall.instead = (resource, body) => {
    if (resource !== 'commands') return undefined;
    const { commands } = JSON.parse(body) as Batch;
    const outcomes = commands.map(({ id }) => ({ id, outcome: 'quarantined' as const, code }));
    return { kind: 'answer', value: { outcomes, now: hall.time.instant() } };
  };
};

/** A device on which three cases wait, with every window closed. */
async function left() {
  const { local, profile } = await hall.ready();
  noLine();
  const ids: string[] = [];
  for (let one = 0; one < 3; one += 1) ids.push(must(await local.submit(intake())).case.id);
  await hall.settle();
  await local.close();
  return { profile, ids };
}
const accepted = (ids: readonly string[]) =>
  ids.filter((id) => hall.authority.streams.get(id)?.state?.status === 'accepted').length;
const timesRecorded = () => [...new Set(hall.authority.recordings.values())];

/** Lets time pass until it ends. @returns what it said, and how long it took */
async function untilEnd(work: Promise<boolean>): Promise<{ done: boolean; ms: number }> {
  const begun = hall.time.ms;
  let ended = false;
  void work.finally(() => {
    ended = true;
  });
  while (!ended) {
    await hall.pass(STEP_MS);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return { done: await work, ms: hall.time.ms - begun };
}
const wake = async (profile: Profile, more: Partial<BackgroundPorts> = {}, lastChance = false) =>
  await untilEnd(sendWaiting({ ...profile.ports(), ...more }, lastChance));

/** A line on which no request ends until it is given up, or `cut`. `sent` resolves when one is under way. */
function deadLine() {
  let tell: () => void = () => undefined;
  const open: (() => void)[] = [];
  const sent = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const commands = (_body: string, _authorisation: string, giveUp?: AbortSignal) => {
    tell();
    return new Promise<Reply<BatchAnswer>>((resolve) => {
      const end = () => resolve(TIMEOUT);
      giveUp?.addEventListener('abort', end);
      open.push(end);
    });
  };
  return {
    sent,
    transport: { ...hall.transport(), commands },
    cut: () => {
      for (const end of open) end();
    },
  };
}

describe('the worker is to be woken', () => {
  it('while something waits for a line, and not when it was sent at once', async () => {
    const { local, profile } = await hall.ready();
    must(await local.submit(intake()));
    await hall.settle();
    expect(profile.askedForWaking).toBe(0);
    noLine();
    must(await local.submit(intake()));
    await hall.settle();
    expect(profile.askedForWaking).toBeGreaterThan(0);
  });

  it('already while a request hangs, since the window may be closed before it ends', async () => {
    const { local, profile } = await hall.ready();
    await local.close();
    const { sent, transport, cut } = deadLine();
    const opened = await hall.open(profile, { transport: { ...profile.transport, ...transport } });
    must(await opened.submit(intake()));
    await sent;
    expect(profile.askedForWaking).toBe(0);
    hall.time.moveTo(hall.time.ms + 1_000);
    expect(profile.askedForWaking).toBe(1);
    cut();
  });

  it('not for what waits for a supervisor', async () => {
    const { local, profile } = await hall.ready();
    apart('person.disabled');
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.status.value.apart).toBeGreaterThan(0);
    expect(profile.askedForWaking).toBe(0);
  });
});

describe('the worker, woken with every window closed', () => {
  it('sends what waits with nobody unlocked; the next window shows it recorded', async () => {
    const { profile, ids } = await left();
    hall.sessions.clear();
    lineAgain();
    expect(await wake(profile)).toMatchObject({ done: true });
    expect(accepted(ids)).toBe(3);
    expect(hall.sessions.size).toBe(0);
    const local = await hall.openLocked(profile);
    expect(local.status.value).toMatchObject({ waiting: 0, refused: 0 });
    await hall.unlock(local);
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value.map((one) => one.progress)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(timesRecorded()).toEqual([1]);
  });

  it('wants to be woken again while there is no line, and loses nothing', async () => {
    const { profile, ids } = await left();
    expect(await wake(profile)).toMatchObject({ done: false });
    expect(accepted(ids)).toBe(0);
    const local = await hall.open(profile);
    expect(local.cases.value).toHaveLength(3);
  });

  it('has nothing to do where nothing waits, or where no device is enrolled', async () => {
    const { local, profile } = await hall.ready();
    await local.close();
    expect(await wake(profile)).toMatchObject({ done: true });
    expect(await wake(hall.profile())).toMatchObject({ done: true });
    expect(hall.asked.commands).toBe(0);
  });

  it('ends within its time on a line that answers nothing', async () => {
    const { profile, ids } = await left();
    const { done, ms } = await wake(profile, deadLine());
    expect(done).toBe(false);
    expect(ms).toBeLessThan(BOUND_MS);
    lineAgain();
    await hall.open(profile);
    expect(accepted(ids)).toBe(3);
  });

  it('uses its last chance to its end: an endpoint that comes back meanwhile gets everything', async () => {
    const { profile, ids } = await left();
    const back = hall.time.ms + 30_000;
    hall.instead = () => (hall.time.ms < back ? problem(503, 'store.busy') : undefined);
    expect(await wake(profile, {}, true)).toMatchObject({ done: true });
    expect(accepted(ids)).toBe(3);
    expect(timesRecorded()).toEqual([1]);
  });

  it('gives up its last chance in time, too', async () => {
    const { profile } = await left();
    const { done, ms } = await wake(profile, {}, true);
    expect(done).toBe(false);
    expect(ms).toBeLessThan(BOUND_MS);
  });

  it('sends what a revoked device has, and leaves it to a window to hear of it and to give up what is readable', async () => {
    const { profile } = await left();
    lineAgain();
    for (const device of hall.devices.values()) device.order = 'revoked';
    apart('device.revoked');
    const contacts = hall.asked.contact;
    expect(await wake(profile)).toMatchObject({ done: true });
    expect(hall.asked.contact).toBe(contacts);
    const local = await hall.openLocked(profile);
    expect(local.status.value).toMatchObject({ waiting: 0, gaveUp: { why: 'revoked' } });
  });
});

describe('the worker, woken with a window open', () => {
  it('leaves the sending to a window that answers, locked or not', async () => {
    const { profile, ids } = await left();
    const local = await hall.openLocked(profile);
    const { sent, transport } = deadLine();
    let asked = false;
    void sent.then(() => {
      asked = true;
    });
    expect(await wake(profile, { transport })).toMatchObject({ done: false });
    expect(asked, 'the worker has sent nothing').toBe(false);
    lineAgain();
    local.sendNow();
    await hall.settle();
    expect(accepted(ids)).toBe(3);
  });

  it('steps back at once when a window opens in the middle, which then sends without waiting', async () => {
    const { profile, ids } = await left();
    const line = deadLine();
    const work = untilEnd(sendWaiting({ ...profile.ports(), transport: line.transport }));
    await line.sent;
    lineAgain();
    const opened = hall.time.ms;
    const local = await hall.openLocked(profile);
    const { done } = await work;
    await hall.settle();
    expect(done).toBe(false);
    expect(accepted(ids)).toBe(3);
    expect(hall.time.ms - opened, 'no waiting time had to pass').toBeLessThan(2_000);
    expect(local.status.value.waiting).toBe(0);
    expect(timesRecorded()).toEqual([1]);
  });

  it('leaves a window alone that is sending and has no moment to answer', async () => {
    const { profile, ids } = await left();
    lineAgain();
    await profile.locks.tryHold('jinban-outbox', async () => {
      expect(await wake(profile)).toMatchObject({ done: false });
    });
    expect(accepted(ids)).toBe(0);
  });
});
