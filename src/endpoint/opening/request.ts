import type { Facts } from '../../domain/result.ts';
import { isInstant } from '../../domain/time.ts';
import { Batch, MAX_BODY_BYTES } from '../../protocol/command.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { parseAuthorisation, sendingText } from '../../protocol/signing.ts';
import { Problem, readAs } from '../problems.ts';
import { isSignedBy, sha256 } from '../recording/keys.ts';
import { readElement } from './envelope.ts';
import type { Keys } from './keyRing.ts';
import type { OpenedBatch } from './opened.ts';
import type { Seals } from './seals.ts';
import { unpacked } from './unpacked.ts';

/** One `POST /api/commands`, before anything in it is believed. */
export interface RawRequest {
  /** As it came, maybe packed. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly encoding: string | undefined;
  readonly authorization: string | undefined;
}

export type RequestResult =
  | { readonly ok: true; readonly batch: OpenedBatch }
  /** Why the request is refused as a whole. */
  | { readonly ok: false; readonly code: ErrorCode; readonly facts: Facts };

/**
 * Everything about a request that costs time and needs no transaction: unpacks it, proves who sent it, opens each
 * envelope, checks form and signatures. The same in whichever thread it runs.
 */
export function readRequest(raw: RawRequest, keys: Keys, seals: Seals): RequestResult {
  try {
    return { ok: true, batch: batchOf(raw, keys, seals) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ok: false, code: error.code, facts: error.facts };
  }
}

function batchOf(raw: RawRequest, keys: Keys, seals: Seals): OpenedBatch {
  const body = unpacked(raw, MAX_BODY_BYTES);
  const { device, sentAt } = senderOf(body, raw.authorization, keys);
  const batch = readAs(Batch, parse(body));
  if (batch.device !== device) throw new Problem('device.signatureInvalid');
  const arrived = batch.commands.map((one) => readElement(one, device, keys, seals));
  return { device, sentAt: isInstant(sentAt) ? sentAt : null, made: batch.made, arrived };
}

/**
 * Which device has sent these bytes. A revoked one is recognised too: what it sends goes to quarantine.
 * @throws Problem device.unknown, device.signatureInvalid
 */
function senderOf(
  body: Buffer,
  authorization: string | undefined,
  keys: Keys,
): { device: string; sentAt: string } {
  const sent = parseAuthorisation(authorization ?? '');
  if (!sent) throw new Problem('device.signatureInvalid');
  const key = keys.device(sent.device);
  if (!key) throw new Problem('device.unknown');
  if (!isSignedBy(key, sendingText(sent.device, sent.at, sha256(body)), sent.signature))
    throw new Problem('device.signatureInvalid');
  return { device: sent.device, sentAt: sent.at };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem('body.notJson');
  }
}
