import { nextDue } from './batch.ts';
import { databaseAt } from './database.ts';
import { createLine } from './line.ts';
import { vaultBehind } from './lock/locked.ts';
import { getMeta } from './meta.ts';
import { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { Sender, type SendingPorts } from './sender.ts';
import { createStoreWatch } from './storeWatch.ts';

export type BackgroundPorts = SendingPorts & Pick<Ports, 'deviceKeys' | 'tabs' | 'store'>;

/**
 * Sends what waits with no window open and nobody unlocked: for the service worker, which the browser wakes when there is
 * a line again. The device's key is all that sending needs.
 * @returns false when something is left that is to be tried again
 */
export async function sendWaiting(ports: BackgroundPorts): Promise<boolean> {
  const db = databaseAt(ports.store);
  await db.open();
  try {
    const store = createStoreWatch();
    const line = createLine(ports, db, store);
    const locked = vaultBehind(() => null);
    const outbox = new Outbox(db, locked, store);
    await Promise.all([line.load(), outbox.load()]);
    const device = await getMeta(db, 'device');
    const sender = new Sender(
      { ports, db, store, line, outbox, deviceKeys: ports.deviceKeys },
      () => device?.id,
    );
    await sender.drain('reconnect', async () => {
      ports.tabs.tell({ about: 'commands' });
      ports.tabs.tell({ about: 'slips' });
    });
    return nextDue(outbox.rows.value.filter((row) => row.state === 'waiting')) === null;
  } finally {
    db.close();
  }
}
