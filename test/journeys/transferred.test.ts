import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling, JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { readFrom } from '../support/journeyPaper.ts';

const FELLING = '11';
const DEPARTMENT = '370406-xzsp';

/** What a scanner reads off a paper of a case. */
async function codeOn(desk: JourneyDesk, number: string, paper: string, code: string): Promise<string> {
  await new JourneyHandling(desk, number).openFrom('全部');
  const { page } = desk;
  await page.getByRole('link', { name: '打印', exact: true }).click();
  await page.getByRole('radio', { name: paper, exact: true }).click();
  return readFrom(page.getByRole('region', { name: paper }).getByRole('img', { name: code }));
}

/** Accepted and passed on to the department, with no line. */
async function passedOn(clerk: JourneyDesk): Promise<string> {
  const number = await new JourneyIntake(clerk.page, FELLING).toAcceptance();
  await clerk.openList();
  await clerk.openCase(number);
  await clerk.press('转报');
  await clerk.press('提交转报');
  await clerk.page.getByText('在区里部门').first().waitFor();
  await clerk.openList();
  return number;
}

/** What a scanner at a desk types into a box of the transfer screen. */
async function scanAt(desk: JourneyDesk, box: string, text: string): Promise<void> {
  await desk.page.getByLabel(box).fill(text);
  await desk.page.keyboard.press('Enter');
}

/** The list as it lies before the desk, with what stands over its columns and the code on it. */
async function listOn(desk: JourneyDesk, numbers: readonly string[]): Promise<string> {
  const sheet = desk.page.getByRole('region', { name: '纸质材料移交清单' });
  for (const number of numbers) await sheet.getByText(number).waitFor();
  for (const head of ['材料名', '形式', '份数', '页数', '完好情况', '退还约定', '签收'])
    await sheet.getByRole('columnheader', { name: head }).waitFor();
  const filed = sheet.getByRole('row').filter({ hasText: /原件|复印件/ });
  await filed.first().waitFor();
  return readFrom(sheet.getByRole('img', { name: '扫码看清单' }));
}

/** Every line was signed for, and the list is printed again. */
async function printedAgain(desk: JourneyDesk, numbers: readonly string[]): Promise<string> {
  await desk.go('办件');
  await desk.go('移交');
  const signed = desk.page.getByRole('region', { name: '都签收了的清单' });
  await signed.getByRole('link', { name: '打印清单' }).click();
  const code = await listOn(desk, numbers);
  for (const number of numbers) {
    const row = desk.page.getByRole('row').filter({ hasText: number });
    await row.getByText(/已签收/).waitFor();
  }
  expect(await faultsOf(desk.page)).toEqual([]);
  return code;
}

