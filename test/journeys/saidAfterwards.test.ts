import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { slipOf } from '../support/slip.ts';

const PHONE = { viewport: { width: 360, height: 740 } };
const NOTE = '已向您道歉，窗口已经整改。';

/** Nothing that axe finds, and nothing to push sideways on a phone. */
async function stands(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const faults = violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect([page.url(), faults]).toEqual([page.url(), []]);
  const width = await widthOf(page);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

async function typeReceipt({ page }: JourneyDesk, number: string, code: string): Promise<void> {
  await page.getByLabel('办件编号').fill(number);
  await page.getByLabel('查询码').fill(code);
}

async function findCase(phone: JourneyDesk, number: string, code: string): Promise<void> {
  const { page, context } = phone;
  await phone.open('/progress');
  await typeReceipt(phone, slipOf(number), code);
  await eventually(() => page.evaluate(async () => Boolean(await caches.match(location.href)))).toBe(true);
  await context.setOffline(true);
  // From the copy on the phone; what is wrong with the number needs no line to be known.
  await phone.open('/progress');
  await typeReceipt(phone, slipOf(number), code);
  await phone.press('查进度');
  await page.getByRole('alert').getByText('办件编号不对').waitFor();
  await page.getByLabel('办件编号').fill(number);
  await phone.press('查进度');
  await page.getByRole('alert').getByText('现在连不上网').waitFor();
  await stands(page);
  expect(await page.getByLabel('办件编号').inputValue()).toBe(number);
  expect(await page.getByLabel('查询码').inputValue()).toBe(code);
  await context.setOffline(false);
  await phone.press('查进度');
  await page.getByRole('region', { name: '办理进度' }).waitFor();
}

async function evaluate(phone: JourneyDesk): Promise<void> {
  const { page } = phone;
  expect(await page.locator('input[name=level]:checked').count()).toBe(0);
  await stands(page);
  await page.getByRole('radio', { name: '不满意', exact: true }).check();
  await page.getByLabel('想说的话').fill('等了一上午，有事打 13863200001');
  await page.getByLabel('联系我的电话').fill('13863200001');
  await phone.press('提交评价');
  await phone.heading('评价收到了').waitFor();
  await page.getByText(/督查人员会核实/).waitFor();
  await stands(page);
}

/** @returns the number that the complaint was given */
async function complain(phone: JourneyDesk): Promise<string> {
  const { page } = phone;
  await phone.open('/');
  await page.getByRole('contentinfo').getByRole('link', { name: '投诉被推诿' }).click();
  await phone.heading('被推诿、被拒收，在这里投诉').waitFor();
  await stands(page);
  await page.getByLabel('哪个大厅').selectOption({ label: '西集镇便民服务中心' });
  await page.getByRole('radio', { name: '不收我的材料' }).check();
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel('哪一天').fill(today);
  await page.getByLabel('想说的话').fill('说材料不全，又不给单子');
  await phone.press('提交投诉');
  await phone.heading('投诉收到了').waitFor();
  await stands(page);
  return (await page.locator('.number').textContent()) ?? '';
}

async function lookUp(phone: JourneyDesk, number: string): Promise<void> {
  await phone.open('/complaint/state');
  await phone.page.getByLabel('投诉编号').fill(number);
  await phone.press('查处理结果');
}

async function answerAll(supervisor: JourneyDesk, number: string): Promise<void> {
  const { page } = supervisor;
  await supervisor.visit('qu.supervisor');
  await supervisor.go('评价投诉');
  await supervisor.heading('答复差评和投诉').waitFor();
  const entries = page.getByRole('listitem');
  const low = entries.filter({ hasText: '评价：不满意' });
  await low.getByText(`编号 ${number}`).waitFor();
  await low.getByText('等了一上午，有事打 ***').waitFor();
  await low.getByText(/还剩 5 个工作日/).waitFor();
  await stands(page);
  for (const title of ['评价：不满意', '投诉：不收我的材料']) {
    await page.getByRole('button', { name: new RegExp(`^答复 ${title}`) }).click();
    await page.getByRole('dialog').getByLabel('核实和处理的情况').fill(NOTE);
    await stands(page);
    await page.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await entries
      .filter({ hasText: title })
      .getByText(/已答复/)
      .waitFor();
  }
  await stands(page);
}

describe('what a citizen says afterwards', () => {
  const hall = journeyHall();

  test('is found, evaluated and complained of on a phone; the supervisor answers, and it is seen', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const number = await new JourneyIntake(desk.page, '1').toAcceptance();
    await desk.allSent();
    const code = district.cases()[0]?.code ?? '';
    const phone = await hall.desk(PHONE);
    const addresses: string[] = [];
    phone.context.on('request', (request) => addresses.push(request.url()));
    await findCase(phone, number, code);
    await evaluate(phone);
    const complaint = await complain(phone);
    await lookUp(phone, complaint);
    await phone.page.getByText('正在核实').waitFor();
    await answerAll(await hall.desk(PHONE), number);
    await lookUp(phone, complaint);
    await phone.page.getByText(NOTE).waitFor();
    await stands(phone.page);
    for (const told of [number, code, complaint, '13863200001'])
      expect(addresses.filter((address) => address.includes(told))).toEqual([]);
    const kept = await phone.page.evaluate(
      async (words) => {
        const names = await caches.keys();
        const pages = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).matchAll()).map((one) => one.text())),
        );
        const texts = await Promise.all(pages.flat());
        return texts.filter((text) => words.some((word) => text.includes(word))).length;
      },
      [number, complaint],
    );
    expect(kept).toBe(0);
  });

  test('a wrong number is told at once without JavaScript too, and costs no attempt', async () => {
    const desk = await hall.counter();
    const number = await new JourneyIntake(desk.page, '1').toAcceptance();
    await desk.allSent();
    const code = hall.district.cases()[0]?.code ?? '';
    const plain = await hall.desk({ ...PHONE, javaScriptEnabled: false });
    await plain.open('/progress');
    for (let count = 0; count < 6; count += 1) {
      await typeReceipt(plain, slipOf(number), code);
      await plain.press('查进度');
      await plain.page.getByRole('alert').getByText('办件编号不对').waitFor();
    }
    expect(await plain.page.getByLabel('办件编号').inputValue()).toBe(slipOf(number));
    await typeReceipt(plain, number, code);
    await plain.press('查进度');
    await plain.page.getByRole('region', { name: '办理进度' }).waitFor();
    await plain.page.getByRole('radio', { name: '非常满意' }).check();
    await plain.press('提交评价');
    await plain.heading('评价收到了').waitFor();
    expect(plain.page.url()).toBe(`${hall.district.url}/evaluation/received`);
  });
});
