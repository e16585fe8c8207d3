import { describe, expect, test } from 'vitest';
import { look } from '../support/axe.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { begins, JourneyIntake } from '../support/journeyIntake.ts';
import { pageShown, photograph, signOnScreen } from '../support/journeyPages.ts';
import { JourneyRegister } from '../support/journeyRegister.ts';

/** On a counter's screen the form stands beside the file, and stays while one reads on; on a tablet over it. */
async function besideOnACounter({ desk: { page } }: JourneyHandling): Promise<void> {
  const before = page.viewportSize();
  const form = page.getByRole('region', { name: '批准', exact: true }).filter({ hasText: '提交批准' });
  const file = page.getByRole('region', { name: /^材料清单/ });
  const boxes = async () => {
    const [left, right] = [await file.boundingBox(), await form.boundingBox()];
    if (!left || !right) throw new Error('not on the screen');
    return { left, right };
  };
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('region', { name: '办理经过' }).scrollIntoViewIfNeeded();
  const wide = await boxes();
  expect(wide.right.x).toBeGreaterThan(wide.left.x + wide.left.width);
  expect(wide.right.y).toBeGreaterThanOrEqual(0);
  expect(wide.right.y).toBeLessThan(768);
  await page.setViewportSize({ width: 820, height: 1180 });
  const narrow = await boxes();
  expect(narrow.left.y).toBeGreaterThanOrEqual(narrow.right.y + narrow.right.height);
  if (before) await page.setViewportSize(before);
}

/** The leader has the district's book of the year, and has it still without a line. */
async function bookWithoutALine({ desk, number }: JourneyHandling): Promise<void> {
  const book = new JourneyRegister(desk);
  const line = book.line(number, '准予行政许可决定书', '西集镇审', '1号');
  await book.open('区里的全年登记簿');
  await line.waitFor();
  await desk.readyForOffline();
  await desk.goOffline();
  await desk.page.reload();
  await desk.unlock('xiji.leader');
  await book.open('从区里读到的登记簿');
  await line.waitFor();
}

/** What nobody at the district knows of is in the book all the same, and the book says that it is not the year's. */
async function sealedAnewWithoutALine(sealer: JourneyHandling): Promise<void> {
  const { desk, number } = sealer;
  await sealer.open();
  await desk.goOffline();
  await sealer.begin('用印');
  const book = new JourneyRegister(desk);
  await book.openWhile('提交用印', '不是全年的登记簿');
  await book.line(number, '还没有上报').waitFor();
  await desk.goOnline();
  await desk.allSent();
  // Whoever has gone there by themselves was not fetched away to the paper once it was saved.
  await book.isOf('区里的全年登记簿');
  await book.line(number, '部门形式退回').waitFor();
  expect(await book.line(number).count()).toBe(2);
}

/** By route: only this one lies there, and its row says which it is. */
async function inboxByRoute({ desk, number }: JourneyHandling, faults: string[]): Promise<void> {
  const inbox = desk.page.getByRole('radiogroup', { name: '按办理方式看' });
  await inbox.getByRole('radio', { name: begins('服务窗口前移 0') }).click();
  await desk.page.getByText('这里没有按这种方式办的').waitFor();
  await inbox.getByRole('radio', { name: begins('下放实质性审核权 1') }).click();
  await desk.row(number).getByText('下放实质性审核权').waitFor();
  await look(desk.page, 'inbox', faults);
}

