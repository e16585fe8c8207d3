import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, orientationOf, sizeOf, takeOrientation } from '../../../../src/app/local/photo/header.ts';
import { exifSegment, withSegment } from '../../../support/photoExif.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

/** Beginning, a frame of 4032 × 3024, a scan. */
const JPEG = bytes(
  [0xff, 0xd8, 0xff, 0xc4, 0, 4, 1, 2],
  [0xff, 0xc0, 0, 8, 8, 0x0b, 0xd0, 0x0f, 0xc0, 3],
  [0xff, 0xda, 0, 2],
);
const held = (orientation: number) => withSegment(JPEG, exifSegment(orientation));

describe('what a file is', () => {
  it.each([
    ['jpeg', JPEG],
    ['picture', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['picture', bytes([0, 0, 0, 24], 'ftypheic')],
    ['picture', bytes('RIFF', [1, 2, 3, 4], 'WEBP')],
    ['pdf', bytes('%PDF-1.7')],
    ['other', bytes('<!doctype html>')],
    ['other', bytes('RIFF', [1, 2, 3, 4], 'WAVE')],
    ['other', bytes([0, 0, 0, 24], 'ftypisom')],
    ['other', bytes()],
  ] as const)('%s, by its signature', (kind, file) => {
    expect(kindOf(file)).toBe(kind);
  });
});

describe('the orientation of a photo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is read, and is 1 once it was taken out: %i', (orientation) => {
    const photo = held(orientation);
    expect(takeOrientation(photo)).toBe(orientation);
    expect(takeOrientation(photo)).toBe(1);
    expect(photo.length).toBe(held(orientation).length);
  });

  it('is 1 when nothing says it', () => {
    expect(orientationOf(JPEG)).toBeUndefined();
    expect(takeOrientation(JPEG.slice())).toBe(1);
  });

  it('does not hide how large the photo is', () => {
    expect(sizeOf(held(6))).toEqual({ width: 4032, height: 3024 });
  });

  it('is looked for without falling over a file that is cut off or made to deceive', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: held(6).length }),
        fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 255 })), { maxLength: 6 }),
        (length, changes) => {
          const photo = held(6).slice(0, length);
          for (const [at, byte] of changes) if (at < photo.length) photo[at] = byte;
          expect(typeof takeOrientation(photo)).toBe('number');
          sizeOf(photo);
        },
      ),
      { numRuns: 500 },
    );
  });
});
