import { type BackgroundPorts, sendWaiting } from '../app/local/background.ts';
import { OUTBOX_SYNC } from '../app/local/edges/background.ts';
import {
  deviceClock,
  deviceLocks,
  deviceRandomness,
  deviceTabs,
  deviceTimer,
} from '../app/local/edges/basics.ts';
import { deviceKeysIn } from '../app/local/edges/deviceKeys.ts';
import { strictKeyStore } from '../app/local/edges/keyStore.ts';
import { STORE_NAME } from '../app/local/edges/names.ts';
import { commandsTo, filesHeldAt } from '../app/local/edges/sending.ts';
import { overFetch, uploadTo } from '../app/local/edges/uploads.ts';

/** Background Sync, which TypeScript's library does not describe. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
  readonly lastChance: boolean;
}

/**
 * What waits is sent when the browser wakes the worker, with every window closed and nobody unlocked.
 * @throws (in the event) when something is left, so that the browser wakes the worker again later
 */
export function onSync(event: Event): void {
  const sync = event as SyncEvent;
  if (sync.tag === OUTBOX_SYNC) sync.waitUntil(send(sync.lastChance));
}

async function send(lastChance: boolean): Promise<void> {
  ports ??= devicePorts();
  if (!(await sendWaiting(ports, lastChance))) throw new Error('something is left to send');
}

/** Once for each start of the worker: most of its starts are for no sending. */
let ports: BackgroundPorts | undefined;

function devicePorts(): BackgroundPorts {
  return {
    clock: deviceClock,
    timer: deviceTimer,
    randomness: deviceRandomness,
    transport: {
      ...{ commands: commandsTo(), filesHeld: filesHeldAt() },
      upload: (file) => uploadTo(overFetch(''), file),
    },
    deviceKeys: deviceKeysIn(strictKeyStore()),
    locks: deviceLocks,
    tabs: deviceTabs(),
    surroundings: { online: () => navigator.onLine },
    store: { name: STORE_NAME, indexedDB, IDBKeyRange },
  };
}
