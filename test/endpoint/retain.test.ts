import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDiskShelf } from '../../src/endpoint/files/diskShelf.ts';
import type { FileShelf } from '../../src/endpoint/files/shelf.ts';
import { forgetBefore, runRetain } from '../../src/endpoint/retain.ts';
import { runVerify, verifyStore } from '../../src/endpoint/verify.ts';
import { caseNumber, numberIn, receive, streamOf, withdraw, XIJI } from '../support/intake.ts';
import { openRecording, temporaryFile } from '../support/recording.ts';
import { alter, rowsOf } from '../support/rows.ts';
import { signedCommand } from '../support/signing.ts';

/** Whose case ends, and whose does not. */
const ENDED = { name: '钱秀英', idNumber: '370406197502020040', telephone: '13863200002' };
const OPEN = { name: '孙立新', idNumber: '370406198001010025', telephone: '13863200003' };
const words = (party: object): string[] => Object.values(party);
const parties = (one: typeof ENDED) => [
  { role: 'legalRepresentative', kind: 'person' as const, idKind: 'identityNumber' as const, ...one },
];

let shelf: FileShelf;
afterEach(() => vi.restoreAllMocks());

/** Two cases of a Monday, one of which was taken back; a refused receipt and a second content stand beside it. */
async function hall() {
  const file = temporaryFile();
  const bench = await openRecording(undefined, file);
  shelf = await openDiskShelf(join(dirname(file), 'files'));
  const at = bench.time;
  const hand = await bench.hand(XIJI, ['clerk'], at);
  const [ended, open] = [
    await receive(hand, at, { payload: { parties: parties(ENDED) } }),
    await receive(hand, at, { payload: { parties: parties(OPEN) } }),
  ];
  const stream = streamOf(ended);
  const refused = await receive(hand, at, { stream, payload: { parties: parties(ENDED) } });
  const reused = await receive(hand, at, { id: ended.id, payload: { parties: parties(ENDED) } });
  const back = await withdraw(hand, stream, at, { payload: { catalogue: 1, text: '钱秀英要求撤回' } });
  const outcomes = await bench.send(hand, [ended, open, refused, reused, back]);
  expect(outcomes.map((one) => one.outcome)).toEqual([
    ...['recorded', 'recorded', 'refused', 'refused', 'recorded'],
  ]);
  return { file, bench, hand, at, ended, open, stream };
}

const everything = (file: string): string => JSON.stringify(rowsOf(file));

