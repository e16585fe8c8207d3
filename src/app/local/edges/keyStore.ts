import { promisifyRequest, type UseStore } from 'idb-keyval';

const DATABASE = 'jinban-locks';
const STORE = 'keys';

/**
 * idb-keyval's own `createStore` with strict durability, and a connection that is opened again when the browser closed
 * it. Keys lie apart from the outbox, so that neither database's trouble is the other's.
 */
export function strictKeyStore(): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    if (opening) return opening;
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    opening = promisifyRequest(request);
    opening.then(
      (db) => {
        db.onclose = () => {
          opening = undefined;
        };
      },
      () => {
        opening = undefined;
      },
    );
    return opening;
  };
  return async (mode, work) => {
    const db = await open();
    return await work(db.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
  };
}
