import { addMs, isInstant } from '../../domain/time.ts';
import { uploadText } from '../../protocol/files.ts';
import { parseAuthorisation, sendingText } from '../../protocol/signing.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import type { DeviceRow } from '../store/peoplePort.ts';

/** How far the signed time of an upload may be from the endpoint's clock, in milliseconds. */
export const UPLOAD_WINDOW_MS = 15 * 60_000;

/**
 * Which device has sent a body, by its own key: all that sending needs, with nobody at the screen. A device that is
 * revoked or wiped is recognised too; what becomes of what it says is the caller's to decide.
 * @param body the bytes before compression
 * @returns `sentAt` as the device wrote it, which need not be an instant
 * @throws Problem device.unknown, device.signatureInvalid
 */
export async function authenticateDevice(
  authorization: string | undefined,
  body: Uint8Array,
  context: Pick<Context, 'store' | 'verifier'>,
): Promise<{ device: DeviceRow; sentAt: string }> {
  return proved(authorization, (device, at) => sendingText(device, at, sha256(body)), context);
}

/**
 * Which device sends a piece of a file. The signature does not cover the piece, which the file's hash is held to at the
 * end; so what was overheard is good for a short time only.
 * @param target the path that is asked for
 * @throws Problem device.unknown, device.signatureInvalid, upload.clock
 */
export async function authenticateUpload(
  { authorization, method, target }: { authorization: string | undefined; method: string; target: string },
  context: Pick<Context, 'store' | 'verifier' | 'now'>,
): Promise<DeviceRow> {
  const signed = (device: string, at: string): string => uploadText(device, at, method, target);
  const { device, sentAt } = await proved(authorization, signed, context);
  const now = context.now();
  const [from, to] = [addMs(now, -UPLOAD_WINDOW_MS), addMs(now, UPLOAD_WINDOW_MS)];
  if (!isInstant(sentAt) || sentAt < from || sentAt > to) throw new Problem('upload.clock', { now });
  return device;
}

async function proved(
  authorization: string | undefined,
  signed: (device: string, at: string) => string,
  { store, verifier }: Pick<Context, 'store' | 'verifier'>,
): Promise<{ device: DeviceRow; sentAt: string }> {
  const sent = parseAuthorisation(authorization ?? '');
  if (!sent) throw new Problem('device.signatureInvalid');
  const device = await store.read.device(sent.device);
  if (!device) throw new Problem('device.unknown');
  if (!verifier.verify(device.deviceKey, signed(sent.device, sent.at), sent.signature))
    throw new Problem('device.signatureInvalid');
  return { device, sentAt: sent.at };
}
