import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  drawStroke,
  isSigned,
  resized,
  type Stroke,
  scaleOf,
  widthOf,
} from '../../../../src/app/parts/photo/ink.ts';

const dots = fc.record({
  x: fc.double({ min: 0, max: 900, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
  width: fc.double({ min: 1, max: 5, noNaN: true }),
});
const strokes = fc.array(fc.array(dots, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 });

/** What a canvas is told; only lines that are put on it. */
function paper() {
  const drawn: { width: number; path: string[] }[] = [];
  let path: string[] = [];
  const note =
    (name: string) =>
    (...at: number[]) =>
      void path.push(`${name} ${at.map(Math.round).join(' ')}`);
  const on = {
    ...{ lineWidth: 0, lineCap: 'butt', lineJoin: 'miter', strokeStyle: '' },
    beginPath: () => {
      path = [];
    },
    ...{ moveTo: note('move'), lineTo: note('line'), quadraticCurveTo: note('curve') },
    stroke: () => void drawn.push({ width: on.lineWidth, path }),
  };
  return { on: on as unknown as Parameters<typeof drawStroke>[0], drawn };
}

describe('a signature', () => {
  it('is cut to what was written, with room around it', () => {
    const line: Stroke = [
      { x: 100, y: 50, width: 2 },
      { x: 200, y: 90, width: 4 },
    ];
    expect(boundsOf([line], 10)).toEqual({ x: 89, y: 39, width: 123, height: 63 });
    expect(boundsOf([], 10)).toBeUndefined();
  });

  it('lies within its bounds, wherever it was written', () => {
    fc.assert(
      fc.property(strokes, (all) => {
        const bounds = boundsOf(all, 0);
        if (!bounds) throw new Error('no bounds');
        for (const { x, y, width } of all.flat()) {
          expect(x - width / 2).toBeGreaterThanOrEqual(bounds.x);
          expect(y + width / 2).toBeLessThanOrEqual(bounds.y + bounds.height + 1e-9);
        }
      }),
    );
  });

  it('is no touch by chance', () => {
    const line = (length: number): Stroke => [
      { x: 0, y: 0, width: 2 },
      { x: length, y: 0, width: 2 },
    ];
    expect(isSigned([])).toBe(false);
    expect(isSigned([line(10), line(10)])).toBe(false);
    expect(isSigned([line(10), line(25)])).toBe(true);
  });

  it('comes back to its place when the tablet is turned and turned back', () => {
    fc.assert(
      fc.property(strokes, fc.double({ min: 0.2, max: 5, noNaN: true }), (all, by) => {
        const back = resized(resized(all, by), 1 / by).flat();
        all.flat().forEach((dot, at) => {
          expect(back[at]?.x).toBeCloseTo(dot.x, 6);
          expect(back[at]?.y).toBeCloseTo(dot.y, 6);
        });
      }),
    );
  });

  it('is broader where a pen presses; a finger says nothing of how it presses', () => {
    expect(widthOf('pen', 0.9)).toBeGreaterThan(widthOf('pen', 0.2));
    expect(widthOf('touch', 0.9)).toBe(widthOf('touch', 0.1));
    expect(widthOf('pen', 0)).toBe(widthOf('mouse', 0.5));
  });

  it('is sharp on paper, and never a large picture', () => {
    expect(scaleOf({ width: 200, height: 80 })).toBe(3);
    expect(scaleOf({ width: 1600, height: 300 })).toBe(0.75);
  });

  it('shows a dot where a pen was only put down, and a line from its first dot to its last', () => {
    const dot = paper();
    drawStroke(dot.on, [{ x: 5, y: 6, width: 3 }]);
    expect(dot.drawn).toEqual([{ width: 3, path: ['move 5 6', 'line 5 6'] }]);
    const line = paper();
    drawStroke(
      line.on,
      [0, 10, 20].map((x) => ({ x, y: 0, width: 2 })),
    );
    const said = line.drawn.flatMap((one) => one.path);
    expect(said).toContain('move 0 0');
    expect(said.at(-1)).toBe('line 20 0');
  });
});
