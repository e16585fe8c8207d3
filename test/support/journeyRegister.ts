/** The seal register of an office, as leaders and sealers look at it on the screen. */
import type { Locator } from '@playwright/test';
import type { JourneyDesk } from './journeyDesk.ts';

export class JourneyRegister {
  constructor(readonly desk: JourneyDesk) {}

  /** And finds out whose register it is, and of when. */
  async open(words: string): Promise<void> {
    await this.desk.go('用印登记');
    await this.isOf(words);
  }

  /** Presses a button and leaves for the register in the same moment: before what was pressed can have come to its end. */
  async openWhile(button: string, words: string): Promise<void> {
    const { page } = this.desk;
    const pressed = await page.getByRole('button', { name: button, exact: true }).elementHandle();
    await this.desk.place('用印登记').evaluate((link: HTMLElement, first) => {
      (first as HTMLElement | null)?.click();
      link.click();
    }, pressed);
    await this.isOf(words);
  }

  /** It says so on the screen, and on the sheet that is printed. */
  async isOf(words: string): Promise<void> {
    await this.desk.page.getByText(words).first().waitFor();
    await this.#sheet.getByText(words).waitFor();
  }

  /** The lines of a case that say all of this. */
  line(number: string, ...says: readonly string[]): Locator {
    const lines = this.#sheet.getByRole('row').filter({ hasText: number });
    return says.reduce((found, hasText) => found.filter({ hasText }), lines);
  }

  get #sheet(): Locator {
    return this.desk.page.getByRole('region', { name: /用印登记簿$/ });
  }
}
