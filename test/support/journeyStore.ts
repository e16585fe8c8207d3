/** What lies in a device's IndexedDB, read by the page itself: as much as anybody at this browser could read. */
import type { Page } from '@playwright/test';

export interface KeptHere {
  /** People who have a lock here. */
  readonly locks: number;
  /** Whether the device has its sending key. */
  readonly deviceKey: boolean;
  readonly drafts: number;
  readonly cases: number;
  readonly summaries: number;
  /** Summaries sealed many together. */
  readonly packs: number;
  readonly slips: number;
  /** Names of people, sealed. */
  readonly people: number;
  /** States of the commands, oldest first. */
  readonly commands: readonly string[];
  /** Commands with a copy for the screen. */
  readonly copies: number;
  /** Photographed pages, sealed. */
  readonly files: number;
}

/** Nothing that a clerk could read or unlock. */
export const NOTHING_READABLE = {
  ...{ locks: 0, drafts: 0, cases: 0, summaries: 0, packs: 0, slips: 0, people: 0, copies: 0, files: 0 },
} as const satisfies Partial<KeptHere>;

export function keptIn(page: Page): Promise<KeptHere> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const desk = await result(indexedDB.open('jinban-desk'));
    const stores = ['commands', 'cases', 'summaries', 'packs', 'drafts', 'slips', 'meta', 'files'];
    const transaction = desk.transaction(stores);
    const rows = Object.fromEntries(
      await Promise.all(
        stores.map(async (name) => [name, await result(transaction.objectStore(name).getAll())] as const),
      ),
    ) as Record<string, { key: string; seq: number; state: string; body: unknown }[]>;
    desk.close();
    const locks = await result(indexedDB.open('jinban-locks'));
    const keys = (await result(locks.transaction('keys').objectStore('keys').getAllKeys())).map(String);
    locks.close();
    const { commands = [], meta = [] } = rows;
    const count = (name: string) => rows[name]?.length ?? 0;
    return {
      locks: keys.filter((key) => key.startsWith('lock:')).length,
      deviceKey: keys.includes('device'),
      drafts: count('drafts'),
      cases: count('cases'),
      summaries: count('summaries'),
      packs: count('packs'),
      slips: count('slips'),
      people: meta.filter(({ key }) => key.startsWith('person')).length,
      commands: commands.sort((a, b) => a.seq - b.seq).map((one) => one.state),
      copies: commands.filter((one) => one.body !== null).length,
      files: count('files'),
    };
  });
}
