import type { Locator, Page } from '@playwright/test';
import type { JourneyDesk } from './journeyDesk.ts';

/**
 * A receipt made without a line is altered on the disk; the browser starts again with a line, and the district refuses it.
 * @returns its place among what waits
 */
export async function spoiled(desk: JourneyDesk, number: string): Promise<Locator> {
  await spoil(desk.page);
  await desk.kill();
  await desk.start();
  await desk.open();
  await desk.unlock('xiji.clerk');
  await desk.page.getByRole('button').filter({ hasText: '件需处理' }).waitFor();
  await desk.openOutbox();
  return desk.page.getByRole('article').filter({ hasText: number });
}

/** A bit of the first command's sealed envelope turns over, as on a failing disk. */
async function spoil(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await result(indexedDB.open('jinban-desk'));
    // Strict, so that it stands also when the power is cut in the next moment.
    const transaction = db.transaction('commands', 'readwrite', { durability: 'strict' });
    const written = new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    const store = transaction.objectStore('commands');
    const rows = await result(store.getAll());
    const [first] = rows.sort((one, other) => one.seq - other.seq);
    const { body } = first.envelope;
    const turned = (body.startsWith('A') ? 'B' : 'A') + body.slice(1);
    await result(store.put({ ...first, envelope: { ...first.envelope, body: turned } }));
    await written;
    db.close();
  });
}
