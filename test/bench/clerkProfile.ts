/** A browser profile on which a clerk of Xiji has begun to work, and opened the staff app since. */
import { join } from 'node:path';
import { JourneyDesk } from '../support/journeyDesk.ts';
import type { JourneyDistrict } from '../support/journeyDistrict.ts';
import { throttleOf } from './throttle.ts';

export const CLERK = 'xiji.clerk';
/** A browser that has just been started is busy with itself for a while; a person needs longer to click. */
export const SETTLE_MS = 2_000;

interface Steps {
  /** Before the first page is opened. */
  readonly arrange?: (desk: JourneyDesk) => Promise<void>;
  /** Resolves when everything is on the device. */
  readonly ready: (desk: JourneyDesk) => Promise<void>;
}

/** Enrols, signs in and sets a secret as a person does. @returns the profile's folder */
export async function makeProfile(
  district: JourneyDistrict,
  folder: string,
  { arrange, ready }: Steps,
): Promise<string> {
  const profile = join(folder, 'desk-profile');
  const desk = new JourneyDesk(district, profile, {});
  await desk.start();
  try {
    await arrange?.(desk);
    // The device tunes argon2id for itself while it is as slow as it will be when somebody unlocks.
    const throttle = await throttleOf(desk.page);
    await throttle.slowCpu();
    await desk.begin(CLERK);
    await throttle.fullCpu();
    await ready(desk);
    // The second visit is the service worker's; like every later one it leaves the browser's compiled scripts behind.
    for (let visit = 0; visit < 2; visit += 1) {
      await desk.page.waitForTimeout(SETTLE_MS);
      await desk.open();
      await desk.unlock(CLERK);
      await desk.heading('今天的办件').waitFor();
    }
    await desk.page.waitForTimeout(SETTLE_MS);
    const served = await desk.page.evaluate(() => navigator.serviceWorker.controller !== null);
    if (!served) throw new Error('the service worker does not serve the page');
    return profile;
  } finally {
    await desk.close();
  }
}
