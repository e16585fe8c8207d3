import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const FELLING = '11';
const DEPARTMENT = '370406-xzsp';

describe('paper files on their way', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const custodyOf = (number: string) => hall.district.case(idOf(number))?.custody;

  test('go in a list without a line; one that is missing stays open and holds nothing back; nothing is signed for twice', async () => {
    const clerk = await hall.counter();
    const { page } = clerk;
    await clerk.goOffline();
    const numbers: string[] = [];
    for (const _ of [1, 2]) {
      const number = await new JourneyIntake(page, FELLING).toAcceptance();
      const window = new JourneyHandling(clerk, number);
      await clerk.openList();
      await clerk.openCase(number);
      await window.begin('转报');
      await clerk.press('提交转报');
      await page.getByText('在区里部门').first().waitFor();
      await clerk.openList();
      numbers.push(number);
    }
    const [first = '', second = ''] = numbers;
    await clerk.go('移交');
    await clerk.press('移交 2 件，打印清单');
    const sheet = page.getByRole('region', { name: '纸质材料移交清单' });
    for (const number of numbers) await sheet.getByText(number).waitFor();
    await clerk.goOnline();
    await clerk.allSent();
    await eventually(() => custodyOf(first)?.way?.to).toBe(DEPARTMENT);

    const officer = await hall.deskOf('xzsp.officer');
    await officer.go('移交');
    const arriving = officer.page.getByRole('region', { name: '等着签收' });
    const scan = async (text: string) => {
      await arriving.getByLabel('扫办件编号签收').fill(text);
      await officer.page.keyboard.press('Enter');
    };
    await scan(first.toLowerCase());
    await arriving.getByRole('status').getByText(`已签收：王秀兰 ${first}`).waitFor();
    await scan(first);
    await arriving.getByText('要签收的清单里没有这个编号').waitFor();
    await officer.press('没有收到');
    await officer.page.getByLabel('缺什么').fill('整份都没有');
    await officer.press('登记没有收到');
    await arriving.getByText('没有收到：整份都没有').waitFor();
    await officer.allSent();
    await eventually(() => custodyOf(first)?.at).toBe(DEPARTMENT);
    expect(custodyOf(second)?.way?.missing).toBe('整份都没有');

    // Both ends see it; the hall finds it and the line is signed for after all.
    await clerk.go('移交');
    await page
      .getByRole('region', { name: '已移交，还没有签收' })
      .getByText('没有收到：整份都没有')
      .waitFor();
    await scan(second);
    await officer.allSent();
    await eventually(() => custodyOf(second)?.at).toBe(DEPARTMENT);
    expect(hall.district.story(idOf(second)).slice(-3)).toEqual([
      'papersDispatched',
      'papersMissing',
      'papersSigned',
    ]);
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
