import type { Clock, Locks, Randomness, Surroundings, TabNews, Tabs, Timer } from '../ports.ts';
import { unfitFor } from './fitness.ts';

export const deviceClock: Clock = { now: () => Date.now() };

export const deviceRandomness: Randomness = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  unit: () => Math.random(),
};

export const deviceTimer: Timer = {
  after(ms, run) {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

/**
 * Web Locks. Where they are missing (no secure context) each tab only minds itself: commands sent twice are recorded
 * once, so this costs requests, not correctness.
 */
export const deviceLocks: Locks = 'locks' in navigator ? { tryHold: tryWebLock } : ownLocks();

async function tryWebLock<T>(name: string, run: () => Promise<T>) {
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { held: true, value: await run() } : { held: false },
  );
}

function ownLocks(): Locks {
  const taken = new Set<string>();
  return {
    async tryHold(name, run) {
      if (taken.has(name)) return { held: false };
      taken.add(name);
      try {
        return { held: true, value: await run() };
      } finally {
        taken.delete(name);
      }
    },
  };
}

/** The other tabs of this origin. A channel does not hear itself. */
export function deviceTabs(): Tabs {
  const channel = new BroadcastChannel('jinban');
  return {
    tell: (news) => channel.postMessage(news),
    listen(hear) {
      const onMessage = (event: MessageEvent<TabNews>): void => hear(event.data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}

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
  persist: async () => (await navigator.storage?.persist?.()) ?? false,
  unfitFor,
};
