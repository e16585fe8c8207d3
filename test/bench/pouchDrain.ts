/** The peer of `drain.200`: PouchDB in Chromium sends the same cases to a PouchDB server over the same line. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { type CountingLine, countingLineTo } from './countingLine.ts';
import { startProgram } from './program.ts';
import { checkSlow4g, type Throttle, throttleOf } from './throttle.ts';

/** What both sides of `drain.200` report. */
export interface Drained {
  readonly seconds: number;
  readonly sent: number;
  readonly received: number;
}

export interface Document {
  readonly _id: string;
}

interface Pouch {
  bulkDocs(documents: readonly Document[]): Promise<readonly { readonly ok?: boolean }[]>;
  replicate: { to(remote: Pouch): Promise<{ readonly ok: boolean; readonly docs_written: number }> };
}

declare global {
  interface Window {
    PouchDB: new (name: string, options?: object) => Pouch;
    pouch: { readonly here: Pouch; readonly there: Pouch };
  }
}

export async function drainPouch(folder: string, documents: readonly Document[]): Promise<Drained> {
  const data = join(folder, 'pouch');
  mkdirSync(data);
  const program = startProgram('pouch', { FOLDER: data });
  try {
    const { port } = await program.heard<{ port: number }>();
    const line = await countingLineTo(port);
    const drained = await replicate(folder, line, documents).finally(line.close);
    program.tell({});
    const { documents: found } = await program.heard<{ documents: number }>();
    if (found !== documents.length + 1) throw new Error(`the PouchDB server has ${found} documents`);
    return drained;
  } finally {
    await program.stop();
  }
}

async function replicate(
  folder: string,
  line: CountingLine,
  documents: readonly Document[],
): Promise<Drained> {
  const browser = await openBrowser(join(folder, 'pouch-profile'));
  try {
    const page = await browser.context.newPage();
    await page.goto(`http://localhost:${line.port}/`);
    // Both databases exist and have met: one document has gone over.
    await page.evaluate(async (remote) => {
      const [here, there] = [new window.PouchDB('cases'), new window.PouchDB(remote, { skip_setup: true })];
      await here.bulkDocs([{ _id: 'first' }]);
      await here.replicate.to(there);
      window.pouch = { here, there };
    }, `http://localhost:${line.port}/db/cases`);
    const throttle = await throttleOf(page);
    await throttle.slow4g();
    await checkSlow4g(page, '/');
    await throttle.offline();
    await page.evaluate(async (all) => {
      const saved = await window.pouch.here.bulkDocs(all);
      if (!saved.every((one) => one.ok)) throw new Error('PouchDB did not save a document');
    }, documents);
    line.take();
    return { seconds: await sendAll(throttle, () => page.evaluate(sendDocuments)), ...line.take() };
  } finally {
    await browser.close();
  }
}

async function sendAll(throttle: Throttle, send: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await throttle.slow4g();
  await send();
  return (performance.now() - begun) / 1_000;
}

/** Begins at once, as ours does: PouchDB's own waiting time before it tries again is not counted against it. */
async function sendDocuments(): Promise<void> {
  const { here, there } = window.pouch;
  const result = await here.replicate.to(there);
  if (!result.ok) throw new Error(`PouchDB says ${JSON.stringify(result)}`);
}
