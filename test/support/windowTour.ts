/** The window beside its cases: many households in one sitting, another hall's papers, devices, verification, help. */
import type { Page } from '@playwright/test';
import type { JourneyDesk } from './journeyDesk.ts';
import { beginSitting, line, sheet } from './journeyRoster.ts';
import type { See } from './journeyTour.ts';

export async function windowTour(clerk: JourneyDesk, see: See): Promise<void> {
  const { page } = clerk;
  const stop = (screen: string) => see(screen, page);
  await clerk.openList();
  await theSitting(page, stop);
  await clerk.openList();
  await page.getByRole('link', { name: '别的大厅的办件' }).click();
  await clerk.heading('别的大厅的办件').waitFor();
  await stop('deposit');
  await clerk.openOutbox();
  await page.getByRole('link', { name: /读卡器/ }).click();
  await clerk.heading('设置本机的读卡器').waitFor();
  await stop('card-reader');
  await clerk.openOutbox();
  await page.getByRole('link', { name: /收件贴/ }).click();
  await clerk.heading('印收件贴').waitFor();
  await stop('stickers');
  await clerk.go('核验文书');
  await clerk.heading('核验文书').waitFor();
  await stop('verify');
  // There the cursor stands in a field, which takes every letter.
  await clerk.openList();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.waitFor();
  await stop('shortcuts');
  await help.getByRole('link', { name: /^看办件怎么走/ }).click();
  await clerk.heading('看办件怎么走').waitFor();
  await stop('help');
}

async function theSitting(page: Page, stop: (screen: string) => Promise<void>): Promise<void> {
  const intake = await beginSitting(page);
  await page
    .getByLabel('把名册粘贴到这里')
    .fill(sheet([line(1), line(2), line(3, '370406197001010000'), line(4)]));
  await page.getByText(/^名册 4 户/).waitFor();
  await stop('roster-with-errors');
  // What is pasted again is added.
  await intake.press('撤销上一步');
  await page.getByLabel('把名册粘贴到这里').fill(sheet([line(1), line(2), line(3)]));
  await page.getByText('名册 3 户，都可以用').waitFor();
  await stop('roster');
  await intake.next('核对材料');
  await intake.markRest();
  await intake.next('定结果，提交');
  await stop('sitting-outcome');
  await page.getByRole('button', { name: /^提交受理/ }).click();
  await page.getByRole('heading', { level: 1, name: /^已保存 3 件/ }).waitFor();
  await stop('sitting-receipt');
}
