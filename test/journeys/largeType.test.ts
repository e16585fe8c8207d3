import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { doubleText } from '../support/doubleText.ts';
import { journeyHall } from '../support/journeyHall.ts';

/** The narrowest phone that is about. */
const NARROW = { viewport: { width: 320, height: 640 } };

const PATHS = [
  '/',
  '/halls',
  '/search?q=合作社',
  '/search?q=没有的事',
  '/progress',
  '/complaint',
  '/complaint/state',
  '/guide/none',
  ...seedCatalogue.guides.flatMap((guide) => [
    `/guide/${guide.id}`,
    ...(guide.state === 'complete' && guide.forms?.length ? [`/guide/${guide.id}/forms`] : []),
  ]),
];

/** 一次性创业补贴, for a farmer who has come home. */
const ANSWERS = ['一次性创业补贴', '返乡入乡农民工', '本人，或者单位的法定代表人'];

/** @returns what stands out to the right of the screen, in words; `''` for nothing */
const tooWide = (page: Page): Promise<string> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return '';
    const out = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth,
    );
    return ` by ${out.map((one) => `${one.tagName}.${one.className} “${one.textContent.slice(0, 20)}”`).join(', ')}`;
  });

async function largeType(page: Page, on: boolean): Promise<void> {
  await page.getByRole('button', { name: on ? '大字版' : '普通版' }).click();
  await page.getByRole('button', { name: on ? '普通版' : '大字版' }).waitFor();
}

describe('larger type', () => {
  const hall = journeyHall();

  test('no page is wider than the narrowest phone, in either size, nor with text twice as large', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(NARROW);
    const wide: string[] = [];
    const named = async (what: string): Promise<string[]> => {
      const by = await tooWide(page);
      return by ? [what + by] : [];
    };
    for (const large of [false, true]) {
      await page.goto(url);
      if (large) await largeType(page, true);
      for (const path of PATHS) {
        await page.goto(url + path);
        await page.getByRole('button', { name: large ? '普通版' : '大字版' }).waitFor();
        wide.push(...(await named(`${path}, large ${large}`)));
        await doubleText(page);
        wide.push(...(await named(`${path}, large ${large}, text twice as large`)));
      }
      await page.goto(`${url}/guide/7b`);
      for (const answer of ANSWERS) await page.getByRole('button', { name: answer, exact: true }).click();
      await page.getByRole('img', { name: /窗口扫这个码/ }).waitFor();
      wide.push(...(await named(`own list, large ${large}`)));
      await page.getByRole('button', { name: '重新选，清掉我的回答' }).click();
    }
    expect(wide).toEqual([]);
  });

  test('shows fewer things at once, says which are left out, and shows them when asked; it is remembered', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(NARROW);
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    await page.goto(`${url}/guide/7b`);
    await heading('常见问题').waitFor();
    await largeType(page, true);
    await heading('常见问题').waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: '普通版' }).waitFor();
    expect(await heading('常见问题').isVisible()).toBe(false);
    await page
      .getByRole('button', { name: '再看：哪些情况办不成、容易弄错的地方、常见问题、事项信息' })
      .click();
    await heading('常见问题').waitFor();
    expect(await page.getByRole('button', { name: /^再看/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent?.startsWith('哪些情况办不成'))).toBe(
      true,
    );

    await page.goto(url);
    expect(await heading('去哪里办').isVisible()).toBe(false);
    await page.getByRole('button', { name: '再看：查办到哪一步了、去哪里办' }).click();
    await heading('去哪里办').waitFor();
  });

  test('every button and field is a large target', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(NARROW);
    await page.goto(url);
    await largeType(page, true);
    for (const path of ['/', '/guide/7b', '/search?q=合作社', '/progress', '/complaint']) {
      await page.goto(url + path);
      await page.getByRole('button', { name: '普通版' }).waitFor();
      const small = await page
        .locator(
          'main :is(button, input, select, textarea, summary):not([type=hidden], [type=radio], [type=checkbox])',
        )
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 60)
            .map((one) => one.outerHTML.slice(0, 80)),
        );
      expect([path, ...small]).toEqual([path]);
    }
  });
});
