/**
 * `endpoint.single`: durable commands a second through HTTP, each in a request of its own. The endpoint is the built
 * program in a process of its own, on a real file in WAL with synchronous=FULL; both signatures are checked.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { type Measured, say } from '../figure.ts';
import { install } from '../installation.ts';
import { startProgram } from '../program.ts';
import type { LoadOrder, LoadReport } from '../programs/load.ts';
import { inWorkspace } from '../workspace.ts';

const CONNECTIONS = 32;
/** On each connection: 20,480 commands are measured in all. */
const MEASURED = 640;
const WARM_UP = 64;
const LIMIT = 2_000;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const installation = install(folder);
    const endpoint = await installation.start();
    try {
      const { url, clerk, admin } = endpoint;
      const order: LoadOrder = {
        ...{ url, clerk, admin },
        ...{ connections: CONNECTIONS, warmUp: WARM_UP, measured: MEASURED },
      };
      const load = startProgram('load', { ORDER: JSON.stringify(order) });
      await load.heard();
      load.tell({ go: true });
      const report = await load.heard<LoadReport>();
      await load.stop();
      await endpoint.stop();
      const commands = CONNECTIONS * MEASURED;
      checkRecorded(installation.database, CONNECTIONS * (MEASURED + WARM_UP));
      say(
        `endpoint.single: ${commands} commands in ${report.seconds.toFixed(1)} s, one took ` +
          `${report.p50.toFixed(1)} ms (p50), ${report.p99.toFixed(1)} ms (p99); ` +
          `body ${report.bodyBytes} B, request ${report.sentBytes} B in gzip; every one is in the file`,
      );
      return { value: commands / report.seconds, unit: 'commands/s', better: 'more', limit: LIMIT };
    } finally {
      await endpoint.stop();
    }
  });

/** @throws when anything is missing in the file, or was recorded with doubts that these commands do not give */
function checkRecorded(database: string, expected: number): void {
  const db = new DatabaseSync(database, { readOnly: true });
  const count = (query: string): number => Number(Object.values(db.prepare(query).get() ?? {})[0]);
  const recorded = count(`select count(*) from command where outcome = 'recorded'`);
  const cases = count(`select count(*) from stream where kind = 'case' and status = 'received'`);
  const events = count(`select count(*) from event where type = 'received'`);
  const others = count(`select count(*) from command where outcome <> 'recorded'`);
  const flags = count(`select count(*) from event where type = 'flagged'`);
  db.close();
  if (recorded !== expected || cases !== expected || events !== expected || others !== 0 || flags !== 0)
    throw new Error(
      `expected ${expected} recorded: ${recorded} commands, ${cases} cases, ${events} events; ` +
        `${others} not recorded, ${flags} flagged`,
    );
}
