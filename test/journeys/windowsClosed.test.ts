import type { CDPSession, Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** The browser wakes the staff app's worker, as it does by itself when there is a line again. */
async function wakeWorker(page: Page, tag: string): Promise<void> {
  const tools: CDPSession = await page.context().newCDPSession(page);
  const registration = new Promise<string>((found) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const one of registrations)
        if (one.scopeURL.endsWith('/desk/') && !one.isDeleted) found(one.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const { origin } = new URL(page.url());
  const event = { origin, registrationId: await registration, tag, lastChance: true };
  await tools.send('ServiceWorker.dispatchSyncEvent', event);
}

describe('a device with every window of the app closed', () => {
  const hall = journeyHall();

  test('sends what was taken in without a line when the browser wakes the worker, locked and without a session', async () => {
    const { district } = hall;
    const desk = await hall.deskOf('xiji.clerk');
    const { context } = desk;
    await desk.goOffline();
    const number = await new JourneyIntake(desk.page, '7b').toAcceptance();
    await desk.openList();
    await context.clearCookies();
    const elsewhere = await context.newPage();
    await desk.page.close();
    await context.setOffline(false);
    await elsewhere.goto(`${district.url}/`);
    expect(district.cases(), 'nobody has sent it yet').toEqual([]);
    await wakeWorker(elsewhere, 'jinban-outbox');
    await eventually(() => district.cases().map((one) => [one.number, one.status])).toEqual([
      [number, 'accepted'],
    ]);
    expect(await context.cookies(), 'nobody has signed in for it').toEqual([]);
  });
});
