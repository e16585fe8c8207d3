import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  sign,
} from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { sealTo } from '../../src/app/local/sealing.ts';
import { formatCaseNumber } from '../../src/domain/caseNumber.ts';
import { type OpeningKey, openingKeyOf } from '../../src/endpoint/opening/hpke.ts';
import { chained } from '../../src/endpoint/recording/chain.ts';
import type { CommandHeader, Envelope, WireCommand } from '../../src/protocol/command.ts';
import { FILE_SEAL, uploadText } from '../../src/protocol/files.ts';
import type { Renewal } from '../../src/protocol/resources.ts';
import {
  commandSealText,
  envelopeText,
  keptKeyText,
  renewalText,
  SEAL_COMMAND,
  SEAL_KEPT_KEY,
  type Sealed,
  type SealingKey,
} from '../../src/protocol/sealing.ts';
import { authorisation, payloadBytes, sendingText } from '../../src/protocol/signing.ts';
import { sealingKeyOf } from '../support/opened.ts';

/**
 * The worked examples of `src/protocol/README.md`. Everything but what was made once follows from fixed keys, ids and
 * times: ECDSA draws a random number for each signature, and HPKE a key pair for each message. Those are verified and
 * opened ever after.
 */
export interface Vectors {
  readonly keys: { readonly person: JsonWebKey; readonly device: JsonWebKey; readonly endpoint: JsonWebKey };
  readonly made: {
    readonly command: string;
    readonly sealedCommand: Sealed;
    readonly envelope: string;
    readonly sending: string;
    readonly sealedKey: Sealed;
    readonly renewal: string;
    readonly upload: string;
  };
  readonly personKey: { readonly publicKey: string; readonly keyId: string };
  readonly deviceKey: { readonly publicKey: string };
  readonly sealingKey: SealingKey;
  readonly payload: { readonly text: string; readonly salt: string; readonly hash: string };
  readonly header: { readonly text: string; readonly hash: string };
  /** What is deflated and sealed; its associated data; the text that the device signs; what travels. */
  readonly envelope: {
    readonly content: string;
    readonly aad: string;
    readonly text: string;
    readonly travels: Envelope;
  };
  readonly batch: { readonly body: string; readonly hash: string };
  readonly sending: { readonly text: string; readonly authorization: string };
  readonly keptKey: { readonly secret: string; readonly aad: string; readonly sealed: Sealed };
  readonly renewal: { readonly text: string; readonly body: Renewal };
  /** What is in it, what opens it, its bytes as they travel, and the name that these give it. */
  readonly file: {
    readonly content: string;
    readonly key: string;
    readonly sealed: string;
    readonly hash: string;
  };
  readonly upload: { readonly text: string; readonly authorization: string };
  readonly caseNumber: { readonly parts: unknown; readonly text: string };
  readonly chain: readonly {
    readonly header: string;
    readonly hash: string;
    readonly salt: string;
    readonly data: string;
  }[];
}

const COMMAND = '01a20d18-ca76-7067-a8a1-3a0095dc1226';
const CASE = '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b';
const PERSON = '01a20d00-0000-7000-8000-0000000000a1';
const DEVICE = '01a20d00-0000-7000-8000-0000000000d1';
const AFTER = '01a20d18-ca71-7000-9000-000000000001';
const AT = '2026-11-23T02:00:00.000Z';

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
const counting = (from: number, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => from + i);

function publicKeyOf(key: JsonWebKey): string {
  const spki = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  return spki.toString('base64url');
}

function signed(key: JsonWebKey, text: string): string {
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  return sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
}

/** @param made what was made before; without it everything is made anew */
export async function makeVectors(keys: Vectors['keys'], made?: Vectors['made']): Promise<Vectors> {
  const personPublic = publicKeyOf(keys.person);
  const keyId = sha256(Buffer.from(personPublic, 'base64url')).slice(0, 22);
  const sealingKey = sealingKeyOf(openingKeyIn(keys));
  const { payload, header } = makeCommand(keyId);
  const command = made?.command ?? signed(keys.person, header.text);
  const wire = { header: header.text, signature: command, payload: payload.text, salt: payload.salt };
  const { envelope, sealedCommand } = await makeEnvelope(keys, sealingKey, wire, made);
  const body = JSON.stringify({ device: DEVICE, made: 7, commands: [envelope.travels] });
  const text = sendingText(DEVICE, AT, sha256(body));
  const sending = made?.sending ?? signed(keys.device, text);
  const keptKey = await makeKeptKey(sealingKey, made);
  const asked = renewalText(DEVICE, keyId, AT);
  const renewal = made?.renewal ?? signed(keys.person, asked);
  const uploading = uploadText(DEVICE, AT, 'POST', '/api/files');
  const upload = made?.upload ?? signed(keys.device, uploading);
  const parts = { town: '370406102', date: '2026-11-23', slot: 'K7', sequence: 7, random: '4QXM' };
  const { signature } = envelope.travels;
  return {
    keys,
    made: {
      ...{ command, sealedCommand, envelope: signature, sending, sealedKey: keptKey.sealed, renewal },
      upload,
    },
    personKey: { publicKey: personPublic, keyId },
    deviceKey: { publicKey: publicKeyOf(keys.device) },
    ...{ sealingKey, payload, header, envelope },
    batch: { body, hash: sha256(body) },
    sending: { text, authorization: authorisation(DEVICE, AT, sending) },
    keptKey,
    renewal: { text: asked, body: { device: DEVICE, keyId, at: AT, signature: renewal } },
    file: makeFile(),
    upload: { text: uploading, authorization: authorisation(DEVICE, AT, upload) },
    caseNumber: { parts, text: formatCaseNumber(parts) },
    chain: makeChain(header.hash),
  };
}

