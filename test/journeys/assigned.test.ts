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

const nowWith = (page: Page, name: string): Promise<void> =>
  page.getByText(`现在由西集镇的${name}办理`).waitFor();

/** Without a line: the colleagues are known from the last time there was one. */
async function givenOffline(form: JourneyHandling): Promise<void> {
  const { desk } = form;
  await form.openFrom('全部');
  await desk.goOffline();
  await form.begin('指定承办人');
  const choices = desk.page.getByRole('group', { name: '由谁承办？' }).getByRole('radio');
  await choices.first().waitFor();
  // Whose post carries it on from here, and nobody else.
  expect(await choices.count()).toBe(2);
  await look(desk.page, 'assign');
  await desk.press('提交指定承办人');
  await desk.page.getByText('请选由谁承办').waitFor();
  await form.choose(FIRST);
  await form.write('附言', '急件，请先看。');
  await desk.press('提交指定承办人');
  await nowWith(desk.page, FIRST);
}

/** In the list and among the notices of whom it was given to. */
async function isTheirs(desk: JourneyDesk, number: string): Promise<void> {
  const { page } = desk;
  await share(desk, '我的');
  await desk.row(number).getByText('由您办').waitFor();
  await look(page, 'own');
  await desk.go(/^提醒\s*1$/);
  const notices = page.getByRole('list', { name: '提醒' });
  const notice = notices.getByRole('link').filter({ hasText: '指定您承办' });
  await notice.waitFor();
  await look(page, 'notices');
  await notice.click();
  await nowWith(page, FIRST);
  await page.getByRole('region', { name: '承办人' }).getByText('急件，请先看。').waitFor();
  // Whoever has a case open sees what becomes of it, and need not be told.
  await desk.openList();
}

/** And of nobody else: a colleague in the same post sees whose it is, and goes on to what is free. */
async function isNotTheirs(desk: JourneyDesk, number: string): Promise<void> {
  await share(desk, '所有人的');
  await desk.row(number).getByText(`由${FIRST}办`).waitFor();
  await share(desk, '没指定人的');
  await desk.row(number).waitFor({ state: 'detached' });
  await share(desk, '我的');
  await desk.page.getByText('没有指定您承办的').waitFor();
  await look(desk.page, 'none');
}

/** It goes to the other one, not without a reason. */
async function givenAnew(form: JourneyHandling): Promise<void> {
  const { desk } = form;
  await form.begin('指定承办人');
  await form.choose(SECOND);
  await desk.press('提交指定承办人');
  await desk.page.getByText('没有写明为什么改派').waitFor();
  await look(desk.page, 'anew');
  await form.write('改派原因', REASON);
  await form.submit('指定承办人');
  await nowWith(desk.page, SECOND);
}

/** Whoever had it hears that it went to another, by whom, and finds it all the same. */
async function isNoLongerTheirs(desk: JourneyDesk, number: string, leader: string): Promise<void> {
  await share(desk, '我的');
  await desk.row(number).waitFor({ state: 'detached' });
  await desk.go(/^提醒\s*1$/);
  const notice = desk.page.getByRole('list', { name: '提醒' }).getByRole('link');
  await notice.getByText(`${leader}改派，现在由${SECOND}承办`).waitFor();
  await notice.getByText('不由您办了').waitFor();
  expect(await notice.count()).toBe(1);
  await look(desk.page, 'relieved');
  await notice.click();
  await nowWith(desk.page, SECOND);
}

/** On the case, and in its history from the district. */
async function trailOn(desk: JourneyDesk): Promise<void> {
  const { page } = desk;
  await desk.press('看办理经过');
  const history = page.getByRole('region', { name: '办理经过' });
  await history.getByText(`指定承办人：由${FIRST}承办`).waitFor();
  await history.getByText(`指定承办人：由${SECOND}承办`).waitFor();
  await page.getByRole('region', { name: '承办人' }).getByText(REASON).waitFor();
  await look(page, 'trail');
}

describe('a case that is given to a person', () => {
  const hall = journeyHall();
  const found = () => hall.district.cases()[0];
  const holders = () => found()?.assigned?.map((one) => one.personName);

  test('is theirs in list and notices, goes to another with a reason, and stops nobody', async () => {
    await hall.district.hire('xiji.second', SECOND, '370406102', 'reviewer');
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '7b').toAcceptance();
    await clerk.allSent();
    const people = new JourneyPeople(hall, clerk);
    const leader = new JourneyHandling(await people.at('xiji.leader'), number);
    await givenOffline(leader);
    expect(found()?.assigned).toBeUndefined();
    await leader.desk.goOnline();
    await leader.desk.allSent();
    await eventually(holders).toEqual([FIRST]);

    const first = await people.at('xiji.reviewer');
    await isTheirs(first, number);
    const second = await people.at('xiji.second');
    await isNotTheirs(second, number);
    await givenAnew(leader);
    await eventually(holders).toEqual([FIRST, SECOND]);
    await second.row(number).waitFor();
    await isNoLongerTheirs(first, number, found()?.assigned?.at(-1)?.name ?? '');
    await trailOn(leader.desk);

    // Whoever has the power acts, also on what another was to see to.
    await share(first, '所有人的');
    const act = new JourneyHandling(first, number);
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
