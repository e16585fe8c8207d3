import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, sign } from 'node:crypto';
import { formatCaseNumber } from '../../src/domain/caseNumber.ts';
import { chained } from '../../src/endpoint/recording/chain.ts';
import type { CommandHeader } from '../../src/protocol/command.ts';
import { authorisation, payloadBytes, sendingText } from '../../src/protocol/signing.ts';

/**
 * The worked examples of `src/protocol/README.md`. Everything but the two signatures follows from fixed keys, ids and
 * times; ECDSA draws a random number for each signature, so those were made once and are verified ever after.
 */
export interface Vectors {
  readonly keys: { readonly person: JsonWebKey; readonly device: JsonWebKey };
  readonly signatures: { readonly command: string; readonly sending: string };
  readonly personKey: { readonly publicKey: string; readonly keyId: string };
  readonly deviceKey: { readonly publicKey: string };
  readonly payload: { readonly text: string; readonly salt: string; readonly hash: string };
  readonly header: { readonly text: string; readonly hash: string };
  readonly envelope: unknown;
  readonly batch: { readonly body: string; readonly hash: string };
  readonly sending: { readonly text: string; readonly authorization: string };
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

/** @param made signatures made before; without them new ones are made */
export function makeVectors(keys: Vectors['keys'], made?: Vectors['signatures']): Vectors {
  const personPublic = publicKeyOf(keys.person);
  const keyId = sha256(Buffer.from(personPublic, 'base64url')).slice(0, 22);
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
  const command = made?.command ?? signed(keys.person, header);
  const saltText = Buffer.from(salt).toString('base64url');
  const envelope = { id: COMMAND, open: { header, signature: command, payload, salt: saltText } };
  const body = JSON.stringify({ device: DEVICE, made: 7, commands: [envelope] });
  const text = sendingText(DEVICE, AT, sha256(body));
  const sending = made?.sending ?? signed(keys.device, text);
  const parts = { town: '370406102', date: '2026-11-23', slot: 'K7', sequence: 7, random: '4QXM' };
  return {
    keys,
    signatures: { command, sending },
    personKey: { publicKey: personPublic, keyId },
    deviceKey: { publicKey: publicKeyOf(keys.device) },
    payload: { text: payload, salt: saltText, hash: payloadHash },
    header: { text: header, hash: sha256(header) },
    envelope,
    batch: { body, hash: sha256(body) },
    sending: { text, authorization: authorisation(DEVICE, AT, sending) },
    caseNumber: { parts, text: formatCaseNumber(parts) },
    chain: makeChain(sha256(header)),
  };
}

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
