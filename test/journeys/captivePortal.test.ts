import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const PORTAL = '<!doctype html><title>上网认证</title><h1>请先登录 WiFi</h1>';

/** A hotel's or a station's: whatever is asked for, it answers with its own page. */
async function portalAt(port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
    answer.end(PORTAL);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

describe('a line that leads somewhere else', () => {
  const hall = journeyHall();

  test('a captive portal answers in the district’s place: nothing counts as sent, and it goes on behind it', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await district.kill();
    const portal = await portalAt(Number(new URL(district.url).port));
    const number = await new JourneyIntake(desk.page, '7b').toAcceptance();
    await desk.openOutbox();
    await desk.press('立即上报');
    await desk.page
      .getByText(/上网认证/)
      .first()
      .waitFor();
    expect(district.cases()).toEqual([]);
    await portal.close();
    await district.start();
    // Whichever is first: a person who hurries it, or the device, whose next try comes by itself.
    const sent = desk.page.getByText('没有要上报的').waitFor();
    await Promise.race([desk.press('立即上报'), sent]);
    await sent;
    await eventually(() => district.cases().map((one) => one.number)).toEqual([number]);
    await desk.allSent();
  });
});
