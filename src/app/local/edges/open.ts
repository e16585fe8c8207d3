import { newId } from '../ids.ts';
import { type OpenLocal, openLocal } from '../local.ts';
import type { Ports } from '../ports.ts';
import {
  deviceClock,
  deviceLocks,
  deviceRandomness,
  deviceSurroundings,
  deviceTabs,
  deviceTimer,
} from './basics.ts';
import { deviceKeyRing } from './keyRing.ts';
import { httpTransport } from './transport.ts';
import { openVault } from './vault.ts';

/** A device in a browser: the real ports, and what the screens need of them. */
export interface DeviceLocal {
  readonly local: OpenLocal;
  readonly ports: Ports;
  /** A UUIDv7: the id of a draft is later that of its case. */
  readonly newId: () => string;
}

/** @throws when the browser gives this origin no IndexedDB (private mode in some browsers, a broken profile) */
export async function openDeviceLocal(): Promise<DeviceLocal> {
  const ports: Ports = {
    clock: deviceClock,
    randomness: deviceRandomness,
    timer: deviceTimer,
    transport: httpTransport(),
    keys: deviceKeyRing(),
    vault: openVault,
    locks: deviceLocks,
    tabs: deviceTabs(),
    surroundings: deviceSurroundings,
    store: { name: 'jinban', indexedDB, IDBKeyRange },
  };
  return { local: await openLocal(ports), ports, newId: () => newId(ports) };
}
