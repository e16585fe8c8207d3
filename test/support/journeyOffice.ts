/** The district's own people at a computer of their own: who administers devices, and who rules on what stands apart. */
import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { type JourneyDesk, PATIENCE_MS } from './journeyDesk.ts';

export type DeviceOrder = '停用' | '远程清除' | '登记磁盘加密';

export class JourneyOffice {
  constructor(readonly desk: JourneyDesk) {}

  get page(): Page {
    return this.desk.page;
  }

  /** A code for one more device, as the dialog shows it. */
  async codeFor(name: string, office: string): Promise<string> {
    await this.desk.go('设备');
    await this.page.getByLabel('设备名称').fill(name);
    await this.page.getByLabel('单位').first().selectOption({ label: office });
    await this.desk.press('出登记码');
    const dialog = this.page.getByRole('dialog', { name: `登记“${name}”` });
    const shown = (await dialog.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? '';
    await this.desk.press('记下了');
    return shown;
  }

  /** A device in the list. */
  device(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  /** Reads the list of devices again. */
  async look(): Promise<void> {
    await this.desk.go('人员');
    await this.desk.heading('人员和岗位').waitFor();
    await this.desk.go('设备');
    await this.desk.heading('设备').waitFor();
  }

  /** Looks at a device's entry until these words stand there. */
  async sees(name: string, ...words: readonly string[]): Promise<void> {
    await expect
      .poll(
        async () => {
          await this.look();
          return await this.device(name).textContent();
        },
        { timeout: PATIENCE_MS },
      )
      .toSatisfy((text: string | null) => words.every((one) => text?.includes(one)));
  }

  async order(act: DeviceOrder, name: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: `${act} ${name}` }).click();
    const dialog = this.page.getByRole('dialog', { name: `${act}：${name}` });
    await dialog.getByLabel('原因').fill(reason);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** A number that the devices of all offices hold to. */
  async setPolicy(label: string, value: string, reason: string): Promise<void> {
    await this.page.getByLabel(label).fill(value);
    await this.desk.press('保存规定');
    const dialog = this.page.getByRole('dialog', { name: '更改设备规定' });
    await dialog.getByLabel('原因').fill(reason);
    await dialog.getByRole('button', { name: '保存规定' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** What stands apart: who made it, and what it is. */
  apart(what: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: what });
  }

  async rule(entry: Locator, ruling: '放行' | '不登记', reason: string): Promise<void> {
    await entry.getByRole('button', { name: ruling }).click();
    const dialog = this.page.getByRole('dialog', { name: `${ruling}这条记录` });
    await dialog.getByLabel('原因').fill(reason);
    await dialog.getByRole('button', { name: ruling, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** What an editor publishes of an item: from today on it is taken in, or no longer. */
  async publish(item: string, state: '正常受理' | '暂停受理', basis: string): Promise<void> {
    await this.desk.go('事项');
    await this.desk.press(`更改 ${item} 的状态`);
    const dialog = this.page.getByRole('dialog', { name: /^更改状态/ });
    await dialog.getByRole('radio', { name: state }).check();
    await dialog.getByLabel('依据').fill(basis);
    if (state === '暂停受理') await dialog.getByLabel('群众该去哪里、怎么办').fill('区政务服务大厅一楼');
    await dialog.getByRole('button', { name: '发布' }).click();
    await this.page.getByText(/^已发布第 \d+ 版目录/).waitFor();
  }
}
