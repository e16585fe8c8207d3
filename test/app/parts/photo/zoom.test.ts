import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FITTED,
  fitted,
  held,
  panned,
  pinched,
  type View,
  zoomed,
} from '../../../../src/app/parts/photo/zoom.ts';

const place = fc.record({
  x: fc.double({ min: -400, max: 400, noNaN: true }),
  y: fc.double({ min: -400, max: 400, noNaN: true }),
});
const size = fc.record({
  width: fc.integer({ min: 50, max: 2000 }),
  height: fc.integer({ min: 50, max: 2000 }),
});

function expectSame(one: View, other: View): void {
  for (const side of ['scale', 'x', 'y'] as const) expect(one[side]).toBeCloseTo(other[side], 6);
}

describe('a page that is looked at closely', () => {
  it('keeps under the finger what was under it', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 1, max: 8, noNaN: true }), (from, at, factor) => {
        const before: View = { scale: 1, ...from };
        const after = zoomed(before, factor, at);
        const under = (view: View) => [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale] as const;
        expect(under(after)[0]).toBeCloseTo(under(before)[0], 6);
        expect(under(after)[1]).toBeCloseTo(under(before)[1], 6);
      }),
    );
  });

  it('is as it was when one goes as far back as one came close', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 1, max: 8, noNaN: true }), (at, factor) =>
        expectSame(zoomed(zoomed(FITTED, factor, at), 1 / factor, at), FITTED),
      ),
    );
  });

  it('follows two fingers, and comes back with them', () => {
    fc.assert(
      fc.property(place, (to) => {
        const start: View = { scale: 2, x: 10, y: -5 };
        const before = [
          { x: -50, y: 0 },
          { x: 50, y: 0 },
        ] as const;
        const after = [
          { x: to.x - 90, y: to.y },
          { x: to.x + 90, y: to.y },
        ] as const;
        const there = pinched(start, before, after);
        expect(there.scale).toBeCloseTo(3.6, 6);
        expectSame(pinched(there, after, before), start);
      }),
    );
  });

  it('never leaves the stage, and lies in its middle while all of it is seen', () => {
    fc.assert(
      fc.property(
        size,
        size,
        place,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (shape, stage, by, scale) => {
          const page = fitted(shape, stage);
          const view = held(panned({ ...FITTED, scale }, by.x * 10, by.y * 10), page, stage);
          const [w, h] = [page.width * view.scale, page.height * view.scale];
          expect(Math.abs(view.x)).toBeLessThanOrEqual(Math.max(0, (w - stage.width) / 2) + 1e-6);
          expect(Math.abs(view.y)).toBeLessThanOrEqual(Math.max(0, (h - stage.height) / 2) + 1e-6);
          if (scale <= 1) expectSame(view, FITTED);
        },
      ),
    );
  });
});