/** Each route to its end, with the people whom the notice names, each at a computer of their own. */
describe('a case on its way', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const statusOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.status;

  test('is decided, approved and sealed by three people of the town, and delivered', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();

    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await reviewer.open();
    await reviewer.begin('过程记录');
    await reviewer.choose('两人以上到现场看');
    await reviewer.desk.press('提交过程记录');
    await reviewer.desk.page.getByText('现场核查要有两名以上工作人员').waitFor();
    await reviewer.write('在场的工作人员', '李审核、张助理');
    await reviewer.desk.press('提交过程记录');
    await reviewer.desk.page.getByText('现场核查没有写明在哪里、几点看的').waitFor();
    await reviewer.was('西集镇政府东墙');
    await photograph(reviewer.desk.page, '两人以上到现场看', '东墙现场');
    await pageShown(reviewer.desk.page, '两人以上到现场看', 1).waitFor();
    await reviewer.submit('过程记录');
    await reviewer.act('决定', async () => {
      await reviewer.choose('准予');
      await reviewer.write('决定的事实和内容', '位置、尺寸符合规定，准予张挂三十日。');
    });
    await eventually(() => statusOf(number)).toBe('decided');

    const leader = new JourneyHandling(await hall.deskOf('xiji.leader'), number);
    await leader.open();
    await leader.begin('批准');
    await leader.desk.page.getByText('准予张挂三十日').first().waitFor();
    // What two people saw on the spot lies in the file of whoever releases it.
    const seen = leader.desk.page.getByRole('region', { name: '其他照片' });
    await seen.getByRole('button', { name: '第 1 页：两人以上到现场看' }).waitFor();
    await besideOnACounter(leader);
    await leader.submit('批准');

    const sealer = new JourneyHandling(await hall.deskOf('xiji.sealer'), number);
    await sealer.open();
    await sealer.act('用印', () => sealer.write('用印份数', '2'));
    await sealer.desk.page.getByRole('region', { name: '准予行政许可决定书' }).waitFor();
    await sealer.desk.page.getByText(/西集镇审〔\d{4}〕1号/).waitFor();

    await bookWithoutALine(leader);

    const window = new JourneyHandling(clerk, number);
    await window.open();
    await window.act('送达', () => signOnScreen(clerk.page, '送达回证上的签名'));
    const sheet = clerk.page.getByRole('region', { name: '送达回证' });
    await sheet.getByRole('img', { name: /的签名$/ }).waitFor();
    await eventually(() => hall.district.story(idOf(number))).toEqual([
      'received',
      'accepted',
      'stepRecorded',
      'decided',
      'approved',
      'sealed',
      'handedOff',
      'delivered',
    ]);
    const signed = hall.district.case(idOf(number))?.files?.at(-1);
    expect(signed).toMatchObject({ for: 'signature-decision', type: 'image/png' });
    // Whoever looks into the file sees it as well, from another computer.
    const later = new JourneyHandling(reviewer.desk, number);
    await later.openFrom('全部');
    await later.desk.page.getByText('签收人在屏幕上签了名').waitFor();
    await pageShown(later.desk.page, '送达回证上的签名', 1).waitFor();
  });

  test('is reviewed by the town, and issued by the department on seeing the town’s seal', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7a').toAcceptance();
    await clerk.allSent();

    const reviewer = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await reviewer.open();
    await reviewer.act('审核意见', async () => {
      await reviewer.choose('同意');
      await reviewer.write('审核意见', '符合条件，同意。');
    });
    const leader = new JourneyHandling(await hall.deskOf('xiji.leader'), number);
    await leader.open();
    await leader.act('批准');
    const sealer = new JourneyHandling(await hall.deskOf('xiji.sealer'), number);
    await sealer.open();
    await sealer.act('用印');
    const window = new JourneyHandling(clerk, number);
    await window.open();
    await window.act('转报');

    const officer = new JourneyHandling(await hall.deskOf('rsj.officer'), number);
    const faults: string[] = [];
    await inboxByRoute(officer, faults);
    await officer.open();
    // What the department may do is to follow, or to look at the form: nothing else is offered.
    for (const never of ['决定', '审核意见', '批准', '退回重办', '不予受理', '中止计时'])
      expect(await officer.desk.page.getByRole('button', { name: never, exact: true }).count()).toBe(0);
    const seal = officer.desk.page.getByRole('region', { name: '镇里的章和意见' });
    await officer.act('形式退回', async () => {
      await seal.getByText('核对过了：这份意见的签名是真的').waitFor();
      await officer.choose('审核意见没有盖章');
      await officer.write('哪里要改', '第二页没有盖章');
    });
    await sealedAnewWithoutALine(sealer);
    await window.open();
    await window.act('转报');
    await officer.open();
    await officer.act('见章发证', async () => {
      // The paper that was sealed anew, whole, by whom, under which number, and whether the district signed it.
      await seal.getByText('核对过了：这份意见的签名是真的').waitFor();
      await seal.getByText('符合条件，同意。').waitFor();
      await seal.getByText(/西集镇审〔\d{4}〕\d+号/).waitFor();
      await seal.getByText(/监印 \S+/).waitFor();
      await seal.getByText(/^纸质材料在西集镇/).waitFor();
      await look(officer.desk.page, 'seal', faults);
      await officer.write('证照编号', '鲁枣山创贷 2026-0001');
    });
    await window.open();
    await window.act('送达');
    await eventually(() => hall.district.story(idOf(number))).toEqual([
      ...['received', 'accepted', 'opined', 'approved', 'sealed', 'forwarded', 'sentBack'],
      ...['sealed', 'forwarded', 'issued', 'delivered'],
    ]);
    const recorded = hall.district.case(idOf(number));
    expect(recorded?.sealing?.serial).toBe(1);
    expect(faults).toEqual([]);
  });

  test('is passed on by the town’s window, its paper signed for, and decided by the department', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '11').toAcceptance();
    await clerk.allSent();
    const window = new JourneyHandling(clerk, number);
    await window.open();
    await window.act('转报', () => window.write('附言', '林权证在第三页'));
    await clerk.page.getByRole('link', { name: '打印', exact: true }).click();
    const slip = clerk.page.getByRole('region', { name: '转报（转递）单' });
    await slip.getByText('附言：林权证在第三页').waitFor();
    await slip.getByText(/^经办人 ./).waitFor();
    await slip.getByText('扫码验真伪').first().waitFor();
    const officer = new JourneyHandling(await hall.deskOf('xzsp.officer'), number);
    await officer.open();
    await officer.begin('决定');
    await officer.choose('准予');
    await officer.write('决定的事实和内容', '在限额之内，准予采伐。');
    await officer.desk.press('提交决定');
    // What was written stands while the paper is fetched.
    await officer.desk.page.getByText('纸质材料还没有签收').waitFor();
    await officer.desk.press('取消');

    await window.openFrom('全部');
    await window.act('移交材料');
    await eventually(() => hall.district.case(idOf(number))?.custody?.way?.to).toBe('370406-xzsp');
    await officer.open();
    await officer.act('签收材料');
    await officer.act('决定', async () => {
      await officer.choose('准予');
      await officer.write('决定的事实和内容', '在限额之内，准予采伐。');
    });
    const leader = new JourneyHandling(await hall.deskOf('xzsp.leader'), number);
    await leader.open();
    await leader.act('批准');
    const sealer = new JourneyHandling(await hall.deskOf('xzsp.sealer'), number);
    await sealer.open();
    await sealer.act('用印');
    await window.open();
    await window.act('送达');
    await eventually(() => statusOf(number)).toBe('delivered');
    // How long each of them had it.
    await window.openFrom('全部');
    await clerk.press('看办理经过');
    const times = clerk.page.getByRole('region', { name: '各环节用时' });
    await times.getByText(/^从收件到办结一共/).waitFor();
    expect(await times.getByRole('term').allInnerTexts()).toEqual(['西集镇', '区行政审批服务局']);
  });
});
