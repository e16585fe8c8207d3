/**
 * A Chromium for the journeys: finds one, or gets one. As root on Debian or Ubuntu it is the distribution's
 * package, with a Chinese font; otherwise Playwright's own download.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';

const run = promisify(execFile);

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/**
 * Parts of the browser that no page needs. What drops down from the address bar is a page of its own nowadays, loaded
 * beforehand in every window: more work than all the rest of a start.
 */
const LEFT_OUT = ['Translate', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** What keeps a test's browser from talking to anyone but the test. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${LEFT_OUT.join(',')}`,
];

const isRoot = (): boolean => process.getuid?.() === 0;

/** Root cannot use Chromium's sandbox. */
const browserAt = (executablePath: string): Browser => ({
  executablePath,
  args: isRoot() ? ['--no-sandbox', ...ARGS] : ARGS,
});

/** Where a browser may be, in the order of preference. A `CHROMIUM_PATH` that is wrong is an error, not a hint. */
function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file`);
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

const say = (text: string): void => console.error(`[browser] ${text}`);

async function works(command: string, ...args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

/** Installs Debian packages; throws with the output of apt when they cannot be had. */
async function aptInstall(...packages: string[]): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 };
  await run('apt-get', ['update', '-q'], options);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}

const canApt = async (): Promise<boolean> => isRoot() && (await works('apt-get', '--version'));

async function hasChineseFont(): Promise<boolean> {
  return run('fc-list', [':lang=zh', 'file']).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
}

/** Without a Chinese font every screen is drawn as boxes: widths and screenshots mean nothing. */
async function ensureChineseFont(): Promise<void> {
  if (process.platform !== 'linux' || (await hasChineseFont())) return;
  if (await canApt()) {
    say('no Chinese font found; installing fontconfig and fonts-noto-cjk …');
    await aptInstall('fontconfig', 'fonts-noto-cjk').catch((error: Error) => say(error.message));
    if (await hasChineseFont()) return;
  }
  say('warning: no Chinese font, screenshots will show boxes. Install fonts-noto-cjk.');
}

/** Tries each way to get a browser and keeps why it failed. */
async function installBrowser(): Promise<string> {
  const failures: string[] = [];
  const attempt = async (what: string, install: () => Promise<unknown>): Promise<string | undefined> => {
    say(`no Chromium found; trying ${what} …`);
    await install().catch((error: Error) => failures.push(`${what}: ${error.message.trim()}`));
    return findBrowser();
  };
  if (await canApt()) {
    const found = await attempt('apt-get install chromium', () => aptInstall('chromium'));
    if (found) return found;
  }
  const found = await attempt('npx playwright install chromium', () =>
    run('npx', ['playwright', 'install', 'chromium'], { maxBuffer: 64 * 1024 * 1024 }),
  );
  if (found) return found;
  throw new Error(
    [
      'The journeys need a Chromium, and none was found or could be installed.',
      'Install Chromium or Chrome and name it in CHROMIUM_PATH, or, on Debian or Ubuntu as root, run',
      '  apt-get update && apt-get install -y chromium fonts-noto-cjk',
      'What was tried:',
      ...failures.map((failure) => `  ${failure}`),
    ].join('\n'),
  );
}

/** A browser that is there when this returns, with the arguments it needs here. */
export async function ensureBrowser(): Promise<Browser> {
  const found = findBrowser() ?? (await installBrowser());
  await ensureChineseFont();
  return browserAt(found);
}

export interface OpenBrowser {
  readonly context: BrowserContext;
  /** Ends the browser as a power cut would (SIGKILL). The profile stays. */
  readonly kill: () => Promise<void>;
  /** Ends it in good order. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a browser on a profile folder. Each start has a temporary folder of its own, because a killed Chromium
 * leaves its files behind.
 */
export async function openBrowser(profile: string, options: LaunchOptions = {}): Promise<OpenBrowser> {
  const { executablePath, args } = await ensureBrowser();
  const temporary = await mkdtemp(join(tmpdir(), 'jinban-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
    executablePath,
    args: [...args, ...(options.args ?? [])],
    // Fields for dates and times are in the order of the system's language: everywhere the same here.
    env: { ...process.env, TMPDIR: temporary, LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US' },
  });
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
  });
  const tidyUp = () => rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return {
    context,
    kill: async () => {
      killAll(await pidOf(profile, context));
      await closed;
      await tidyUp();
    },
    close: async () => {
      await context.close();
      await tidyUp();
    },
  };
}

/** With every process that it has started: one that lives on for a moment would still hold the store. */
function killAll(browser: number): void {
  if (!(browser > 1)) throw new Error(`${browser} is no browser's process`);
  try {
    process.kill(-browser, 'SIGKILL');
  } catch {
    // It leads no group of its own: on Windows, or behind a script that has not handed over to it.
    process.kill(browser, 'SIGKILL');
  }
}

/** Chromium's lock on a profile is a link to `host-pid`, on Linux and macOS; a headless shell has none and is asked. */
async function pidOf(profile: string, context: BrowserContext): Promise<number> {
  const lock = await readlink(join(profile, 'SingletonLock')).catch(() => undefined);
  if (lock !== undefined) return Number(lock.slice(lock.lastIndexOf('-') + 1));
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const id = processInfo.find((one) => one.type === 'browser')?.id;
  if (id === undefined) throw new Error('the browser does not say which process it is');
  return id;
}

const WHOLE = '* { content-visibility: visible !important; }';

/**
 * Looks at a page on which what nobody has come near yet is laid out as well. The policy of its content lets no style
 * element in; a sheet of the page's own it does.
 */
export async function withWhole<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.evaluate((whole) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(whole);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, WHOLE);
  const seen = await look();
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  return seen;
}

export const pictureOfWhole = (page: Page, path: string): Promise<Buffer> =>
  withWhole(page, () => page.screenshot({ path, animations: 'disabled', fullPage: true }));
