import type { Page } from '@playwright/test';

/** A bit of the first command's sealed envelope turns over, as on a failing disk. */
export async function spoil(page: Page): Promise<void> {
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
