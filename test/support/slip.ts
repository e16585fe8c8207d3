import { CROCKFORD, normaliseCaseNumber, parseCaseNumber } from '../../src/domain/caseNumber.ts';

/**
 * A case number with one character wrong that its check character tells. Where that one looks like another (O and 0, I, L
 * and 1), one slip in twenty is taken for a slip of the eye and cannot be told.
 */
export function slipOf(number: string): string {
  const slip = [...CROCKFORD]
    .map((one) => number.slice(0, -3) + one + number.slice(-2))
    .find((one) => one !== number && !parseCaseNumber(normaliseCaseNumber(one)));
  if (!slip) throw new Error(number);
  return slip;
}
