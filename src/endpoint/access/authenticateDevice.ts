import { parseAuthorisation, sendingText } from '../../protocol/signing.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import type { DeviceRow } from '../store/peoplePort.ts';

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
  { store, verifier }: Pick<Context, 'store' | 'verifier'>,
): Promise<{ device: DeviceRow; sentAt: string }> {
  const sent = parseAuthorisation(authorization ?? '');
  if (!sent) throw new Problem('device.signatureInvalid');
  const device = await store.read.device(sent.device);
  if (!device) throw new Problem('device.unknown');
  const text = sendingText(sent.device, sent.at, sha256(body));
  if (!(await verifier.verify(device.deviceKey, text, sent.signature)))
    throw new Problem('device.signatureInvalid');
  return { device, sentAt: sent.at };
}
