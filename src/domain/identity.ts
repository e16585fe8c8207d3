import { mod11_2 } from 'cdigit';
import { isLegalDate, type LegalDate } from './time.ts';

/** Why a number cannot be right. `ok` when nothing speaks against it; existence is never claimed. */
export type NumberVerdict = 'ok' | 'length' | 'characters' | 'birthDate' | 'checkCharacter';

const normalise = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** The form in which an identity number is stored: no blanks, upper-case X. */
export const normaliseIdentityNumber = normalise;

/**
 * Checks an 18-character citizen identity number (GB 11643-1999): digits, a birth date that exists
 * and is not after `today`, and the check character by ISO 7064 MOD 11-2.
 */
export function checkIdentityNumber(text: string, today: LegalDate): NumberVerdict {
  const number = normalise(text);
  if (number.length !== 18) return 'length';
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'characters';
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isLegalDate(birth) || birth > today || birth < '1850-01-01') return 'birthDate';
  return mod11_2.validate(number) ? 'ok' : 'checkCharacter';
}

const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE_MODULUS = CREDIT_CODE_ALPHABET.length;

/** The check character of the first 17 characters of a unified social credit code (GB 32100-2015). */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += CREDIT_CODE_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % CREDIT_CODE_MODULUS;
  }
  return CREDIT_CODE_ALPHABET.charAt(
    (CREDIT_CODE_MODULUS - (sum % CREDIT_CODE_MODULUS)) % CREDIT_CODE_MODULUS,
  );
}

/** Checks an 18-character unified social credit code (GB 32100-2015). The letters I, O, S, V, Z do not occur. */
export function checkCreditCode(text: string): NumberVerdict {
  const code = normalise(text);
  if (code.length !== 18) return 'length';
  for (const character of code) if (!CREDIT_CODE_ALPHABET.includes(character)) return 'characters';
  return creditCodeCheckCharacter(code.slice(0, 17)) === code.charAt(17) ? 'ok' : 'checkCharacter';
}

/** Checks a mainland mobile number: eleven digits that begin with 13 to 19; a leading +86 or 86 is allowed. */
export function checkMobileNumber(text: string): NumberVerdict {
  const number = normaliseMobileNumber(text);
  if (!/^\d+$/.test(number)) return 'characters';
  if (number.length !== 11) return 'length';
  return /^1[3-9]/.test(number) ? 'ok' : 'characters';
}

/** A mobile number as stored: eleven digits. */
export function normaliseMobileNumber(text: string): string {
  const number = normalise(text);
  return number.replace(/^\+?86(?=1\d{10}$)/, '');
}

/**
 * `3704**********1234`: the first four and last four characters of a number, of a shorter one (a passport's) only the
 * last four; short texts are hidden whole. An officer's card may begin with any character: none is cut in two.
 */
export function mask(text: string): string {
  const all = [...text];
  if (all.length < 9) return '*'.repeat(all.length);
  return covered(all, all.length < 15 ? 0 : 4, 4);
}

/** What `mask` leaves to be read at the end, by which people at a counter name somebody; empty for a short text. */
export function lastFour(text: string): string {
  const all = [...text];
  return all.length < 9 ? '' : all.slice(-4).join('');
}

/** `138****1234`: the first three and last four digits of a mobile number, of a shorter one only its end or nothing. */
export function maskTelephone(text: string): string {
  const all = [...text];
  return covered(all, all.length < 11 ? 0 : 3, all.length < 7 ? 0 : 4);
}

const covered = (all: readonly string[], head: number, tail: number): string =>
  all.map((one, at) => (at < head || at >= all.length - tail ? one : '*')).join('');
