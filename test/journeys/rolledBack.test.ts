import { cp, rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { JourneyOffice } from '../support/journeyOffice.ts';
import { COUNTER } from '../support/journeyPrepared.ts';
import { keptIn } from '../support/journeyStore.ts';

const images: string[] = [];
afterAll(() => Promise.all(images.map((image) => rm(image, { recursive: true, force: true }))));

/** What a restore card keeps of the disk, taken while the computer is off. */
async function imageOf(desk: JourneyDesk): Promise<string> {
  const image = `${desk.profile}-image`;
  images.push(image);
  await cp(desk.profile, image, { recursive: true });
  return image;
}

/** The next morning: the card has put the disk back as it was. */
async function restore(desk: JourneyDesk, image: string): Promise<void> {
  await rm(desk.profile, { recursive: true });
  await cp(image, desk.profile, { recursive: true });
}

async function takeIn(desk: JourneyDesk): Promise<string> {
  await desk.openList();
  return new JourneyIntake(desk.page, '7b').toAcceptance();
}

const slotOf = (number: string): string => number.split('-')[2] ?? '';

describe('a counter PC whose restore card puts an older disk back', () => {
  const hall = journeyHall();

  test('is noticed and gets another slot; no number is given twice, and nothing is recorded twice', async () => {
    const { district } = hall;
    const admin = new JourneyOffice(await hall.desk());
    await admin.desk.visit('qu.admin');
    const desk = await hall.counter();
    const given = [await takeIn(desk)];
    await desk.allSent();
    await desk.goOffline();
    // Waits in the image, and is sent after it was taken.
    given.push(await takeIn(desk));
    await desk.close();
    const image = await imageOf(desk);

    await desk.start();
    await desk.open();
    await desk.unlock('xiji.clerk');
    await desk.allSent();
    given.push(await takeIn(desk));
    await desk.allSent();
    await eventually(() => district.cases().length).toBe(3);
    await desk.close();
    await restore(desk, image);

    // Nothing can be sent meanwhile, not even by the worker, which the browser may wake before it is told to be offline.
    await district.kill();
    await desk.start({ offline: true });
    await desk.open();
    await desk.unlock('xiji.clerk');
    expect((await keptIn(desk.page)).commands, 'the disk knows nothing of the sending').toEqual(
      expect.arrayContaining(['waiting', 'waiting']),
    );
    // With the counters of the older disk, before anybody has noticed.
    given.push(await takeIn(desk));
    await district.start();
    await desk.goOnline();
    await desk.allSent();
    await eventually(() => district.cases().length).toBe(4);
    await admin.sees(COUNTER.device, '磁盘被还原过 1 次，已换编号段', '没有待上报');

    given.push(await takeIn(desk));
    await desk.allSent();
    await eventually(() => district.cases().map((one) => one.number)).toEqual(given);
    expect(new Set(given).size, 'no number twice').toBe(given.length);
    const [first = '', , , again = '', after = ''] = given;
    expect(slotOf(again)).toBe(slotOf(first));
    expect(slotOf(after)).not.toBe(slotOf(first));
    for (const one of district.cases()) expect(district.story(one.id)).toEqual(['received', 'accepted']);
    await desk.openList();
    for (const number of given) await desk.row(number).getByText('区里已登记').waitFor();
    await eventually(async () => (await keptIn(desk.page)).commands).toEqual([]);
  });
});
