import { mod37_36 } from 'cdigit';
import { isLegalDate, type LegalDate } from './time.ts';

/**
 * A case number (DESIGN invariant 6): `370406102-20261123-K7-0007-4QXM-H`.
 * Town (nine-digit division code), date, device slot, the day's sequence on that device, four random
 * characters, check character. Final once printed, unique even on a device whose disk was rolled back.
 */
export interface CaseNumberParts {
  readonly town: string;
  readonly date: LegalDate;
  /** Two or three Crockford base-32 characters; the endpoint never gives the same slot twice. */
  readonly slot: string;
  /** 1 to 9999. */
  readonly sequence: number;
  /** Four Crockford base-32 characters from a good random source. */
  readonly random: string;
}

/** Crockford base 32: no I, L, O, U, so that a number can be read out on the telephone. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const MAX_SEQUENCE = 9999;

const SHAPE =
  /^(\d{9})-?(\d{4})(\d{2})(\d{2})-?([0-9A-HJKMNP-TV-Z]{2,3}?)-?(\d{4})-?([0-9A-HJKMNP-TV-Z]{4})-?([0-9A-Z])$/;

/** Where the hyphens stand in print. */
const PRINTED = /^\d{9}-\d{8}-[^-]{2,3}-\d{4}-[^-]{4}-[^-]$/;

/** Writes a case number with its check character (ISO 7064 MOD 37,36 over the rest without hyphens). */
export function formatCaseNumber(parts: CaseNumberParts): string {
  if (!Number.isInteger(parts.sequence) || parts.sequence < 1 || parts.sequence > MAX_SEQUENCE)
    throw new RangeError(`sequence out of range: ${parts.sequence}`);
  const fields = [
    parts.town,
    parts.date.replaceAll('-', ''),
    parts.slot,
    String(parts.sequence).padStart(4, '0'),
    parts.random,
  ];
  const number = `${fields.join('-')}-${mod37_36.compute(fields.join(''))}`;
  if (!parseCaseNumber(number)) throw new RangeError(`not a case number: ${number}`);
  return number;
}

/** Characters that people take for each other; before the check character only the first of each occurs. */
const LOOKALIKES = ['0O', '1IL'];

/** Read off paper: the letters that no number or code has, as the figures that they were taken for. */
const asFigures = (text: string): string => text.replace(/[OIL]/g, (letter) => (letter === 'O' ? '0' : '1'));

/** A 查询码 as people type it. */
export const normaliseCode = (text: string): string => asFigures(text.toUpperCase().replace(/[\s-]/g, ''));

/**
 * What people type: full-width and small letters, blanks, long dashes, the letters I, L and O for 1, 1 and 0.
 * The check character may itself be one of those letters, so among lookalikes the right one is put there.
 */
export function normaliseCaseNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const body = asFigures(plain.slice(0, -1));
  const characters = body.replaceAll('-', '');
  if (!/^[0-9A-Z]+$/.test(characters)) return plain;
  const last = plain.slice(-1);
  const alike = LOOKALIKES.find((group) => group.includes(last)) ?? last;
  const check = mod37_36.compute(characters);
  return body + (alike.includes(check) ? check : last);
}

/** The parts of a well-formed number whose check character is right; otherwise undefined. */
export function parseCaseNumber(text: string): CaseNumberParts | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, town = '', year, month, day, slot = '', sequence = '', random = ''] = match;
  const date = `${year}-${month}-${day}`;
  if (!isLegalDate(date) || Number(sequence) < 1) return undefined;
  if (!mod37_36.validate(text.replaceAll('-', ''))) return undefined;
  return { town, date, slot, sequence: Number(sequence), random };
}

/** A number exactly as it is printed, hyphens included, so that one number is never recorded in two spellings. */
export function parsePrintedCaseNumber(text: string): CaseNumberParts | undefined {
  return PRINTED.test(text) ? parseCaseNumber(text) : undefined;
}

/** The nine-digit code that stands in a number for an office; the district hall has none of its own, so its six digits are filled up. */
export function numberPrefixOf(office: string): string {
  return office.slice(0, 9).padEnd(9, '0');
}

/** The hall that a number was given at; empty where it is none. */
export function hallOfNumber(text: string): string {
  const { town = '' } = parseCaseNumber(text) ?? {};
  return town.replace(/000$/, '');
}
