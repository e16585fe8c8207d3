/** Devices and commands as a real device makes them, with WebCrypto keys: for tests that speak to an endpoint. */
import { randomBytes, webcrypto } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { v7 } from 'uuid';
import { sealTo } from '../../src/app/local/sealing.ts';
import { toBase64url, utf8 } from '../../src/protocol/bytes.ts';
import type { CommandHeader, Envelope, WireCommand } from '../../src/protocol/command.ts';
import {
  commandSealText,
  envelopeText,
  SEAL_COMMAND,
  type Sealed,
  type SealingKey,
} from '../../src/protocol/sealing.ts';
import {
  authorisation,
  KEY_ALGORITHM,
  keyIdOf,
  payloadBytes,
  SIGNATURE_ALGORITHM,
  sendingText,
} from '../../src/protocol/signing.ts';

export interface TestKey {
  readonly keyId: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
  sign(text: string): Promise<string>;
}

const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes));

export const hashOf = async (bytes: Uint8Array): Promise<string> => toBase64url(await digest(bytes));

export async function makeKey(): Promise<TestKey> {
  const pair = await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const spki = new Uint8Array(await webcrypto.subtle.exportKey('spki', pair.publicKey));
  return {
    keyId: await keyIdOf(spki, digest),
    publicKey: toBase64url(spki),
    sign: async (text) =>
      toBase64url(
        new Uint8Array(await webcrypto.subtle.sign(SIGNATURE_ALGORITHM, pair.privateKey, utf8(text))),
      ),
  };
}

/** A person on a device: what a header names and signs with. */
export interface TestHand {
  readonly device: string;
  readonly deviceKey: TestKey;
  readonly slot: string;
  readonly office: string;
  readonly person: string;
  readonly personKey: TestKey;
  /** The endpoint's key that it seals to. */
  sealing: SealingKey;
  /** Commands made so far. */
  made: number;
}

export interface CommandParts {
  readonly type: string;
  readonly stream: string;
  readonly payload?: unknown;
  /** In the place of the payload's JSON. */
  readonly payloadText?: string;
  readonly at: string;
  readonly id?: string;
  readonly kind?: CommandHeader['stream']['kind'];
  readonly version?: number;
  readonly after?: string;
  readonly replaces?: string;
  /** What opens the files of the header. */
  readonly fileKeys?: readonly string[];
  /** Laid over the header before it is signed. */
  readonly header?: Record<string, unknown>;
  /** Signs in the place of the hand's person. */
  readonly signer?: TestKey;
}

/** A signed command, sealed in its envelope. */
export async function signedCommand(hand: TestHand, parts: CommandParts): Promise<Envelope> {
  hand.made += 1;
  const salt = randomBytes(16);
  const payload = parts.payloadText ?? JSON.stringify(parts.payload);
  const id = parts.id ?? v7();
  const header = {
    v: 1,
    id,
    stream: { kind: parts.kind ?? 'case', id: parts.stream },
    type: parts.type,
    office: hand.office,
    by: hand.person,
    personKey: hand.personKey.keyId,
    device: hand.device,
    seq: hand.made,
    at: parts.at,
    basis: {
      version: parts.version ?? 0,
      ...(parts.after === undefined ? {} : { after: parts.after }),
    },
    ...(parts.replaces === undefined ? {} : { replaces: parts.replaces }),
    payloadHash: await hashOf(payloadBytes(salt, payload)),
    files: [],
    ...parts.header,
  };
  const text = JSON.stringify(header);
  const signature = await (parts.signer ?? hand.personKey).sign(text);
  const { fileKeys } = parts;
  const keys = fileKeys === undefined ? {} : { fileKeys: [...fileKeys] };
  return envelopeOf(hand, id, { header: text, signature, payload, salt: toBase64url(salt), ...keys });
}

/** What a device needs to seal. */
export type Sealing = Pick<TestHand, 'device' | 'deviceKey' | 'sealing'>;

const wires = new WeakMap<Envelope, WireCommand>();

/** Seals a command as a device does. `content` = other bytes in its place. */
export async function envelopeOf(
  hand: Sealing,
  id: string,
  wire: WireCommand,
  content: Uint8Array = deflateRawSync(JSON.stringify(wire)),
): Promise<Envelope> {
  const { device, sealing } = hand;
  const aad = commandSealText(id, device, sealing.id);
  const sealed = await sealTo(sealing, SEAL_COMMAND, aad, new Uint8Array(content));
  const envelope = await framed(hand, { id, origin: device, ...sealed });
  wires.set(envelope, wire);
  return envelope;
}

/** Signs an envelope as its origin, or whoever pretends to be it, does. */
export async function framed(
  { deviceKey }: Pick<TestHand, 'deviceKey'>,
  { id, origin, ...sealed }: Pick<Envelope, 'id' | 'origin'> & Sealed,
): Promise<Envelope> {
  const { key, enc, body } = sealed;
  const text = envelopeText(id, origin, sealed, await hashOf(Buffer.from(body, 'base64url')));
  return { id, origin, key, enc, body, signature: await deviceKey.sign(text) };
}

/** The command that was sealed in an envelope here: nobody but the endpoint could open it again. */
export function wireOf(envelope: Envelope): WireCommand {
  const wire = wires.get(envelope);
  if (!wire) throw new Error('not sealed here');
  return wire;
}

/** The same command in another envelope: sealed anew, as a device does when the endpoint's key has changed. */
export const resealed = (hand: Sealing, envelope: Envelope): Promise<Envelope> =>
  envelopeOf(hand, envelope.id, wireOf(envelope));

/** The body of a batch and the header that authenticates it. */
export async function signedBatch(
  hand: Pick<TestHand, 'device' | 'deviceKey' | 'made'>,
  commands: readonly unknown[],
  at: string,
): Promise<{ body: string; authorization: string }> {
  const body = JSON.stringify({ device: hand.device, made: hand.made, commands });
  return { body, authorization: await authorise(hand, body, at) };
}

export async function authorise(
  hand: Pick<TestHand, 'device'> & { readonly deviceKey: Pick<TestKey, 'sign'> },
  body: string,
  at: string,
): Promise<string> {
  const text = sendingText(hand.device, at, await hashOf(utf8(body)));
  return authorisation(hand.device, at, await hand.deviceKey.sign(text));
}
