import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
/** Of a screen: less than this, and nobody could read anything there; the distance between two parts included. */
const NOTHING_PX = 36;
const PAPERS = 2;

interface Sight {
  /** What is left between the end of the case and the bar that lies over the lower edge. */
  readonly left: number;
  readonly papers: number;
  /** Where the form begins, and where what is judged ends beside it. */
  readonly form: number | undefined;
  readonly file: number | undefined;
}

/** What is in the first picture of a case: measured as it is about to be painted. Asked before the case is opened. */
function firstSight(page: Page, number: string, act: string): Promise<Sight> {
  return page.evaluate(
    ([words, form]) =>
      new Promise<Sight>((resolve) => {
        const measure = () => {
          const papers = [...document.querySelectorAll('h2')]
            .find((one) => one.textContent?.startsWith('材料清单'))
            ?.closest('section');
          const bar = [...document.querySelectorAll('#main *')].find((one) => {
            const { position, bottom } = getComputedStyle(one);
            return position === 'sticky' && bottom === '0px';
          });
          const column = document.querySelector('#main h1')?.parentElement?.parentElement;
          const end = column?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
          resolve({
            left: (bar?.getBoundingClientRect().top ?? innerHeight) - end,
            papers: papers?.querySelectorAll('li').length ?? 0,
            form: document.querySelector(`section[aria-label="${form}"]`)?.getBoundingClientRect().left,
            file: papers?.getBoundingClientRect().right,
          });
        };
        const watch = new MutationObserver(() => {
          if (![...document.querySelectorAll('#main p')].some((one) => one.textContent === words)) return;
          watch.disconnect();
          requestAnimationFrame(measure);
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    [`编号 ${number}`, act] as const,
  );
}

describe('a case that is opened', () => {
  const hall = journeyHall();

  test('fills the screen from the first picture on, and a form taken up again stands beside it', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await desk.openList();
    const number = await new JourneyIntake(page, '10').toAcceptance();
    await desk.allSent();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await desk.openList();
      const sight = firstSight(page, number, '转报');
      await desk.openCase(number);
      const { left, papers } = await sight;
      expect(left < NOTHING_PX || papers >= PAPERS, `${size.width}: ${left} px left, ${papers} papers`).toBe(
        true,
      );
    }

    // So low that the form alone fills it.
    await page.setViewportSize({ width: 1366, height: 600 });
    await desk.press('转报');
    await page.getByRole('textbox', { name: /^附言/ }).fill('请尽快办理。');
    await desk.openList();
    await page.reload();
    await desk.unlock('xiji.clerk');
    await desk.row(number).getByRole('link').focus();
    const sight = firstSight(page, number, '转报');
    await page.keyboard.press('Enter');
    const { form, file } = await sight;
    expect(form).toBeGreaterThan(file ?? Number.POSITIVE_INFINITY);
  });
});
