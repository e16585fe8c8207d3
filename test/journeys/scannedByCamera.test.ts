import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraPlaying, film } from '../support/fakeCamera.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';

/** 一次性创业补贴, for a farmer who has come home: the questions that the phone answers. */
const ANSWERS = ['一次性创业补贴', '返乡入乡农民工', '本人，或者单位的法定代表人'];

/** Counts the cameras that are running in a page. */
async function countCameras(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const streams: MediaStream[] = [];
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      streams.push(stream);
      return stream;
    };
    Object.assign(globalThis, {
      camerasOn: () =>
        streams.flatMap((one) => one.getTracks()).filter((one) => one.readyState === 'live').length,
    });
  });
}

const NO_CAMERAS = 'this browser is built without cameras, as a headless shell may be';
const lacksCameras = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true }).catch((error) => String(error));
    if (typeof stream === 'string') return stream.startsWith('NotSupportedError');
    for (const track of stream.getTracks()) track.stop();
    return false;
  });

const camerasOn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { camerasOn: () => number }).camerasOn());

describe('a checklist held before the counter’s camera', () => {
  const hall = journeyHall();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jinban-camera-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The code that a citizen's phone shows, as a film. */
  async function filmOfPhone(): Promise<string> {
    const { page } = await hall.desk({ viewport: { width: 360, height: 740 } });
    await page.goto(`${hall.district.url}/guide/7b`);
    for (const answer of ANSWERS) await page.getByRole('button', { name: answer, exact: true }).click();
    return filmed(page.getByRole('img', { name: /窗口扫这个码/ }));
  }

  async function filmed(code?: Locator): Promise<string> {
    const path = join(folder, 'film.y4m');
    await film(path, code);
    return path;
  }

  /** A counter before whose camera a film runs, and which may use it. */
  async function counterWith(playing: string): Promise<JourneyDesk> {
    const desk = await hall.closedCounter({ args: ['--lang=zh-CN', ...cameraPlaying(playing)] });
    await desk.context.grantPermissions(['camera'], { origin: hall.district.url });
    await countCameras(desk.page);
    await desk.arrive('xiji.clerk');
    return desk;
  }

  async function lookThrough(desk: JourneyDesk): Promise<void> {
    await desk.page.keyboard.press('n');
    await desk.heading('选要办的事项').waitFor();
    await desk.press('用摄像头扫');
    await desk.page.getByRole('dialog', { name: '把二维码对准镜头' }).waitFor();
  }

  test('opens the intake with its answers, without a line, and lets the camera go', async ({ skip }) => {
    const desk = await counterWith(await filmOfPhone());
    const { page } = desk;
    skip(await lacksCameras(page), NO_CAMERAS);
    await desk.goOffline();
    await lookThrough(desk);
    await desk.heading('问清情形').waitFor();
    await page.getByRole('status').getByText(`从二维码带入了 ${ANSWERS.length} 个回答`).waitFor();
    for (const name of ANSWERS)
      expect(await page.getByRole('radio', { name, exact: true }).isChecked()).toBe(true);
    await eventually(() => camerasOn(page)).toBe(0);
  });

  test('looks on while there is nothing to read, and lets the camera go when it is closed', async ({
    skip,
  }) => {
    const desk = await counterWith(await filmed());
    skip(await lacksCameras(desk.page), NO_CAMERAS);
    await lookThrough(desk);
    await eventually(() => camerasOn(desk.page)).toBe(1);
    const picture = desk.page.getByLabel('镜头里的画面');
    await eventually(() => picture.evaluate((one) => (one as HTMLVideoElement).videoWidth)).toBeGreaterThan(
      0,
    );
    await desk.page.keyboard.press('Escape');
    await eventually(() => camerasOn(desk.page)).toBe(0);
    await desk.heading('选要办的事项').waitFor();
  });

  test('says what to do where the camera may not be used', async () => {
    const desk = await hall.counter();
    await lookThrough(desk);
    await desk.page.getByText('摄像头打不开').waitFor();
    await desk.page.getByText('请在浏览器里允许使用摄像头，或者改用扫码枪。').waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.getByLabel('扫群众的二维码').isVisible()).toBe(true);
  });
});
