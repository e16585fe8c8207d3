/** Devices and commands as a real device makes them, with WebCrypto keys: for tests that speak to an endpoint. */
import { randomBytes, webcrypto } from 'node:crypto';
import { v7 } from 'uuid';
import { toBase64url, utf8 } from '../../src/protocol/bytes.ts';
import type { CommandHeader, Envelope } from '../../src/protocol/command.ts';
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
  /** Laid over the header before it is signed. */
  readonly header?: Record<string, unknown>;
  /** Signs in the place of the hand's person. */
  readonly signer?: TestKey;
}

/** A signed command in its envelope. */
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
  return { id, open: { header: text, signature, payload, salt: toBase64url(salt) } };
}

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
  hand: Pick<TestHand, 'device' | 'deviceKey'>,
  body: string,
  at: string,
): Promise<string> {
  const text = sendingText(hand.device, at, await hashOf(utf8(body)));
  return authorisation(hand.device, at, await hand.deviceKey.sign(text));
}
