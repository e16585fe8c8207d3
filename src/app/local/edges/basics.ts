import type { Clock, Locks, Randomness, Tabs, TabTalk, Timer } from '../ports.ts';

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
export const deviceLocks: Locks =
  'locks' in navigator
    ? { tryHold: tryWebLock, hold: async (name, run) => await navigator.locks.request(name, run) }
    : ownLocks();

async function tryWebLock<T>(name: string, run: () => Promise<T>) {
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { held: true, value: await run() } : { held: false },
  );
}

function ownLocks(): Locks {
  const taken = new Set<string>();
  return {
    hold: (_, run) => run(),
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
      const onMessage = (event: MessageEvent<TabTalk>): void => hear(event.data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}
