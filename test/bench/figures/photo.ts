/**
 * The photo of a sheet of A4 with 12 megapixels, in a real browser, as the staff app's worker makes a page of it:
 *
 * - `photo.prepare`: four times what it takes from asking to the bytes of the page, since DevTools' throttle does not
 *   reach workers and a tablet is that much slower;
 * - `photo.bytes`: what is then kept and sent.
 *
 * Both are measured in the same runs.
 */
import type { Looked } from '../../support/photoInPage.ts';
import { openPhotoPage } from '../../support/photoPage.ts';
import { type Measured, say } from '../figure.ts';
import { quiet } from '../quiet.ts';
import { median, spread } from '../statistics.ts';
import { CPU_SLOWDOWN } from '../throttle.ts';

const RUNS = 11;
const LIMIT_MS = 1_000;
const LIMIT_BYTES = 358_400;
const QUIET_WITHIN_MS = 15_000;

export const measurePrepare = async (): Promise<Measured> => {
  const done = await runs();
  const busy = done.flatMap((one) => one.longTasks);
  // A screen that stands still while a photo is prepared is a defect, however soon the page is there.
  if (busy.length > 0) throw new Error(`the main thread was held for ${spread(busy, 0)} ms`);
  const value = CPU_SLOWDOWN * median(done.map((one) => one.ms));
  return { value, unit: 'ms', better: 'less', limit: LIMIT_MS };
};

export const measureBytes = async (): Promise<Measured> => {
  const value = Math.max(...(await runs()).map((one) => one.bytes));
  return { value, unit: 'bytes', better: 'less', limit: LIMIT_BYTES };
};

let measured: Promise<readonly Looked[]> | undefined;

/** Once for both figures. */
function runs(): Promise<readonly Looked[]> {
  measured ??= prepareAll();
  return measured;
}

async function prepareAll(): Promise<readonly Looked[]> {
  const { page, end } = await openPhotoPage();
  try {
    const taken = await page.evaluate(() => window.photos.photograph(false));
    const prepare = () =>
      page.evaluate(() => window.photos.prepare({ turn: 0, crop: null, watermark: null }));
    // The first also compiles what the others find compiled, as on a counter that is used all day.
    await prepare();
    await quiet(QUIET_WITHIN_MS);
    const done: Looked[] = [];
    for (let run = 0; run < RUNS; run += 1) done.push(await prepare());
    const refused = done.find((one) => one.refused);
    if (refused) throw new Error(`refused: ${refused.refused}`);
    const [{ width, height, bytes } = { width: 0, height: 0, bytes: 0 }] = done;
    say(`photo: ${taken} bytes became ${bytes}, ${width} × ${height}`);
    say(`  worker     ${spread(done.map((one) => one.ms))} ms, not slowed`);
    return done;
  } finally {
    await end();
  }
}
