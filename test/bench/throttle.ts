/** What DevTools does to slow a page down. A throttle that does not bite is an error, not a good figure. */
import type { CDPSession, Page } from '@playwright/test';
import { say } from './figure.ts';

export const CPU_SLOWDOWN = 4;
/** How much of the slowdown has to be seen. A busy machine blurs it. */
const CPU_SEEN = 2;

/** The page was not seen to be slowed: what was measured says nothing. */
class NotSlowed extends Error {}

/** Does some runs; one in which the page was not seen to be slowed is done again, in all as often as there are runs. */
export async function slowedRuns<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let failed = 0; done.length < count; )
    try {
      done.push(await run());
    } catch (error) {
      failed += 1;
      if (!(error instanceof NotSlowed) || failed > count) throw error;
      say(`${error.message}: once more`);
    }
  return done;
}

/** DevTools' "Slow 4G": 562.5 ms, 1.44 Mbit/s down, 675 kbit/s up. */
export const SLOW_4G = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const NO_LIMIT = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

export interface Throttle {
  /** Slows the page's main thread; workers are not slowed. */
  slowCpu(): Promise<void>;
  fullCpu(): Promise<void>;
  /** @returns how many times slower the page runs. @throws when that is far from what was asked for */
  checkCpu(): Promise<number>;
  offline(): Promise<void>;
  slow4g(): Promise<void>;
  online(): Promise<void>;
}

export async function throttleOf(page: Page): Promise<Throttle> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let full = 0;
  return {
    slowCpu: async () => {
      full = await pace(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    },
    fullCpu: async () => {
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    },
    checkCpu: async () => {
      const slowed = (await pace(page)) / full;
      if (slowed < CPU_SEEN) throw new NotSlowed(`the page runs only ${slowed.toFixed(1)} times slower`);
      return slowed;
    },
    offline: () => network(session, { offline: true, ...NO_LIMIT }),
    slow4g: () => network(session, { offline: false, ...SLOW_4G }),
    online: () => network(session, { offline: false, ...NO_LIMIT }),
  };
}

type Conditions = { offline: boolean } & typeof SLOW_4G;

async function network(session: CDPSession, conditions: Conditions): Promise<void> {
  await session.send('Network.emulateNetworkConditions', conditions);
}

/** Milliseconds for a piece of work, the same each time; the least disturbed of some attempts. */
async function pace(page: Page): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1)
    times.push(
      await page.evaluate(() => {
        const begun = performance.now();
        let sum = 0;
        for (let index = 0; index < 20_000_000; index += 1) sum = (sum + index * 31) % 65_521;
        return performance.now() - begun + (sum < 0 ? 1 : 0);
      }),
    );
  return Math.min(...times);
}

/** Milliseconds that one small request takes. @throws when that is less than Slow 4G's latency */
export async function checkSlow4g(page: Page, path: string): Promise<void> {
  const ms = await page.evaluate(async (address) => {
    const begun = performance.now();
    await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
    return performance.now() - begun;
  }, path);
  say(`Slow 4G: a small request takes ${ms.toFixed(0)} ms`);
  if (ms < SLOW_4G.latency) throw new Error(`a request took only ${ms.toFixed(0)} ms under Slow 4G`);
  if (page.workers().length + page.context().serviceWorkers().length > 0)
    throw new Error('a worker is there that the throttle does not reach');
}
