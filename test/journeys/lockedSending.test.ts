import { describe, expect, test } from 'vitest';
import { person } from '../catalogue/samples.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const QUEUE = 20;

/** Takes in and accepts so many, one after the other. @returns their numbers */
async function takeIn(desk: JourneyDesk, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let at = 0; at < count; at += 1) {
    numbers.push(await new JourneyIntake(desk.page, '7b').toAcceptance());
    await desk.openList();
  }
  return numbers;
}

/** The lock screen stands there and names nobody. */
async function expectLocked(desk: JourneyDesk, numbers: readonly string[]): Promise<void> {
  expect(await desk.heading('解锁').isVisible(), 'the screen is locked').toBe(true);
  const words = (await desk.page.locator('body').textContent()) ?? '';
  for (const secret of [person('applicant').name, ...numbers]) expect(words).not.toContain(secret);
}

describe('a locked screen with a queue', () => {
  const hall = journeyHall();

  test('twenty cases taken in without a line are all recorded while it stays locked, without a session', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page, context } = desk;
    const recorded = () => district.cases().map((one) => [one.number, one.status]);
    const accepted = (numbers: readonly string[]) => numbers.map((number) => [number, 'accepted']);
    await desk.goOffline();
    const numbers = await takeIn(desk, QUEUE);
    await desk.lock();
    await page.getByText(/件待上报的，锁着也会自动上报/).waitFor();
    await context.clearCookies();
    expect(district.cases()).toEqual([]);

    await desk.goOnline();
    await page.getByText('没有待上报').waitFor();
    expect(recorded()).toEqual(accepted(numbers));
    await expectLocked(desk, numbers);
    expect(await context.cookies(), 'nobody has signed in for it').toEqual([]);

    // Nobody unlocks after a power cut either.
    await desk.unlock('xiji.clerk');
    await desk
      .row(numbers[0] ?? '')
      .getByText('区里已登记')
      .waitFor();
    await desk.goOffline();
    const later = await takeIn(desk, 1);
    await desk.kill();
    // Nothing can be sent meanwhile, not even by the worker, which the browser may wake before it is told to be offline.
    await district.kill();
    await desk.start({ offline: true });
    await desk.open();
    await desk.heading('解锁').waitFor();
    await desk.page.getByText(/件待上报的，锁着也会自动上报/).waitFor();
    await desk.context.clearCookies();
    await district.start();
    await desk.goOnline();
    await eventually(recorded).toEqual(accepted([...numbers, ...later]));
    await expectLocked(desk, [...numbers, ...later]);
    for (const { id } of district.cases()) expect(district.story(id)).toEqual(['received', 'accepted']);
  });
});
