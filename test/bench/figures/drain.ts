/**
 * `drain.200`: two hundred cases taken in without a line, from the moment that a Slow 4G line is there until the last
 * one is recorded at the endpoint and shown as recorded on the device. The peer sends the same cases by PouchDB.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import type { CountingLine } from '../countingLine.ts';
import { buildDevicePage, overCountedLine } from '../devicePage.ts';
import { type Measured, say } from '../figure.ts';
import { type Installation, install } from '../installation.ts';
import { type Document, type Drained, drainPouch } from '../pouchDrain.ts';
import { checkSlow4g } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const CASES = 200;
const LIMIT_S = 10;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const installation = install(folder);
    await buildDevicePage(installation.desk);
    const ours = await drainDevice(folder, installation);
    const documents = recordedDocuments(installation.database);
    const theirs = await drainPouch(folder, documents);
    say(`drain.200: ours ${inWords(ours)}; PouchDB ${inWords(theirs)}`);
    say(`  a document is ${Math.round(JSON.stringify(documents).length / documents.length)} characters`);
    if (ours.sent > theirs.sent) say(`MISSED drain.200: ${ours.sent} B sent, PouchDB ${theirs.sent} B`);
    return {
      ...{ value: ours.seconds, unit: 's', better: 'less', limit: LIMIT_S, ratioLimit: 1 / 3 },
      peer: { name: 'PouchDB', value: theirs.seconds },
    };
  });

const inWords = ({ seconds, sent, received }: Drained): string =>
  `${seconds.toFixed(2)} s, ${sent} B sent, ${received} B received`;

const drainDevice = (folder: string, installation: Installation): Promise<Drained> =>
  overCountedLine(folder, installation, async (device, line) => {
    const { throttle, page } = device;
    await throttle.slow4g();
    await checkSlow4g(page, '/api/health');
    await throttle.offline();
    await device.submit(CASES, false);
    const waiting = await device.waiting();
    if (waiting !== CASES) throw new Error(`${waiting} commands wait, not ${CASES}`);
    return await timeOf(line, async () => {
      await throttle.slow4g();
      await device.drained(CASES);
    });
  });

async function timeOf(line: CountingLine, work: () => Promise<void>): Promise<Drained> {
  line.take();
  const begun = performance.now();
  await work();
  return { seconds: (performance.now() - begun) / 1_000, ...line.take() };
}

/**
 * What the endpoint has recorded, as documents of the same content: the payload, and who made it where and when.
 * Signatures, hashes and salts have no place in PouchDB, so it is spared them.
 * @throws when it is not each case once
 */
function recordedDocuments(database: string): Document[] {
  const db = new DatabaseSync(database, { readOnly: true });
  const rows = db.prepare(`select header, payload from command where outcome = 'recorded'`).all();
  const others = db.prepare(`select count(*) as count from command where outcome <> 'recorded'`).get();
  db.close();
  if (rows.length !== CASES || Number(others?.count) !== 0)
    throw new Error(`${rows.length} commands recorded, ${String(others?.count)} not`);
  return rows.map((row) => {
    const { stream, office, by, device, at, type } = JSON.parse(String(row.header));
    return { _id: stream.id, type, office, by, device, at, ...JSON.parse(String(row.payload)) };
  });
}
