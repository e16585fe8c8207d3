import { mod37_36 } from 'cdigit';
import type { Case } from './case.ts';
import { CROCKFORD, normaliseCaseNumber, numberPrefixOf } from './caseNumber.ts';
import type { CasePayloads } from './commands.ts';
import type { OfficeId } from './office.ts';
import type { Refusal } from './result.ts';

/**
 * 收件贴: a numbered sticker, printed before a tour, that becomes the receipt of the case on whose papers it is stuck.
 * Number: `370406102-K7-00123-4QXM-H`: hall, slot of the device that printed it, its serial there, four random characters,
 * check character. The slot keeps two devices of a hall apart, the random characters two lives of one disk.
 */
export interface Sticker {
  readonly number: string;
  /** 查询码, which the case takes over: five random characters and one that checks them together with the number. */
  readonly code: string;
}

export interface StickerParts {
  /** The nine-digit code that stands in the hall's numbers. */
  readonly hall: string;
  readonly slot: string;
  /** 1 to 99999. */
  readonly serial: number;
  /** Four Crockford characters from a good random source. */
  readonly random: string;
}

/** Random characters of the number and of the code. */
export const STICKER_RANDOM = { number: 4, code: 5 } as const;
export const MAX_SERIAL = 99_999;

const LETTER = '[0-9A-HJKMNP-TV-Z]';
const SHAPE = new RegExp(`^(\\d{9})-?(${LETTER}{2,3}?)-?(\\d{5})-?(${LETTER}{4})-?([0-9A-Z])$`);
const PRINTED = /^\d{9}-[^-]{2,3}-\d{5}-[^-]{4}-[^-]$/;
const CODE = new RegExp(`^${LETTER}{6}$`);

/** @param code five random Crockford characters */
export function stickerOf(parts: StickerParts, code: string): Sticker {
  const number = formatStickerNumber(parts);
  const sticker = { number, code: code + checkLetter(number.replaceAll('-', '') + code, CROCKFORD) };
  if (!isSticker(sticker)) throw new RangeError('not a sticker');
  return sticker;
}

export function formatStickerNumber({ hall, slot, serial, random }: StickerParts): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL)
    throw new RangeError(`serial out of range: ${serial}`);
  const fields = [hall, slot, String(serial).padStart(5, '0'), random];
  const number = `${fields.join('-')}-${mod37_36.compute(fields.join(''))}`;
  if (!parseStickerNumber(number)) throw new RangeError(`not a sticker's number: ${number}`);
  return number;
}

/** The parts of a well-formed number whose check character is right, with or without hyphens. */
export function parseStickerNumber(text: string): StickerParts | undefined {
  const match = SHAPE.exec(text);
  if (!match || !mod37_36.validate(text.replaceAll('-', ''))) return undefined;
  const [, hall = '', slot = '', serial = '', random = ''] = match;
  return Number(serial) < 1 ? undefined : { hall, slot, serial: Number(serial), random };
}

/** As it is printed, of what was typed; undefined when it cannot be a sticker's number. */
export function stickerNumberIn(typed: string): string | undefined {
  const parts = parseStickerNumber(normaliseCaseNumber(typed));
  return parts && formatStickerNumber(parts);
}

/** Number and code belong together: one wrong character in either is found. */
export function isSticker({ number, code }: Sticker): boolean {
  if (!PRINTED.test(number) || !parseStickerNumber(number) || !CODE.test(code)) return false;
  return checkLetter(number.replaceAll('-', '') + code.slice(0, -1), CROCKFORD) === code.slice(-1);
}

/**
 * A receipt that a sticker stands for: of this hall, and under the sticker's own code, by which the citizen asks. A mended one
 * keeps the sticker that was handed over, wherever its clerk sits meanwhile.
 */
export function checkSticker(
  { sticker, code }: Pick<CasePayloads['receive'], 'sticker' | 'code'>,
  office: OfficeId,
  mended: boolean,
): Refusal | undefined {
  if (sticker === undefined) return undefined;
  if (!isSticker({ number: sticker, code })) return { code: 'sticker.wrong', facts: {} };
  if (parseStickerNumber(sticker)?.hall !== numberPrefixOf(office) && !mended)
    return { code: 'sticker.otherHall', facts: { sticker } };
  return undefined;
}

/** The sticker by which the case is found; undefined where it was another case's before. */
export const ownSticker = ({ sticker, flags }: Pick<Case, 'sticker' | 'flags'>): string | undefined =>
  flags.some((flag) => flag.code === 'sticker.usedTwice') ? undefined : sticker;

/**
 * Hybrid check of ISO 7064 over an alphabet of any even size, so that the check is a letter of the same alphabet. Finds
 * every single wrong letter, since doubling is never undone modulo an odd number.
 */
export function checkLetter(text: string, alphabet: string): string {
  const size = alphabet.length;
  let carry = size;
  for (const letter of text) {
    const sum = (carry + alphabet.indexOf(letter)) % size || size;
    carry = (sum * 2) % (size + 1);
  }
  return alphabet.charAt((size + 1 - carry) % size);
}
