import { beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/endpoint/store/sqlite.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { act, disagree } from '../../support/handlingActs.ts';
import { HandlingBench } from '../../support/handlingBench.ts';
import { handlingCatalogue } from '../../support/handlingCatalogue.ts';
import { openRecording, temporaryFile } from '../../support/recording.ts';
import { alter } from '../../support/rows.ts';
import { DEPARTMENT, WEST } from '../../support/sampleCatalogue.ts';

let file: string;
let handling: HandlingBench;

beforeEach(async () => {
  file = temporaryFile();
  handling = new HandlingBench(await openRecording(undefined, file));
});

const linesOf = (office: string, store = handling.bench.store, year = '2026') =>
  store.read.sealLines({ office, year, limit: 100 });
const told = async (office = WEST) =>
  (await linesOf(office)).map(({ serial, turn, title, back }) => [serial, turn, title, back?.what]);

describe('the seal register', () => {
  it('has a line for each sealing, with the columns of the book and the name of the paper', async () => {
    const id = await handling.taken('sign', 'seal');
    const found = await handling.caseOf(id);
    expect(await linesOf(WEST)).toEqual([
      {
        ...{ office: WEST, year: '2026', serial: 1, turn: 1, stream: id, version: expect.any(Number) },
        ...{ on: '2026-11-23', title: '准予行政许可决定书', caseNumber: found?.number },
        ...{ seal: 'approval', copies: 2, note: '情况说明', back: null },
        ...{ approver: '测试人员', drafter: '测试人员', sealer: '测试人员' },
      },
    ]);
    const [line] = await linesOf(WEST);
    const events = await handling.bench.store.read.events(id);
    expect(events.find((one) => Number(one.version) === line?.version)?.type).toBe('sealed');
    expect((await verifyStore(handling.bench.store)).faults).toEqual([]);
  });

  it('keeps what was taken back, and gives what is sealed instead a number of its own', async () => {
    const id = await handling.taken('birth', 'forward');
    await handling.does(id, 'reviewer', act('recallOpinion'));
    await handling.does(id, 'reviewer', disagree);
    await handling.does(id, 'leader', act('approve'));
    await handling.does(id, 'leader', act('sendBack'));
    expect(await told()).toEqual([[1, 1, '审核意见书', 'recallOpinion']]);
    await handling.does(id, 'reviewer', act('opine'));
    await handling.does(id, 'leader', act('approve'));
    await handling.does(id, 'sealer', act('seal'));
    expect(await told()).toEqual([
      [1, 1, '审核意见书', 'recallOpinion'],
      [2, 1, '审核意见书', undefined],
    ]);
  });

  it('has what came back for its form twice under its number, once returned and once as it holds', async () => {
    const id = await handling.taken('birth', 'forward');
    await handling.does(id, 'officer', act('returnForForm'));
    await handling.does(id, 'sealer', act('seal'));
    expect(await told()).toEqual([
      [1, 1, '审核意见书', 'returnForForm'],
      [1, 2, '审核意见书', undefined],
    ]);
  });

  it('counts each office and each year from one, without gaps', async () => {
    await handling.taken('sign', 'seal');
    await handling.taken('coop', 'seal');
    await handling.taken('birth', 'seal');
    const last = await handling.taken('sign', 'approve');
    handling.bench.time = '2027-01-04T03:00:00.000Z';
    await handling.does(last, 'sealer', act('seal'));
    expect((await linesOf(WEST)).map((one) => one.serial)).toEqual([1, 2]);
    expect((await linesOf(DEPARTMENT)).map((one) => one.serial)).toEqual([1]);
    expect((await linesOf(WEST, handling.bench.store, '2027')).map((one) => one.serial)).toEqual([1]);
    expect(await handling.bench.store.read.numbersGiven(WEST)).toEqual([
      { year: '2027', given: 1 },
      { year: '2026', given: 2 },
    ]);
  });
});

it('a register that was not kept before is filled from what was recorded, and says the same', async () => {
  const { store } = handling.bench;
  await store.write((tx) =>
    tx.publish({
      catalogue: handlingCatalogue,
      etag: 'e',
      at: handling.bench.time,
      by: null,
      reason: 'seed',
    }),
  );
  await handling.taken('sign', 'seal');
  const returned = await handling.taken('birth', 'forward');
  await handling.does(returned, 'officer', act('returnForForm'));
  await handling.does(returned, 'sealer', act('seal'));
  const recalled = await handling.taken('birth', 'forward');
  await handling.does(recalled, 'reviewer', act('recallOpinion'));
  const deleted = await handling.taken('sign', 'seal');
  await handling.taken('coop', 'seal');
  const before = [await linesOf(WEST), await linesOf(DEPARTMENT)];
  expect(before.map((lines) => lines.length)).toEqual([5, 1]);
  await store.write((tx) => tx.forgetContent([deleted]));
  await store.close();
  alter(file, 'drop table seal_line');
  alter(file, "delete from kysely_migration where name = '0011_seals'");
  alter(file, "update event set data = json_remove(data, '$.title') where type = 'sealed'");

  const upgraded = await openSqlite(file);
  const kept = before.map((lines) => lines.filter((one) => one.stream !== deleted));
  expect([await linesOf(WEST, upgraded), await linesOf(DEPARTMENT, upgraded)]).toEqual(kept);
  // Its number was given, and whoever reads the register sees that a line is missing.
  expect(await upgraded.read.numbersGiven(WEST)).toEqual([{ year: '2026', given: 4 }]);
  await upgraded.close();
});
