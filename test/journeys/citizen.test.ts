import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

/** 一次性创业补贴, for a farmer who has come home. */
const ANSWERS = ['一次性创业补贴', '返乡入乡农民工', '本人，或者单位的法定代表人'];

async function answerAll(page: Page): Promise<void> {
  for (const answer of ANSWERS) await page.getByRole('button', { name: answer, exact: true }).click();
  await page.getByRole('heading', { name: /^要带 \d+ 样/ }).waitFor();
}

/** 分享成图片, where the browser has nobody to share with: the picture is saved. @returns its first bytes and name */
async function savedImage(page: Page) {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '分享成图片' }).click();
  const download = await saved;
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
}

const PNG = '89504e47';

describe('a citizen with a phone', () => {
  const hall = journeyHall();

  test('finds the service, gets their own list, and shares it; all of it again without a line', async () => {
    const { url } = hall.district;
    const { page, context } = await hall.desk(PHONE);
    await page.goto(url);
    await page.getByLabel('您要办什么').fill('chuangyebutie');
    await page.getByRole('link', { name: '一次性创业补贴申领' }).first().click();
    await answerAll(page);
    await page.getByRole('checkbox', { name: '营业执照，带上了' }).check();
    const first = await savedImage(page);
    expect(first.name).toBe('一次性创业补贴申领材料清单.png');
    expect(first.bytes.subarray(0, 4).toString('hex')).toBe(PNG);
    await page.getByRole('img', { name: /窗口扫这个码/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await eventually(() =>
      page.evaluate(
        async () => Boolean(await caches.match(location.href)) && Boolean(await caches.match('/')),
      ),
    ).toBe(true);
    await context.setOffline(true);
    await page.goto(url);
    await page.getByLabel('您要办什么').fill('创业补贴');
    await page.getByRole('link', { name: '一次性创业补贴申领' }).first().click();
    // What was answered and ticked has stayed.
    expect(await page.getByRole('checkbox', { name: '营业执照，带上了' }).isChecked()).toBe(true);
    const again = await savedImage(page);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    await page.getByRole('button', { name: '重新选，清掉我的回答' }).click();
    await page.getByRole('group', { name: '想领哪一种补贴？' }).waitFor();
  });

  test('leaves nothing on the phone of what was searched for', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(PHONE);
    const kept = (path: string) =>
      page.evaluate(async (address) => Boolean(await caches.match(address)), path);
    await page.goto(`${url}/halls`);
    await eventually(() => kept('/halls')).toBe(true);
    await page.goto(`${url}/search?q=准生证`);
    await page.getByRole('link', { name: '再生育审批' }).first().waitFor();
    await page.goto(`${url}/guide/6`);
    await eventually(() => kept('/guide/6')).toBe(true);
    expect(await kept('/search?q=准生证')).toBe(false);
  });

  test('reads everything without JavaScript: the papers by situation, the search, the forms', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk({ ...PHONE, javaScriptEnabled: false });
    await page.goto(url);
    await page.getByLabel('您要办什么').fill('砍树');
    await page.getByRole('button', { name: '查', exact: true }).click();
    await page.getByRole('link', { name: '采伐林木许可' }).first().waitFor();
    await page.goto(`${url}/guide/7b`);
    await page.getByRole('heading', { name: '每个人都要带' }).waitFor();
    await page.getByText('什么时候要：“您属于哪一类人”选“返乡入乡农民工”。').waitFor();
    await page.getByRole('link', { name: '空白表和示范文本，可以打印' }).click();
    await page.getByText('示范文本，内容是编的').waitFor();
  });

  test('makes everything larger once and for all, and meets nothing that axe finds fault with', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(PHONE);
    const faults: string[] = [];
    for (const large of [false, true]) {
      for (const path of [
        '/',
        '/guide/7b',
        '/guide/10',
        '/guide/6',
        '/halls',
        '/search?q=合作社',
        '/guide/7b/forms',
      ]) {
        await page.goto(url + path);
        for (const fault of await faultsOf(page)) faults.push(`${path} ${large}: ${fault}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
      if (!large) await page.getByRole('button', { name: '大字版' }).click();
      await page.getByRole('button', { name: '普通版' }).waitFor();
    }
    expect(faults).toEqual([]);
  });

  test('who follows an address that is none is led on; a situation that is decided elsewhere says where', async () => {
    const { url } = hall.district;
    const { page } = await hall.desk(PHONE);
    const answer = await page.goto(`${url}/guide/99`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: '没有这一页' }).waitFor();
    await page.goto(`${url}/guide/7b`);
    await page.getByRole('button', { name: '创业场地补贴' }).click();
    await page.getByRole('alert').getByText('这种情况请到区人力资源和社会保障局').waitFor();
  });
});
