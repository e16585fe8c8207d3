import { del, get, set, type UseStore } from 'idb-keyval';
import type { MirrorFolder } from '../ports.ts';

const HANDLE = 'mirror';
const WRITING = { mode: 'readwrite' } as const;

/** File System Access, as far as TypeScript's library does not describe it. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(how: typeof WRITING): Promise<PermissionState>;
  requestPermission(how: typeof WRITING): Promise<PermissionState>;
}
declare const showDirectoryPicker:
  | ((how: typeof WRITING & { readonly id: string }) => Promise<Folder>)
  | undefined;

const picker = () => (typeof showDirectoryPicker === 'function' ? showDirectoryPicker : null);

/** A folder of the person's choice outside the browser's profile. Chromium on a computer has it; others say `unavailable`. */
export function mirrorIn(keys: UseStore): MirrorFolder {
  const held = (): Promise<Folder | undefined> => get<Folder>(HANDLE, keys);
  const folder = async (): Promise<Folder> => {
    const found = await held();
    if (!found) throw new Error('no folder chosen');
    return found;
  };
  return {
    async state() {
      if (!picker()) return 'unavailable';
      const found = await held();
      if (!found) return 'none';
      return (await found.queryPermission(WRITING)) === 'granted' ? 'ready' : 'asks';
    },
    async choose() {
      try {
        const chosen = await picker()?.({ ...WRITING, id: 'jinban' });
        if (!chosen) return false;
        await set(HANDLE, chosen, keys);
        return true;
      } catch {
        // Closed without a choice, or the browser does not allow this place.
        return false;
      }
    },
    async grant() {
      const found = await held();
      return found !== undefined && (await found.requestPermission(WRITING)) === 'granted';
    },
    forget: () => del(HANDLE, keys),
    async names() {
      const names: string[] = [];
      for await (const name of (await folder()).keys()) names.push(name);
      return names;
    },
    read: async (name) => await (await (await folder()).getFileHandle(name)).getFile(),
    async write(name, content) {
      const file = await (await folder()).getFileHandle(name, { create: true });
      // Written beside it and put in its place when it is closed: a cut copy never stands under the name.
      const writable = await file.createWritable();
      await writable.write(content);
      await writable.close();
    },
    remove: async (name) => await (await folder()).removeEntry(name),
  };
}