describe('the rule of retention', () => {
  it('deletes what ended cases say of people; who acted when stays, and every chain verifies', async () => {
    const { file, bench, stream, ended } = await hall();
    for (const word of words(ENDED)) expect(everything(file)).toContain(word);
    expect(rowsOf(file).kept).toHaveLength(1);
    expect(await forgetBefore(bench.store, shelf, '2026-11-24')).toEqual({
      cases: 1,
      others: 0,
      files: 0,
      said: 0,
    });
    expect(rowsOf(file).kept).toEqual([]);
    for (const word of words(ENDED)) expect(everything(file)).not.toContain(word);
    for (const word of words(OPEN)) expect(everything(file)).toContain(word);
    const events = await bench.store.read.events(stream);
    expect(events.map(({ type, data, salt }) => [type, data, salt])).toEqual([
      ['received', null, null],
      ['withdrawn', null, null],
    ]);
    const command = rowsOf(file).command?.find((row) => row.id === ended.id);
    expect(command).toMatchObject({ payload: null, salt: null, header: expect.any(String) });
    expect(await verifyStore(bench.store)).toMatchObject({ faults: [] });
    expect(await forgetBefore(bench.store, shelf, '2026-11-24')).toEqual({
      cases: 0,
      others: 0,
      files: 0,
      said: 0,
    });
  });

  it('deletes what people said before the day, unless it waits for a supervisor', async () => {
    const { file, bench, stream } = await hall();
    const said = { caseId: stream, channel: 'web' as const, telephone: null };
    await bench.store.write(async (tx) => {
      for (const [sequence, at] of ['2026-11-23T15:59:00.000Z', '2026-11-23T16:01:00.000Z'].entries())
        await tx.addEvaluation({ ...said, sequence, level: 'fair', words: `${ENDED.name} ${sequence}`, at });
    });
    expect((await forgetBefore(bench.store, shelf, '2026-11-24')).said).toBe(1);
    expect(rowsOf(file).evaluation?.map((row) => row.words)).toEqual([null, `${ENDED.name} 1`]);
  });

  it('keeps what ended on the day or later', async () => {
    const { file, bench } = await hall();
    const before = everything(file);
    expect(await forgetBefore(bench.store, shelf, '2026-11-23')).toEqual({
      cases: 0,
      others: 0,
      files: 0,
      said: 0,
    });
    expect(everything(file)).toBe(before);
  });

  it('the case is gone from every feed and search, and its number stays taken', async () => {
    const { bench, hand, at, ended, open, stream } = await hall();
    const { position = 0 } = (await bench.store.read.feed('all', 0, 10)).at(-1) ?? {};
    const number = (await bench.store.read.caseIn(stream, ['all']))?.state.match(/"number":"([^"]+)"/)?.[1];
    await forgetBefore(bench.store, shelf, '2026-11-24');
    expect(await bench.store.read.feed(XIJI, position, 10)).toMatchObject([
      { id: stream, gone: true, state: null },
    ]);
    expect(await bench.store.read.caseIn(stream, ['all'])).toBeUndefined();
    expect(await bench.store.read.caseIn(streamOf(open), ['all'])).toBeDefined();
    const copied = await receive(hand, at, { payload: { number: number ?? '' } });
    expect(await bench.send(hand, [copied])).toMatchObject([{ code: 'case.numberTaken' }]);
    expect(await bench.send(hand, [ended])).toMatchObject([{ outcome: 'duplicate', first: 'recorded' }]);
  });

  it('reaches slips, papers that never became a case, and what comes for a case whose content is gone', async () => {
    const { file, bench, hand, at, ended, stream } = await hall();
    await forgetBefore(bench.store, shelf, '2026-11-24');
    const number = numberIn(ended);
    const papers = [
      await receive(hand, at, { payload: { number, parties: parties(ENDED) } }),
      await signedCommand(hand, {
        ...{ type: 'issueSlip', kind: 'slip' as const, stream: v7(), at },
        payload: {
          ...{ catalogue: 1, kind: 'firstInquiry', number: caseNumber(hand, at), item: null, answers: {} },
          ...{ guide: null, guideVersion: null, lines: [], referTo: '区社保中心', text: '钱秀英来问' },
        },
      }),
      await withdraw(hand, stream, at, { payload: { catalogue: 1, text: '钱秀英又来' } }),
      await receive(hand, at, { id: ended.id, payload: { parties: parties(ENDED) } }),
    ];
    const outcomes = await bench.send(hand, papers);
    expect(outcomes.map((one) => one.outcome)).toEqual(['refused', 'recorded', 'refused', 'refused']);
    expect(everything(file)).toContain('钱秀英');
    expect(await forgetBefore(bench.store, shelf, '2026-11-23')).toEqual({
      cases: 0,
      others: 0,
      files: 0,
      said: 0,
    });
    expect(await forgetBefore(bench.store, shelf, '2026-11-24')).toEqual({
      cases: 0,
      others: 3,
      files: 0,
      said: 0,
    });
    for (const word of words(ENDED)) expect(everything(file)).not.toContain(word);
    for (const word of words(OPEN)) expect(everything(file)).toContain(word);
    expect(rowsOf(file).kept).toEqual([]);
    expect(await verifyStore(bench.store)).toMatchObject({ faults: [] });
    expect(await bench.send(hand, papers)).toMatchObject([
      ...[
        { outcome: 'duplicate', first: 'refused' },
        { outcome: 'duplicate', first: 'recorded' },
      ],
      ...[{ outcome: 'duplicate', first: 'refused' }, { code: 'command.idReused' }],
    ]);
  });

  it('leaves nothing of it in the files of the store either, also while an endpoint has them open', async () => {
    const { file } = await hall();
    vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await runRetain([dirname(file), '--ended-before', '2026-11-24'])).toBe(0);
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    for (const word of words(ENDED)) expect(bytes.includes(word), word).toBe(false);
    // That a word would be found, were it there.
    for (const word of words(OPEN)) expect(bytes.includes(word), word).toBe(true);
  });

  it('is a program that says how it is used, and touches nothing when it is used otherwise', async () => {
    const { file, bench } = await hall();
    await bench.store.close();
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const folder = dirname(file);
    for (const args of [
      [],
      [folder],
      [folder, '--ended-before'],
      [folder, '--ended-before', '2026-02-30'],
      [folder, '--ended-before', '2026-11-24', 'more'],
      [join(folder, 'nowhere'), '--ended-before', '2026-11-24'],
    ])
      expect(await runRetain(args)).toBe(2);
    expect(told).toHaveBeenCalledTimes(6);
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/^usage: .*--ended-before YYYY-MM-DD$/));
    for (const word of words(ENDED)) expect(everything(file)).toContain(word);
  });
});

describe('the verifier, after content was deleted', () => {
  it('passes, and names the first broken link when one row was altered', async () => {
    const { file, bench, stream } = await hall();
    await forgetBefore(bench.store, shelf, '2026-11-24');
    await bench.store.close();
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await runVerify([dirname(file)])).toBe(0);
    expect(said).toHaveBeenLastCalledWith('2 streams and 0 files read, 0 faults');
    alter(
      file,
      `update event set header = replace(header, '"office":"${XIJI}"', '"office":"370406103"')
       where stream = '${stream}' and version = 1`,
    );
    expect(await runVerify([dirname(file)])).toBe(1);
    expect(told.mock.calls[0]).toEqual([`the first broken link: case ${stream} event 1: header`]);
  });
});