function makeCommand(keyId: string): Pick<Vectors, 'payload' | 'header'> {
  const salt = counting(0, 16);
  const payload = JSON.stringify({ catalogue: 1, text: '申请人要求撤回' });
  const payloadHash = sha256(payloadBytes(salt, payload));
  const header = JSON.stringify({
    v: 1,
    id: COMMAND,
    stream: { kind: 'case', id: CASE },
    type: 'withdraw',
    office: '370406102',
    by: PERSON,
    personKey: keyId,
    device: DEVICE,
    seq: 7,
    at: AT,
    basis: { version: 1, after: AFTER },
    payloadHash,
    files: [],
  } satisfies CommandHeader);
  return {
    payload: { text: payload, salt: Buffer.from(salt).toString('base64url'), hash: payloadHash },
    header: { text: header, hash: sha256(header) },
  };
}

async function makeEnvelope(
  keys: Vectors['keys'],
  sealingKey: SealingKey,
  wire: WireCommand,
  made?: Vectors['made'],
): Promise<{ envelope: Vectors['envelope']; sealedCommand: Sealed }> {
  const content = JSON.stringify(wire);
  const aad = commandSealText(COMMAND, DEVICE, sealingKey.id);
  const packed = new Uint8Array(deflateRawSync(content));
  const sealed = made?.sealedCommand ?? (await sealTo(sealingKey, SEAL_COMMAND, aad, packed));
  const text = envelopeText(COMMAND, DEVICE, sealed, sha256(Buffer.from(sealed.body, 'base64url')));
  const signature = made?.envelope ?? signed(keys.device, text);
  const travels = { id: COMMAND, origin: DEVICE, ...sealed, signature };
  return { envelope: { content, aad, text, travels }, sealedCommand: sealed };
}

async function makeKeptKey(key: SealingKey, made?: Vectors['made']): Promise<Vectors['keptKey']> {
  const secret = new Uint8Array(counting(0, 32));
  const aad = keptKeyText(DEVICE, PERSON, key.id);
  const sealed = made?.sealedKey ?? (await sealTo(key, SEAL_KEPT_KEY, aad, secret));
  return { secret: Buffer.from(secret).toString('base64url'), aad, sealed };
}

/** A picture of one point. A real nonce is random, as a real key is. */
function makeFile(): Vectors['file'] {
  const content = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const [key, nonce] = [counting(64, 32), counting(48, 12)];
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(FILE_SEAL));
  const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  return {
    content: content.toString('base64url'),
    key: Buffer.from(key).toString('base64url'),
    sealed: sealed.toString('base64url'),
    hash: sha256(sealed),
  };
}

/** The endpoint's private key of the examples: PKCS #8 DER in base64url. */
export function privateKeyIn({ endpoint }: Vectors['keys']): string {
  const privateKey = createPrivateKey({ key: endpoint, format: 'jwk' });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
}

export const openingKeyIn = (keys: Vectors['keys']): OpeningKey => openingKeyOf(privateKeyIn(keys));

/** Two events of one command on a case that had none, as an endpoint records them. */
function makeChain(commandHash: string): Vectors['chain'] {
  const about = {
    stream: { kind: 'case' as const, id: CASE },
    ...{ command: COMMAND, commandHash, by: PERSON, office: '370406102', device: DEVICE },
    ...{ at: AT, legalAt: AT, recordedAt: '2026-11-23T02:00:01.000Z' },
  };
  const withdrawn = { type: 'withdrawn', data: { on: '2026-11-23', text: '申请人要求撤回' } };
  const flagged = { type: 'flagged', data: { code: 'time.unsettled', facts: {}, at: AT } };
  const first = chained({ version: 0, head: null }, about, withdrawn, (count) => counting(16, count));
  const second = chained({ version: 1, head: first.hash }, about, flagged, (count) => counting(32, count));
  return [first, second].map(({ header, hash, salt, data }) => ({ header, hash, salt, data }));
}
