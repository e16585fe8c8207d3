import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HowToPrepare } from '../../src/app/local/photos.ts';
import type { Looked, PhotosInPage } from '../support/photoInPage.ts';
import { openPhotoPage, type PhotoPage } from '../support/photoPage.ts';

const MOST_BYTES = 350 * 1024;
const AS_IT_IS: HowToPrepare = { turn: 0, crop: null, watermark: null };
/** Inside the black mark on the sheet, in each of the four corners that it may have come to. */
const CORNERS = [
  { x: 0.11, y: 0.07, width: 0.03, height: 0.02 },
  { x: 0.91, y: 0.11, width: 0.02, height: 0.03 },
  { x: 0.85, y: 0.91, width: 0.03, height: 0.02 },
  { x: 0.07, y: 0.85, width: 0.02, height: 0.03 },
];
const TEXT = { x: 0.15, y: 0.3, width: 0.6, height: 0.1 };
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

describe('the photo of a paper', () => {
  let opened: PhotoPage;
  beforeAll(async () => {
    opened = await openPhotoPage();
  });
  afterAll(() => opened.end());

  const photograph = (dense = false): Promise<number> =>
    opened.page.evaluate((small) => window.photos.photograph(small), dense);
  const prepare = (how: Partial<HowToPrepare> = {}): Promise<Looked> =>
    opened.page.evaluate((asked) => window.photos.prepare(asked), { ...AS_IT_IS, ...how });
  /** What begins so and has this many bytes. */
  const take = async (head: number[], length = 50_000): Promise<Looked> => {
    await opened.page.evaluate(([some, all]) => window.photos.take(some, all), [head, length] as const);
    return prepare();
  };
  const see = (...[parts]: Parameters<PhotosInPage['see']>) =>
    opened.page.evaluate((all) => window.photos.see(all), parts);
  const darkCorner = async (): Promise<number> =>
    (await see(CORNERS)).findIndex((corner) => corner.mean < 60);

  test('becomes a small upright legible page that tells nothing of where and with what it was taken', async () => {
    expect(await photograph()).toBeGreaterThan(MOST_BYTES);
    const page = await prepare();
    expect(page).toMatchObject({ type: 'image/jpeg', width: 1240, height: 1653, tells: false });
    expect(page.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(page.longTasks).toEqual([]);
    expect(await darkCorner(), 'the mark is at the upper left').toBe(0);
    const [text] = await see([TEXT]);
    expect(text?.lightest ?? 0).toBeGreaterThan(190);
    expect(text?.darkest ?? 255).toBeLessThan(70);
  });

  test('is turned and cropped as the person asked', async () => {
    await photograph();
    expect(await prepare({ turn: 90 })).toMatchObject({ width: 1653, height: 1240 });
    expect(await darkCorner(), 'the mark has come to the upper right').toBe(1);
    await prepare({ turn: 180 });
    expect(await darkCorner()).toBe(2);
    const half = await prepare({ crop: { x: 0, y: 0, width: 1, height: 0.5 } });
    expect(half).toMatchObject({ width: 1754, height: 1169 });
    const [mark] = await see([{ x: 0.11, y: 0.14, width: 0.03, height: 0.04 }]);
    expect(mark?.mean ?? 255).toBeLessThan(60);
  });

  test('stays small when it is full of small print', async () => {
    await photograph(true);
    const page = await prepare();
    expect(page.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(page.width, 'and is hardly smaller for it').toBeGreaterThan(1000);
  });

  test('carries a watermark when one was asked for', async () => {
    await photograph();
    await prepare();
    await prepare();
    expect(await opened.page.evaluate(() => window.photos.differ())).toBe(0);
    const page = await prepare({ watermark: '仅限办理农民专业合作社设立登记使用' });
    expect(page.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(await opened.page.evaluate(() => window.photos.differ())).toBeGreaterThan(1);
    const [text] = await see([TEXT]);
    expect(text?.darkest ?? 255, 'the text is still legible under it').toBeLessThan(80);
  });

  test('is shown in the editor as a small upright picture', async () => {
    await photograph();
    expect(await opened.page.evaluate(() => window.photos.preview())).toMatchObject({
      ...{ width: 1200, height: 1600, tells: false, longTasks: [] },
    });
    expect(await darkCorner()).toBe(0);
  });

  test('is a PDF, which passes as it is, or nothing that could be read, which is refused', async () => {
    const pdf = bytesOf('%PDF-1.7');
    expect(await take(pdf)).toMatchObject({ type: 'application/pdf', bytes: 50_000, same: true });
    expect((await take(pdf, 10 * 1024 * 1024)).refused, 'sealed it would be larger').toBe('photo.tooLarge');
    expect((await take(bytesOf('<!doctype html><p>no photo'))).refused).toBe('photo.kind');
    expect((await take([0xff, 0xd8, 0xff, 0xe0])).refused).toBe('photo.unreadable');
    expect((await take([0, 0, 0, 24, ...bytesOf('ftypheic')])).refused).toBe('photo.unreadable');
    expect((await take([0xff, 0xd8, 0xff], 51 * 1024 * 1024)).refused).toBe('photo.tooLarge');
  });
});
