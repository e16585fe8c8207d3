import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PAGE_BYTES, type Packing, pack, QUALITIES } from '../../../../src/app/local/photo/quality.ts';

/** An encoder for a page that takes so many bytes at its best. @param pixels how bytes grow with pixels */
function encoder(atBest: number, pixels = 1.8) {
  const tries: Packing[] = [];
  const encode = async (packing: Packing) => {
    tries.push(packing);
    const bytes = QUALITIES.find((one) => one.quality === packing.quality)?.bytes ?? Number.NaN;
    return { ...packing, size: Math.round(atBest * bytes * packing.scale ** pixels) };
  };
  return { tries, encode };
}

const KIB = 1024;

describe('a page is packed', () => {
  it('once and at its best, when it is small anyway', async () => {
    const { tries, encode } = encoder(200 * KIB);
    expect(await pack(encode, 210 * KIB)).toMatchObject({ quality: 0.8, scale: 1 });
    expect(tries).toHaveLength(1);
  });

  it('at a lower quality from the start, when a sample says that it is dense', async () => {
    const { tries, encode } = encoder(450 * KIB);
    expect(await pack(encode, 440 * KIB)).toMatchObject({ scale: 1 });
    expect(tries).toHaveLength(1);
    expect(tries[0]?.quality).toBeLessThan(0.8);
  });

  it('smaller, with cleaner letters, when quality alone is not enough', async () => {
    const { encode } = encoder(900 * KIB);
    const packed = await pack(encode, 900 * KIB);
    expect(packed?.size).toBeLessThanOrEqual(MAX_PAGE_BYTES);
    expect(packed?.scale).toBeLessThan(1);
    expect(packed?.scale).toBeGreaterThan(0.7);
  });

  it('not at all when nothing could be read of it any more', async () => {
    expect(await pack(encoder(90_000 * KIB).encode, 90_000 * KIB)).toBeUndefined();
  });

  it('small enough in a few tries, however wrong the sample was and however it packs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2_500 * KIB }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: 1.5, max: 2, noNaN: true }),
        async (atBest, wrongBy, pixels) => {
          const { tries, encode } = encoder(atBest, pixels);
          const packed = await pack(encode, atBest * wrongBy);
          expect(packed?.size).toBeLessThanOrEqual(MAX_PAGE_BYTES);
          expect(tries.length).toBeLessThanOrEqual(4);
        },
      ),
    );
  });
});
