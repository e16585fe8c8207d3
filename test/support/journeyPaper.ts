/** What comes out of a printer, and what a scanner reads from it. */
import type { Locator, Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';

/** What a scanner reads from a code on the page, pixel by pixel. */
export async function readFrom(code: Locator): Promise<string> {
  const side = 600;
  const pixels = await code.evaluate(async (element, size) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(element))}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(image, 0, 0, size, size);
    return [...pen.getImageData(0, 0, size, size).data];
  }, side);
  return decodeQR({ width: side, height: side, data: Uint8ClampedArray.from(pixels) });
}

/** The sheets that a printer would be given, by their size in whole millimetres. */
export async function sheetsOf(page: Page): Promise<string[]> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const millimetres = (points = '') => Math.round((Number(points) / 72) * 25.4);
  return [...paper.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`,
  );
}

export const A4 = '210 × 297';
