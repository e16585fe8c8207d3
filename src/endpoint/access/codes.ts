import { CROCKFORD } from '../../domain/caseNumber.ts';

/** A code that people read and type: Crockford characters, each as likely as the others, since 32 divides 256. */
export function newCode(length: number, randomBytes: (count: number) => Uint8Array): string {
  return [...randomBytes(length)].map((byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('');
}

/** A code as people type it: small or full-width letters, blanks and hyphens, O for 0, I and L for 1. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
