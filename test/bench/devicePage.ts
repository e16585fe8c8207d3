/** A real browser with the device's own code in a page of the endpoint's origin, on which a clerk of Xiji works. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { openBrowser } from '../support/browser.ts';
import { makeCode } from '../support/endpoint.ts';
import { XIJI } from '../support/intake.ts';
import { ROOT } from '../support/root.ts';
import { differentCases } from './caseContents.ts';
import { type CountingLine, countingLineTo } from './countingLine.ts';
import type { Installation, RunningEndpoint } from './installation.ts';
import type {} from './page/device.ts';
import { type Throttle, throttleOf } from './throttle.ts';

/** Under /desk/, beside the staff app, whose service worker this page never meets: it has a profile of its own. */
const PLACE = 'bench';

/** Bundles the page as the staff app is bundled. @param desk what the endpoint serves under /desk/ */
export async function buildDevicePage(desk: string): Promise<void> {
  const source = join(ROOT, 'test/bench/page');
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    base: `/desk/${PLACE}/`,
    define: { __VERSION__: JSON.stringify(PLACE) },
    build: {
      outDir: join(desk, PLACE),
      emptyOutDir: true,
      target: 'chrome109',
      rollupOptions: { input: join(source, 'device.html') },
    },
  });
}

export interface DevicePage {
  readonly page: Page;
  readonly throttle: Throttle;
  submit(cases: number, alsoAccept: boolean): Promise<number[]>;
  photographed(cases: number, bytes: number): Promise<void>;
  arrived(cases: number): Promise<void>;
  waiting(): Promise<number>;
  drained(cases: number): Promise<number>;
}

/** The same before an endpoint of its own, with every byte between them counted. */
export async function overCountedLine<T>(
  folder: string,
  installation: Installation,
  work: (device: DevicePage, line: CountingLine) => Promise<T>,
): Promise<T> {
  const endpoint = await installation.start();
  const line = await countingLineTo(endpoint.port);
  try {
    return await withDevicePage(folder, endpoint, line.port, (device) => work(device, line));
  } finally {
    await line.close();
    await endpoint.stop();
  }
}

/** @param port of the endpoint, or of what stands before it */
export async function withDevicePage<T>(
  folder: string,
  endpoint: RunningEndpoint,
  port: number,
  work: (device: DevicePage) => Promise<T>,
): Promise<T> {
  const browser = await openBrowser(join(folder, 'device-profile'));
  try {
    const page = await browser.context.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://localhost:${port}/desk/${PLACE}/device.html`);
    const { username, password } = endpoint.clerk;
    const code = await makeCode(endpoint, endpoint.admin, XIJI);
    await page.evaluate(async ([made, name, word]) => (await window.bench).begin(made, name, word), [
      code,
      username,
      password,
    ] as const);
    return await work(await devicePage(page));
  } finally {
    await browser.close();
  }
}

async function devicePage(page: Page): Promise<DevicePage> {
  return {
    page,
    throttle: await throttleOf(page),
    submit: (cases, alsoAccept) =>
      page.evaluate(async ([contents, accept]) => (await window.bench).submit(contents, accept), [
        differentCases(cases),
        alsoAccept,
      ] as const),
    photographed: (cases, bytes) =>
      page.evaluate(async ([contents, size]) => (await window.bench).photographed(contents, size), [
        differentCases(cases),
        bytes,
      ] as const),
    arrived: (cases) => page.evaluate(async (count) => (await window.bench).arrived(count), cases),
    waiting: () => page.evaluate(async () => (await window.bench).waiting()),
    drained: (cases) => page.evaluate(async (count) => (await window.bench).drained(count), cases),
  };
}
