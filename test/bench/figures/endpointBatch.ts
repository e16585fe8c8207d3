/**
 * `endpoint.batch50`: the store alone, taking commands that are already judged in transactions of fifty, against the
 * embedded database taking the very rows that the store has written, by prepared statements in the same transactions.
 */
import { join } from 'node:path';
import type { Recorded } from '../../../src/endpoint/store/recordingPort.ts';
import { openSqlite } from '../../../src/endpoint/store/sqlite.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';
import { receive, XIJI } from '../../support/intake.ts';
import { openRecording } from '../../support/recording.ts';
import { type Measured, say } from '../figure.ts';
import { openRaw, type RawTransactions, rowsOf } from '../rawSqlite.ts';
import { median, spread } from '../statistics.ts';
import { inWorkspace } from '../workspace.ts';

const BATCH = 50;
const BATCHES = 200;
/** The first round warms up, and leaves the rows that the database is then given raw. */
const ROUNDS = 7;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const batches = await judgedBatches(folder);
    const first = join(folder, 'first.sqlite');
    const store = await openSqlite(first);
    for (const [index, batch] of batches.entries()) await recordBatch(store, batch, index);
    await store.close();
    const rows = rowsOf(first, BATCH);
    const rounds: Round[] = [];
    for (let round = 1; round <= ROUNDS; round += 1)
      rounds.push(await measureRound(folder, round, batches, rows));
    const [ours, raw] = [rounds.map((one) => one.ours), rounds.map((one) => one.raw)];
    say(`endpoint.batch50: store ${spread(ours, 0)}; raw ${spread(raw, 0)} commands/s`);
    const peer = { name: 'sqlite raw', value: median(raw) };
    return { value: median(ours), unit: 'commands/s', better: 'more', peer, ratioLimit: 0.5 };
  });

/** Commands a second. */
interface Round {
  readonly ours: number;
  readonly raw: number;
}

/** Both sides take turns batch by batch, so that whatever else the machine does meets both. */
async function measureRound(
  folder: string,
  round: number,
  batches: readonly Recorded[][],
  rows: RawTransactions,
): Promise<Round> {
  const [storeFile, rawFile] = [join(folder, `store${round}.sqlite`), join(folder, `raw${round}.sqlite`)];
  // Makes the same tables and indexes.
  await (await openSqlite(rawFile)).close();
  const [store, raw] = [await openSqlite(storeFile), openRaw(rawFile, rows)];
  const ms = { ours: 0, raw: 0 };
  for (const [index, batch] of batches.entries()) {
    const begun = performance.now();
    await recordBatch(store, batch, index);
    const between = performance.now();
    raw.insert(index);
    ms.ours += between - begun;
    ms.raw += performance.now() - between;
  }
  await store.close();
  raw.close();
  const [written, given] = [JSON.stringify(rowsOf(storeFile, BATCH)), JSON.stringify(rowsOf(rawFile, BATCH))];
  if (written !== given) throw new Error('both sides did not write the same rows');
  const perSecond = (spent: number): number => (BATCH * BATCHES * 1_000) / spent;
  return { ours: perSecond(ms.ours), raw: perSecond(ms.raw) };
}

/** As the recorder does it: all commands together, and the contact. */
async function recordBatch(store: Store, batch: readonly Recorded[], index: number): Promise<void> {
  const [first] = batch;
  if (!first) throw new Error('an empty batch');
  const { device, receivedAt } = first.command;
  await store.write(async (tx) => {
    await tx.contacts([{ device, made: (index + 1) * BATCH, at: receivedAt }]);
    await tx.record(batch);
  });
}

/** Receives of item 10, judged by the real recorder and caught on their way into the store. */
async function judgedBatches(folder: string): Promise<Recorded[][]> {
  const caught: Recorded[] = [];
  const catching = (store: Store): Store => ({
    ...store,
    write: (work) => store.write((tx) => work({ ...tx, record: async (all) => void caught.push(...all) })),
  });
  const { hand, send, time, store } = await openRecording(catching, join(folder, 'judge.sqlite'));
  const clerk = await hand(XIJI, ['clerk']);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const commands = await Promise.all(Array.from({ length: BATCH }, () => receive(clerk, time)));
    const refused = (await send(clerk, commands)).filter((one) => one.outcome !== 'recorded');
    if (refused.length > 0) throw new Error(`not recorded: ${JSON.stringify(refused[0])}`);
  }
  await store.close();
  return Array.from({ length: BATCHES }, (_, index) => caught.slice(index * BATCH, (index + 1) * BATCH));
}
