import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { faultsOf, widthOf } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake, savedNumber } from '../support/journeyIntake.ts';
import { readFrom } from '../support/journeyPaper.ts';

const PHOTOS = '设置位置的现状照片和效果图';
const SAMPLE = '宣传品内容样稿';
const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
];
const SANGCUN = '370406103';

/** Two papers are missing; the notice that tells both stands on the screen. */
const tellMissing = ({ page }: JourneyDesk): Promise<string> =>
  new JourneyIntake(page, '1').toCorrection('photos', 'sample');

/** As a scanner at the counter with caps lock on. */
async function scan(page: Page, text: string): Promise<void> {
  await page.getByLabel('扫补正告知书').fill(text.toUpperCase());
  await page.keyboard.press('Enter');
}

/** At the open screen: both papers, after an empty try. @returns the number of the receipt on the printed sheet */
async function takeBoth(desk: JourneyDesk, number: string, code: string): Promise<string> {
  const { page } = desk;
  await scan(page, code);
  const taking = page.getByRole('region', { name: '收下的材料' });
  await taking.getByText(`编号 ${number}，西集镇`).waitFor();
  await desk.press('收下 0 样，出代收凭证');
  await page.getByText('没有勾选收下的材料').waitFor();
  for (const name of [PHOTOS, SAMPLE]) await taking.getByRole('checkbox', { name }).check();
  await taking.getByLabel('说明').fill('各 1 份，原件');
  await desk.press('收下 2 样，出代收凭证');
  const sheet = page.getByRole('region', { name: '补正材料代收凭证' });
  for (const text of [number, PHOTOS, SAMPLE, '告知书第 1 项', '说明：各 1 份，原件'])
    await sheet.getByText(text).first().waitFor();
  return savedNumber(page);
}

/** What waits for whoever works here. */
async function openQueue(desk: JourneyDesk): Promise<void> {
  await desk.openList();
  await desk.page.getByRole('radio', { name: '等我办', exact: true }).click();
}

/** The hall that told them has it in its queue and among its notices, also without a line. */
async function seeThatTheyLieThere(desk: JourneyDesk, number: string): Promise<void> {
  const { page } = desk;
  await desk.goOffline();
  await openQueue(desk);
  await desk.row(number).getByText('代收材料待并入').waitFor();
  await desk.go(/^提醒\s*1$/);
  await desk.heading('看提醒').waitFor();
  const notice = page.getByRole('list', { name: '提醒' }).getByRole('listitem').filter({ hasText: number });
  await notice.getByText('有代收的补正材料').waitFor();
  await notice.getByText('在别的大厅交了补正材料，请并入本件').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await desk.goOnline();
  await desk.openList();
}

