import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64url, toBase64url, utf8 } from '../../protocol/bytes.ts';
import type { Envelope, WireCommand } from '../../protocol/command.ts';
import {
  commandSealText,
  envelopeText,
  SEAL_COMMAND,
  type Sealed,
  type SealingKey,
} from '../../protocol/sealing.ts';
import { sha256 } from './hash.ts';
import type { SigningKey } from './ports.ts';

/** Seals to the endpoint. Fetched when something is first sealed: the lock screen needs none of it. */

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Parsed public keys by id: a device seals to one for months. */
const parsed = new Map<string, Promise<CryptoKey>>();

function publicKeyOf({ id, publicKey }: SealingKey): Promise<CryptoKey> {
  const known = parsed.get(id) ?? suite.kem.deserializePublicKey(fromBase64url(publicKey));
  parsed.set(id, known);
  // A failure is not remembered.
  known.catch(() => parsed.delete(id));
  return known;
}

/**
 * HPKE in base mode (RFC 9180), see `protocol/sealing.ts`.
 * @param info what it is for
 * @param aad the clear frame around it
 */
export async function sealTo(
  key: SealingKey,
  info: string,
  aad: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const recipientPublicKey = await publicKeyOf(key);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: utf8(info) });
  const body = await sender.seal(content, utf8(aad));
  return {
    key: key.id,
    enc: toBase64url(new Uint8Array(sender.enc)),
    body: toBase64url(new Uint8Array(body)),
  };
}

/** A command in its envelope: deflated, sealed, and signed by the device that made it. */
export async function sealCommand(
  key: SealingKey,
  id: string,
  origin: string,
  wire: WireCommand,
  device: SigningKey,
): Promise<Envelope> {
  const content = await deflated(utf8(JSON.stringify(wire)));
  const sealed = await sealTo(key, SEAL_COMMAND, commandSealText(id, origin, key.id), content);
  const bodyHash = toBase64url(await sha256(fromBase64url(sealed.body)));
  const signature = await device.sign(utf8(envelopeText(id, origin, sealed, bodyHash)));
  return { id, origin, ...sealed, signature };
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
