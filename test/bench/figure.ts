/** What a figure of `npm run bench` found (DESIGN §7). Figures with a peer did the same work in the same unit. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
  readonly better: 'less' | 'more';
  /** The value may not be worse than this. */
  readonly limit?: number;
  readonly peer?: { readonly name: string; readonly value: number };
  /** value / peer's value may not be worse than this. */
  readonly ratioLimit?: number;
}

export type Measure = () => Promise<Measured>;

/** The one line on stdout. */
export function lineOf(name: string, measured: Measured): string {
  const { value, unit, better, limit, peer } = measured;
  return JSON.stringify({
    name,
    value: round(value),
    unit,
    better,
    ...(limit === undefined ? {} : { limit }),
    ...(peer ? { peer: { name: peer.name, value: round(peer.value) }, ratio: round(ratioOf(measured)) } : {}),
  });
}

/** What was missed, in words; empty when nothing was. */
export function missesOf(name: string, measured: Measured): string[] {
  const { value, unit, better, limit, peer, ratioLimit } = measured;
  const worse = (found: number, allowed: number): boolean =>
    better === 'less' ? found > allowed : found < allowed;
  const bound = better === 'less' ? 'at most' : 'at least';
  const misses: string[] = [];
  if (limit !== undefined && worse(value, limit))
    misses.push(`MISSED ${name}: ${round(value)} ${unit}, allowed is ${bound} ${limit} ${unit}`);
  if (peer && ratioLimit !== undefined && worse(ratioOf(measured), ratioLimit))
    misses.push(
      `MISSED ${name}: ${round(ratioOf(measured))} of ${peer.name}, allowed is ${bound} ${round(ratioLimit)}`,
    );
  return misses;
}

const ratioOf = ({ value, peer }: Measured): number => (peer ? value / peer.value : Number.NaN);

/** Four digits say all that a measurement knows; whole numbers stay whole. */
const round = (value: number): number =>
  Number.isInteger(value) || value >= 1_000 ? Math.round(value) : Number(value.toPrecision(4));

/** Everything that is not a figure goes to stderr. */
export const say = (text: string): void => console.error(`[bench] ${text}`);
