import type { Surroundings } from '../ports.ts';
import { unfitFor } from './fitness.ts';

/** A cache of nothing: what it takes is free as soon as it is deleted, which of a row in IndexedDB cannot be said. */
const ROOM = 'room-for-cases';
/** Some hundred cases, which are a hundredth of a photograph each. */
const ROOM_BYTES = 1024 * 1024;

export const deviceSurroundings: Surroundings = {
  online: () => navigator.onLine,
  visible: () => document.visibilityState === 'visible',
  onChange(run) {
    window.addEventListener('online', run);
    window.addEventListener('offline', run);
    document.addEventListener('visibilitychange', run);
    return () => {
      window.removeEventListener('online', run);
      window.removeEventListener('offline', run);
      document.removeEventListener('visibilitychange', run);
    };
  },
  async storage() {
    const { storage } = navigator;
    const { usage = 0, quota = 0 } = (await storage?.estimate?.()) ?? {};
    return { usage, quota, persisted: (await storage?.persisted?.()) ?? false };
  },
  async keepRoom() {
    if (!globalThis.caches || (await caches.has(ROOM).catch(() => true))) return;
    try {
      const cache = await caches.open(ROOM);
      await cache.put('/desk/room', new Response(new Uint8Array(ROOM_BYTES)));
    } catch {
      await caches.delete(ROOM).catch(() => false);
    }
  },
  makeRoom: async () => (await globalThis.caches?.delete(ROOM).catch(() => false)) ?? false,
  persist: async () => (await navigator.storage?.persist?.()) ?? false,
  unfitFor,
};