describe('paper files on their way', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const custodyOf = (number: string) => hall.district.case(idOf(number))?.custody;

  test('go in a list without a line; one that is missing stays open and holds nothing back; nothing is signed for twice', async () => {
    const clerk = await hall.counter();
    const { page } = clerk;
    await clerk.goOffline();
    const first = await passedOn(clerk);
    const second = await passedOn(clerk);
    await clerk.go('移交');
    await clerk.press('移交 2 件，打印清单');
    const list = await listOn(clerk, [first, second]);
    await clerk.goOnline();
    await clerk.allSent();
    await eventually(() => custodyOf(first)?.way?.to).toBe(DEPARTMENT);
    // What a scanner reads off the papers in the two files.
    const receipt = await codeOn(clerk, first, '受理通知书', '扫码看进度');
    const slip = await codeOn(clerk, second, '转报（转递）单', '扫码验真伪');

    const officer = await hall.deskOf('xzsp.officer');
    await officer.go('移交');
    const arriving = officer.page.getByRole('region', { name: '等着签收' });
    const scan = (text: string) => scanAt(officer, '扫办件编号签收', text);
    await scan(list);
    await arriving.getByText('打开了这张清单，还有 2 件没有签收').waitFor();
    expect(await faultsOf(officer.page)).toEqual([]);
    await scan(receipt);
    await arriving.getByRole('status').getByText(`已签收：王秀兰 ${first}`).waitFor();
    await scan(first.toLowerCase());
    await arriving.getByText(`王秀兰 ${first}：要签收的清单里没有`).waitFor();
    await scan('王秀兰');
    await arriving.getByText('这不是办件、文书、收件贴或者移交清单上的编号').waitFor();
    await officer.press('没有收到');
    await officer.page.getByLabel('缺什么').fill('整份都没有');
    await officer.press('登记没有收到');
    await arriving.getByText('没有收到：整份都没有').waitFor();
    // It is the only line left, and nobody signs for it along with others.
    expect(await arriving.getByRole('button', { name: /^(全部签收|签收其余)/ }).count()).toBe(0);
    await officer.allSent();
    await eventually(() => custodyOf(first)?.at).toBe(DEPARTMENT);
    expect(custodyOf(second)?.way?.missing).toBe('整份都没有');

    // Both ends see it; the hall finds it and the line is signed for after all.
    await clerk.go('移交');
    await page
      .getByRole('region', { name: '已移交，还没有签收' })
      .getByText('没有收到：整份都没有')
      .waitFor();
    await scan(slip);
    await officer.allSent();
    await eventually(() => custodyOf(second)?.at).toBe(DEPARTMENT);

    // Both ends print the list again, with what was signed for.
    for (const desk of [officer, clerk]) expect(await printedAgain(desk, [first, second])).toBe(list);
    expect(hall.district.story(idOf(second)).slice(-3)).toEqual([
      'papersDispatched',
      'papersMissing',
      'papersSigned',
    ]);
  });

  test('of a case that is withdrawn at the department go back: scanned onto a list there, and signed for at the hall', async () => {
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const numbers: string[] = [];
    for (const _ of [1, 2]) {
      const number = await new JourneyIntake(clerk.page, FELLING).toAcceptance();
      await clerk.allSent();
      await people.handOver(number, 'xzsp.officer');
      await (await people.window(number)).act('撤回');
      await people.window(number);
      await clerk.page.getByText(/纸质材料在.*，要移交回西集/).waitFor();
      await clerk.openList();
      numbers.push(number);
    }
    const [first = '', second = ''] = numbers;
    const receipt = await codeOn(clerk, first, '收件凭证', '扫码看进度');

    const officer = await people.at('xzsp.officer');
    await officer.go('移交');
    const { page } = officer;
    const going = page.getByRole('region', { name: /^移交给西集/ });
    await going.getByRole('button', { name: '移交 2 件，打印清单' }).waitFor();
    const scan = (text: string) => scanAt(officer, '扫材料，勾到清单上', text);
    await scan(receipt);
    await going.getByText(`已勾选：王秀兰 ${first}`).waitFor();
    await scan(receipt);
    await going.getByText(`已经勾过：王秀兰 ${first}`).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await officer.press('移交 1 件，打印清单');
    const sheet = page.getByRole('region', { name: '纸质材料移交清单' });
    await sheet.getByText(first).waitFor();
    expect(await sheet.getByText(second).count()).toBe(0);
    await officer.allSent();

    await clerk.go('办件');
    await clerk.go('移交');
    await clerk.press('全部签收（1 件）');
    await clerk.allSent();
    await eventually(() => custodyOf(first)?.at).toBe('370406102');
    expect(custodyOf(second)?.at).toBe(DEPARTMENT);
  });

  test('two people judge at once: the second hears that the file has changed, and keeps what was written', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7a').toAcceptance();
    await clerk.allSent();
    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await reviewer.open();
    await reviewer.begin('审核意见');
    await reviewer.choose('同意');
    await reviewer.write('审核意见', '材料齐全，同意。');
    const window = new JourneyHandling(clerk, number);
    await window.openFrom('今天');
    await window.begin('过程记录');
    await window.choose('两人以上核实经营场所');
    await window.write('在场的工作人员', '李一、王二');
    await window.was('西集镇东街');
    await window.write('情况', '店面在营业');
    await window.submit('过程记录');
    await reviewer.desk.page.getByText('您打开以后，卷宗有了变化').waitFor();
    await reviewer.desk.press('提交审核意见');
    await reviewer.desk.page.getByText('您看过以后，卷宗又有了变化').waitFor();
    expect(await reviewer.desk.page.getByRole('textbox', { name: '审核意见' }).inputValue()).toBe(
      '材料齐全，同意。',
    );
    await reviewer.desk.press('看过了，按现在的卷宗办');
    await reviewer.submit('审核意见');
    expect(hall.district.case(idOf(number))?.opinion?.agree).toBe(true);
  });
});
