import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eighthsFor,
  inPixels,
  PAGE,
  plus,
  stored,
  type Turn,
  turned,
  turnedSize,
  type Unit,
  uprightOf,
  within,
} from '../../../../src/app/local/photo/shape.ts';

const turns = fc.constantFrom<Turn>(0, 90, 180, 270);
const parts: fc.Arbitrary<Unit> = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([a = 0, b = 0, c = 0, d = 0]) => ({ x: a * (1 - c), y: b * (1 - d), width: c, height: d }));
const sizes = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

function expectSame(one: Unit, other: Unit): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(one[side]).toBeCloseTo(other[side], 9);
}

describe('a part of a turned page', () => {
  it('comes back to where it was when the page is turned back', () => {
    fc.assert(
      fc.property(parts, turns, (part, turn) => expectSame(turned(turned(part, turn), plus(0, -turn)), part)),
    );
  });

  it('is where two turns one after the other bring it', () => {
    fc.assert(
      fc.property(parts, turns, turns, (part, one, other) =>
        expectSame(turned(turned(part, one), other), turned(part, plus(one, other))),
      ),
    );
  });

  it('goes from the upper left to the upper right with a quarter turn to the right', () => {
    expectSame(turned({ x: 0, y: 0, width: 0.2, height: 0.1 }, 90), {
      x: 0.9,
      y: 0,
      width: 0.1,
      height: 0.2,
    });
  });
});

describe('what a camera says of how it was held', () => {
  /** Where the upper left quarter of the upright picture is stored, for each orientation (Exif 2.32). */
  it.each([
    [1, 0, 0],
    [2, 0.5, 0],
    [3, 0.5, 0.5],
    [4, 0, 0.5],
    [5, 0, 0],
    [6, 0, 0.5],
    [7, 0.5, 0.5],
    [8, 0.5, 0],
  ])('orientation %i has its upper left at %f, %f', (orientation, x, y) => {
    const corner = { x: 0, y: 0, width: 0.5, height: 0.5 };
    expectSame(stored(corner, uprightOf(orientation)), { ...corner, x, y });
  });

  it('is taken for upright when it says what no camera says', () => {
    expect(uprightOf(0)).toEqual(uprightOf(1));
    expect(uprightOf(9)).toEqual(uprightOf(1));
  });
});

describe('the size of a page', () => {
  it('is never over A4 at 150 dpi, never larger than the photo, and of the same shape', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const page = within(size, PAGE);
        expect(Math.max(page.width, page.height)).toBeLessThanOrEqual(PAGE.long);
        expect(Math.min(page.width, page.height)).toBeLessThanOrEqual(PAGE.short);
        expect(page.width).toBeLessThanOrEqual(size.width);
        const scale = page.width / size.width;
        expect(Math.abs(page.height - size.height * scale)).toBeLessThanOrEqual(1 + size.height / size.width);
      }),
    );
  });

  it('does not depend on which way the page lies', () => {
    fc.assert(
      fc.property(sizes, turns, (size, turn) => {
        expect(within(turnedSize(size, turn), PAGE)).toEqual(turnedSize(within(size, PAGE), turn));
      }),
    );
  });

  it('is opened with no fewer pixels than are drawn', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const drawn = within(size, PAGE);
        const eighths = eighthsFor(size, drawn);
        expect(eighths).toBeGreaterThanOrEqual(1);
        expect((Math.max(size.width, size.height) * eighths) / 8).toBeGreaterThanOrEqual(
          Math.max(drawn.width, drawn.height) - 1e-6,
        );
      }),
    );
  });

  it('has whole pixels inside the photo, however little of it is wanted', () => {
    fc.assert(
      fc.property(parts, sizes, (part, size) => {
        const { x, y, width, height } = inPixels(part, size);
        for (const one of [x, y, width, height]) expect(Number.isInteger(one)).toBe(true);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(x + width).toBeLessThanOrEqual(size.width);
        expect(y + height).toBeLessThanOrEqual(size.height);
      }),
    );
  });
});
