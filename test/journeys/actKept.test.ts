import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling } from '../support/journeyHandling.ts';
import { begins, JourneyIntake } from '../support/journeyIntake.ts';
import { pageShown, photograph } from '../support/journeyPages.ts';

const VISIT = '两人以上到现场看';
const WRITTEN = {
  在场的工作人员: '李审核、张助理',
  地点: '西集镇政府东墙',
  情况: '横幅离地三米，不挡路口视线。',
} as const;

/** What somebody has written on a case survives whatever happens before it is submitted. */
describe('an act that is being written', () => {
  const hall = journeyHall();
  const idOf = (number: string) => hall.district.cases().find((one) => one.number === number)?.id ?? '';
  const recorded = (number: string) => hall.district.case(idOf(number));

  async function accepted(): Promise<string> {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    return number;
  }

  const field = ({ page }: JourneyDesk, label: string) => page.getByRole('textbox', { name: begins(label) });

  const unfinished = ({ page }: JourneyDesk) => page.getByRole('region', { name: '没写完的' });

  async function standsAsItWas(desk: JourneyDesk): Promise<void> {
    await desk.page.getByText('这是没写完的过程记录，内容都在').waitFor();
    expect(await desk.page.getByRole('radio', { name: begins(VISIT) }).isChecked()).toBe(true);
    for (const [label, words] of Object.entries(WRITTEN))
      expect(await field(desk, label).inputValue()).toBe(words);
    expect(await desk.page.getByLabel(begins('几点')).inputValue()).toBe('00:00');
    await pageShown(desk.page, VISIT, 1).waitFor();
  }

  test('in a village without signal outlives the lock, the way to the list and a dead battery', async () => {
    const number = await accepted();
    const desk = await hall.deskOf('xiji.reviewer');
    const reviewer = new JourneyHandling(desk, number);
    await reviewer.open();
    await desk.goOffline();
    await reviewer.begin('过程记录');
    await reviewer.choose(VISIT);
    for (const [label, words] of Object.entries(WRITTEN)) await reviewer.write(label, words);
    await reviewer.was(WRITTEN.地点);
    await photograph(desk.page, VISIT, '东墙现场');
    await pageShown(desk.page, VISIT, 1).waitFor();

    await desk.lock();
    await desk.unlock('xiji.reviewer');
    await standsAsItWas(desk);

    // No intake: it is found under its case, and the list asks for nothing else.
    await desk.openList();
    await unfinished(desk)
      .getByRole('link', { name: /过程记录/ })
      .waitFor();
    expect(await desk.page.getByRole('region', { name: '接着办' }).count()).toBe(0);

    await desk.kill();
    await desk.start();
    await desk.context.setOffline(true);
    await desk.open();
    await desk.unlock('xiji.reviewer');
    await unfinished(desk)
      .getByRole('link', { name: /过程记录/ })
      .click();
    await standsAsItWas(desk);
    await desk.goOnline();
    await reviewer.submit('过程记录');
    await eventually(() => recorded(number)?.steps?.[0]).toMatchObject({
      officers: ['李审核', '张助理'],
      place: WRITTEN.地点,
      text: WRITTEN.情况,
    });
    expect(recorded(number)?.files?.filter((one) => one.for.startsWith('step'))).toHaveLength(1);

    // Taken up: nothing is left to go on with.
    await desk.openList();
    expect(await unfinished(desk).count()).toBe(0);
    await desk.openCase(number);
    await pageShown(desk.page, VISIT, 1).waitFor();
    expect(await desk.page.getByText('没写完').count()).toBe(0);
  });

  test('that somebody else was quicker with still shows its words, until it is thrown away', async () => {
    const number = await accepted();
    const desk = await hall.deskOf('xiji.reviewer');
    const slow = new JourneyHandling(desk, number);
    await slow.open();
    await slow.begin('过程记录');
    await slow.write('情况', '写错了人家');
    await slow.open();
    await desk.page.getByText('这是没写完的过程记录，内容都在').waitFor();
    await desk.press('删除草稿：过程记录');
    await desk.press('删除');
    await slow.begin('决定');
    expect(await unfinished(desk).count()).toBe(0);
    await slow.choose('准予');
    await slow.write('决定的事实和内容', '只准挂到月底。');
    await desk.openList();
    await unfinished(desk).waitFor();

    const quick = new JourneyHandling(await hall.deskOf('xiji.reviewer'), number);
    await quick.open();
    await quick.act('决定', async () => {
      await quick.choose('准予');
      await quick.write('决定的事实和内容', '准予张挂三十日。');
    });
    await eventually(() => recorded(number)?.status).toBe('decided');

    await slow.openFrom('全部');
    await desk.page.getByText('决定写到一半，现在办不了这一步了').waitFor();
    await desk.page.getByText('只准挂到月底。').waitFor();
    await desk.press('写留言');
    await desk.page.getByRole('textbox', { name: '写留言' }).fill('决定已由同事作出');
    await desk.lock();
    await desk.unlock('xiji.reviewer');
    await desk.page.getByText('还没有发出').waitFor();
    expect(await desk.page.getByRole('textbox', { name: '写留言' }).inputValue()).toBe('决定已由同事作出');
    await desk.press('留言');
    await desk.allSent();
    await eventually(() => recorded(number)?.notes?.[0]?.text).toBe('决定已由同事作出');

    await desk.press('删除草稿：决定');
    await desk.press('删除');
    await desk.page.getByText('只准挂到月底。').waitFor({ state: 'detached' });
    await desk.openList();
    expect(await unfinished(desk).count()).toBe(0);
  });
});
