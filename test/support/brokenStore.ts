import { IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';

/** Lets every write fail, as a full or broken disk does. @param name of the browser's error */
export function breakWrites(name: string): { mend(): void } {
  const real = FakeObjectStore.prototype.put;
  FakeObjectStore.prototype.put = () => {
    throw new DOMException('planted', name);
  };
  return {
    mend: () => {
      FakeObjectStore.prototype.put = real;
    },
  };
}
