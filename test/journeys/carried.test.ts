import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { shelf, takeInPhotographed } from '../support/journeyPages.ts';

describe('a device that gets no line', () => {
  const hall = journeyHall();

  test('hands its outbox over on a stick; sent from another one and from itself, it is recorded once', async () => {
    const { district } = hall;
    const village = await hall.counter();
    await village.goOffline();
    const { number } = await takeInPhotographed(village.page, ['村里拍的']);
    await village.openOutbox();
    const saving = village.page.waitForEvent('download');
    await village.press('导出待上报');
    const stick = await (await saving).path();
    expect((await saving).suggestedFilename()).toMatch(/^就近办-待上报-\d{8}-\d{4}\.jinban$/);
    expect(await readFile(stick, 'latin1')).not.toContain(number);

    const town = await hall.deskOf('xiji.clerk');
    await town.openOutbox();
    for (const said of [/^读入 2 步办理、1 个文件$/, /^读入 \d+ 步|^这些本机都已经有了/]) {
      const chooser = town.page.waitForEvent('filechooser');
      await town.press('读入别的设备导出的');
      await (await chooser).setFiles(stick);
      await town.page.getByText(said).waitFor();
    }
    await village.goOnline();
    await eventually(() => district.cases().map((one) => one.number)).toEqual([number]);
    await eventually(() => shelf(district).map((file) => file.whole)).toEqual([true]);
    await village.allSent();
    await town.allSent();
    expect(district.events().map((one) => one.type)).toEqual(['received', 'accepted']);
    await village.openList();
    await village.row(number).getByText('区里已登记').waitFor();
  });

  test('says in words that a damaged file is none, and loses nothing', async () => {
    const desk = await hall.counter();
    await desk.openOutbox();
    const chooser = desk.page.waitForEvent('filechooser');
    await desk.press('读入别的设备导出的');
    await (await chooser).setFiles({
      name: 'x.jinban',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK'),
    });
    await desk.page.getByText('这个文件读不出来').waitFor();
    await desk.page.getByText('待上报的都还在本机，没有丢失。').waitFor();
  });
});
