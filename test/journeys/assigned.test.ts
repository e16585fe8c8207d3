import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { look as lookAt } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyHandling, JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1366, height: 768 },
];
const FIRST = '赵审核（演示）';
const SECOND = '钱复核';
const REASON = '赵审核本周外出培训，请接手。';

/** Nothing that axe finds fault with, and nothing out of the window, at any of the three sizes. */
async function look(page: Page, screen: string): Promise<void> {
  const faults: string[] = [];
  await lookAt(page, screen, faults, SIZES);
  expect(faults).toEqual([]);
}

/** Of what waits: one's own, what nobody has been given, all. */
async function share(desk: JourneyDesk, name: '我的' | '没指定人的' | '所有人的'): Promise<void> {
  await desk.openList();
  await desk.page.getByRole('radio', { name: '等我办', exact: true }).click();
  await desk.page.getByRole('radio', { name, exact: true }).click();
}

describe('a case that is given to a person', () => {
  const hall = journeyHall();
  const found = () => hall.district.cases()[0];
  const holders = () => found()?.assigned?.map((one) => one.personName);

  test('is theirs in list and notices, goes to another with a reason, and stops nobody', async () => {
    const { district } = hall;
    await district.hire('xiji.second', SECOND, '370406102', 'reviewer');
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7b').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);

    // The leader, without a line: the colleagues are known from the last time there was one.
    const leader = new JourneyHandling(await people.at('xiji.leader'), number);
    const { desk } = leader;
    await leader.openFrom('全部');
    await desk.goOffline();
    await leader.begin('指定承办人');
    const choices = desk.page.getByRole('group', { name: '由谁承办？' }).getByRole('radio');
    await choices.first().waitFor();
    // Whose post carries it on from here, and nobody else.
    expect(await choices.count()).toBe(2);
    await look(desk.page, 'assign');
    await desk.press('提交指定承办人');
    await desk.page.getByText('请选由谁来办').waitFor();
    await leader.choose(FIRST);
    await leader.write('附言', '急件，请先看。');
    await desk.press('提交指定承办人');
    await desk.page.getByText(`现在由西集镇的${FIRST}办理`).waitFor();
    expect(found()?.assigned).toBeUndefined();
    await desk.goOnline();
    await desk.allSent();
    await eventually(holders).toEqual([FIRST]);

    const first = await people.at('xiji.reviewer');
    await share(first, '我的');
    await first.row(number).getByText(`由${FIRST}办`).waitFor();
    await look(first.page, 'own');
    await first.go(/^提醒/);
    const notice = first.page
      .getByRole('list', { name: '提醒' })
      .getByRole('link')
      .filter({ hasText: '指定您承办' });
    await notice.waitFor();
    await look(first.page, 'notices');
    await notice.click();
    await first.page.getByText(`现在由西集镇的${FIRST}办理`).waitFor();
    await first.page.getByRole('region', { name: '承办人' }).getByText('急件，请先看。').waitFor();

    const second = await people.at('xiji.second');
    await share(second, '所有人的');
    await second.row(number).waitFor();
    await share(second, '没指定人的');
    await second.row(number).waitFor({ state: 'detached' });
    await share(second, '我的');
    await second.page.getByText('没有指定您承办的').waitFor();
    await look(second.page, 'none');

    // It goes to the other one, not without a reason.
    await leader.begin('指定承办人');
    await leader.choose(SECOND);
    await desk.press('提交指定承办人');
    await desk.page.getByText('没有写明为什么改派').waitFor();
    await leader.write('改派原因', REASON);
    await leader.submit('指定承办人');
    await desk.page.getByText(`现在由西集镇的${SECOND}办理`).waitFor();
    await eventually(holders).toEqual([FIRST, SECOND]);
    await second.row(number).waitFor();
    await share(first, '我的');
    await first.row(number).waitFor({ state: 'detached' });

    // The trail, on the case and in its history.
    await desk.press('看办理经过');
    const history = desk.page.getByRole('region', { name: '办理经过' });
    await history.getByText(`指定承办人：由${FIRST}承办`).waitFor();
    await history.getByText(`指定承办人：由${SECOND}承办`).waitFor();
    await desk.page.getByRole('region', { name: '承办人' }).getByText(REASON).waitFor();
    await look(desk.page, 'trail');

    // Whoever has the power acts, also on what another was to see to.
    const act = new JourneyHandling(first, number);
    await share(first, '所有人的');
    await first.openCase(number);
    await act.act('审核意见', async () => {
      await act.choose('同意');
      await act.write('审核意见', '看过了，同意。');
    });
    await eventually(() => found()?.opinion?.name).toBe(FIRST);
    await second.openList();
    await second.row(number).waitFor({ state: 'detached' });
  }, 300_000);
});
