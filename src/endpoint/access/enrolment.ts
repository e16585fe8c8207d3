import { addMs, type Instant } from '../../domain/time.ts';
import type { Enrolled, Enrolment, NewEnrolmentCode, ShownEnrolmentCode } from '../../protocol/resources.ts';
import type { Context, Edges } from '../context.ts';
import { Problem } from '../problems.ts';
import { parsePublicKey, sha256 } from '../recording/keys.ts';
import type { DeviceRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import { createAttempts, MAX_ATTEMPTS, MAX_ATTEMPTS_EVERYWHERE } from './attempts.ts';
import { newCode, readCode } from './codes.ts';
import { slotOf } from './devices.ts';
import { policyOf } from './policies.ts';
import type { By } from './staff.ts';

/** Forty bits: with the attempts that are let through in half an hour nobody guesses one. */
export const ENROLMENT_CODE_LENGTH = 8;
export const ENROLMENT_CODE_MS = 30 * 60_000;

/** Makes a code for one device. The code itself is told once and kept nowhere. @throws Problem office.unknown */
export async function makeEnrolmentCode(
  where: NewEnrolmentCode,
  by: By,
  context: Context,
): Promise<ShownEnrolmentCode> {
  if (!context.published.rules().office(where.office))
    throw new Problem('office.unknown', { office: where.office });
  const code = newCode(ENROLMENT_CODE_LENGTH, context.randomBytes);
  const expiresAt = addMs(by.at, ENROLMENT_CODE_MS);
  await context.store.write((tx) => addEnrolmentCode(tx, { ...where, code }, by, expiresAt, context));
  return { code, expiresAt };
}

/** Takes a code in, with who made it. */
export async function addEnrolmentCode(
  tx: Tx,
  { code, name, office }: NewEnrolmentCode & { readonly code: string },
  by: By,
  expiresAt: Instant,
  ids: Pick<Edges, 'newId' | 'randomBytes'>,
): Promise<void> {
  const hash = enrolmentCodeHash(code);
  await tx.addEnrolmentCode({
    ...{ hash, name, office, expiresAt },
    ...{ madeBy: by.person, madeAt: by.at, usedBy: null },
  });
  const data = { name, office, expiresAt };
  const event = { type: 'enrolmentCodeMade' as const, by: by.person, office: by.office, data };
  await appendAccess(tx, event, by.at, ids);
}

export const enrolmentCodeHash = (typed: string): string => sha256(`enrol ${readCode(typed)}`);

/**
 * Enrols a device once, however often it asks: a device that did not hear the answer asks again, after the code's end
 * too, and that counts as no attempt.
 * @throws Problem enrol.codeWrong, enrol.codeUsed, enrol.taken, office.unknown, device.revoked, rate.limited
 */
export async function enrol(body: Enrolment, address: string, context: Context): Promise<Enrolled> {
  if (!parsePublicKey(body.deviceKey)) throw new Problem('request.malformed', { path: 'deviceKey' });
  const known = await context.store.read.device(body.id);
  if (known) return answer(mine(known, body), context);
  // Never forgiving: whoever holds one good code could else guess at the others for ever.
  const succeeded = await createAttempts(context).begin([
    { subject: `enrol ${address}`, most: MAX_ATTEMPTS, forgiving: false },
    { subject: 'enrol', most: MAX_ATTEMPTS_EVERYWHERE, forgiving: false },
  ]);
  if (!succeeded) throw new Problem('rate.limited', { seconds: 900 });
  const device = await context.store.write((tx) => addDevice(tx, body, context));
  await succeeded();
  return answer(device, context);
}

/** @throws Problem enrol.taken, device.revoked */
function mine(device: DeviceRow, { deviceKey }: Enrolment): DeviceRow {
  if (device.deviceKey !== deviceKey) throw new Problem('enrol.taken');
  if (device.revokedAt !== null || device.wipe !== null) throw new Problem('device.revoked');
  return device;
}

async function addDevice(tx: Tx, body: Enrolment, context: Context): Promise<DeviceRow> {
  const found = await tx.device(body.id);
  if (found) return mine(found, body);
  const at = context.now();
  const code = await tx.enrolmentCode(enrolmentCodeHash(body.code));
  if (code?.usedBy) throw new Problem('enrol.codeUsed');
  if (!code || code.expiresAt <= at) throw new Problem('enrol.codeWrong');
  // The catalogue may have lost the office since the code was shown.
  if (!context.published.rules().office(code.office))
    throw new Problem('office.unknown', { office: code.office });
  const { id, deviceKey } = body;
  const { name, office, madeBy } = code;
  const slot = slotOf(await tx.nextSlot());
  const device = { id, name, office, slot, deviceKey, enrolledBy: madeBy, enrolledAt: at, revokedAt: null };
  await tx.addDevice(device);
  await tx.useEnrolmentCode(code.hash, id);
  // The device had made nothing yet: whatever it makes, it makes after this.
  await tx.contacts([{ device: id, made: 0, at }]);
  const event = { type: 'deviceEnrolled' as const, by: madeBy, office: 'system' };
  await appendAccess(tx, { ...event, data: { device: id, name, office, slot } }, at, context);
  return { ...device, wipe: null, diskEncrypted: false, rolledBack: 0 };
}

async function answer(device: DeviceRow, { store, sealing, documents, now }: Context): Promise<Enrolled> {
  const { id, name, office, slot, diskEncrypted } = device;
  const policy = await policyOf(store.read, office);
  const keys = { sealing: sealing.current(), documentKeys: [...documents.publicKeys()] };
  return { id, name, office, slot, ...keys, policy, diskEncrypted, now: now() };
}
