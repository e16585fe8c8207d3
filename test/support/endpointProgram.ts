/**
 * The program that `endpointChild.ts` builds and starts: the real endpoint, which on demand goes silent between its
 * commit and its answers, so that a test can kill it there, or whose clock begins at another time.
 */
import { seedDemo } from '../../src/endpoint/demoStaff.ts';
import { start } from '../../src/endpoint/run.ts';
import { testEdges } from './edges.ts';

const { PORT = '0', DATA_DIR = '', ROOT = '', SILENT_AFTER_COMMIT, DEMO_STAFF, BEGINS_AT } = process.env;

const silence = async (): Promise<void> => {
  process.send?.({ committed: true });
  await new Promise(() => {});
};

const ahead = BEGINS_AT ? Date.parse(BEGINS_AT) - Date.now() : 0;
const edges = testEdges(() => Date.now() + ahead);
const running = await start(
  { host: 'localhost', port: Number(PORT), publicUrl: undefined, dataDir: DATA_DIR },
  edges,
  { root: ROOT, ...(SILENT_AFTER_COMMIT ? { afterCommit: silence } : {}) },
);
const { context, url } = running;
const staff = DEMO_STAFF ? (await seedDemo({ context, url, dataDir: DATA_DIR }, edges)).staff : [];
process.once('SIGTERM', () => process.exit(0));
// Whoever started it has ended without killing it: nobody else will.
process.once('disconnect', () => process.exit(0));
process.send?.({ url, staff });
