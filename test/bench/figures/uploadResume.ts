/**
 * `upload.resume.resent`: one file of 5 MB whose connection breaks at half. What goes over the line beyond the file itself:
 * bytes sent again, with the frames of every request.
 */
import { buildDevicePage, overCountedLine } from '../devicePage.ts';
import { type Measured, say } from '../figure.ts';
import { install } from '../installation.ts';
import { inWorkspace } from '../workspace.ts';

const FILE_BYTES = 5_000_000;
const LIMIT_BYTES = 262_144;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const installation = install(folder);
    await buildDevicePage(installation.desk);
    return await overCountedLine(folder, installation, async (device, line) => {
      await device.throttle.offline();
      await device.photographed(1, FILE_BYTES);
      line.take();
      line.cutAfter(FILE_BYTES / 2);
      await device.throttle.online();
      await device.arrived(1);
      const { sent } = line.take();
      say(`upload.resume.resent: ${sent} B sent in all for a file of ${FILE_BYTES} B`);
      return { value: sent - FILE_BYTES, unit: 'B', better: 'less', limit: LIMIT_BYTES };
    });
  });
