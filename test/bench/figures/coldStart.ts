/**
 * `desk.coldstart.offline`: the built staff app on a slow counter PC without a line, in a browser that has just been
 * started: from the start of the navigation until today's list is on the screen and has answered to what is typed.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBrowser } from '../../support/browser.ts';
import { XIJI } from '../../support/intake.ts';
import { type Measured, say } from '../figure.ts';
import { install, type RunningEndpoint } from '../installation.ts';
import { quiet } from '../quiet.ts';
import { recordCases } from '../recordCases.ts';
import { median, spread } from '../statistics.ts';
import { throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const RUNS = 9;
const LIMIT_MS = 700;
/** Cases of today on the device. */
const CASES = 30;
/** An applicant whom only one of them has: typed into the search field, the list must shrink to it. */
const WANTED = '李翠花';
/** A browser that has just been started is busy with itself for a while; a person needs longer to click. */
const SETTLE_MS = 2_000;
/** Each run waits until nobody else works on the machine, but not for ever. */
const QUIET_WITHIN_MS = 15_000;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const endpoint = await install(folder).start();
    const profile = join(folder, 'desk-profile');
    await prepareDesk(endpoint, profile).finally(endpoint.stop);
    const address = `${endpoint.url}/desk/`;
    const [restarted, opened]: [Start[], Start[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      const browser = await openBrowser(profile);
      try {
        // The endpoint has ended as well: nothing can answer but what the device keeps.
        await browser.context.setOffline(true);
        const [first] = browser.context.pages();
        if (!first) throw new Error('a browser without a page');
        await first.waitForTimeout(SETTLE_MS);
        await quiet(QUIET_WITHIN_MS);
        restarted.push(await startOf(first, address));
        const second = await browser.context.newPage();
        await first.close();
        await quiet(QUIET_WITHIN_MS);
        opened.push(await startOf(second, address));
      } finally {
        await browser.close();
      }
    }
    const usable = restarted.map((one) => one.usable);
    say(`desk.coldstart.offline: browser restarted ${spread(usable, 0)} ms`);
    say(`  the page runs ${spread(restarted.map((one) => one.slowed))} times slower`);
    for (const part of ['page', 'scripts', 'list', 'usable'] as const)
      say(`  ${part.padEnd(8)} median ${median(restarted.map((one) => one[part])).toFixed(0)} ms`);
    say(
      `  page newly opened in the same browser: ${spread(
        opened.map((one) => one.usable),
        0,
      )} ms`,
    );
    return { value: median(usable), unit: 'ms', better: 'less', limit: LIMIT_MS };
  });

/** Signs in and enrols as a person does, waits for today's cases and for the service worker. */
async function prepareDesk(endpoint: RunningEndpoint, profile: string): Promise<void> {
  await recordCases(endpoint, XIJI, CASES - 1, '王秀兰');
  await recordCases(endpoint, XIJI, 1, WANTED);
  const browser = await openBrowser(profile);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${endpoint.url}/desk/`);
    await page.getByLabel('用户名').fill(endpoint.clerk.username);
    await page.getByLabel('密码').fill(endpoint.clerk.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('设备名称').fill('测试窗口');
    await page.getByRole('button', { name: '登记这台设备' }).click();
    await page.getByText(WANTED).waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    // The second visit is the service worker's; like every later one it leaves the browser's compiled scripts behind.
    for (let visit = 0; visit < 2; visit += 1) {
      await page.reload();
      await page.getByText(WANTED).waitFor();
      await page.waitForTimeout(SETTLE_MS);
    }
    const served = await page.evaluate(() => navigator.serviceWorker.controller !== null);
    if (!served) throw new Error('the service worker does not serve the page');
  } finally {
    await browser.close();
  }
}

/** Milliseconds since the start of the navigation. */
interface Start {
  /** The page has come from the service worker. */
  readonly page: number;
  /** The last script needed has come. */
  readonly scripts: number;
  /** Today's list is in the page. */
  readonly list: number;
  /** It has answered to what was typed, and was painted. */
  readonly usable: number;
  /** How many times slower than without throttling. */
  readonly slowed: number;
}

declare global {
  interface Window {
    deskStart: Promise<{ list: number; usable: number }>;
  }
}

async function startOf(page: Page, address: string): Promise<Start> {
  const throttle = await throttleOf(page);
  await throttle.slowCpu();
  await page.addInitScript(watchStart, [CASES, WANTED] as const);
  await page.goto(address, { waitUntil: 'commit' });
  const { list, usable } = await page.evaluate(() => window.deskStart);
  const parts = await page.evaluate((until) => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter((one) => one.name.endsWith('.js') && one.responseEnd <= until);
    return {
      page: navigation?.responseEnd ?? Number.NaN,
      scripts: Math.max(...scripts.map((one) => one.responseEnd)),
    };
  }, list);
  return { ...parts, list, usable, slowed: await throttle.checkCpu() };
}

/** Runs in the page before anything else: waits for the list, types, waits for the answer and for the paint. */
function watchStart([cases, wanted]: readonly [number, string]): void {
  const rows = (): number => document.querySelectorAll('ul[aria-label="办件"] > li').length;
  const reached = (there: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!there()) return;
        watch.disconnect();
        resolve(performance.now());
      });
      watch.observe(document, { childList: true, subtree: true });
    });
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const type = (text: string): void => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('no search field beside the list');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const start = async () => {
    const list = await reached(() => rows() === cases);
    const answered = reached(() => rows() === 1);
    type(wanted);
    await answered;
    await painted();
    return { list, usable: performance.now() };
  };
  window.deskStart = start();
}
