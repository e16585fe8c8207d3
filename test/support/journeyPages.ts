/** Photographing papers in a journey, as a clerk does it; and the files as they lie at the district. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { JourneyDistrict } from './journeyDistrict.ts';
import { JourneyIntake } from './journeyIntake.ts';

/** What a camera gives: a sheet with writing on it, in no two photos the same. JPEG, some hundred kilobytes. */
async function photoOf(page: Page, words: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1500, 2000];
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#f4f1ea';
    pen.fillRect(0, 0, 1500, 2000);
    pen.fillStyle = '#222';
    pen.font = '34px sans-serif';
    for (let line = 0; line < 44; line += 1)
      pen.fillText(`${text} 第 ${line} 行 ${'材料内容'.repeat(8)}`, 90, 90 + line * 43);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }, words);
  return Buffer.from(base64, 'base64');
}

/** 拍照 under a line of the checklist, and 使用这张. */
export async function photograph(page: Page, paper: string, words: string): Promise<void> {
  const photo = await photoOf(page, words);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `拍照：${paper}` }).click();
  await (await chooser).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '使用这张' }).click();
}

/** 在屏幕上签名: a stroke on the pad, and 完成. */
export async function signOnScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '在屏幕上签名' }).click();
  const pad = page.getByRole('img', { name: '签名处' });
  await pad.waitFor();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad to sign on');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  for (const [x, y] of [
    [120, 70],
    [160, 40],
    [220, 80],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await pageShown(page, name, 1).waitFor();
}

/** A page that is kept. */
export const pageShown = (page: Page, paper: string, count: number): Locator =>
  page.getByRole('button', { name: `第 ${count} 页：${paper}` });

/** Takes in and accepts a case whose first paper is photographed, one page for each of these words. */
export async function takeInPhotographed(
  page: Page,
  words: readonly string[],
): Promise<{ readonly number: string; readonly paper: string }> {
  const intake = new JourneyIntake(page, '7b');
  await intake.begin();
  await intake.toPapers();
  const paper = intake.guide.materials[0]?.name ?? '';
  for (const [at, one] of words.entries()) {
    await photograph(page, paper, one);
    await pageShown(page, paper, at + 1).waitFor();
  }
  await intake.markRest();
  await intake.next('定结果，提交');
  return { number: await intake.submit('提交受理'), paper };
}

/** Bytes of uploads that are under way at the district. */
export function arriving(district: JourneyDistrict): number {
  const folder = join(district.dataDir, 'files', 'incoming');
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Names of the files on the district's shelf, and whether each is what its name says. */
export function shelf(district: JourneyDistrict): { readonly hash: string; readonly whole: boolean }[] {
  const folder = join(district.dataDir, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('incoming'))
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return {
        hash: entry.name,
        whole: createHash('sha256').update(bytes).digest('base64url') === entry.name,
      };
    });
}
