/** How strongly a page is packed so that it stays small and its text legible. Pure: who encodes comes in. */

export const MAX_PAGE_BYTES = 350 * 1024;

/** How a page is encoded: JPEG quality 0..1, and how much smaller than it could be, 0..1. */
export interface Packing {
  readonly quality: number;
  readonly scale: number;
}

/**
 * From the best that is worth its bytes to the least at which small print has no dirt around it. `bytes`: what the same
 * page of text takes, against the first, measured with Chromium's encoder.
 */
export const QUALITIES: readonly { readonly quality: number; readonly bytes: number }[] = [
  { quality: 0.8, bytes: 1 },
  { quality: 0.72, bytes: 0.84 },
  { quality: 0.64, bytes: 0.745 },
  { quality: 0.56, bytes: 0.677 },
  { quality: 0.48, bytes: 0.622 },
  { quality: 0.4, bytes: 0.565 },
];
const LAST = QUALITIES.length - 1;

/** What a guess may be wrong by without another try. */
const SLACK = 0.94;
/** Bytes grow more slowly than pixels: between 1.5 (few letters) and 2 (many). */
const GROWTH = 1.8;
/** Each step down in size, when quality alone is not enough. */
const STEP = 0.84;
/** At 0.3 of A4 at 150 dpi nothing could be read: it is no page. */
const LEAST_SCALE = 0.3;

interface Guess {
  readonly rung: number;
  readonly scale: number;
}

/**
 * The first packing to try and, from what one took, the next. Where even the last quality is too large, the page gets
 * smaller: a small clean letter is read more easily than a large dirty one.
 * @param atBest bytes that it would take at its full size and the first quality
 */
function guess(atBest: number, limit: number, from: Guess): Guess {
  for (let scale = from.scale; ; scale *= STEP) {
    const rung = QUALITIES.findIndex(
      (one, at) =>
        (scale < from.scale || at >= from.rung) && atBest * one.bytes * scale ** GROWTH <= limit * SLACK,
    );
    if (rung >= 0) return { rung, scale };
    if (scale * STEP < LEAST_SCALE) return { rung: LAST, scale };
  }
}

/** What comes after a try that was too large, whatever is guessed: the search ends. */
function lower({ rung, scale }: Guess): Guess | undefined {
  if (rung < LAST) return { rung: rung + 1, scale };
  return scale * STEP < LEAST_SCALE ? undefined : { rung: LAST, scale: scale * STEP };
}

/**
 * Packs until it is small enough: mostly once, seldom more than twice, since what one try took says what the next will.
 * @param expected bytes at full size and the first quality, as a sample of the page promises
 * @returns undefined when it cannot be made small enough and stay a page
 */
export async function pack<T extends { readonly size: number }>(
  encode: (packing: Packing) => Promise<T>,
  expected: number,
  limit: number = MAX_PAGE_BYTES,
): Promise<T | undefined> {
  let next: Guess | undefined = guess(expected, limit, { rung: 0, scale: 1 });
  while (next) {
    const { quality, bytes } = QUALITIES[next.rung] as (typeof QUALITIES)[number];
    const packed: T = await encode({ quality, scale: next.scale });
    if (packed.size <= limit) return packed;
    const atBest: number = packed.size / bytes / next.scale ** GROWTH;
    const below = lower(next);
    next = below && guess(atBest, limit, below);
  }
  return undefined;
}
