import { toBase64url, utf8 } from './bytes.ts';

/** SHA-256 as each side has it: WebCrypto on a device, node:crypto at the endpoint. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array;

/** Every key of a person or device: ECDSA over P-256 with SHA-256; public keys travel as SPKI in base64url. */
export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNATURE_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The bytes whose SHA-256 is a command's `payloadHash`: salt ‖ payload. */
export function payloadBytes(salt: Uint8Array, payload: string): Uint8Array<ArrayBuffer> {
  const body = utf8(payload);
  const bytes = new Uint8Array(salt.length + body.length);
  bytes.set(salt, 0);
  bytes.set(body, salt.length);
  return bytes;
}

/** A key's id: the first 22 characters of the SHA-256 of its SPKI, in base64url. */
export async function keyIdOf(spki: Uint8Array, sha256: Sha256): Promise<string> {
  return toBase64url(await sha256(spki)).slice(0, 22);
}

/**
 * The text that a device signs when it sends a batch. The body is hashed before compression.
 * A replay is harmless, since commands are recorded once; so the time in it only dates the contact.
 */
export function sendingText(device: string, at: string, bodyHash: string): string {
  return `jinban-send-1\n${device}\n${at}\n${bodyHash}`;
}

/** `Authorization: Jinban-Device id="…", at="…", sig="…"`. */
export function authorisation(device: string, at: string, signature: string): string {
  return `Jinban-Device id="${device}", at="${at}", sig="${signature}"`;
}

const AUTHORISATION =
  /^Jinban-Device id="([0-9a-f-]{36})", at="([0-9TZ:.-]{24})", sig="([A-Za-z0-9_-]{86})"$/;

export function parseAuthorisation(
  header: string,
): { device: string; at: string; signature: string } | undefined {
  const match = AUTHORISATION.exec(header);
  if (!match) return undefined;
  const [, device = '', at = '', signature = ''] = match;
  return { device, at, signature };
}
