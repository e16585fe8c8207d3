export interface Steady {
  /** How long each is to take when nothing disturbs it. */
  readonly ms: number;
  readonly times: number;
}

/**
 * Milliseconds that a piece of work takes which is the same each time and touches neither the page nor much memory: how they
 * spread is the doing of the machine and of what slows the page down, and says how much of a percentile is. Goes over to the
 * page whole.
 */
export async function steadyWork({ ms, times }: Steady): Promise<number[]> {
  const measured = (rounds: number): number => {
    const begun = performance.now();
    let sum = 0;
    for (let index = 0; index < rounds; index += 1) sum = (sum + index * 31) % 65_521;
    return performance.now() - begun + (sum < 0 ? 1 : 0);
  };
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
  const PROBE = 2_000_000;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 7; attempt += 1) {
    least = Math.min(least, measured(PROBE));
    await pause();
  }
  const rounds = Math.round((PROBE * ms) / least);
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    taken.push(measured(rounds));
    await pause();
  }
  return taken;
}