describe('papers of a correction notice that are brought to another hall', () => {
  const hall = journeyHall();
  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);

  test('are taken without a line against the code on the notice, and come in at the hall that told them', async () => {
    const { district } = hall;
    const west = await hall.counter();
    const number = await tellMissing(west);
    const code = await readFrom(west.page.getByRole('img', { name: '就近补交扫这个码' }));
    expect(code).toMatch(new RegExp(`^${district.url}/progress#b=[a-z2-7]+$`));
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('correcting');
    // Until then it is the applicant's turn.
    await openQueue(west);
    await west.page.getByText('没有等您办的').waitFor();

    const east = await hall.deskOf('sangcun.clerk');
    const { page } = east;
    await east.goOffline();
    await page.getByRole('link', { name: '别的大厅的办件' }).click();
    await east.heading('别的大厅的办件').waitFor();
    // A payment, then the notice's other code: neither is taken for the right one. What the other opens needs a line.
    await scan(page, 'wxp://f2f0Zk1x_c');
    await page.getByRole('alert').getByText('这不是补正告知书上“就近补交”的二维码。').waitFor();
    await scan(page, `${district.url}/progress#n=${number}&c=7K3M9Q`);
    const claiming = page.getByRole('region', { name: '连网认领' });
    await claiming.getByRole('alert').waitFor();
    expect(await claiming.getByLabel('办件编号').inputValue()).toBe(number);
    const receipt = await takeBoth(east, number, code);
    expect(receipt.startsWith(SANGCUN)).toBe(true);

    // The same notice again on this device: what is there already is said.
    await east.openList();
    await page.getByRole('link', { name: '别的大厅的办件' }).click();
    await scan(page, code);
    await page.getByText(`本机已代收过，凭证 ${receipt}`).first().waitFor();

    await east.goOnline();
    await east.allSent();
    await eventually(() => caseOf(number)?.deposits?.[0]?.number).toBe(receipt);
    expect(caseOf(number)).toMatchObject({ status: 'correcting', flags: [] });
    // Whoever took papers sees nothing of whose they are.
    await east.openList();
    await page.getByText('全部', { exact: true }).click();
    await page.getByText('本单位的办件会列在这里').waitFor();

    await seeThatTheyLieThere(west, number);
    await west.openCase(number);
    await west.page.getByText(new RegExp(`桑村镇.*代收：${PHOTOS}、${SAMPLE}`)).waitFor();
    await west.page.getByText(new RegExp(`纸质材料在桑村镇.*凭证 ${receipt}`)).waitFor();
    await west.press('补正材料');
    expect(await west.page.getByRole('checkbox', { name: /^并入桑村镇/ }).isChecked()).toBe(true);
    expect(await west.page.getByRole('checkbox', { name: '材料已齐，同时受理' }).isChecked()).toBe(true);
    await west.press('提交补正材料');
    expect(await savedNumber(west.page)).toBe(number);
    await west.page.getByRole('region', { name: '受理通知书' }).getByText(number).waitFor();
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('accepted');
    await openQueue(west);
    await west.page.getByText('没有等您办的').waitFor();
    expect(district.story(caseOf(number)?.id ?? '')).toEqual([
      'received',
      'correctionRequired',
      'papersDeposited',
      'supplemented',
      'accepted',
    ]);
    expect(caseOf(number)?.deposits?.[0]).toMatchObject({
      office: SANGCUN,
      takenOn: caseOf(number)?.papersOn,
    });
  });

  test('are on the case also when they were ahead of the notice; by keyboard alone, at every size', async () => {
    const west = await hall.counter();
    await west.goOffline();
    const number = await tellMissing(west);
    const code = await readFrom(west.page.getByRole('img', { name: '就近补交扫这个码' }));
    const east = await hall.deskOf('sangcun.clerk');
    const { page } = east;
    await page.getByRole('link', { name: '别的大厅的办件' }).press('Enter');
    await page.getByLabel('扫补正告知书').focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: PHOTOS }).waitFor();
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      expect(await faultsOf(page), `${viewport.width}`).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
    }
    await page.getByRole('checkbox', { name: PHOTOS }).focus();
    await page.keyboard.press('Space');
    for (let tries = 0; tries < 8; tries++) {
      await page.keyboard.press('Tab');
      const on = page.getByRole('button', { name: '收下 1 样，出代收凭证' });
      if (await on.evaluate((one) => one === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    const receipt = await savedNumber(page);
    await east.allSent();
    await eventually(() => hall.district.events().map((one) => one.type)).toEqual(['slipIssued', 'flagged']);

    await west.goOnline();
    await west.allSent();
    await eventually(() => caseOf(number)?.deposits?.[0]?.number).toBe(receipt);
    await west.openList();
    await west.openCase(number);
    await west.page.getByText(new RegExp(`桑村镇.*代收：${PHOTOS}$`)).waitFor();
    expect(await faultsOf(west.page)).toEqual([]);
  });

  test('with a line: the other hall claims the case by number and code, and takes the papers in itself', async () => {
    const west = await hall.counter();
    const number = await tellMissing(west);
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('correcting');
    const code = caseOf(number)?.code ?? '';

    const east = await hall.deskOf('sangcun.clerk');
    const { page } = east;
    await page.getByRole('link', { name: '别的大厅的办件' }).click();
    const claiming = page.getByRole('region', { name: '连网认领' });
    await claiming.getByLabel('办件编号').fill(number);
    await claiming.getByLabel('查询码').fill(code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA');
    await page.keyboard.press('Enter');
    await claiming.getByRole('alert').waitFor();
    await claiming.getByLabel('查询码').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await claiming.getByText('由西集镇').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('王秀兰');
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      expect(await faultsOf(page), `${viewport.width}`).toEqual([]);
    }
    await east.press('认领，在本大厅补正');
    await claiming.getByRole('link', { name: '打开办件' }).click();
    await page.getByText(`编号 ${number}`).first().waitFor();
    await east.press('补正材料');
    for (const material of ['photos', 'sample']) await new JourneyIntake(page, '1').mark(material, '已收全');
    await page.getByRole('checkbox', { name: '材料已齐，同时受理' }).waitFor({ state: 'hidden' });
    await east.press('提交补正材料');
    await east.allSent();
    await eventually(() => caseOf(number)?.status).toBe('received');
    expect(hall.district.story(caseOf(number)?.id ?? '').slice(-2)).toEqual(['claimed', 'supplemented']);

    await west.openList();
    await west.openCase(number);
    await west.page.getByText(/桑村镇.*认领补正/).waitFor();
    await west.press('受理');
    await west.press('提交受理');
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('accepted');
  });
});
