import type { ListedCase } from '../local/types.ts';

/** What was taken in in one sitting, in the order of their numbers; the first one of an agent does not know of the others. */
export const casesOfSitting = (cases: readonly ListedCase[], sitting: string): readonly ListedCase[] =>
  cases
    .filter((one) => one.case.sitting === sitting || one.case.id === sitting)
    .sort((a, b) => (a.case.number < b.case.number ? -1 : 1));
