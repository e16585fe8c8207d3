import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { faultsOf, widthOf } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { signOnScreen } from '../support/journeyPages.ts';
import { readFrom } from '../support/journeyPaper.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
];
const SANGCUN = '370406103';

/** As a scanner at the counter with caps lock on. */
async function scan(page: Page, text: string): Promise<void> {
  await page.getByLabel('扫补正告知书、收件凭证或者收件贴').fill(text.toUpperCase());
  await page.keyboard.press('Enter');
}

const claimingAt = ({ page }: JourneyDesk) => page.getByRole('region', { name: '连网认领' });

/** The screen for cases of other halls, opened afresh. */
async function openOthers(desk: JourneyDesk): Promise<void> {
  await desk.openList();
  await desk.page.getByRole('link', { name: '别的大厅的办件' }).click();
  await desk.heading('别的大厅的办件').waitFor();
}

/** Types number and code off the paper, by keyboard. */
async function look(desk: JourneyDesk, number: string, code: string): Promise<void> {
  const claiming = claimingAt(desk);
  await claiming.getByLabel('办件编号').fill(number);
  await claiming.getByLabel('查询码').fill(code);
  await desk.page.keyboard.press('Enter');
}

async function fitsEverySize(page: Page): Promise<void> {
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport);
    expect(await faultsOf(page), `${viewport.width}`).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
  }
}

/** At the town: two people look at the place, and the reviewer decides. */
async function seenAndDecided(people: JourneyPeople, number: string): Promise<void> {
  const reviewer = await people.before('xiji.reviewer', number);
  await reviewer.act('过程记录', async () => {
    await reviewer.choose('两人以上到现场看');
    await reviewer.write('在场的工作人员', '李审核、张助理');
    await reviewer.was('西集镇政府东墙');
  });
  await reviewer.act('决定', async () => {
    await reviewer.choose('准予');
    await reviewer.write('决定的事实和内容', '位置、尺寸符合规定，准予张挂三十日。');
  });
}

/** The claimed case on the other hall's device: nothing but handing over is offered, and that is signed on the screen. */
async function deliverSigned(east: JourneyDesk, number: string): Promise<void> {
  await claimingAt(east).getByRole('link', { name: '打开办件' }).click();
  await east.page.getByText(`编号 ${number}`).first().waitFor();
  for (const never of ['决定', '批准', '用印', '撤回意见', '更正', '撤回'])
    expect(await east.page.getByRole('button', { name: never, exact: true }).count(), never).toBe(0);
  await east.press('送达');
  await east.page.getByText(/纸质材料在西集镇.*，不在本大厅/).waitFor();
  await signOnScreen(east.page, '送达回证上的签名');
  await east.press('提交送达');
  const sheet = east.page.getByRole('region', { name: '送达回证' });
  await sheet.getByRole('img', { name: /的签名$/ }).waitFor();
  await east.allSent();
}

describe('somebody who comes to another hall with the receipt in hand', () => {
  const hall = journeyHall();
  const caseOf = (number: string) => hall.district.cases().find((one) => one.number === number);
  const storyOf = (number: string) => hall.district.story(caseOf(number)?.id ?? '');

  test('is told where a case is that is not finished, and is given the result of one that is', async () => {
    const west = await hall.counter();
    const number = await new JourneyIntake(west.page, '1').toAcceptance();
    const receipt = await readFrom(west.page.getByRole('img', { name: '扫码看进度' }).first());
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('accepted');
    const code = caseOf(number)?.code ?? '';

    const east = await hall.deskOf('sangcun.clerk');
    const claiming = claimingAt(east);
    await openOthers(east);
    await scan(east.page, receipt);
    await claiming.getByText(/现在是“已受理”，由西集镇.*办理，还没有办结/).waitFor();
    await claiming.getByText(/现在不能送达，办结以后任一大厅都能送达/).waitFor();
    await claiming.getByRole('button', { name: '认领，在本大厅撤回申请' }).waitFor();
    const deliver = claiming.getByRole('button', { name: '认领，在本大厅送达' });
    expect(await deliver.count()).toBe(0);

    const people = new JourneyPeople(hall, west);
    await seenAndDecided(people, number);
    await look(east, number, code);
    await claiming.getByText(/现在是“已作决定”，由西集镇.*办理，还没有办结/).waitFor();
    await claiming.getByText(/现在不能送达，也不能撤回/).waitFor();
    expect(await claiming.getByRole('button', { name: /^认领/ }).count()).toBe(0);
    await people.sealed(number, 'xiji');

    // A wrong code opens nothing, and says so.
    await look(east, number, code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA');
    await claiming
      .getByRole('alert')
      .getByText(/编号.*查询码/)
      .first()
      .waitFor();
    await openOthers(east);
    await scan(east.page, receipt);
    await claiming.getByText(/已办结，等送达/).waitFor();
    await claiming.getByText(/纸质材料在西集镇.*，不在本大厅/).waitFor();
    // Who it is about is not told before it is claimed.
    expect(await east.page.locator('main').textContent()).not.toContain('王秀兰');
    await fitsEverySize(east.page);
    await deliver.press('Enter');
    await deliverSigned(east, number);
    await eventually(() => caseOf(number)?.status).toBe('delivered');
    expect(storyOf(number).slice(-2)).toEqual(['claimed', 'delivered']);
    expect(caseOf(number)).toMatchObject({
      delivery: { office: SANGCUN },
      claims: [{ office: SANGCUN, for: 'delivery', doneOn: expect.any(String) }],
    });

    const window = await people.window(number);
    await window.desk.page.getByText(/桑村镇.*认领送达/).waitFor();
    await window.desk.page.getByText(/已送达：当面签收/).waitFor();
    // What is over is told as such, and nothing can be claimed of it.
    const third = await people.at('qu.clerk');
    await openOthers(third);
    await look(third, number, code);
    await claimingAt(third)
      .getByText(/现在是“已送达”/)
      .waitFor();
    expect(await claimingAt(third).getByRole('button', { name: /^认领/ }).count()).toBe(0);
  });

  test('withdraws there what nobody has decided yet', async () => {
    const west = await hall.counter();
    const number = await new JourneyIntake(west.page, '1').toAcceptance();
    await west.allSent();
    await eventually(() => caseOf(number)?.status).toBe('accepted');

    const district = await hall.deskOf('qu.clerk');
    await openOthers(district);
    await look(district, number, caseOf(number)?.code ?? '');
    await district.press('认领，在本大厅撤回申请');
    await claimingAt(district).getByRole('link', { name: '打开办件' }).click();
    await district.press('撤回');
    await district.page.getByLabel('撤回原因').fill('申请人不办了');
    await district.press('提交撤回');
    await district.allSent();
    await eventually(() => caseOf(number)?.status).toBe('withdrawn');
    expect(storyOf(number).slice(-2)).toEqual(['claimed', 'withdrawn']);
  });
});
