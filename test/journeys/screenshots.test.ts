import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { pictureOfWhole } from '../support/browser.ts';
import { handlingTour } from '../support/handlingTour.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { tour } from '../support/journeyTour.ts';
import { windowTour } from '../support/windowTour.ts';

/** Where the pictures go; without it nobody wants any. */
const FOLDER = process.env.JINBAN_SHOTS;

describe.skipIf(!FOLDER)('pictures of the tour', () => {
  const hall = journeyHall();

  test.each([
    [360, 740],
    [820, 1180],
    [1366, 768],
  ])(
    'at %i × %i',
    async (width, height) => {
      const folder = join(FOLDER ?? '', `${width}x${height}`);
      await mkdir(folder, { recursive: true });
      const sized = { viewport: { width, height }, deviceScaleFactor: 1 };
      let taken = 0;
      const shoot = async (screen: string, page: Page): Promise<void> => {
        taken += 1;
        const name = `${String(taken).padStart(2, '0')}-${screen}`;
        await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
        await pictureOfWhole(page, join(folder, `${name}-whole.png`));
      };
      await tour(await hall.desk(sized), shoot);
      const opening = {
        counter: () => hall.counter(sized),
        deskOf: (who: string) => hall.deskOf(who, sized),
      };
      await windowTour(await handlingTour(opening, shoot), shoot);
      expect(taken).toBeGreaterThan(80);
    },
    600_000,
  );
});
