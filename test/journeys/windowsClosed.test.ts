import type { BrowserContext, Page, Request } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** The browser wakes the staff app's worker, as it does by itself when there is a line again. */
async function wakeWorker(page: Page, origin: string): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const registration = new Promise<string>((found) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const one of registrations)
        if (one.scopeURL === `${origin}/desk/` && !one.isDeleted) found(one.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const event = { origin, registrationId: await registration, tag: 'jinban-outbox', lastChance: false };
  await tools.send('ServiceWorker.dispatchSyncEvent', event);
  await tools.detach();
}

/** Who has sent commands, in the order in which they began. */
function senders(context: BrowserContext): ('worker' | 'window')[] {
  const seen: ('worker' | 'window')[] = [];
  context.on('request', (request: Request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/commands'))
      seen.push(request.serviceWorker() ? 'worker' : 'window');
  });
  return seen;
}

async function takeIn(desk: JourneyDesk, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let one = 0; one < count; one += 1) {
    numbers.push(await new JourneyIntake(desk.page, '7b').toAcceptance());
    await desk.openList();
  }
  return numbers;
}

/** Locked, without a session, and no window of the app left: only an empty one, so that the browser stays. */
async function leave(desk: JourneyDesk): Promise<Page> {
  await desk.lock();
  await desk.context.clearCookies();
  const elsewhere = await desk.context.newPage();
  await desk.page.close();
  return elsewhere;
}

describe('a device with every window of the app closed', () => {
  const hall = journeyHall();
  const accepted = () =>
    hall.district.cases().map((one) => [one.number, one.status, ...hall.district.story(one.id)]);
  const once = (numbers: readonly string[]) =>
    numbers.map((number) => [number, 'accepted', 'received', 'accepted']);

  test('sends what was taken in without an endpoint when the browser wakes the worker; the lock screen then knows of nothing to send', async () => {
    const { district } = hall;
    const desk = await hall.deskOf('xiji.clerk');
    const { context } = desk;
    await district.kill();
    const numbers = await takeIn(desk, 2);
    const elsewhere = await leave(desk);
    const sent = senders(context);
    expect(accepted()).toEqual([]);

    await district.start();
    await wakeWorker(elsewhere, district.url);
    await eventually(accepted).toEqual(once(numbers));
    expect(new Set(sent)).toEqual(new Set(['worker']));
    expect(await context.cookies(), 'nobody has signed in for it').toEqual([]);

    await desk.open('/desk/', elsewhere);
    await desk.heading('解锁', elsewhere).waitFor();
    await elsewhere.getByText('没有待上报').waitFor();
    expect(accepted()).toEqual(once(numbers));
  });
});

describe('a device with a window of the app', () => {
  const hall = journeyHall();
  const stories = () => hall.district.cases().map((one) => hall.district.story(one.id));

  test('sends from that window, and the worker that is woken meanwhile does nothing', async () => {
    const { district } = hall;
    const desk = await hall.deskOf('xiji.clerk');
    await district.kill();
    await takeIn(desk, 1);
    const sent = senders(desk.context);
    await wakeWorker(desk.page, district.url);
    await district.start();
    await wakeWorker(desk.page, district.url);
    await desk.allSent();
    expect(stories()).toEqual([['received', 'accepted']]);
    expect(new Set(sent)).toEqual(new Set(['window']));
  });

  test('takes the sending over from a worker whose request hangs, and every case is recorded once', async () => {
    const { district } = hall;
    const before = stories().length;
    const desk = await hall.deskOf('xiji.clerk');
    await district.kill();
    await takeIn(desk, 1);
    const elsewhere = await leave(desk);
    const sent = senders(desk.context);
    const { committed } = await district.startSilent();
    await wakeWorker(elsewhere, district.url);
    await committed;
    await desk.open('/desk/', elsewhere);
    await eventually(() => sent).toEqual(['worker', 'window']);
    await district.kill();
    await district.start();
    await elsewhere.getByText('没有待上报').waitFor();
    expect(stories().slice(before)).toEqual([['received', 'accepted']]);
  });
});
