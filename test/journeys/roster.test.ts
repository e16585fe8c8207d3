import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../catalogue/samples.ts';
import { faultsOf } from '../support/axe.ts';
import { identityNumber, wrongNumber } from '../support/identityNumbers.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import type { JourneyDistrict } from '../support/journeyDistrict.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { A4, sheetsOf } from '../support/journeyPaper.ts';
import { beginSitting, line, sheet } from '../support/journeyRoster.ts';
import { tabTo } from '../support/keys.ts';

/** Ctrl+V, as after copying from a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await tabTo(page, page.getByLabel('把名册粘贴到这里'));
  await page.keyboard.press('Control+v');
}

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name });

/** The numbers on the batch receipt. */
async function batchNumbers(page: Page): Promise<string[]> {
  const receipt = page.getByRole('region', { name: '合并收件回执' });
  await receipt.waitFor();
  return receipt.getByRole('cell', { name: /^\d{9}-\d{8}-/ }).allTextContents();
}

async function toOutcome(desk: JourneyDesk, intake: JourneyIntake): Promise<void> {
  await desk.page.keyboard.press('Control+Enter');
  await intake.at('核对材料');
  await intake.markRest();
  await desk.page.keyboard.press('Control+Enter');
  await intake.at('定结果，提交');
}

