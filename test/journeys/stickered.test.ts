import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { parseStickerNumber } from '../../src/domain/sticker.ts';
import { readSticker } from '../../src/protocol/stickerCode.ts';
import { look } from '../support/axe.ts';
import { pictureOfWhole } from '../support/browser.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { A4, readFrom, sheetsOf } from '../support/journeyPaper.ts';
import { spoiled } from '../support/journeySpoil.ts';

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 820, height: 1180 };
const COUNTER = { width: 1366, height: 768 };
const SIZES = [PHONE, TABLET, COUNTER];
const FOLDER = process.env.JINBAN_SHOTS;

/** What is wrong with a screen at each size; with a folder for them, its pictures. Ends at the counter's size. */
async function see(page: Page, screen: string, faults: string[]): Promise<void> {
  await look(page, screen, faults, SIZES);
  if (!FOLDER) return;
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await pictureOfWhole(page, join(FOLDER, `${screen}-${size.width}.png`));
  }
}

/** From the list: two sheets of stickers, printed. @returns what a scanner reads from the first and the last of them */
async function printStickers(desk: JourneyDesk, faults: string[]): Promise<[string, string]> {
  const { page } = desk;
  await desk.openOutbox();
  await page.getByRole('link', { name: '印收件贴' }).click();
  await desk.heading('印收件贴').waitFor();
  await see(page, 'beforePrinting', faults);
  await page.getByRole('radio', { name: '2 页' }).check();
  await desk.press('编号，排 48 张贴');
  await page.getByText('排好了 48 张贴').waitFor();
  await see(page, 'sheet', faults);
  const sheet = page.getByRole('region', { name: '收件贴' });
  expect(await sheet.getByRole('listitem').count()).toBe(48);
  expect(await sheetsOf(page)).toEqual([A4, A4]);
  const codes = sheet.getByRole('img');
  const texts: [string, string] = [await readFrom(codes.first()), await readFrom(codes.last())];
  expect(texts.map((text) => parseStickerNumber(stickerIn(text).number)?.serial)).toEqual([1, 48]);
  return texts;
}

/** A new intake up to its last step, complete. */
async function toTheEnd({ page }: JourneyDesk): Promise<JourneyIntake> {
  const intake = new JourneyIntake(page, '1');
  await intake.begin();
  await intake.toPapers();
  await intake.markRest();
  await intake.next('定结果，提交');
  return intake;
}

/** As a scanner at the counter with caps lock on. */
async function scan(page: Page, text: string): Promise<void> {
  await page.getByLabel('扫收件贴').fill(text.toUpperCase());
  await page.keyboard.press('Enter');
}

