/** A case on its way after acceptance, as reviewers, leaders, sealers and departments do it on the screen. */
import type { JourneyDesk } from './journeyDesk.ts';
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
    const form = page.getByRole('region', { name, exact: true });
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

  check(name: string): Promise<void> {
    return this.desk.page.getByRole('checkbox', { name: begins(name) }).check();
  }
}
