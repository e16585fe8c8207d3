import { del, entries, set, type UseStore } from 'idb-keyval';
import type { LockRecord } from '../lock/keys.ts';
import type { Lockbox } from '../ports.ts';

const PREFIX = 'lock:';

/** The people's locks, one record each. */
export function lockboxIn(store: UseStore): Lockbox {
  return {
    async all() {
      const found = await entries<string, LockRecord>(store);
      return found.filter(([key]) => key.startsWith(PREFIX)).map(([, record]) => record);
    },
    put: (record) => set(PREFIX + record.person, record, store),
    remove: (person) => del(PREFIX + person, store),
  };
}