/** What a scanner has read, as it is printed. */
function stickerIn(text: string): { readonly number: string; readonly code: string } {
  const read = readSticker(text);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe('a numbered sticker as the receipt of a case', () => {
  const hall = journeyHall();
  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);

  test('is printed beforehand, taken without a line, refused a second time, and looked up by its number', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    const faults: string[] = [];
    const [text, next] = await printStickers(desk, faults);
    const other = stickerIn(next);
    const { number: sticker, code } = stickerIn(text);
    expect(text.startsWith(`${hall.district.url}/progress#s=`)).toBe(true);

    await desk.goOffline();
    await desk.openList();
    const intake = await toTheEnd(desk);
    // A citizen's list is no sticker, and one with a letter misread is none of ours.
    await scan(page, 'wxp://f2f0Zk1x_c');
    await page.getByRole('alert').getByText('这不是收件贴上的二维码或者编号。').waitFor();
    await scan(page, `${sticker.slice(0, -1)}${sticker.endsWith('Z') ? 'Y' : 'Z'} ${code}`);
    await page.getByRole('alert').getByText('收件贴的贴号或者查询码不对').waitFor();
    await see(page, 'refusedScan', faults);
    await scan(page, text);
    await page.getByRole('status').getByText(sticker).waitFor();
    await see(page, 'taken', faults);
    const first = await intake.submit('提交受理');
    expect(first).not.toBe(sticker);
    await page.getByText(`收件贴 ${sticker} 就是凭证`).waitFor();
    await page.getByRole('region', { name: '受理通知书' }).getByText(sticker).waitFor();
    await see(page, 'receipt', faults);

    // Typed this time, number and code: the sticker is on somebody's paper already.
    await desk.openList();
    const again = await toTheEnd(desk);
    await scan(page, `${sticker} ${code}`);
    await page.getByRole('alert').getByText(`收件贴 ${sticker} 已经用在办件 ${first} 上`).waitFor();
    await see(page, 'usedAgain', faults);
    // It is not submitted as if it had one; nothing is lost, and without one, or with the next, it goes on.
    await desk.press('提交受理');
    await page.getByText('收件贴还没有扫上。').waitFor();
    await again.at('定结果，提交');
    await page.getByLabel('扫收件贴').fill(`${other.number} ${other.code}`);
    const second = await again.submit('提交受理');
    expect(second).not.toBe(first);

    await desk.goOnline();
    await desk.allSent();
    await eventually(() => caseOf(first)?.sticker).toBe(sticker);
    expect(caseOf(first)).toMatchObject({ code, status: 'accepted', flags: [] });
    expect(caseOf(second)).toMatchObject({ status: 'accepted', flags: [], sticker: other.number });
    await desk.openList();
    await page.getByLabel('找办件').fill(sticker);
    await desk.openCase(first);
    await page.getByText(`收件贴 ${sticker}`).first().waitFor();
    await see(page, 'caseFile', faults);

    await lookUp(text, first, faults);
    expect(faults).toEqual([]);
  });

  /** As whoever holds the sticker: by its number and code, and by its QR. */
  async function lookUp(text: string, number: string, faults: string[]): Promise<void> {
    const { url } = hall.district;
    const { number: sticker, code } = stickerIn(text);
    const phone = await hall.desk({ viewport: PHONE });
    const found = phone.page.getByRole('region', { name: '办理进度' });
    await phone.page.goto(`${url}/progress`);
    await phone.page.getByLabel('办件编号').fill(sticker.replaceAll('-', '').toLowerCase());
    await phone.page.getByLabel('查询码').fill(code.toLowerCase());
    await phone.press('查进度');
    await found.getByText(number).waitFor();
    await found.getByText('已受理', { exact: true }).first().waitFor();
    await see(phone.page, 'citizen', faults);
    await phone.page.goto(`${url}/`);
    await phone.page.goto(text);
    await found.getByText(number).waitFor();
    expect(phone.page.url()).toBe(`${url}/progress`);
  }

  test('stays on a receipt that is mended: its number is shown, and it can neither be changed nor taken off', async () => {
    const desk = await hall.counter();
    const { number: sticker, code } = stickerIn((await printStickers(desk, []))[0]);
    await desk.goOffline();
    await desk.openList();
    const taken = await toTheEnd(desk);
    await scan(desk.page, `${sticker} ${code}`);
    const number = await taken.submit('提交受理');
    const parcel = await spoiled(desk, number);
    const { page } = desk;
    await parcel.getByRole('button', { name: '修改后重报' }).click();
    const mending = new JourneyIntake(page, '1');
    await mending.at('修改后重报：定结果，提交');
    await page.getByText(`收件贴 ${sticker} 已经贴在来人手里的那一份上`).waitFor();
    expect(await page.getByLabel('扫收件贴').count()).toBe(0);
    expect(await page.getByRole('button', { name: '不用这张贴' }).count()).toBe(0);
    const faults: string[] = [];
    await see(page, 'mended', faults);
    expect(await mending.submit('提交受理')).toBe(number);
    await desk.allSent();
    await eventually(() => caseOf(number)).toMatchObject({ sticker, code, flags: [] });
    expect(faults).toEqual([]);
  });

  test('used on two devices without a line: both cases stand, and whoever took the second is told what to do', async () => {
    const west = await hall.counter();
    const { number: sticker, code } = stickerIn((await printStickers(west, []))[0]);
    const tablet = await hall.deskOf('xiji.clerk');
    const taken: string[] = [];
    for (const desk of [west, tablet]) {
      await desk.goOffline();
      await desk.openList();
      const intake = await toTheEnd(desk);
      await scan(desk.page, `${sticker} ${code}`);
      taken.push(await intake.submit('提交受理'));
    }
    const [first = '', second = ''] = taken;
    await west.goOnline();
    await west.allSent();
    await tablet.goOnline();
    await tablet.allSent();
    await eventually(() => caseOf(second)?.flags.map((one) => one.code)).toEqual(['sticker.usedTwice']);
    expect(caseOf(first)).toMatchObject({ status: 'accepted', flags: [] });
    expect(caseOf(second)?.status).toBe('accepted');
    await tablet.openList();
    // The other case comes into the list above it: nobody clicks on what is about to move.
    await tablet.row(first).waitFor();
    await tablet.openCase(second);
    await tablet.page.getByText(`收件贴 ${sticker} 已经先用在办件 ${first} 上，凭它查不到这一件`).waitFor();
    const faults: string[] = [];
    await see(tablet.page, 'flagged', faults);
    expect(faults).toEqual([]);
  });
});
