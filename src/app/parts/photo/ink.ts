import type { Size, Unit } from '../../local/photo/shape.ts';

/** What a pen leaves behind. Pure; lengths in pixels of the screen. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  /** How broad the line is here. */
  readonly width: number;
}

/** From where the pen was put down to where it was lifted. */
export type Stroke = readonly Dot[];

const THIN = 1.4;
const BROAD = 4.2;
const PLAIN = 2.8;

/** Only pens feel how hard they are pressed; fingers and mice say nothing that is worth drawing. */
export const widthOf = (kind: string, pressure: number): number =>
  kind === 'pen' && pressure > 0 ? THIN + (BROAD - THIN) * Math.min(1, pressure) : PLAIN;

/** A line that was drawn by chance, with the ball of the hand, is no signature. */
const LEAST_LENGTH = 30;

export function isSigned(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes)
    stroke.forEach((dot, at) => {
      const before = stroke[at - 1];
      if (before) length += Math.hypot(dot.x - before.x, dot.y - before.y);
    });
  return length >= LEAST_LENGTH;
}

/** The rectangle around all of it, with room at its edges; undefined when there is nothing. */
export function boundsOf(strokes: readonly Stroke[], room: number): Unit | undefined {
  const dots = strokes.flat();
  if (dots.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width } of dots) {
    left = Math.min(left, x - width / 2);
    top = Math.min(top, y - width / 2);
    right = Math.max(right, x + width / 2);
    bottom = Math.max(bottom, y + width / 2);
  }
  return { x: left - room, y: top - room, width: right - left + 2 * room, height: bottom - top + 2 * room };
}

/** The same signature on a pad of another width: a tablet was turned in the middle of it. */
export const resized = (strokes: readonly Stroke[], by: number): Stroke[] =>
  strokes.map((stroke) => stroke.map(({ x, y, width }) => ({ x: x * by, y: y * by, width })));

/** Sharp on paper too, and small: pixels of the longer side at most, and for each pixel of the screen. */
const MOST_PIXELS = 1200;
const MOST_SCALE = 3;

export const scaleOf = ({ width, height }: Size): number =>
  Math.min(MOST_SCALE, MOST_PIXELS / Math.max(width, height));

/** The part of a canvas that lines need. */
type Lines = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'stroke'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'strokeStyle'
>;

/** Ink is dark in every scheme: what is signed is printed. */
const INK = '#10181c';

/** Draws a stroke, or only what came after its first `from` dots. Curves go through the middles, so that no corner is seen. */
export function drawStroke(on: Lines, stroke: Stroke, from = 0): void {
  on.strokeStyle = INK;
  on.lineCap = 'round';
  on.lineJoin = 'round';
  for (let at = Math.max(0, from - 1); at < stroke.length; at += 1) {
    const [before, dot, after] = [stroke[at - 1], stroke[at], stroke[at + 1]];
    if (!dot) continue;
    on.lineWidth = dot.width;
    on.beginPath();
    if (!before) {
      on.moveTo(dot.x, dot.y);
      on.lineTo(dot.x, dot.y);
    } else {
      on.moveTo((before.x + dot.x) / 2, (before.y + dot.y) / 2);
      if (after) on.quadraticCurveTo(dot.x, dot.y, (dot.x + after.x) / 2, (dot.y + after.y) / 2);
      else on.lineTo(dot.x, dot.y);
    }
    if (at === 1 && before) {
      on.moveTo(before.x, before.y);
      on.lineTo((before.x + dot.x) / 2, (before.y + dot.y) / 2);
    }
    on.stroke();
  }
}
