import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { chromium } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { ensureBrowser } from '../support/browser.ts';
import { type JourneyDesk, PATIENCE_MS } from '../support/journeyDesk.ts';
import type { JourneyDistrict } from '../support/journeyDistrict.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';

const XIJI = '西集镇便民服务中心';
const WECHAT =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49';
/** A private window is told by how fast a write is: on a busy machine one may pass for another kind, but not each. */
const PRIVATE_WINDOWS = 5;
const NOT_KEPT = /^浏览器还没有答应长期保存本机内容。请在浏览器菜单里选“安装就近办”或者“添加到主屏幕”/;

/** As if half an hour had gone by since the code was shown. */
function letExpire({ dataDir }: JourneyDistrict, device: string): void {
  const file = new DatabaseSync(join(dataDir, 'jinban.sqlite'), { timeout: 5_000 });
  const done = file
    .prepare("update enrolment_code set expires_at = '2026-01-01T00:00:00.000Z' where name = ?")
    .run(device);
  expect(done.changes).toBe(1);
  file.close();
}

/** Types a code and gives what is said against it; a quick disk looks like a private window, which the person denies. */
async function refusalOf({ page }: JourneyDesk, code: string): Promise<string> {
  await page.getByLabel('登记码').fill(code);
  await page.getByRole('button', { name: '登记这台设备' }).click();
  const alert = page.getByRole('alert');
  const sure = page.getByRole('button', { name: '不是无痕窗口，继续登记' });
  await alert.waitFor();
  if (await sure.isVisible()) {
    await sure.click();
    await sure.waitFor({ state: 'detached' });
    await alert.waitFor();
  }
  return (await alert.textContent()) ?? '';
}

describe('enrolling a device', () => {
  const hall = journeyHall();

  test('a code that is mistyped, expired or used up is refused in plain words, and the next one works', async () => {
    const admin = new JourneyOffice(await hall.desk());
    await admin.desk.visit('qu.admin');
    const expired = await admin.codeFor('过期的', XIJI);
    letExpire(hall.district, '过期的');
    const good = await admin.codeFor('2 号窗口', XIJI);
    const first = await hall.desk();
    await first.open();
    const mistyped = good.startsWith('A') ? `B${good.slice(1)}` : `A${good.slice(1)}`;
    const wrong = '登记码不对，或者已经过期。请核对后再输；过期的请管理员再出一个。';
    expect(await refusalOf(first, mistyped)).toContain(wrong);
    expect(await refusalOf(first, expired)).toContain(wrong);
    // As people type: small letters, O for 0, no blank.
    await first.enrol(good.toLowerCase().replaceAll('0', 'o').replace(' ', ''));

    const second = await hall.desk();
    await second.open();
    expect(await refusalOf(second, good)).toContain(
      '这个登记码已经用过了。每个登记码只能登记一台设备，请管理员再出一个。',
    );
    await second.enrol(await admin.codeFor('3 号窗口', XIJI));
    await admin.sees('3 号窗口', '还没有人用过');
  });

  test('by the link of the QR the code is there already, and leaves the address; the app says how to be installed, and keeps saying so', async () => {
    const code = await hall.district.code('370406102');
    const desk = await hall.desk();
    const { page } = desk;
    await desk.open(`/desk/enrol#${code}`);
    await desk.heading('登记这台设备').waitFor();
    expect(await page.getByLabel('登记码').inputValue()).toBe(code);
    expect(page.url(), 'not in the history').not.toContain('#');
    await desk.enrol(await page.getByLabel('登记码').inputValue());
    await desk.signIn('xiji.clerk');
    await desk.setSecret();
    await desk.heading('今天的办件').waitFor();
    await page.getByText(NOT_KEPT).waitFor();
    await desk.readyForOffline();
    await page.reload();
    await desk.heading('解锁').waitFor();

    await desk.open(`/desk/enrol#${code}`);
    await desk.unlock('xiji.clerk');
    await page.getByText(NOT_KEPT).waitFor();
    await page.getByText('登记只做一次，不用再登记').waitFor();
    await page.getByRole('main').getByRole('link', { name: '今天的办件' }).click();
    await desk.heading('今天的办件').waitFor();
    // On a phone a form has the room for itself.
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByText(NOT_KEPT).waitFor();
    await desk.press('收件');
    await desk.heading('选要办的事项').waitFor();
    expect(await page.getByText(NOT_KEPT).isVisible()).toBe(false);
  });

  test('is refused inside WeChat, with the way out', async () => {
    const desk = await hall.desk({ userAgent: WECHAT });
    await desk.open();
    expect(await refusalOf(desk, await hall.district.code('370406102'))).toContain(
      '在微信里打开的页面存不住内容，不能登记。请点右上角“…”，选“在浏览器打开”，再登记这台设备。',
    );
    expect(await desk.page.getByRole('button', { name: /继续登记/ }).count(), 'nobody overrules it').toBe(0);
  });

  test('is refused in a private window', async () => {
    const browser = await chromium.launch(await ensureBrowser());
    try {
      let alert = '';
      for (let window = 0; window < PRIVATE_WINDOWS && alert === ''; window += 1) {
        const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        await page.goto(`${hall.district.url}/desk/enrol#${await hall.district.code('370406102')}`);
        await page.getByRole('button', { name: '登记这台设备' }).click();
        const refused = page.getByRole('alert');
        await refused.or(page.getByRole('heading', { level: 1, name: '登录' })).waitFor();
        alert = (await refused.allInnerTexts()).join();
        if (alert !== '') await page.getByRole('heading', { level: 1, name: '登记这台设备' }).waitFor();
      }
      expect(alert).toContain('这个窗口看起来是无痕（隐私）窗口，关掉后内容就没有了，不能登记。');
      expect(alert).toContain('请在普通窗口里打开本页，再登记这台设备。');
    } finally {
      await browser.close();
    }
  });
});
