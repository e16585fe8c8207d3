/** The value below which a share of the values lies (nearest rank). @throws RangeError when there are none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How values lie, for a reader: `min 1.0, median 2.0, p95 3.0, max 4.0`. */
export function spread(values: readonly number[], digits = 1): string {
  const shown = (share: number): string => percentile(values, share).toFixed(digits);
  return `min ${shown(0)}, median ${shown(0.5)}, p95 ${shown(0.95)}, max ${shown(1)} (${values.length} values)`;
}
