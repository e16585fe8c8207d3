/**
 * `submit.saved.p95`: from pressing 提交 to 已保存 on a slow counter PC without a line: judged, signed, sealed, in
 * the store with strict durability, and shown. In a real browser with the real device store.
 */
import { buildDevicePage, withDevicePage } from '../devicePage.ts';
import { type Measured, say } from '../figure.ts';
import { install } from '../installation.ts';
import { percentile, spread } from '../statistics.ts';
import { inWorkspace } from '../workspace.ts';

const CASES = 200;
const LIMIT_MS = 50;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const installation = install(folder);
    await buildDevicePage(installation.desk);
    const endpoint = await installation.start();
    try {
      const times = await withDevicePage(folder, endpoint, endpoint.port, async (device) => {
        await device.throttle.slowCpu();
        await device.throttle.offline();
        const measured = await device.submit(CASES, true);
        say(`submit.saved: the page runs ${(await device.throttle.checkCpu()).toFixed(1)} times slower`);
        const waiting = await device.waiting();
        if (waiting !== 2 * CASES) throw new Error(`${waiting} commands wait, not ${2 * CASES}`);
        return measured;
      });
      say(`submit.saved: ${spread(times)} ms; first quarter ${spread(times.slice(0, CASES / 4))} ms`);
      return { value: percentile(times, 0.95), unit: 'ms', better: 'less', limit: LIMIT_MS };
    } finally {
      await endpoint.stop();
    }
  });
