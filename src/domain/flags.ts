import type { Case, Flag } from './case.ts';

/** The flag that says that another hall has the same matter. */
export const DUPLICATE_FLAG = 'case.likelyDuplicate';

/** What still waits for somebody to look into it (待核). */
export const openFlags = ({ flags }: Pick<Case, 'flags'>): readonly Flag[] =>
  flags.filter((one) => one.settled === undefined);

/** Numbers of cases at other halls: likely the same matter, and those that somebody has found to be another one. */
export interface Twins {
  readonly same: readonly string[];
  readonly apart: readonly string[];
}

/** Undefined where no other hall has it. */
export function twinsOf({ flags }: Pick<Case, 'flags'>): Twins | undefined {
  const twin = flags.filter((one) => one.code === DUPLICATE_FLAG);
  if (twin.length === 0) return undefined;
  const numbers = (apart: boolean) =>
    twin
      .filter(({ settled }) => (settled?.reason === 'notSame') === apart)
      .flatMap(({ facts }) => (Array.isArray(facts.numbers) ? facts.numbers.map(String) : []));
  return { same: numbers(false), apart: numbers(true) };
}
