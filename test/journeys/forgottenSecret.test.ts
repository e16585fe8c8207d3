import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const MOST_TRIES = 10;
/** Seconds after so many wrong tries. */
const WAITS: Readonly<Record<number, number>> = { 3: 5, 4: 10, 5: 20, 6: 40, 7: 80, 8: 160, 9: 320 };
/** After this one the clock is put back. */
const BACK_AFTER = 5;
const DAY_MS = 86_400_000;
const ELDER = '赵树理';
const NEXT_SECRET = '8830572914';

/** One wrong secret, and what is said of it. */
async function tryWrong(desk: JourneyDesk, tries: number): Promise<void> {
  const { page } = desk;
  await desk.unlock('xiji.clerk', `wrong secret ${tries}`);
  if (tries === MOST_TRIES) await page.getByText('错了 10 次，本机不再接受').first().waitFor();
  else await page.getByText(`解锁口令不对，还可以试 ${MOST_TRIES - tries} 次。`).waitFor();
}

/** Even the right one is refused for so long: the seconds are counted down, then the screen is ready again. */
async function sitOut(desk: JourneyDesk, seconds: number, why = '试错次数多了'): Promise<void> {
  const { page } = desk;
  const unlock = page.getByRole('button', { name: '解锁', exact: true });
  await desk.unlock('xiji.clerk');
  const words = page.getByRole('paragraph').filter({ hasText: new RegExp(`^${why}，请过 \\d+ 秒再试。$`) });
  const left = Number(/\d+/.exec((await words.textContent()) ?? '')?.[0]);
  expect(left, `of ${seconds} s`).toBeLessThanOrEqual(seconds);
  // A busy machine has used up some of it already.
  expect(left, `of ${seconds} s`).toBeGreaterThan(seconds / 2 - 2);
  expect(await unlock.isDisabled()).toBe(true);
  await page.clock.fastForward(left * 1_000);
  await eventually(() => unlock.isEnabled()).toBe(true);
}

/** The clock runs backwards: the wait begins anew from there. */
async function clockBack(desk: JourneyDesk, seconds: number): Promise<void> {
  const { page } = desk;
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now - DAY_MS);
  await sitOut(desk, seconds, '本机时间被往回调过');
}

/** An intake left in the middle, by locking. */
async function leaveDraft(desk: JourneyDesk): Promise<void> {
  const draft = new JourneyIntake(desk.page, '1');
  await draft.begin();
  await draft.answerAll();
  await draft.next('填写当事人');
  await desk.page.getByRole('group', { name: '申请人' }).getByLabel('姓名').fill(ELDER);
  await desk.lock();
}

const REFUSED_SECRETS = [
  ['1234567890', '口令太容易猜到。'],
  ['xiji.clerk', '口令太容易猜到。'],
  ['482913', '这台设备没有登记磁盘加密，六位数字不够安全。'],
  ['48291', '口令太短：数字至少 10 位，口令短语至少 8 个字符。'],
] as const;

describe('a forgotten secret', () => {
  const hall = journeyHall();

  test('ten wrong ones, each later than the one before, also while the clock runs backwards; and back through the sign-in with draft and queue intact', async () => {
    const { district } = hall;
    const desk = await hall.closedCounter();
    const { page } = desk;
    await page.clock.install();
    await desk.arrive('xiji.clerk');
    await desk.goOffline();
    const number = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.openList();
    await leaveDraft(desk);

    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await tryWrong(desk, tries);
      const wait = WAITS[tries];
      if (wait && tries === BACK_AFTER) await clockBack(desk, wait);
      else if (wait) await sitOut(desk, wait);
    }
    expect(await page.getByLabel(/解锁口令/).count(), 'no secret is taken any more').toBe(0);
    await page.reload();
    await page.getByText('错了 10 次，本机不再接受').first().waitFor();
    await desk.press('用密码登录');
    await page.getByText('现在没有网络，登录要连网').waitFor();

    await desk.goOnline();
    await page.getByText('现在没有网络，登录要连网').waitFor({ state: 'detached' });
    expect(await page.getByLabel('用户名').inputValue()).toBe('xiji.clerk');
    await desk.signIn('xiji.clerk');
    for (const [secret, words] of REFUSED_SECRETS) {
      await desk.setSecret(secret);
      await page.getByText(words).waitFor();
    }
    await desk.setSecret(NEXT_SECRET);
    // She is where she was.
    await page.getByLabel('姓名').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe(ELDER);
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();
    expect(district.cases().map((one) => [one.number, one.status])).toEqual([[number, 'accepted']]);
    await desk.lock();
    await desk.unlock('xiji.clerk', NEXT_SECRET);
    await desk.openList();
  });

  test('the right secret unlocks while the clock is a day behind, and what is taken in counts by the district’s time', async () => {
    const { district } = hall;
    const desk = await hall.closedCounter();
    const { page } = desk;
    await page.clock.install();
    await desk.arrive('xiji.clerk');
    await desk.lock();
    await page.clock.setSystemTime(Date.now() - DAY_MS);
    await page.reload();
    await desk.unlock('xiji.clerk');
    await page.getByText(/^本机时间慢了约 24 小时/).waitFor();
    const number = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.allSent();
    const recorded = district.cases().find((one) => one.number === number);
    const [received] = district.events(recorded?.id);
    const { at = '', recordedAt = '' } = received?.header ?? {};
    expect(Math.abs(Date.parse(recordedAt) - Date.parse(at))).toBeLessThan(60_000);
  });
});
