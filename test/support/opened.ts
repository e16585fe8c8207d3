/** Opens what devices have sealed, for tests that look inside. */
import { inflateRawSync } from 'node:zlib';
import { newOpeningKey, type OpeningKey, openingKeyOf, openSealed } from '../../src/endpoint/opening/hpke.ts';
import type { CommandHeader, Envelope, WireCommand } from '../../src/protocol/command.ts';
import { commandSealText, SEAL_COMMAND, type SealingKey } from '../../src/protocol/sealing.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

export const freshKey = (): OpeningKey => openingKeyOf(newOpeningKey());

export const sealingKeyOf = ({ id, point }: OpeningKey): SealingKey => ({
  id,
  publicKey: point.toString('base64url'),
});

/** @throws when it was not sealed to this key in this frame */
export function opened(envelope: Envelope, key: OpeningKey): WireCommand {
  const { id, origin, enc, body } = envelope;
  const frame = commandSealText(id, origin, envelope.key);
  const content = openSealed(key, bytesOf(enc), bytesOf(body), SEAL_COMMAND, frame);
  if (!content) throw new Error(`${id} does not open`);
  return JSON.parse(inflateRawSync(content).toString('utf8')) as WireCommand;
}

export const headerIn = (wire: WireCommand): CommandHeader => JSON.parse(wire.header) as CommandHeader;
