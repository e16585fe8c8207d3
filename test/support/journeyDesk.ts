/** A clerk at a counter: a Chromium with a profile of its own, and what people do in every journey. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { PROOF_HEADER } from '../../src/protocol/proof.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import type { JourneyDistrict } from './journeyDistrict.ts';
import { copyOf } from './journeyPrepared.ts';

type Options = NonNullable<Parameters<typeof openBrowser>[1]>;

/** Of the browser itself; on Linux its date fields keep to the system's language all the same (`browser.ts`). */
const CHINESE = ['--lang=zh-CN'];
const COUNTER = { width: 1366, height: 768 };
/** Longer than any person would wait, in milliseconds: a machine that tests run on may stand still for half a minute. */
export const PATIENCE_MS = 60_000;
/** Between two looks at what cannot be waited for, in milliseconds. */
const LOOK_MS = 20;
/** The list that a person begins with: the day at a window, or what waits for them. */
const HOME = /^(今天的办件|等我办的|全部办件)$/;
/** What everybody unlocks with. */
export const SECRET = '4711829155';

export class JourneyDesk {
  #browser: OpenBrowser | null = null;
  #page: Page | null = null;
  #proof: string | null = null;

  constructor(
    readonly district: JourneyDistrict,
    readonly profile: string,
    readonly options: Options,
  ) {}

  get page(): Page {
    if (!this.#page) throw new Error('the browser is closed');
    return this.#page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Starts the browser on its profile. */
  async start(more: Options = {}): Promise<void> {
    this.#browser = await openBrowser(this.profile, {
      viewport: COUNTER,
      args: CHINESE,
      ...this.options,
      ...more,
    });
    const { context } = this.#browser;
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('request', (request) => {
      this.#proof = request.headers()[PROOF_HEADER] ?? this.#proof;
    });
    this.#page = context.pages()[0] ?? (await context.newPage());
  }

