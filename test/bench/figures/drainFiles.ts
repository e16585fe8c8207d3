/**
 * `drain.200.files`: two hundred cases with one page of 300 KiB each, from the moment that a Slow 4G line is there until
 * the last page is confirmed. What the line could carry at best is the peer: 80 % of it are to be used.
 */
import { buildDevicePage, overCountedLine } from '../devicePage.ts';
import { type Measured, say } from '../figure.ts';
import { install } from '../installation.ts';
import { checkSlow4g, SLOW_4G } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const CASES = 200;
const PAGE_BYTES = 300 * 1024;
const MOST = 1 / 0.8;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const installation = install(folder);
    await buildDevicePage(installation.desk);
    return await overCountedLine(folder, installation, async (device, line) => {
      const { throttle, page } = device;
      await throttle.slow4g();
      await checkSlow4g(page, '/api/health');
      await throttle.offline();
      await device.photographed(CASES, PAGE_BYTES);
      line.take();
      const begun = performance.now();
      await throttle.slow4g();
      await device.arrived(CASES);
      const seconds = (performance.now() - begun) / 1_000;
      const { sent } = line.take();
      const best = (CASES * PAGE_BYTES) / SLOW_4G.uploadThroughput;
      const share = ((best / seconds) * 100).toFixed(1);
      say(`drain.200.files: ${seconds.toFixed(1)} s, ${sent} B sent, ${share} % of the line's capacity`);
      return {
        ...{ value: seconds, unit: 's', better: 'less', ratioLimit: MOST },
        peer: { name: 'the line at its full capacity', value: best },
      };
    });
  });
