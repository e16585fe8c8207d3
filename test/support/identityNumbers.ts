/** Numbers that are right, of people who do not exist. */
import { mod11_2 } from 'cdigit';

/** An identity number of Shanting, by a running number from 1 to 999. */
export const identityNumber = (running: number): string =>
  mod11_2.generate(`37040619700101${String(running).padStart(3, '0')}`);

/** The same with a last character that does not fit. */
export function wrongNumber(running: number): string {
  const right = identityNumber(running);
  return right.slice(0, -1) + (right.endsWith('5') ? '6' : '5');
}
