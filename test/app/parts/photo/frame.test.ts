import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../../src/app/local/photo/shape.ts';
import {
  frameInWords,
  type Grip,
  isWhole,
  LEAST,
  moved,
  stepOf,
} from '../../../../src/app/parts/photo/frame.ts';

const grips = fc.constantFrom<Grip>('nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'all');
const far = fc.double({ min: -2, max: 2, noNaN: true });
const frames: fc.Arbitrary<Unit> = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([a = 0, b = 0, c = 0, d = 0]) => {
    const [width, height] = [LEAST + c * (1 - LEAST), LEAST + d * (1 - LEAST)];
    return { x: a * (1 - width), y: b * (1 - height), width, height };
  });

describe('the frame that cuts a page out', () => {
  it('stays inside the picture and large enough to be held, whatever is pulled how far', () => {
    fc.assert(
      fc.property(frames, grips, far, far, (frame, grip, dx, dy) => {
        const { x, y, width, height } = moved(frame, grip, dx, dy);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(LEAST - 1e-9);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('is as it was when what was moved freely is moved back', () => {
    const middle = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
    const little = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(grips, little, little, (grip, dx, dy) => {
        const back = moved(moved(middle, grip, dx, dy), grip, -dx, -dy);
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(back[side]).toBeCloseTo(middle[side], 9);
      }),
    );
  });

  it('keeps the corner that lies opposite', () => {
    fc.assert(
      fc.property(frames, far, far, (frame, dx, dy) => {
        const { x, y, width, height } = moved(frame, 'nw', dx, dy);
        expect(x + width).toBeCloseTo(frame.x + frame.width, 9);
        expect(y + height).toBeCloseTo(frame.y + frame.height, 9);
      }),
    );
  });

  it('is moved by the arrows, further with Shift, and by no other key', () => {
    expect(stepOf('ArrowLeft', false)).toEqual([-0.01, 0]);
    expect(stepOf('ArrowDown', true)).toEqual([0, 0.05]);
    expect(stepOf('Enter', false)).toBeUndefined();
  });

  it('is told in words, and is no frame when it leaves nothing out', () => {
    expect(frameInWords({ x: 0.1, y: 0.05, width: 0.8, height: 0.9 })).toBe(
      '框：左起 10%，上起 5%，宽 80%，高 90%',
    );
    expect(isWhole({ x: 0, y: 0, width: 1, height: 1 })).toBe(true);
    expect(isWhole({ x: 0, y: 0, width: 1, height: 0.98 })).toBe(false);
  });
});