  /** A power cut. */
  async kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
    this.#page = null;
  }

  /** Ends the browser in good order; the profile stays. */
  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
    this.#page = null;
  }

  async end(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async open(path = '/desk/', page = this.page): Promise<void> {
    await page.goto(this.district.url + path);
  }

  /** Another window of the same browser beside the first, so that neither is hidden. */
  async secondWindow(): Promise<Page> {
    const opened = this.context.waitForEvent('page');
    await this.page.evaluate(() => {
      window.open('/desk/', '_blank', 'popup,width=1000,height=700');
    });
    return opened;
  }

  async signIn(username: string): Promise<void> {
    const { password } = await this.district.member(username);
    await this.signInWith(username, password);
  }

  async signInWith(username: string, password: string): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码').fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** Once for each device, with a code that an administrator has shown. */
  async enrol(code: string): Promise<void> {
    await this.page.getByLabel('登记码').fill(code);
    await this.page.getByRole('button', { name: '登记这台设备' }).click();
    // A quick disk looks like a private window.
    const sure = this.page.getByRole('button', { name: '不是无痕窗口，继续登记' });
    await this.heading('登录').or(sure).waitFor();
    if (await sure.isVisible()) await sure.click();
    await this.heading('登录').waitFor();
  }

  /** After the password, once for each person and device. */
  async setSecret(secret = SECRET): Promise<void> {
    await this.page.getByLabel('新的解锁口令').fill(secret);
    await this.page.getByLabel('再输一次').fill(secret);
    await this.press('设好，开始办件');
  }

  /** Enrols, signs in and sets a secret: how every device begins. Ready when the app would start without a line. */
  async begin(username: string, code?: string): Promise<void> {
    await this.open();
    const { office } = await this.district.member(username);
    await this.enrol(code ?? (await this.district.code(office)));
    await this.signIn(username);
    await this.setSecret();
    await this.heading(HOME).waitFor();
    await this.readyForOffline();
  }

  /** Opens the app on a device where somebody has a secret, and unlocks: how every day begins. Ready as after `begin`. */
  async arrive(username: string): Promise<void> {
    await this.open();
    await this.unlock(username);
    await this.heading(HOME).waitFor();
    await this.hasSession();
  }

  /** Somebody who has a secret here unlocks it. */
  async unlock(username: string, secret = SECRET, page = this.page): Promise<void> {
    await this.heading('解锁', page).waitFor();
    const name = page.getByRole('button', { name: username, exact: true });
    const field = page.getByLabel(`${username} 的解锁口令`);
    await name.or(field).first().waitFor();
    if (await name.isVisible()) await name.click();
    await field.fill(secret);
    await this.press('解锁', page);
  }

  /** Somebody who administers, on a computer that is none of the district's devices. */
  async visit(username: string): Promise<void> {
    await this.open();
    await this.press('只做管理工作，用密码登录');
    await this.signIn(username);
    await this.heading('已登录，可以做管理工作').waitFor();
  }

  /** From the lock screen: somebody who has no secret here, or has forgotten it. */
  async byPassword(username: string): Promise<void> {
    await this.press('忘了口令，或者第一次在这台设备上办件');
    await this.heading('登录').waitFor();
    await this.signIn(username);
  }

  /** 锁屏, at once. */
  async lock(page = this.page): Promise<void> {
    await page.getByRole('button', { name: '锁屏，换人' }).click();
    await this.heading('解锁', page).waitFor();
  }

  /** The worker has fetched the whole app. */
  async readyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  async goOffline(): Promise<void> {
    await this.context.setOffline(true);
    await this.page.getByRole('status').getByText('未连网，照常办理').waitFor();
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** What the endpoint says to the session that its pages have: the browser's cookie, and the proof in their memory. */
  async session(): Promise<number> {
    const headers = this.#proof === null ? {} : { [PROOF_HEADER]: this.#proof };
    const answer = await this.context.request.get(`${this.district.url}/api/session`, { headers });
    return answer.status();
  }

  /** Whoever works here reads from the district. */
  async hasSession(): Promise<void> {
    while ((await this.session()) !== 200) await this.page.waitForTimeout(LOOK_MS);
  }

  /** Leaves nothing to be sent. */
  async allSent(page = this.page): Promise<void> {
    await page
      .getByRole('button')
      .filter({ hasText: /已连网.*没有待上报/ })
      .waitFor();
  }

  async openOutbox(): Promise<void> {
    await this.go(/^待上报/);
    await this.heading('待上报').waitFor();
  }

  /** The way home, which stays in the masthead of a phone while a form is open. */
  async openList(page = this.page): Promise<void> {
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^就近办/ })
      .click();
    await this.heading(HOME, page).waitFor();
  }

  /** One of the places in the masthead. */
  place(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('navigation', { name: '工作台' }).getByRole('link', { name });
  }

  go(place: string | RegExp, page = this.page): Promise<void> {
    return this.place(place, page).click();
  }

  /** The row of a case in the list, by its number. */
  row(number: string, page = this.page): Locator {
    return page.getByRole('list', { name: '办件' }).getByRole('listitem').filter({ hasText: number });
  }

  async openCase(number: string): Promise<void> {
    await this.row(number).getByRole('link').click();
    await this.page.getByText(`编号 ${number}`).first().waitFor();
  }

  /** What stands on the screens, in words: for whoever has to find out why a journey failed. */
  async seen(): Promise<string> {
    const pages = this.#page?.context().pages() ?? [];
    const screens = pages.map(async (page) => {
      const words = await page.locator('body').ariaSnapshot({ timeout: 1_000 }).catch(String);
      return `${page.url()}\n${words}`;
    });
    return (await Promise.all(screens)).join('\n\n');
  }

  heading(name: string | RegExp, page = this.page): Locator {
    return page.getByRole('heading', { level: 1, name });
  }

  press(name: string, page = this.page): Promise<void> {
    return page.getByRole('button', { name, exact: true }).click();
  }
}

const PROFILE = 'jinban-profile-';

/**
 * A desk with its browser running.
 * @param from the profile that the browser begins with; without it the device is a fresh one
 */
export async function openDesk(
  district: JourneyDistrict,
  options: Options = {},
  from?: string,
): Promise<JourneyDesk> {
  const profile = from === undefined ? await mkdtemp(join(tmpdir(), PROFILE)) : await copyOf(from, PROFILE);
  const desk = new JourneyDesk(district, profile, options);
  await desk.start();
  return desk;
}
