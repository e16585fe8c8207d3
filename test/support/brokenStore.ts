import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';

/**
 * Lets every write fail, as a full or broken disk does.
 * @param name of the browser's error
 * @param store what is written to; otherwise everything in IndexedDB
 */
export function breakWrites(
  name: string,
  store: { put: (...given: never[]) => unknown } = FakeObjectStore.prototype,
): { mend(): void } {
  const real = store.put;
  store.put = () => {
    throw new DOMException('planted', name);
  };
  return {
    mend: () => {
      store.put = real;
    },
  };
}
