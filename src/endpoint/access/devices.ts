import { CROCKFORD } from '../../domain/caseNumber.ts';
import type { Enrolled, Enrolment } from '../../protocol/resources.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { keyIdOfSpki, parsePublicKey } from '../recording/keys.ts';
import type { DeviceRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import type { SignedIn } from './sessions.ts';

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

/** Enrols a device once, however often it asks. @throws Problem enrol.officeForbidden, enrol.taken, … */
export async function enrol(body: Enrolment, signedIn: SignedIn, context: Context): Promise<Enrolled> {
  if (!signedIn.posts.some((post) => post.office === body.office)) throw new Problem('enrol.officeForbidden');
  if (!parsePublicKey(body.deviceKey)) throw new Problem('request.malformed', { path: 'deviceKey' });
  const at = context.now();
  return context.store.write(async (tx) => {
    const found = await tx.device(body.id);
    if (found && found.deviceKey !== body.deviceKey) throw new Problem('enrol.taken');
    if (found?.revokedAt) throw new Problem('device.revoked');
    const device = found ?? (await addDevice(tx, body, signedIn, context));
    const keyId = await registerPersonKey(tx, device.id, signedIn.person.id, body.personKey, at);
    return { id: device.id, office: device.office, slot: device.slot, keyId, now: at };
  });
}

async function addDevice(tx: Tx, body: Enrolment, signedIn: SignedIn, context: Context): Promise<DeviceRow> {
  const at = context.now();
  const { id, name, office, deviceKey } = body;
  const slot = slotOf(await tx.nextSlot());
  const by = signedIn.person.id;
  const device = { id, name, office, slot, deviceKey, enrolledBy: by, enrolledAt: at, revokedAt: null };
  await tx.addDevice(device);
  // The device had made nothing yet: whatever it makes, it makes after this.
  await tx.contacts([{ device: id, made: 0, at }]);
  const data = { device: id, name, slot };
  await appendAccess(tx, { type: 'deviceEnrolled', by, office, data }, at, context);
  return device;
}

/**
 * Registers a person's key on a device. A key belongs to one person for good.
 * @throws Problem signature.notTheirs when it is somebody else's
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
  if (known && known.person !== person) throw new Problem('signature.notTheirs');
  if (!known) await tx.addPersonKey({ keyId, person, device, publicKey }, at);
  return keyId;
}
