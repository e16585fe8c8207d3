import { type Instant, isInstant } from '../../domain/time.ts';
import type { Contact, ContactAnswer } from '../../protocol/resources.ts';
import type { Context } from '../context.ts';
import type { DeviceStatusRow } from '../store/devicePort.ts';
import type { DeviceRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import { isBarred, slotOf } from './devices.ts';
import { keepKeys } from './keptKeys.ts';
import { policyOf } from './policies.ts';

/**
 * Takes a device's contact in and says what is asked of it. A barred device is heard too: it has to learn its order.
 * @param sentAt as the device signed it
 */
export async function takeContact(
  contact: Contact,
  { id }: DeviceRow,
  sentAt: string,
  context: Context,
): Promise<ContactAnswer> {
  const arrival = context.now();
  const at = isInstant(sentAt) && sentAt < arrival ? sentAt : arrival;
  const device = await context.store.write(async (tx) => {
    await tx.contacts([{ device: id, made: contact.made, at }]);
    await hear(tx, id, contact, at, context);
    return existing(await tx.device(id));
  });
  const kept = await keepKeys(id, isBarred(device) ? [] : (contact.keep ?? []), context);
  return {
    order: orderOf(device),
    slot: device.slot,
    name: device.name,
    sealing: context.sealing.current(),
    documentKeys: [...context.documents.publicKeys()],
    policy: await policyOf(context.store.read, device.office),
    diskEncrypted: device.diskEncrypted,
    kept,
    now: context.now(),
  };
}

/** An order to wipe stands for good: an older copy of the disk may come back and has to be told again. */
function orderOf({ revokedAt, wipe }: DeviceRow): ContactAnswer['order'] {
  if (revokedAt !== null) return 'revoked';
  return wipe === null ? 'none' : 'wipe';
}

async function hear(tx: Tx, id: string, contact: Contact, at: Instant, context: Context): Promise<void> {
  const device = existing(await tx.device(id));
  const last = await tx.deviceStatus(id);
  if (contact.wiped && isBarred(device) && device.wipe !== 'done') {
    await tx.wiped(id, context.now());
    const event = { type: 'deviceWiped' as const, by: id, office: 'system', data: { device: id } };
    await appendAccess(tx, event, context.now(), context);
  }
  // What was sent before the last that was heard came late, or is replayed: it is no news, and no sign of anything.
  if (last && at < last.at) return;
  if (last && !isBarred(device)) {
    const madeSince = await tx.mostMadeBetween(id, last.at, at);
    if (wasRolledBack(contact, last, madeSince)) await giveAnotherSlot(tx, device, context);
  }
  const { version, waiting, storage } = contact;
  await tx.setDeviceStatus({ device: id, at, contact: contact.contact, said: { version, waiting, storage } });
}

/**
 * Whether the device has forgotten what it has done: it names neither the contact that was heard last (the same again,
 * because the answer was lost) nor one that followed from it, or has made less than it said in a batch since.
 */
export function wasRolledBack(
  contact: Pick<Contact, 'contact' | 'answered' | 'made'>,
  last: Pick<DeviceStatusRow, 'contact'>,
  madeSince: number | undefined,
): boolean {
  if (madeSince !== undefined && contact.made < madeSince) return true;
  return contact.contact !== last.contact && contact.answered !== last.contact;
}

/** Its counters begin anew, so its numbers must not look like those that it has forgotten. */
async function giveAnotherSlot(tx: Tx, { id, slot: before }: DeviceRow, context: Context): Promise<void> {
  const slot = slotOf(await tx.nextSlot());
  await tx.rollBack(id, slot);
  const data = { device: id, slot, before };
  const event = { type: 'deviceRolledBack' as const, by: id, office: 'system', data };
  await appendAccess(tx, event, context.now(), context);
}

function existing(device: DeviceRow | undefined): DeviceRow {
  if (!device) throw new Error('a device that was just authenticated is gone');
  return device;
}
