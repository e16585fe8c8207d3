import { newId } from '../ids.ts';
import { type OpenLocal, openLocal } from '../local.ts';
import type { Ports } from '../ports.ts';
import { deviceBackground } from './background.ts';
import { deviceClock, deviceLocks, deviceRandomness, deviceTabs, deviceTimer } from './basics.ts';
import { deviceCircle } from './circle.ts';
import { deviceKeysIn } from './deviceKeys.ts';
import { deviceKdf } from './kdf.ts';
import { strictKeyStore } from './keyStore.ts';
import { lockboxIn } from './lockbox.ts';
import { mirrorIn } from './mirror.ts';
import { STORE_NAME } from './names.ts';
import { devicePasskeys } from './passkeys.ts';
import { deviceSurroundings } from './surroundings.ts';
import { httpTransport } from './transport.ts';
import { vaultOf } from './vault.ts';

/** Of this build, put in by `vite.config.ts`. */
declare const __VERSION__: string;

/** A device in a browser: the real ports, and what the screens need of them. */
export interface DeviceLocal {
  readonly local: OpenLocal;
  readonly ports: Ports;
  /** A UUIDv7: the id of a draft is later that of its case. */
  readonly newId: () => string;
}

/** From before anything was sealed: given up, not taken over. */
const UNSEALED = ['jinban', 'jinban-keys'];

/** @throws when the browser gives this origin no IndexedDB (private mode in some browsers, a broken profile) */
export async function openDeviceLocal(): Promise<DeviceLocal> {
  for (const name of UNSEALED) indexedDB.deleteDatabase(name);
  const keys = strictKeyStore();
  const ports: Ports = {
    clock: deviceClock,
    randomness: deviceRandomness,
    timer: deviceTimer,
    transport: httpTransport(),
    deviceKeys: deviceKeysIn(keys),
    lockbox: lockboxIn(keys),
    kdf: deviceKdf,
    passkeys: devicePasskeys,
    circle: deviceCircle(),
    vaultOf,
    locks: deviceLocks,
    tabs: deviceTabs(),
    surroundings: deviceSurroundings,
    background: deviceBackground,
    mirror: mirrorIn(keys),
    store: { name: STORE_NAME, indexedDB, IDBKeyRange },
    version: __VERSION__,
  };
  return { local: await openLocal(ports), ports, newId: () => newId(ports) };
}
