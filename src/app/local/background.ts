import type { Wake } from './backoff.ts';
import { waitsForLine } from './batch.ts';
import { type Database, databaseAt } from './database.ts';
import { FileShelf } from './files/shelf.ts';
import { Uploader, type UploadingPorts } from './files/uploader.ts';
import { createLine } from './line.ts';
import { vaultBehind } from './lock/locked.ts';
import { getMeta } from './meta.ts';
import { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { soonest } from './schedule.ts';
import { Sender, type SendingPorts } from './sender.ts';
import { createStoreWatch } from './storeWatch.ts';

/**
 * How long a window has to say that it is here: a busy one on a slow counter PC, too. One that the browser has frozen says
 * nothing, and sends nothing.
 */
const ANSWER_MS = 5_000;
/** Never a tighter loop than this, whatever the rows say. */
const SHORTEST_WAIT_MS = 250;
/** Browsers end a worker that is at it for some minutes: it stops before, in good order. */
const LONGEST_RUN_MS = 120_000;

export type BackgroundPorts = Omit<SendingPorts, 'transport'> & {
  readonly transport: SendingPorts['transport'] & UploadingPorts['transport'];
} & Pick<Ports, 'deviceKeys' | 'tabs' | 'store' | 'timer'>;

/**
 * Sends what waits with no window open and nobody unlocked: for the service worker, which the browser wakes when there
 * is a line. The device's key is all that sending needs. Where a window is open, that one sends: the worker does not
 * begin, or steps back in the middle. Contacts and what they may order are left to windows.
 * @param lastChance the browser will not wake the worker again by itself: it tries until its time is over
 * @returns false when something is left that only needs a line: it is to be tried again
 */
export async function sendWaiting(ports: BackgroundPorts, lastChance = false): Promise<boolean> {
  const { tabs, timer } = ports;
  const window = new AbortController();
  const deaf = tabs.listen((news) => {
    if (news.about === 'here') window.abort();
  });
  tabs.tell({ about: 'woken' });
  await pause(timer, ANSWER_MS, window.signal);
  try {
    // What that window cannot send is still to be sent should it be closed.
    return window.signal.aborted ? false : await drain(ports, window.signal, lastChance);
  } finally {
    deaf();
  }
}

async function drain(ports: BackgroundPorts, window: AbortSignal, lastChance: boolean): Promise<boolean> {
  const { clock, tabs, timer } = ports;
  const stop = new AbortController();
  window.addEventListener('abort', () => stop.abort());
  const inTime = timer.after(LONGEST_RUN_MS, () => stop.abort());
  const db = databaseAt(ports.store);
  try {
    await db.open();
    const device = await getMeta(db, 'device');
    // Nobody to send as: it waits for an enrolment, which takes a person.
    if (!device) return true;
    const { sender, outbox, uploader, files } = await sendingOf(ports, db, device.id);
    const tell = async (): Promise<void> => {
      tabs.tell({ about: 'commands' });
      tabs.tell({ about: 'slips' });
    };
    const tellOfFile = (): void => tabs.tell({ about: 'files' });
    const send = async (why: Wake): Promise<void> => {
      await sender.drain(why, tell, stop.signal);
      await uploader.drain(why, tellOfFile, stop.signal);
    };
    await send('reconnect');
    const left = () => waitsForLine(outbox.rows.value) || files.waits();
    while (lastChance && left() && !stop.signal.aborted) {
      const due = soonest(sender.due(), uploader.due()) ?? 0;
      await pause(timer, Math.max(SHORTEST_WAIT_MS, due - clock.now()), stop.signal);
      await send('time');
    }
    return !left();
  } finally {
    inTime();
    db.close();
    // It found the outbox taken, and need not wait until it looks again.
    if (window.aborted) tabs.tell({ about: 'yours' });
  }
}

async function sendingOf(ports: BackgroundPorts, db: Database, device: string) {
  const store = createStoreWatch();
  const line = createLine(ports, db, store);
  const outbox = new Outbox(
    db,
    vaultBehind(() => null),
    store,
  );
  const files = new FileShelf({ db, store, ports });
  await Promise.all([line.load(), outbox.load(), files.load()]);
  // Nothing is known of the line: the first batch is a small one.
  line.lost();
  const { deviceKeys } = ports;
  const sender = new Sender({ ports, db, store, line, outbox, deviceKeys }, () => device);
  const uploader = new Uploader({ ports, db, store, line, files, deviceKeys }, () => device);
  return { sender, outbox, uploader, files };
}

/** Resolves after so many milliseconds, or when it is to stop. */
function pause(timer: Ports['timer'], ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const cancel = timer.after(ms, resolve);
    stop.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
