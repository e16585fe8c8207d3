import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

describe('an endpoint that dies', () => {
  const hall = journeyHall();

  test('killed after its commit and before its answer, it has recorded once, and the device learns it', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await desk.goOffline();
    const intake = new JourneyIntake(desk.page, '1');
    await intake.toOutcome();
    const number = await intake.submit('提交受理');

    await district.kill();
    const { committed } = await district.startSilent();
    await desk.goOnline();
    await committed;
    expect(district.story(district.cases()[0]?.id ?? '')).toEqual(['received', 'accepted']);
    await district.kill();

    await desk.openList();
    expect(await desk.row(number).getByText('区里已登记').count(), 'no answer came').toBe(0);
    await district.start();
    await desk.openOutbox();
    // Whichever is first: a person who hurries it, or the device, whose next try comes within seconds by itself.
    const learned = desk.page.getByText('没有要上报的').waitFor();
    await Promise.race([desk.press('立即上报'), learned]);
    await learned;
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();
    expect(district.cases().map((one) => one.number)).toEqual([number]);
    expect(district.events().map((one) => one.type)).toEqual(['received', 'accepted']);
  });
});
