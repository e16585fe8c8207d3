/**
 * The staff app on a slow counter PC without a line, in a browser that has just been started, with twenty thousand
 * cases on the device, which its own code has sealed there. From the moment that the secret is entered (argon2id as
 * the device has tuned it for itself included):
 *
 * - `unlock.20000.usable`: until today's list is on the screen and has answered to what is typed;
 * - `unlock.20000`: until the oldest case of all is found;
 * - `search.cases20k.p95`: from a letter typed until the list that it leaves is in the page.
 *
 * - `desk.queue.20000`: from the press on 等我办 until what waits is listed, all of them waiting;
 * - `case.open.p95`: from the click on a row until the screen is full of its case, which is said whole beside it.
 *
 * All are measured in the same runs.
 */
import type { Page } from '@playwright/test';
import { legalDateOf } from '../../../src/domain/time.ts';
import { openBrowser } from '../../support/browser.ts';
import { SECRET } from '../../support/journeyDesk.ts';
import { type JourneyDistrict, openDistrict } from '../../support/journeyDistrict.ts';
import { makeProfile, SETTLE_MS } from '../clerkProfile.ts';
import { type Measured, say } from '../figure.ts';
import { inTime } from '../limit.ts';
import { localCases, NEWEST, OLDEST, PER_DAY, serveFeed } from '../localCases.ts';
import { caseOpened, type Opened, openQueue, rowAt } from '../page/desk.ts';
import { steadyWork } from '../page/steady.ts';
import { type Keystroke, typeAll, type Unlocked, unlockAndSearch } from '../page/unlock.ts';
import { quiet } from '../quiet.ts';
import { median, percentile, spread } from '../statistics.ts';
import { slowedRuns, throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const RUNS = 7;
const CASES = 20_000;
const USABLE_MS = 1_200;
const SEARCHABLE_MS = 2_500;
const FRAME_MS = 16;
const QUEUE_MS = 300;
const OPEN_MS = 100;
const TIMES = 3;
const ROWS = 6;
/** About as long as a letter and an opened case take, at the pace of the slowed page. */
const LIKE_A_LETTER = { ms: 6, times: 40 };
const LIKE_OPENING = { ms: 70, times: 12 };
/** How long somebody presses a button of the mouse, and looks at a case. */
const PRESS_MS = 60;
const LOOK_MS = 1_000;
/** Each run waits until nobody else works on the machine, but not for ever. */
const QUIET_WITHIN_MS = 15_000;
/** Filling: sealing twenty thousand cases twice, and writing them through to the disk. */
const FILLED_WITHIN_MS = 300_000;

/** What people look for, letter by letter: names, ends of numbers, items. */
const QUERIES = [
  '王秀英',
  '李伟',
  OLDEST,
  NEWEST,
  '0042',
  '20260915',
  '合作社',
  '王 合作社',
  '张德',
  '没有这个人',
];

export const measureUsable = async (): Promise<Measured> =>
  milliseconds(median((await runs()).map((one) => one.usable)), USABLE_MS);

export const measureSearchable = async (): Promise<Measured> =>
  milliseconds(median((await runs()).map((one) => one.searchable)), SEARCHABLE_MS);

export const measureSearch = async (): Promise<Measured> =>
  milliseconds(percentile(keystrokes(await runs(), 'listed'), 0.95), FRAME_MS);

export const measureQueue = async (): Promise<Measured> =>
  milliseconds(median((await runs()).flatMap((one) => one.queue)), QUEUE_MS);

export const measureOpen = async (): Promise<Measured> =>
  milliseconds(
    percentile(
      (await runs()).flatMap((one) => one.opened).map((one) => one.shown),
      0.95,
    ),
    OPEN_MS,
  );

const milliseconds = (value: number, limit: number): Measured => ({
  ...{ value, unit: 'ms', better: 'less', limit },
});

const keystrokes = (done: readonly Run[], until: keyof Keystroke): number[] =>
  done.flatMap((one) => one.keystrokes).map((one) => one[until]);

interface Run extends Unlocked {
  readonly keystrokes: readonly Keystroke[];
  readonly queue: readonly number[];
  readonly opened: readonly Opened[];
  /** What the machine does to work that is always the same, about as long as a letter and as a case. */
  readonly steady: { readonly letter: readonly number[]; readonly opening: readonly number[] };
  readonly slowed: number;
}

let measured: Promise<readonly Run[]> | undefined;

/** Once for all figures. */
function runs(): Promise<readonly Run[]> {
  measured ??= inWorkspace(async (folder) => {
    const district = await openDistrict();
    try {
      const profile = await fill(district, folder);
      // Nothing can answer but what the device keeps.
      await district.kill();
      const done = await slowedRuns(RUNS, () => runOn(profile, `${district.url}/desk/`));
      report(done);
      return done;
    } finally {
      await district.end();
    }
  });
  return measured;
}

function report(done: readonly Run[]): void {
  say(`unlock with ${CASES} cases; the page runs ${spread(done.map((one) => one.slowed))} times slower`);
  for (const part of ['open', 'shown', 'usable', 'searchable'] as const)
    say(
      `  ${part.padEnd(10)} ${spread(
        done.map((one) => one[part]),
        0,
      )} ms`,
    );
  say(`  the queue  ${spread(done.flatMap((one) => one.queue))} ms`);
  const opened = done.flatMap((one) => one.opened);
  say(
    `  a case     ${spread(opened.map((one) => one.shown))} ms; whole ${spread(opened.map((one) => one.whole))} ms`,
  );
  say(
    `  a letter   ${spread(keystrokes(done, 'listed'))} ms; laid out ${spread(keystrokes(done, 'laidOut'))} ms`,
  );
  say('  what this machine makes of work that is always the same:');
  say(`    like a letter ${spread(done.flatMap((one) => one.steady.letter))} ms`);
  say(`    like a case   ${spread(done.flatMap((one) => one.steady.opening))} ms`);
}

async function fill(district: JourneyDistrict, folder: string): Promise<string> {
  const rows = localCases(CASES, legalDateOf(new Date().toISOString()));
  return await makeProfile(district, folder, {
    arrange: ({ context }) => serveFeed(context, rows),
    ready: async ({ page }) => {
      const patience = performance.now() + FILLED_WITHIN_MS;
      while ((await page.evaluate(packedLocally)) < CASES) {
        if (performance.now() > patience) throw new Error('the device does not fill');
        await page.waitForTimeout(1_000);
      }
      const kdf = await page.evaluate(tunedTo);
      say(`argon2id as tuned on this device: ${JSON.stringify(kdf)}`);
    },
  });
}

/** In the page: how many cases are on the device and in its packs, which are what it does last. */
async function packedLocally(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('jinban-desk');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const count = await new Promise<number>((resolve) => {
    const request = db.transaction('packs').objectStore('packs').index('ids').count();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return count;
}

/** In the page: the parameters in the only lock. */
async function tunedTo(): Promise<unknown> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('jinban-locks');
    request.onsuccess = () => resolve(request.result);
  });
  const all = await new Promise<readonly { kdf?: unknown }[]>((resolve) => {
    const request = db.transaction('keys').objectStore('keys').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return all.find((one) => one.kdf)?.kdf;
}

async function runOn(profile: string, address: string): Promise<Run> {
  const browser = await openBrowser(profile);
  try {
    await browser.context.setOffline(true);
    const [page] = browser.context.pages();
    if (!page) throw new Error('a browser without a page');
    await page.goto(address);
    await page.locator('input[type="password"]').waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await quiet(QUIET_WITHIN_MS);
    return await unlockIn(page);
  } finally {
    await browser.close();
  }
}

async function unlockIn(page: Page): Promise<Run> {
  const throttle = await throttleOf(page);
  await throttle.slowCpu();
  const order = { secret: SECRET, rows: PER_DAY, newest: NEWEST, oldest: OLDEST };
  const unlocked = await inTime(page, page.evaluate(unlockAndSearch, order));
  // What is prepared in quiet moments is ready before anybody has thought of a name.
  await page.waitForTimeout(SETTLE_MS);
  const keystrokes = await inTime(page, page.evaluate(typeAll, QUERIES));
  const queue = await inTime(page, page.evaluate(openQueue, TIMES));
  // Whoever has opened a queue reads it before they choose.
  await page.waitForTimeout(SETTLE_MS);
  const opened: Opened[] = [];
  for (let row = 0; row < ROWS; row += 1) opened.push(await openCase(page, row));
  const steady = {
    letter: await inTime(page, page.evaluate(steadyWork, LIKE_A_LETTER)),
    opening: await inTime(page, page.evaluate(steadyWork, LIKE_OPENING)),
  };
  return { ...unlocked, keystrokes, queue, opened, steady, slowed: await throttle.checkCpu() };
}

/** As somebody does it with the mouse. */
async function openCase(page: Page, row: number): Promise<Opened> {
  const { x, y, id } = await page.evaluate(rowAt, row);
  await page.mouse.move(x, y);
  const waiting = await page.evaluateHandle(caseOpened, id);
  await page.mouse.down();
  await page.waitForTimeout(PRESS_MS);
  await page.mouse.up();
  const taken = await inTime(
    page,
    waiting.evaluate(({ done }) => done),
  );
  await page.waitForTimeout(LOOK_MS);
  return taken;
}
