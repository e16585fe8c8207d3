import { mod37_36 } from 'cdigit';
import { CROCKFORD, normaliseCaseNumber } from './caseNumber.ts';

/** Random characters of a number: sixty bits, since the number alone shows what became of the complaint. */
export const COMPLAINT_RANDOM = 12;

const SHAPE = new RegExp(`^TS[${CROCKFORD}]{${COMPLAINT_RANDOM}}[0-9A-Z]$`);

/** `TS-7K3F-9QXM-2ABC-H`: random characters and a check character (ISO 7064 MOD 37,36 over the rest). */
export function formatComplaintNumber(random: string): string {
  const body = `TS${random}`;
  const number = body + mod37_36.compute(body);
  if (!SHAPE.test(number)) throw new RangeError('not the random part of a complaint number');
  return [
    number.slice(0, 2),
    number.slice(2, 6),
    number.slice(6, 10),
    number.slice(10, 14),
    number.slice(14),
  ].join('-');
}

/** The number without hyphens, as it is looked up; undefined when it cannot be right. */
export function complaintKeyOf(typed: string): string | undefined {
  const key = normaliseCaseNumber(typed).replaceAll('-', '');
  return SHAPE.test(key) && mod37_36.validate(key) ? key : undefined;
}
