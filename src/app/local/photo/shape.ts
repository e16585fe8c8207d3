/** Geometry of a photographed page: where things are when it is turned, and how large it becomes. Pure. */

/** Clockwise, degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle in parts of the whole: 0..1 from the upper left corner. */
export interface Unit {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Unit = { x: 0, y: 0, width: 1, height: 1 };

const TURNS = [0, 90, 180, 270] as const;

export const plus = (one: Turn, other: number): Turn => TURNS[((((one + other) / 90) % 4) + 4) % 4] as Turn;

export const liesAcross = (turn: Turn): boolean => turn === 90 || turn === 270;

/** How large it is once it is turned. */
export const turnedSize = ({ width, height }: Size, turn: Turn): Size =>
  liesAcross(turn) ? { width: height, height: width } : { width, height };

/** Where the same part is once the whole is turned. `turned(turned(a, t), plus(0, -t))` is `a`. */
export function turned({ x, y, width, height }: Unit, turn: Turn): Unit {
  switch (turn) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width };
  }
}

/** How a camera says that its picture must be shown: mirrored left to right first, then turned. */
export interface Upright {
  readonly mirrored: boolean;
  readonly turn: Turn;
}

/** The eight orientations of Exif 2.32 (tag 0x0112), in their order. */
const ORIENTATIONS: readonly Upright[] = [
  { mirrored: false, turn: 0 },
  { mirrored: true, turn: 0 },
  { mirrored: false, turn: 180 },
  { mirrored: true, turn: 180 },
  { mirrored: true, turn: 270 },
  { mirrored: false, turn: 90 },
  { mirrored: true, turn: 90 },
  { mirrored: false, turn: 270 },
];

/** @param orientation 1 to 8; anything else is taken for upright, as browsers do */
export const uprightOf = (orientation: number): Upright =>
  ORIENTATIONS[orientation - 1] ?? { mirrored: false, turn: 0 };

/** The part of the picture as the camera stored it that becomes this part of the upright one. */
export function stored(part: Unit, { mirrored, turn }: Upright): Unit {
  const back = turned(part, plus(0, -turn));
  return mirrored ? { ...back, x: 1 - back.x - back.width } : back;
}

/** A part in whole pixels, never empty and never outside. */
export function inPixels(part: Unit, { width, height }: Size): Unit {
  const x = Math.min(width - 1, Math.max(0, Math.round(part.x * width)));
  const y = Math.min(height - 1, Math.max(0, Math.round(part.y * height)));
  return {
    x,
    y,
    width: Math.max(1, Math.min(width - x, Math.round(part.width * width))),
    height: Math.max(1, Math.min(height - y, Math.round(part.height * height))),
  };
}

/** Pixels of the longer and the shorter side at most. */
export interface Limits {
  readonly long: number;
  readonly short: number;
}

/** A4 at 150 dpi: small print stays legible, and nobody waits for pixels that nobody reads. */
export const PAGE: Limits = { long: 1754, short: 1240 };
export const PREVIEW: Limits = { long: 1600, short: 1600 };

/** The largest size of this shape within the limits, whichever way it lies. Never larger than it is. */
export function within({ width, height }: Size, { long, short }: Limits): Size {
  const scale = Math.min(1, long / Math.max(width, height), short / Math.min(width, height));
  return scaled({ width, height }, scale);
}

export const scaled = ({ width, height }: Size, by: number): Size => ({
  width: Math.max(1, Math.round(width * by)),
  height: Math.max(1, Math.round(height * by)),
});

/** How many eighths of its pixels a photo must be opened with to be drawn at this size: decoders of JPEG skip the rest. */
export const eighthsFor = (cut: Size, drawn: Size): number =>
  Math.min(
    8,
    Math.max(1, Math.ceil((8 * Math.max(drawn.width, drawn.height)) / Math.max(cut.width, cut.height))),
  );
