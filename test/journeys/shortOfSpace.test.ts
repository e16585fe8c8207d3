import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { photograph, photoOf } from '../support/journeyPages.ts';

/** What a page takes, at most. */
const PAGE_BYTES = 360_000;
/** So much of the space is used with one more page: more than four fifths. */
const USED = 0.85;
const PORTAL = '<!doctype html><title>上网认证</title><h1>请先登录 WiFi</h1>';

/** A hotel's or a station's: whatever is asked for, it answers with its own page. */
async function portalAt(port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
    answer.end(PORTAL);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

describe('what goes wrong around a device', () => {
  const hall = journeyHall();

  test('the browser’s space runs out: it is said before, photos are refused in words, and an intake without them is recorded', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    const intake = new JourneyIntake(page, '7b');
    await intake.begin();
    await intake.toPapers();
    const paper = intake.guide.materials[0]?.name ?? '';
    const session = await desk.context.newCDPSession(page);
    const origin = new URL(page.url()).origin;
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      quotaSize: Math.ceil((usage + PAGE_BYTES) / USED),
    });
    await photograph(page, paper, await photoOf(page, '还放得下'), 1);
    await page.getByText(/本机存储空间快满了，已用 \d+%/).waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: `拍照：${paper}` }).click();
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page, '放不下了') };
    await (await chooser).setFiles(photo);
    await page.getByRole('button', { name: '使用这张' }).click();
    await page.getByRole('dialog').getByText('空间').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByRole('button', { name: `第 1 页：${paper}` }).waitFor();
    await intake.markRest();
    await intake.next('定结果，提交');
    const number = await intake.submit('提交受理');
    await eventually(() => district.cases().map((one) => one.number)).toEqual([number]);
    expect(district.cases()[0]?.files).toHaveLength(1);
  });

  test('a captive portal answers in the district’s place: nothing counts as sent, and it goes on behind it', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await district.kill();
    const portal = await portalAt(Number(new URL(district.url).port));
    const number = await new JourneyIntake(desk.page, '7b').toAcceptance();
    await desk.openOutbox();
    await desk.press('立即上报');
    await desk.page
      .getByText(/上网认证/)
      .first()
      .waitFor();
    expect(district.cases()).toEqual([]);
    await portal.close();
    await district.start();
    await desk.press('立即上报');
    await eventually(() => district.cases().map((one) => one.number)).toEqual([number]);
    await desk.allSent();
  });
});
