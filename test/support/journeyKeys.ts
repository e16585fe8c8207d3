/** Somebody at a desk who has no mouse: every step of theirs is Tab, an arrow, a shortcut, or typed. */
import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import type { LegalDate } from '../../src/domain/time.ts';
import { begins } from './journeyIntake.ts';
import { tabTo } from './keys.ts';

/** No group has more choices than this. */
const MANY_CHOICES = 20;

export class JourneyKeys {
  constructor(readonly page: Page) {}

  async press(what: Locator): Promise<void> {
    await tabTo(this.page, what);
    await this.page.keyboard.press('Enter');
  }

  button(name: string): Promise<void> {
    return this.press(this.page.getByRole('button', { name, exact: true }));
  }

  /** One of the places in the masthead. */
  go(place: string): Promise<void> {
    const places = this.page.getByRole('navigation', { name: '工作台' });
    return this.press(places.getByRole('link', { name: begins(place) }));
  }

  /** A case, from the list that stands on the screen. */
  async open(number: string): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: number });
    await this.press(row.getByRole('link'));
    await this.page.getByText(`编号 ${number}`).first().waitFor();
  }

  /** A group of choices is one stop; within it arrows lead from one to the next. */
  async choose(name: string): Promise<void> {
    const { page } = this;
    const radio = page.getByRole('radio', { name: begins(name) }).first();
    await tabTo(page, page.locator('fieldset, [role="radiogroup"]').filter({ has: radio }).last());
    const reached = () => radio.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < MANY_CHOICES && !(await reached()); presses += 1)
      await page.keyboard.press('ArrowDown');
    if (!(await reached())) throw new Error(`no arrow leads to ${name}`);
    await page.keyboard.press('Space');
  }

  async write(label: string, text: string): Promise<void> {
    await tabTo(this.page, this.page.getByRole('textbox', { name: begins(label) }));
    await this.page.keyboard.type(text);
  }

  async check(name: string): Promise<void> {
    await tabTo(this.page, this.page.getByRole('checkbox', { name: begins(name) }));
    await this.page.keyboard.press('Space');
  }

  /** Typed in the order of the system's language, which is English here, whatever the page's is. */
  async date(label: string, day: LegalDate): Promise<void> {
    const field = this.page.getByLabel(begins(label));
    await tabTo(this.page, field);
    const [year = '', month = '', date = ''] = day.split('-');
    await this.page.keyboard.type(`${month}${date}${year}`);
    expect(await field.inputValue()).toBe(day);
  }

  /** A paper on its line of the checklist: there, whole. */
  async mark(paper: string): Promise<void> {
    await tabTo(this.page, this.page.getByRole('radiogroup', { name: `“${paper}”的状态` }));
    await this.page.keyboard.press('1');
  }

  /** The act that is next on the case, by the key that its button shows. */
  async next(act: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: begins(act) }).waitFor();
    await page.keyboard.press('e');
    await this.fillIn(act, fill);
  }

  /** An act beside the next one. */
  async beside(act: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    await this.button(act);
    await this.fillIn(act, fill);
  }

  private async fillIn(act: string, fill: () => Promise<void>): Promise<void> {
    const submit = this.page.getByRole('button', { name: `提交${act}` });
    await submit.and(this.page.locator(':enabled')).waitFor();
    await fill();
    await this.press(submit);
    await submit.waitFor({ state: 'detached' });
  }
}
