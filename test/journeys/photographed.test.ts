import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { arriving, pageShown, shelf, takeInPhotographed } from '../support/journeyPages.ts';
import { keptIn } from '../support/journeyStore.ts';

/** A village's line: a page takes some seconds, so that it can be cut in the middle. Bytes a second. */
const SLOW = { offline: false, latency: 40, downloadThroughput: 400_000, uploadThroughput: 120_000 };

describe('papers photographed without a line', () => {
  const hall = journeyHall();

  test('survive the browser, a cut upload and a killed endpoint, and arrive whole', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    await desk.goOffline();
    const { number, paper } = await takeInPhotographed(desk.page, ['第一页', '第二页', '第三页']);
    await desk.kill();
    await district.kill();

    await desk.start();
    await desk.open();
    await desk.unlock('xiji.clerk');
    await desk.openCase(number);
    await desk.page.getByText('材料上传中 0/3').waitFor();
    const session = await desk.context.newCDPSession(desk.page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await district.start();
    await eventually(() => arriving(district)).toBeGreaterThan(100_000);
    await district.kill();
    await district.start();
    await session.send('Network.emulateNetworkConditions', { ...SLOW, uploadThroughput: -1, latency: 0 });
    // After several failures the device leaves the line alone for up to half a minute, and then a slow browser goes on.
    await eventually(() => shelf(district), 90_000).toHaveLength(3);
    expect(shelf(district).every((file) => file.whole)).toBe(true);

    await desk.page.getByText(/材料上传中/).waitFor({ state: 'detached' });
    // Pages travel beside their case, each at its own pace: either may be the last.
    await eventually(() => district.cases().map((one) => one.number)).toEqual([number]);
    const [recorded] = district.cases();
    expect(recorded?.files?.map((file) => file.hash).sort()).toEqual(
      shelf(district)
        .map((file) => file.hash)
        .sort(),
    );
    await eventually(() => keptIn(desk.page)).toMatchObject({ files: 0, commands: [] });
    // From the district now: the device has given its copies up. Without a line a page is not to be had.
    await district.kill();
    await desk.open();
    await desk.unlock('xiji.clerk');
    await desk.openCase(number);
    // On the line that it belongs to; and the file says why, and that nothing is lost.
    const line = desk.page
      .getByRole('listitem')
      .filter({ has: desk.page.getByRole('heading', { name: paper }) });
    await line.getByRole('button', { name: `第 2 页没有取到，点开再试：${paper}` }).waitFor();
    const noLine = desk.page.getByText('没有网，存在区里的照片现在看不到');
    await noLine.waitFor();
    await district.start();
    await desk.page.getByRole('button', { name: `第 2 页没有取到，点开再试：${paper}` }).click();
    const picture = desk.page.getByRole('dialog').getByRole('img').first();
    await picture.waitFor();
    expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(1_000);
    // With that the line is known to be back, and the others come by themselves.
    await desk.page.keyboard.press('Escape');
    await line.getByRole('button', { name: `第 1 页：${paper}` }).waitFor();
    await noLine.waitFor({ state: 'detached' });
    expect(await pageShown(desk.page, paper, 1).count()).toBe(1);
  });
});
