import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake, type SampleId } from '../support/journeyIntake.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';

const DAY_MS = 86_400_000;
const DEPARTMENTS_STORY = [
  ...['received', 'accepted', 'forwarded', 'papersDispatched', 'papersSigned'],
  ...['decided', 'approved', 'sealed', 'delivered'],
];
/** A licence is told to whoever supervises it. */
const LICENCES_STORY = [...DEPARTMENTS_STORY.slice(0, -1), 'handedOff', 'delivered'];

/** Every item that no other journey ends (`handled`, `sittings`), from its intake on. */
describe('an item to its end', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const storyOf = (number: string) => hall.district.story(idOf(number));

  test('the two other instant items are done in one visit, without a line', async () => {
    const clerk = await hall.counter();
    await clerk.goOffline();
    const numbers: string[] = [];
    for (const item of ['2', '5'] as const) {
      const intake = new JourneyIntake(clerk.page, item);
      await clerk.openList();
      await intake.begin();
      await intake.toPapers();
      await intake.markRest();
      await intake.next('定结果，提交');
      numbers.push(await intake.submit('提交办结'));
      await clerk.page.getByRole('region', { name: '送达回证' }).waitFor();
    }
    await clerk.goOnline();
    await clerk.allSent();
    for (const number of numbers)
      await eventually(() => storyOf(number)).toEqual(['received', 'accepted', 'decided', 'delivered']);
  });

  test('insurance (3) is registered by the town alone', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '3').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);
    await people.grantedToItsEnd(number, 'xiji.reviewer', '参保登记已录入，险种为居民基本医疗保险。');
    await eventually(() => storyOf(number)).toEqual([
      'received',
      'accepted',
      'decided',
      'approved',
      'sealed',
      'delivered',
    ]);
  });

  test('enterprises (9) and cooperatives (10) are registered by the department that has their papers', async () => {
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    await clerk.goOffline();
    const numbers = [];
    for (const item of ['9', '10'] satisfies SampleId[]) {
      await clerk.openList();
      numbers.push(await new JourneyIntake(clerk.page, item).toAcceptance());
    }
    await clerk.goOnline();
    await clerk.allSent();
    for (const number of numbers) {
      await people.handOver(number, 'xzsp.officer');
      await people.grantedToItsEnd(number, 'xzsp.officer', '材料齐全，符合法定形式，准予登记。');
      await eventually(() => storyOf(number)).toEqual(LICENCES_STORY);
    }
  });

  test('a further child (6) is declined on paper as shipped; once it is in force, the town reviews and the district issues', async () => {
    const clerk = await hall.counter();
    const intake = new JourneyIntake(clerk.page, '6');
    await clerk.press('收件');
    await clerk.page.getByLabel('找事项').fill('再生育');
    await clerk.page
      .getByRole('list', { name: '事项' })
      .getByRole('button', { name: intake.guide.title })
      .click();
    await clerk.page.getByText(/^该事项自 2021年.* 起暂停受理$/).waitFor();
    await clerk.press('收件后不予受理');
    await intake.toPapers();
    await intake.markRest();
    await intake.next('定结果，提交');
    const declined = await intake.submit('提交不予受理');
    await clerk.page.getByRole('region', { name: '不予受理决定书' }).waitFor();
    await clerk.allSent();
    await eventually(() => storyOf(declined)).toEqual(['received', 'declined']);

    const editor = await hall.desk();
    await editor.visit('qu.editor');
    await new JourneyOffice(editor).publish('再生育审批', '正常受理', '区卫健局书面确认（试验用）');
    await clerk.page.reload();
    await clerk.unlock('xiji.clerk');
    await clerk.allSent();
    await clerk.openList();
    const number = await new JourneyIntake(clerk.page, '6').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);
    await people.opined(number, 'xiji', '再婚夫妻，情况属实，同意。');
    await (await people.window(number)).act('移交材料');
    const officer = await people.before('xzsp.officer', number);
    await officer.act('签收材料');
    await officer.act('见章发证', () => officer.write('证照编号', '鲁枣山生 2026-0001'));
    await people.delivered(number);
    await eventually(() => storyOf(number)).toEqual([
      ...['received', 'accepted', 'opined', 'approved', 'sealed', 'forwarded'],
      ...['papersDispatched', 'papersSigned', 'issued', 'handedOff', 'delivered'],
    ]);
  });

  test('relief (12) is looked at in the house by two, and decided by the department of emergencies', async () => {
    const clerk = await hall.counter();
    const people = new JourneyPeople(hall, clerk);
    const number = await new JourneyIntake(clerk.page, '12').toAcceptance();
    const window = await people.window(number);
    await window.act('过程记录', async () => {
      await window.choose('两人以上入户看损失');
      await window.write('在场的工作人员', '李审核、张助理');
      await window.was('西集镇某某村');
      await window.write('情况', '房顶掀开两间，粮食受潮。');
    });
    await people.handOver(number, 'yjgl.officer');
    await people.grantedToItsEnd(number, 'yjgl.officer', '按四口人发给应急生活救助。');
    await eventually(() => storyOf(number)).toEqual([
      ...['received', 'accepted', 'stepRecorded', 'forwarded', 'papersDispatched', 'papersSigned'],
      ...['decided', 'approved', 'sealed', 'delivered'],
    ]);
  });

  test('a transfer of a house (13), taken in on a tablet two days without a signal by buyer and seller, is registered though the item was suspended meanwhile', async () => {
    const clerk = await hall.counter({ viewport: { width: 820, height: 1180 } });
    const people = new JourneyPeople(hall, clerk);
    await clerk.goOffline();
    const number = await new JourneyIntake(clerk.page, '13').toAcceptance();
    await clerk.kill();

    const editor = await hall.desk();
    await editor.visit('qu.editor');
    await new JourneyOffice(editor).publish('不动产登记', '暂停受理', '区自然资源局通知（2026）3 号');
    await hall.district.kill();
    await hall.district.startAt(new Date(Date.now() + 2 * DAY_MS).toISOString());

    await clerk.start();
    await clerk.open();
    await clerk.unlock('xiji.clerk');
    await clerk.allSent();
    await eventually(() => storyOf(number).filter((type) => type !== 'flagged')).toEqual([
      'received',
      'accepted',
    ]);
    expect(hall.district.case(idOf(number))?.flags.map((one) => one.code)).toContain('item.notInForce');
    expect(hall.district.case(idOf(number))?.parties).toHaveLength(2);
    await people.handOver(number, 'zrzy.officer');
    await people.grantedToItsEnd(number, 'zrzy.officer', '买卖双方共同申请，权属清楚，准予转移登记。');
    await eventually(() => storyOf(number).filter((type) => type !== 'flagged')).toEqual(DEPARTMENTS_STORY);
  });
});
