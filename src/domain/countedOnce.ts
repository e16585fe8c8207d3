import type { Twins } from './flags.ts';

/** As much of a case as counting needs. */
export interface Counted {
  readonly number: string;
  readonly twins?: Twins;
}

/**
 * The cases of a list with each matter once (DESIGN §4: town and district may both receive it, statistics count it once):
 * of those about the same the first in the list. What somebody has found to be another matter counts for itself, whichever
 * of the two halls has said so. A third that is not in the list links two that are.
 */
export function countedOnce<T extends Counted>(cases: readonly T[]): readonly T[] {
  const linked = cases.filter((one) => one.twins !== undefined);
  if (linked.length < 2) return cases;
  const apart = new Set(
    linked.flatMap(({ number, twins }) => (twins?.apart ?? []).map((other) => pairOf(number, other))),
  );
  const matters = new Matters();
  for (const { number, twins } of linked)
    for (const other of twins?.same ?? []) if (!apart.has(pairOf(number, other))) matters.join(number, other);
  const seen = new Set<string>();
  return cases.filter(({ number, twins }) => {
    if (twins === undefined) return true;
    const matter = matters.of(number);
    if (seen.has(matter)) return false;
    seen.add(matter);
    return true;
  });
}

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Which numbers are one matter. */
class Matters {
  private readonly above = new Map<string, string>();

  of(number: string): string {
    let top = number;
    for (let next = this.above.get(top); next !== undefined; next = this.above.get(top)) top = next;
    return top;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.above.set(b, a);
  }
}
