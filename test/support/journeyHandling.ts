/** A case on its way after acceptance, as reviewers, leaders, sealers and departments do it on the screen. */
import type { JourneyDesk } from './journeyDesk.ts';
import type { JourneyHall } from './journeyHall.ts';
import { begins } from './journeyIntake.ts';

export class JourneyHandling {
  constructor(
    readonly desk: JourneyDesk,
    readonly number: string,
  ) {}

  /** From the list of what waits for whoever works here. */
  open(): Promise<void> {
    return this.openFrom('等我办');
  }

  async openFrom(span: '等我办' | '今天' | '全部'): Promise<void> {
    await this.desk.openList();
    await this.desk.page.getByRole('radio', { name: begins(span) }).click();
    await this.desk.openCase(this.number);
  }

  /** Prepares an act, fills its form in, and submits it; what was saved stands on the screen afterwards. */
  async act(name: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    await this.begin(name);
    await fill();
    await this.submit(name);
  }

  begin(name: string): Promise<void> {
    return this.desk.press(name);
  }

  async submit(name: string): Promise<void> {
    const { page } = this.desk;
    await this.desk.press(`提交${name}`);
    // The form, and not what the case file calls by the same name.
    const cancel = page.getByRole('button', { name: '取消', exact: true });
    const form = page.getByRole('region', { name, exact: true }).filter({ has: cancel });
    await form.waitFor({ state: 'detached' });
    await this.desk.allSent();
  }

  /** By the beginning of what stands at it. */
  choose(name: string): Promise<void> {
    return this.desk.page.getByRole('radio', { name: begins(name) }).check();
  }

  write(label: string, text: string): Promise<void> {
    return this.desk.page.getByRole('textbox', { name: begins(label) }).fill(text);
  }

  /** Where a site visit was, and at what time of the day: the first minute, which has always passed. */
  async was(place: string): Promise<void> {
    await this.write('地点', place);
    await this.desk.page.getByLabel(begins('几点')).fill('00:00');
  }

  check(name: string): Promise<void> {
    return this.desk.page.getByRole('checkbox', { name: begins(name) }).check();
  }
}

/** The people whom a route names, each at a computer of their own that is enrolled once in a journey. */
export class JourneyPeople {
  readonly #desks = new Map<string, JourneyDesk>();

  constructor(
    readonly hall: JourneyHall,
    readonly clerk: JourneyDesk,
  ) {}

  /** Somebody at a computer of their own. */
  async at(username: string): Promise<JourneyDesk> {
    const desk = this.#desks.get(username) ?? (await this.hall.deskOf(username));
    this.#desks.set(username, desk);
    return desk;
  }

  /** Somebody before a case that waits for them. */
  async before(username: string, number: string): Promise<JourneyHandling> {
    const opened = new JourneyHandling(await this.at(username), number);
    await opened.open();
    return opened;
  }

  /** The window's clerk before a case, wherever it stands. */
  async window(number: string): Promise<JourneyHandling> {
    const window = new JourneyHandling(this.clerk, number);
    await window.openFrom('全部');
    return window;
  }

  /** The window passes case and paper on, and the department signs for the paper. */
  async handOver(number: string, officer: string): Promise<void> {
    const window = await this.window(number);
    await window.act('转报');
    await window.act('移交材料');
    await (await this.before(officer, number)).act('签收材料');
  }

  /** Granted by one, approved by another, sealed by a third, and handed over at the window. */
  async grantedToItsEnd(number: string, drafter: string, words: string): Promise<void> {
    const drafted = await this.before(drafter, number);
    await drafted.act('决定', async () => {
      await drafted.choose('准予');
      await drafted.write('决定的事实和内容', words);
    });
    await this.sealed(number, drafter.split('.')[0] ?? '');
    await this.delivered(number);
  }

  /** Approved and sealed by an office's own people. */
  async sealed(number: string, office: string): Promise<void> {
    await (await this.before(`${office}.leader`, number)).act('批准');
    await (await this.before(`${office}.sealer`, number)).act('用印');
  }

  async delivered(number: string): Promise<void> {
    await (await this.window(number)).act('送达');
  }

  /** The town's opinion, approved, sealed and passed on. */
  async opined(number: string, town: string, words: string): Promise<void> {
    const reviewer = await this.before(`${town}.reviewer`, number);
    await reviewer.act('审核意见', async () => {
      await reviewer.choose('同意');
      await reviewer.write('审核意见', words);
    });
    await this.sealed(number, town);
    await (await this.window(number)).act('转报');
  }
}
