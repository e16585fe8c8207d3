import { CROCKFORD } from '../../domain/caseNumber.ts';
import type { DeviceChange, DeviceEntry } from '../../protocol/resources.ts';
import type { Edges } from '../context.ts';
import { Problem } from '../problems.ts';
import { keyIdOfSpki, parsePublicKey } from '../recording/keys.ts';
import type { Devices, ListedDevice } from '../store/devicePort.ts';
import type { DeviceRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { type AccessEvent, appendAccess } from './accessChain.ts';
import type { By } from './staff.ts';

const TWO_CHARACTER_SLOTS = CROCKFORD.length ** 2;

/** The n-th slot: two Crockford base-32 characters, then three. Numbers with either cannot be confused by length. */
export function slotOf(index: number): string {
  const digits = index < TWO_CHARACTER_SLOTS ? 2 : 3;
  let rest = index < TWO_CHARACTER_SLOTS ? index : index - TWO_CHARACTER_SLOTS;
  let slot = '';
  for (let place = 0; place < digits; place += 1) {
    slot = CROCKFORD.charAt(rest % CROCKFORD.length) + slot;
    rest = Math.floor(rest / CROCKFORD.length);
  }
  if (rest > 0) throw new RangeError('no device slots are left');
  return slot;
}

/**
 * Whether a device is trusted no longer: revoked, or told to wipe itself, since it may be in a thief's hands. It is
 * given no keys and no sessions, and what it sends waits for a supervisor. Being wiped does not lift it.
 */
export function isBarred({ revokedAt, wipe }: Pick<DeviceRow, 'revokedAt' | 'wipe'>): boolean {
  return revokedAt !== null || wipe !== null;
}

/**
 * Registers a person's key on a device. A key belongs to one person on one device for good.
 * @throws Problem signature.notTheirs when it is somebody else's, or another device's
 */
export async function registerPersonKey(
  tx: Tx,
  device: string,
  person: string,
  publicKey: string,
  at: string,
): Promise<string> {
  if (!parsePublicKey(publicKey)) throw new Problem('request.malformed', { path: 'personKey' });
  const keyId = keyIdOfSpki(publicKey);
  const known = await tx.personKey(keyId);
  if (known && (known.person !== person || known.device !== device)) throw new Problem('signature.notTheirs');
  if (!known) await tx.addPersonKey({ keyId, person, device, publicKey }, at);
  return keyId;
}

export async function listDevices(read: Pick<Devices, 'listedDevices'>): Promise<DeviceEntry[]> {
  return (await read.listedDevices()).map(entryOf);
}

function entryOf({ device, status, people }: ListedDevice): DeviceEntry {
  const { id, name, office, slot, enrolledAt, revokedAt, wipe, diskEncrypted, rolledBack } = device;
  return {
    ...{ id, name, office, slot, enrolledAt, revokedAt, wipe, diskEncrypted, rolledBack },
    people: [...people],
    lastContact: status?.at ?? null,
    version: status?.said.version ?? null,
    waiting: status?.said.waiting ?? null,
    storage: status?.said.storage ?? null,
  };
}

/**
 * Revokes, orders to be wiped, records that the disk is encrypted or no longer so. The first two are final, and end
 * every session that began on the device at once. What is so already is not recorded again.
 * @throws Problem device.notFound
 */
export async function changeDevice(
  tx: Tx,
  id: string,
  change: DeviceChange,
  by: By,
  ids: Pick<Edges, 'newId' | 'randomBytes'>,
): Promise<DeviceEntry> {
  const device = await tx.device(id);
  if (!device) throw new Problem('device.notFound');
  const record = (type: AccessEvent['type'], data: AccessEvent['data'] = {}) => {
    const facts = { device: id, reason: change.reason, ...data };
    return appendAccess(tx, { type, by: by.person, office: by.office, data: facts }, by.at, ids);
  };
  if (change.revoked && device.revokedAt === null) {
    await tx.revokeDevice(id, by.at);
    await record('deviceRevoked');
  }
  if (change.wipe && device.wipe === null) {
    await tx.orderWipe(id, by.at);
    await record('deviceWipeOrdered');
  }
  const { diskEncrypted } = change;
  if (diskEncrypted !== undefined && diskEncrypted !== device.diskEncrypted) {
    await tx.setDiskEncrypted(id, diskEncrypted ? by.at : null);
    await record('deviceDiskEncrypted', { diskEncrypted });
  }
  if (change.revoked || change.wipe) await tx.endSessionsOn(id);
  const [listed] = await tx.listedDevices(id);
  if (!listed) throw new Error('a device that was just changed is gone');
  return entryOf(listed);
}
