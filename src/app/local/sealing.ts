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
import type { Core } from './core.ts';
import type { CommandRow } from './database.ts';
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

type Sender = Awaited<ReturnType<typeof suite.createSenderContext>>;

async function senderTo(key: SealingKey, info: string): Promise<Sender> {
  return await suite.createSenderContext({ recipientPublicKey: await publicKeyOf(key), info: utf8(info) });
}

/** For so many commands: what one act of a person makes, and one more act. */
const AHEAD = 4;
/** Senders for commands, by key. Each has an ephemeral key of its own and serves once. */
const ahead = new Map<string, Promise<Sender>[]>();

/** Makes what does not depend on the command before there is one, so that nobody waits for it at 提交. */
export function prepareSeals(key: SealingKey): void {
  const ready = ahead.get(key.id) ?? [];
  ahead.set(key.id, ready);
  while (ready.length < AHEAD) {
    const sender = senderTo(key, SEAL_COMMAND);
    // Whoever takes it hears of a failure.
    sender.catch(() => undefined);
    ready.push(sender);
  }
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
  const sender = await ((info === SEAL_COMMAND && ahead.get(key.id)?.shift()) || senderTo(key, info));
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

/**
 * A command as it travels, sealed to the endpoint's present key by this device.
 * @throws when the device is not enrolled: then nobody acts on it
 */
export async function sealedFor(
  core: Pick<Core, 'sealing' | 'deviceKeys'>,
  id: string,
  origin: string,
  wire: WireCommand,
): Promise<Pick<CommandRow, 'envelope' | 'size'>> {
  const key = core.sealing();
  if (!key) throw new Error('no key of the endpoint to seal to');
  const envelope = await sealCommand(key, id, origin, wire, await core.deviceKeys.device());
  return { envelope, size: JSON.stringify(envelope).length };
}

/** Written and read by hand: through a blob and a response it takes a slow device five times as long. */
async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { writable, readable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const [chunks] = await Promise.all([chunksOf(readable), writer.write(bytes), writer.close()]);
  const packed = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    packed.set(chunk, at);
    at += chunk.length;
  }
  return packed;
}

async function chunksOf(readable: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const reader = readable.getReader();
  const chunks: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return chunks;
}
