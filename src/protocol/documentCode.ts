import * as v from 'valibot';
import { DOCUMENT_TITLES, type DocumentTitle } from '../domain/documentTitles.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { addDays, daysBetween, type LegalDate } from '../domain/time.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { fromBase64url, toBase64url, utf8 } from './bytes.ts';
import { Id, OfficeId } from './command.ts';
import { MAX_CHARS, scannedText } from './documentScan.ts';
import type { DocumentKey } from './documents.ts';

/**
 * What the QR of a document says, signed by the district endpoint: `<origin>/verify?d=<code>`. The code is base32 of
 *
 *     format 1 · title 1 · key 6 · case 16 · day 2 · serial 3 · hash 16 · office 1 + n · signature 64
 *
 * bytes: `title` is a place in `DOCUMENT_TITLES`, `key` the first bytes of the key's id, `day` counts from 2020-01-01,
 * `serial` is 0 for a document without 文号, `office` its id in ASCII after its length. Nothing personal is in it. The
 * signature (ECDSA P-256, r ‖ s) is over `jinban-document-1`, a line's end, and the base32 of what stands before it.
 */
const FORMAT = 1;
const FIXED_BYTES = 46;
const SIGNATURE_BYTES = 64;
const KEY_CHARS = 8;
const EPOCH: LegalDate = '2020-01-01';
const MAX_SERIAL = 0xff_ff_ff;

/** What a code claims; true only once its signature is checked. */
export interface DocumentClaim {
  readonly title: DocumentTitle;
  readonly case: string;
  readonly office: string;
  readonly on: LegalDate;
  /** Null for a document that bears no 文号. */
  readonly serial: number | null;
  /** Of its content, hexadecimal (`issuedDocument`). */
  readonly hash: string;
}

/** Signs a text: 64 bytes in base64url. */
export type SignText = (text: string) => string;
/** Whether a signature over a text is by a key; WebCrypto on a device, node:crypto at the endpoint. */
export type CheckSignature = (
  publicKey: string,
  text: string,
  signature: string,
) => Promise<boolean> | boolean;

/** The code of a document. @param key id of the key that `sign` signs with */
export function documentCode(claim: DocumentClaim, key: string, sign: SignText): string {
  const body = bytesOf(claim, key);
  return toBase32(Uint8Array.from([...body, ...fromBase64url(sign(signedText(body)))]));
}

/** The text of the QR. */
export const documentAddress = (origin: string, code: string): string => `${origin}/verify?d=${code}`;

/**
 * Checks a scanned text: the whole address, or the code alone. Never throws. Without a line it says that the endpoint
 * issued this; whether it was taken back since, only the endpoint knows.
 */
export async function verifyDocument(
  text: string,
  keys: readonly DocumentKey[],
  check: CheckSignature,
): Promise<Result<DocumentClaim>> {
  const code = codeIn(text);
  if (code === undefined) return refuse('document.notOurs');
  const parts = partsOf(code);
  if (!parts) return refuse('document.damaged');
  const key = keys.find((one) => one.id.startsWith(parts.key));
  if (!key) return refuse('document.keyUnknown');
  const genuine = await check(key.publicKey, signedText(parts.body), toBase64url(parts.signature));
  return genuine ? ok(parts.claim) : refuse('document.forged');
}

/**
 * What a scanned text claims, its signature unchecked: enough to find the case whose papers lie before whoever scans, and
 * for nothing else.
 */
export function claimIn(text: string): Result<DocumentClaim> {
  const code = codeIn(text);
  if (code === undefined) return refuse('document.notOurs');
  const parts = partsOf(code);
  return parts ? ok(parts.claim) : refuse('document.damaged');
}

const signedText = (body: Uint8Array): string => `jinban-document-1\n${toBase32(body)}`;

function codeIn(text: string): string | undefined {
  const found = /^(?:\S*\/verify\?d=)?([a-z2-7]*)$/i.exec(scannedText(text))?.[1];
  return found === undefined ? undefined : found.toLowerCase();
}

interface Parts {
  readonly claim: DocumentClaim;
  readonly key: string;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

function partsOf(code: string): Parts | undefined {
  if (code.length > MAX_CHARS) return undefined;
  const all = fromBase32(code);
  const body = all.subarray(0, Math.max(0, all.length - SIGNATURE_BYTES));
  const office = body.subarray(FIXED_BYTES);
  // The last letter holds bits beyond the bytes: only the code that these bytes are written as is theirs.
  if (toBase32(all) !== code || body[0] !== FORMAT || body[FIXED_BYTES - 1] !== office.length)
    return undefined;
  const title = DOCUMENT_TITLES[body[1] ?? -1]?.[0];
  const id = v.safeParse(OfficeId, String.fromCharCode(...office));
  const found = v.safeParse(Id, uuidOf(body.subarray(8, 24)));
  if (!title || !id.success || !found.success) return undefined;
  const serial = numberOf(body.subarray(26, 29));
  const claim: DocumentClaim = {
    title,
    case: found.output,
    office: id.output,
    on: addDays(EPOCH, numberOf(body.subarray(24, 26))),
    serial: serial === 0 ? null : serial,
    hash: hexOf(body.subarray(29, 45)),
  };
  return { claim, key: toBase64url(body.subarray(2, 8)), body, signature: all.subarray(body.length) };
}

function bytesOf(claim: DocumentClaim, key: string): Uint8Array {
  const title = DOCUMENT_TITLES.findIndex(([one]) => one === claim.title);
  const day = daysBetween(EPOCH, claim.on);
  const office = utf8(claim.office);
  const fits = title >= 0 && day >= 0 && day <= 0xff_ff && (claim.serial ?? 0) <= MAX_SERIAL;
  if (!fits) throw new RangeError(`no code can say ${claim.title} of ${claim.on}`);
  return Uint8Array.from([
    ...[FORMAT, title],
    ...fromBase64url(key.slice(0, KEY_CHARS)),
    ...bytesOfHex(claim.case.replaceAll('-', '')),
    ...bigEndian(day, 2),
    ...bigEndian(claim.serial ?? 0, 3),
    ...bytesOfHex(claim.hash),
    office.length,
    ...office,
  ]);
}

const bigEndian = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256);

const numberOf = (bytes: Uint8Array): number => bytes.reduce((value, one) => value * 256 + one, 0);

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('');

const bytesOfHex = (hex: string): number[] =>
  Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

const uuidOf = (bytes: Uint8Array): string =>
  hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
