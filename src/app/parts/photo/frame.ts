import type { Unit } from '../../local/photo/shape.ts';

/** The frame that cuts a page out of a photo. Pure: parts of the picture as it is shown, 0..1. */

/** What is held: a corner, a side, or the frame as a whole. */
export type Grip = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'all';

/** A page is more than this much of its photo; a frame any smaller could not be held. */
export const LEAST = 0.1;

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The frame after what is held was moved. It stays inside the picture, and no side passes the one opposite. */
export function moved(frame: Unit, grip: Grip, dx: number, dy: number): Unit {
  const { x, y, width, height } = frame;
  if (grip === 'all')
    return { ...frame, x: between(x + dx, 0, 1 - width), y: between(y + dy, 0, 1 - height) };
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (grip.includes('w')) left = between(left + dx, 0, right - LEAST);
  if (grip.includes('e')) right = between(right + dx, left + LEAST, 1);
  if (grip.includes('n')) top = between(top + dy, 0, bottom - LEAST);
  if (grip.includes('s')) bottom = between(bottom + dy, top + LEAST, 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How far a key moves what is held: finely, or with Shift in strides. Undefined: no key of the frame. */
export function stepOf(key: string, strides: boolean): readonly [dx: number, dy: number] | undefined {
  const step = strides ? 0.05 : 0.01;
  switch (key) {
    case 'ArrowLeft':
      return [-step, 0];
    case 'ArrowRight':
      return [step, 0];
    case 'ArrowUp':
      return [0, -step];
    case 'ArrowDown':
      return [0, step];
    default:
      return undefined;
  }
}

/** Nothing worth saying is cut away. */
export const isWhole = ({ width, height }: Unit): boolean => width > 0.995 && height > 0.995;

const percent = (part: number): string => `${Math.round(part * 100)}%`;

/** For who cannot see the frame. */
export const frameInWords = ({ x, y, width, height }: Unit): string =>
  `框：左起 ${percent(x)}，上起 ${percent(y)}，宽 ${percent(width)}，高 ${percent(height)}`;
