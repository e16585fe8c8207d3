/**
 * `desk.coldstart.offline`: the built staff app on a slow counter PC without a line, in a browser that has just been
 * started: from the start of the navigation until the lock screen is there and has answered to a press.
 */
import type { Page } from '@playwright/test';
import { openBrowser } from '../../support/browser.ts';
import { XIJI } from '../../support/intake.ts';
import { type JourneyDistrict, openDistrict } from '../../support/journeyDistrict.ts';
import { CLERK, makeProfile, SETTLE_MS } from '../clerkProfile.ts';
import { type Measured, say } from '../figure.ts';
import { quiet } from '../quiet.ts';
import { recordCases } from '../recordCases.ts';
import { median, spread } from '../statistics.ts';
import { slowedRuns, throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const RUNS = 9;
const LIMIT_MS = 700;
/** Cases of today on the device. */
const CASES = 30;
const APPLICANT = '李翠花';
/** Each run waits until nobody else works on the machine, but not for ever. */
const QUIET_WITHIN_MS = 15_000;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const district = await openDistrict();
    const starts = await (async () => {
      const profile = await prepare(district, folder);
      // Nothing can answer but what the device keeps.
      await district.kill();
      return await slowedRuns(RUNS, () => startsOn(profile, `${district.url}/desk/`));
    })().finally(() => district.end());
    const restarted = starts.map((one) => one.restarted);
    const usable = restarted.map((one) => one.usable);
    say(`desk.coldstart.offline: browser restarted ${spread(usable, 0)} ms`);
    say(`  the page runs ${spread(restarted.map((one) => one.slowed))} times slower`);
    for (const part of ['page', 'scripts', 'lock', 'usable'] as const)
      say(`  ${part.padEnd(8)} median ${median(restarted.map((one) => one[part])).toFixed(0)} ms`);
    const opened = starts.map((one) => one.opened.usable);
    say(`  page newly opened in the same browser: ${spread(opened, 0)} ms`);
    return { value: median(usable), unit: 'ms', better: 'less', limit: LIMIT_MS };
  });

/** One start in a browser that has just been started, and one in a page newly opened in it. */
async function startsOn(profile: string, address: string): Promise<{ restarted: Start; opened: Start }> {
  const browser = await openBrowser(profile);
  try {
    await browser.context.setOffline(true);
    const [first] = browser.context.pages();
    if (!first) throw new Error('a browser without a page');
    await first.waitForTimeout(SETTLE_MS);
    await quiet(QUIET_WITHIN_MS);
    const restarted = await startOf(first, address);
    const second = await browser.context.newPage();
    await first.close();
    await quiet(QUIET_WITHIN_MS);
    return { restarted, opened: await startOf(second, address) };
  } finally {
    await browser.close();
  }
}

/** A profile with today's cases. */
async function prepare(district: JourneyDistrict, folder: string): Promise<string> {
  const [clerk, admin] = await Promise.all([district.member(CLERK), district.member('qu.admin')]);
  await recordCases({ url: district.url, clerk, admin }, XIJI, CASES, APPLICANT);
  return await makeProfile(district, folder, {
    ready: async (desk) => {
      await desk.page
        .getByText(APPLICANT)
        .nth(CASES - 1)
        .waitFor();
    },
  });
}

/** Milliseconds since the start of the navigation. */
interface Start {
  /** The page has come from the service worker. */
  readonly page: number;
  /** The last script needed has come. */
  readonly scripts: number;
  /** The lock screen is in the page. */
  readonly lock: number;
  /** It has answered to a press, and was painted. */
  readonly usable: number;
  /** How many times slower than without throttling. */
  readonly slowed: number;
}

declare global {
  interface Window {
    deskStart: Promise<{ lock: number; usable: number }>;
  }
}

async function startOf(page: Page, address: string): Promise<Start> {
  const throttle = await throttleOf(page);
  await throttle.slowCpu();
  await page.addInitScript(watchStart);
  await page.goto(address, { waitUntil: 'commit' });
  const { lock, usable } = await page.evaluate(() => window.deskStart);
  const parts = await page.evaluate((until) => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter((one) => one.name.endsWith('.js') && one.responseEnd <= until);
    return {
      page: navigation?.responseEnd ?? Number.NaN,
      scripts: Math.max(...scripts.map((one) => one.responseEnd)),
    };
  }, lock);
  return { ...parts, lock, usable, slowed: await throttle.checkCpu() };
}

/**
 * Runs in the page before anything else: waits for the lock screen, presses 解锁 without a secret, waits for the words
 * that ask for one and for the paint.
 */
function watchStart(): void {
  const form = (): HTMLFormElement | null =>
    document.querySelector<HTMLInputElement>('input[type="password"]')?.form ?? null;
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
  const start = async () => {
    const lock = await reached(() => form() !== null);
    const answered = reached(() => document.body.textContent.includes('还没有填解锁口令'));
    form()?.requestSubmit();
    await answered;
    await painted();
    return { lock, usable: performance.now() };
  };
  window.deskStart = start();
}