describe('a list that the village brings', () => {
  const hall = journeyHall();

  test('ten relief applications from one roster in one sitting, without a line, are recorded once each', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    const begun = performance.now();
    const intake = await beginSitting(page);
    const address = new URL(page.url()).pathname;
    const pasted = performance.now();
    await paste(page, sheet(Array.from({ length: 10 }, (_, at) => line(at + 1))));
    await page.getByText('名册 10 户，都可以用').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await toOutcome(desk, intake);
    const submitted = performance.now();
    await page.keyboard.press('Control+Enter');
    await heading(page, /^已保存 10 件，打印合并回执$/).waitFor();
    const saved = performance.now();
    const each = (from: number) => Math.round((saved - from) / 10);
    console.info(
      `ten relief applications: ${each(begun)} ms a case from 收件, ${each(pasted)} ms from pasting, ${each(submitted)} ms from 提交`,
    );
    const numbers = await batchNumbers(page);
    expect(new Set(numbers).size).toBe(10);
    expect(await faultsOf(page)).toEqual([]);

    // Every application form of the ten, filled, one sheet each; and those of one household alone.
    await page.getByRole('radio', { name: '填好的申请表' }).click();
    const forms = page.getByRole('region', { name: /^自然灾害救助申请书：/ });
    await forms.nth(9).waitFor();
    expect(await forms.count()).toBe(10);
    const all = page.locator('.sheet');
    expect(await sheetsOf(page)).toEqual(Array.from({ length: await all.count() }, () => A4));
    const third = page.getByRole('region', { name: '自然灾害救助申请书：农户丙' });
    await third.getByText('农户丙', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('radio', { name: '农户丙' }).click();
    await expect.poll(() => forms.count()).toBe(1);
    expect(await third.getByText(identityNumber(3), { exact: true }).count()).toBe(0);
    await desk.press('打印');
    await third.getByText(identityNumber(3), { exact: true }).waitFor({ state: 'attached' });
    expect(hall.district.cases()).toEqual([]);
    await desk.goOnline();
    await desk.allSent();
    const recorded = hall.district.cases();
    expect(recorded.map((one) => one.number).sort()).toEqual([...numbers].sort());
    expect(recorded.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 'accepted'));
    expect(new Set(recorded.map((one) => one.sitting)).size, 'one sitting').toBe(1);
    expect(
      recorded
        .map((one) =>
          one.parties
            .map((party) => party.name)
            .sort()
            .join(),
        )
        .sort()[0],
    ).toBe('农户丁,村会计');
    expect(hall.district.events().filter((one) => one.type === 'received')).toHaveLength(10);

    // Where the roster was there is still a way to the receipt of all, for whoever did not wait for it.
    await desk.open(address);
    await desk.unlock('xiji.clerk');
    await desk.heading('这一批已经提交').waitFor();
    await page.getByRole('link', { name: '打印合并回执' }).click();
    expect(await batchNumbers(page)).toHaveLength(10);
  });

  test('good rows are taken, bad ones stay and are mended in place, and nobody is taken twice', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    const intake = await beginSitting(page);
    await paste(page, sheet([line(1), line(2, wrongNumber(2)), line(3), line(4, identityNumber(1))]));
    await page.getByText('名册 4 户，可以用的 2 户，要改的 2 户').waitFor();
    await page.getByRole('row', { name: /农户乙.*末位校验对不上/ }).waitFor();
    await page.getByRole('row', { name: /农户丁.*号码和第 1 行的一样/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '删去第 4 行' }).click();
    await page.getByText('名册 3 户，可以用的 2 户').waitFor();
    await page.keyboard.press('Alt+z');
    await page.getByText('名册 4 户，可以用的 2 户').waitFor();
    await toOutcome(desk, intake);
    await page.getByRole('button', { name: /^提交受理，共 2 户/ }).click();
    await page.getByText('已保存 2 户，还有 2 户在名册里').waitFor();

    // The rest is there after a power cut, and what was saved is not taken in again.
    await afterPowerCut(desk);
    await desk.page.getByRole('link', { name: /名册 2 行/ }).click();
    await desk.page.getByText('已保存 2 户，还有 2 户在名册里').waitFor();
    await mendTheRest(desk);
    await desk.goOnline();
    await desk.allSent();
    await eventually(() => applicants(hall.district)).toEqual([1, 2, 3].map(identityNumber).sort());
  });

  test('a power cut among those that are saved takes nobody away, and nobody in twice', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await desk.goOffline();
    const intake = await beginSitting(page);
    await paste(page, sheet(Array.from({ length: 40 }, (_, at) => line(at + 1))));
    await page.getByText('名册 40 户，都可以用').waitFor();
    await toOutcome(desk, intake);
    await page.getByRole('button', { name: /^提交受理，共 40 户/ }).click();
    // The number falls with each one that is saved.
    await page.getByRole('button', { name: /^提交受理，共 [23]\d 户/ }).waitFor();
    await afterPowerCut(desk);

    await desk.page.getByRole('link', { name: /名册 \d+ 行/ }).click();
    await new JourneyIntake(desk.page, '12').at('定结果，提交');
    const told = await desk.page.getByText(/^已保存 \d+ 户，还有 \d+ 户在名册里$/).textContent();
    const [saved = 0, left = 0] = (told?.match(/\d+/g) ?? []).map(Number);
    expect([saved > 0, left > 0, saved + left]).toEqual([true, true, 40]);
    await desk.page.getByRole('button', { name: new RegExp(`^提交受理，共 ${left} 户`) }).click();
    await heading(desk.page, /^已保存 40 件，打印合并回执$/).waitFor();
    expect(new Set(await batchNumbers(desk.page)).size, 'the whole sitting stands on the receipt').toBe(40);
    await desk.goOnline();
    await desk.allSent();
    await eventually(() => applicants(hall.district)).toEqual(
      Array.from({ length: 40 }, (_, at) => identityNumber(at + 1)).sort(),
    );
  });

  test('the members of a cooperative are pasted with the farmers marked, counted, and recorded; a fingerprint has its witness', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    const intake = new JourneyIntake(page, '10');
    await intake.begin('合作社');
    await intake.answerAll({ ...SAMPLES[10].answers, members: 2, farmers: 1 });
    await page.getByText('成员至少要有五名。').waitFor();
    await intake.next('填写当事人');
    const member = (at: number, farmer: string, number = identityNumber(at)) => [`成员${at}`, number, farmer];
    const rows = [1, 2, 3, 4].map((at) => member(at, '是'));
    rows.push(member(5, '不清楚'), member(6, '是', wrongNumber(6)));
    await paste(
      page,
      [['姓名', '身份证号', '是否农民'], ...rows].map((cells) => cells.join('\t')).join('\n'),
    );
    await page.getByText('名册 6 名，可以用的 4 名，要改的 2 名').waitFor();
    await intake.press('下一步');
    await intake.at('填写当事人');
    await page
      .getByRole('group', { name: /^第 5 行/ })
      .getByLabel('是否农民')
      .fill('否');
    await page
      .getByRole('group', { name: /^第 6 行/ })
      .getByLabel('证件号码')
      .fill(identityNumber(6));
    await page.getByText('名册 6 名，都可以用').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await intake.fillParties();
    await intake.next('核对材料');
    await intake.markRest();
    await intake.next('定结果，提交');
    await page.getByRole('radio', { name: '不会写字，在纸上按指印' }).click();
    await page.getByLabel('见证人姓名').fill('王秀兰');
    await page.getByText('自己不能给自己作见证').first().waitFor();
    await page.getByLabel('见证人姓名').fill('李会计');
    expect(await faultsOf(page)).toEqual([]);
    await intake.choice('受理');
    const number = await intake.submit('提交受理');
    await page.getByRole('region', { name: '受理通知书' }).getByText('见证人 李会计').waitFor();
    await desk.allSent();
    const [found] = hall.district.cases();
    expect(found).toMatchObject({
      number,
      signing: { way: 'fingerprint', witness: '李会计' },
      answers: { members: 6, farmers: 5, organisations: 0 },
    });
    const listed = found?.parties.filter((party) => party.role === 'member');
    expect(listed?.map((party) => [party.name, party.farmer])).toEqual(
      [1, 2, 3, 4, 5, 6].map((at) => [`成员${at}`, at !== 5]),
    );
  });
});

const applicants = (district: JourneyDistrict) =>
  district
    .cases()
    .map((one) => one.parties.find((party) => party.role === 'applicant')?.idNumber)
    .sort();

async function afterPowerCut(desk: JourneyDesk): Promise<void> {
  await desk.kill();
  await desk.start({ offline: true });
  await desk.open();
  await desk.unlock('xiji.clerk');
}

async function mendTheRest(desk: JourneyDesk): Promise<void> {
  const { page } = desk;
  await page.getByText('名册 2 户，可以用的 0 户，要改的 2 户').waitFor();
  await page.getByRole('row', { name: /农户丁.*这次已经收过/ }).waitFor();
  const bad = page.getByRole('group', { name: /^第 1 行/ });
  await bad.getByLabel('身份证号').fill(identityNumber(2));
  await page.getByText('名册 2 户，可以用的 1 户').waitFor();
  await page.getByRole('button', { name: '删去第 2 行' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: '核对材料' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^提交受理，共 1 户/ }).click();
  await heading(page, /^已保存 3 件，打印合并回执$/).waitFor();
  expect(new Set(await batchNumbers(page)).size, 'the whole sitting stands on the receipt').toBe(3);
}
