/**
 * A citizen's guide page, the largest that there is: `guide.html.bytes` as it is sent, `guide.total.bytes` with everything
 * that a first view loads, and `guide.fcp.slow4g` until its text is drawn on a slow phone and line.
 */
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import { openBrowser } from '../../support/browser.ts';
import { type JourneyDistrict, openDistrict } from '../../support/journeyDistrict.ts';
import { type CountingLine, countingLineTo } from '../countingLine.ts';
import { type Measured, say } from '../figure.ts';
import { median, spread } from '../statistics.ts';
import { slowedRuns, throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const HTML_LIMIT = 14_336;
const TOTAL_LIMIT = 30_720;
const RUNS = 7;
const PHONE = { viewport: { width: 360, height: 740 } };

interface LargestPage {
  readonly path: string;
  readonly bytes: number;
}

/** With the compression that browsers ask for. */
async function largestOf({ url }: JourneyDistrict): Promise<LargestPage> {
  let largest: LargestPage = { path: '/', bytes: 0 };
  for (const { id } of seedCatalogue.guides) {
    const path = `/guide/${id}`;
    const line = await countingLineTo(Number(new URL(url).port));
    try {
      // What `fetch` unpacks has gone over the line packed; the head of the answer counts, as in a browser's first window.
      const headers = { 'accept-encoding': 'gzip, deflate, br', connection: 'close' };
      await (await fetch(`http://localhost:${line.port}${path}`, { headers })).text();
      const { received } = line.take();
      if (received > largest.bytes) largest = { path, bytes: received };
    } finally {
      await line.close();
    }
  }
  say(`largest guide page: ${largest.path}, ${largest.bytes} B with the head of its answer`);
  return largest;
}

const withDistrict = async <T>(work: (district: JourneyDistrict) => Promise<T>): Promise<T> => {
  const district = await openDistrict();
  return await work(district).finally(() => district.end());
};

export const measureHtml = (): Promise<Measured> =>
  withDistrict(async (district) => {
    const { bytes } = await largestOf(district);
    return { value: bytes, unit: 'B', better: 'less', limit: HTML_LIMIT };
  });

export const measureTotal = (): Promise<Measured> =>
  withDistrict(async (district) => {
    const { path } = await largestOf(district);
    const line = await countingLineTo(Number(new URL(district.url).port));
    try {
      const received = await loaded(line, path);
      return { value: received, unit: 'B', better: 'less', limit: TOTAL_LIMIT };
    } finally {
      await line.close();
    }
  });

/** Everything that comes for a first view, until nothing more does. The worker for the next visit is not of this one. */
const loaded = (line: CountingLine, path: string): Promise<number> =>
  inWorkspace(async (folder) => {
    const browser = await openBrowser(folder, { ...PHONE, serviceWorkers: 'block' });
    try {
      const page = await browser.context.newPage();
      line.take();
      await page.goto(`http://localhost:${line.port}${path}`, { waitUntil: 'networkidle' });
      await page.getByText('我要办').first().waitFor();
      return line.take().received;
    } finally {
      await browser.close();
    }
  });

export const measureFcp = (): Promise<Measured> =>
  withDistrict(async (district) => {
    const { path } = await largestOf(district);
    const times = await slowedRuns(RUNS, () => firstPaint(district.url + path));
    say(`guide.fcp.slow4g: ${spread(times, 0)} ms`);
    return { value: median(times), unit: 'ms', better: 'less' };
  });

const firstPaint = (address: string): Promise<number> =>
  inWorkspace(async (folder) => {
    const browser = await openBrowser(folder, PHONE);
    try {
      const page = await browser.context.newPage();
      const throttle = await throttleOf(page);
      await throttle.slowCpu();
      await throttle.slow4g();
      await page.goto(address, { waitUntil: 'load' });
      await throttle.checkCpu();
      return await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      );
    } finally {
      await browser.close();
    }
  });
