import { v7 } from 'uuid';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case, ToldLine } from '../../../src/domain/case.ts';
import { checklistOf } from '../../../src/domain/checklist.ts';
import { legalDateOf } from '../../../src/domain/time.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import type { Envelope } from '../../../src/protocol/command.ts';
import { allIn, completeGuide, SAMPLES } from '../../catalogue/samples.ts';
import { numberIn, receive, receivePayload, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand, type TestHand } from '../../support/signing.ts';

const ENROLLED = '2026-11-22T00:00:00.000Z';
const MONDAY = '2026-11-23T02:00:00.000Z';
const TUESDAY = '2026-11-24T02:00:00.000Z';
const THURSDAY = '2026-11-26T02:00:00.000Z';
const guide = completeGuide('1');
const { answers, parties } = SAMPLES['1'];
const [first, second] = checklistOf(guide, answers).filter((line) => line.state === 'asked');
if (!first || !second) throw new Error('guide 1 asks for nothing');
const PAPERS = [first.material, second.material];
const told = PAPERS.map(
  ({ id, name }): ToldLine => ({ material: id, name, what: '请补交', basis: '《样例条例》第一条' }),
);

let bench: RecordingBench;
// Devices without a line since they were enrolled: each act is one of a device that was not heard from meanwhile.
let west: TestHand;
let east: TestHand;
const clerkAt = (office: string) => bench.hand(office, ['clerk'], ENROLLED);

beforeAll(async () => {
  bench = await openRecording();
  bench.time = '2026-11-26T03:00:00.000Z';
});

// Whatever a deposit leaves on a case stands in its chain, signed for by whoever took the papers.
afterEach(async () => {
  expect(bench.failures).toEqual([]);
  expect(await verifyStore(bench.store)).toMatchObject({ faults: [] });
});

/** The hand is looked up when the commands are there. */
const sendFrom = (hand: () => TestHand, commands: readonly Envelope[]) => bench.send(hand(), commands);

const missing = Object.fromEntries(PAPERS.map(({ id }) => [id, { kind: 'missing' as const }]));
const received = async (): Promise<Envelope> => {
  west = await clerkAt(XIJI);
  return receive(west, MONDAY, {
    payload: {
      ...{ item: guide.item, guide: guide.id, guideVersion: guide.version, answers, parties },
      ...{ route: 'direct', marks: { ...allIn(guide, answers), ...missing } },
    },
  });
};
const correction = (of: Envelope): Promise<Envelope> =>
  signedCommand(west, {
    ...{ type: 'requireCorrection', stream: streamOf(of), at: MONDAY, version: 1 },
    payload: { catalogue: 1, lines: told, due: '2026-12-07' },
  });
const deposit = async (
  caseNumber: string,
  lines: readonly ToldLine[] = told,
  at = TUESDAY,
): Promise<Envelope> => {
  east = await clerkAt(SANGCUN);
  return signedCommand(east, {
    ...{ type: 'issueSlip', kind: 'slip', stream: v7(), at },
    payload: {
      ...{ catalogue: 1, kind: 'deposit', number: receivePayload(east, at).number, caseNumber, item: null },
      ...{ guide: null, guideVersion: null, answers: {}, lines, referTo: '', text: '' },
    },
  });
};
const supplement = async (of: Envelope, deposits: readonly string[]): Promise<Envelope> => {
  west = await clerkAt(XIJI);
  return signedCommand(west, {
    ...{ type: 'supplement', stream: streamOf(of), at: THURSDAY },
    payload: {
      ...{ catalogue: 1, deposits },
      marks: Object.fromEntries(PAPERS.map(({ id }) => [id, allIn(guide, answers)[id]])),
    },
  });
};
const standing = async (of: Envelope): Promise<Case> =>
  JSON.parse((await bench.store.read.caseIn(streamOf(of), [XIJI]))?.state ?? 'null') as Case;
const story = async (of: Envelope): Promise<string[]> =>
  (await bench.store.read.events(streamOf(of))).map((event) => event.type);
const RECORDED = { outcome: 'recorded' };

describe('papers that another hall took', () => {
  it('are seen by the hall that received the case, move it in its feed, and come in on their day', async () => {
    const opened = await received();
    expect(await sendFrom(() => west, [opened, await correction(opened)])).toMatchObject([
      RECORDED,
      RECORDED,
    ]);
    const before = await bench.store.read.feedEnd();
    const given = await deposit(numberIn(opened));
    expect(await sendFrom(() => east, [given])).toMatchObject([{ ...RECORDED, version: 1 }]);
    const there = await standing(opened);
    expect(there).toMatchObject({ status: 'correcting', flags: [], version: 3 });
    expect(there.deposits).toMatchObject([
      { office: SANGCUN, on: legalDateOf(TUESDAY), number: numberIn(given), by: east.person },
    ]);
    expect(await bench.store.read.feed(XIJI, before, 10)).toMatchObject([
      { id: streamOf(opened), version: 3 },
    ]);
    expect(await bench.store.read.caseIn(streamOf(opened), [SANGCUN])).toBeUndefined();
    expect(await sendFrom(() => west, [await supplement(opened, [numberIn(given)])])).toMatchObject([
      RECORDED,
    ]);
    expect(await standing(opened)).toMatchObject({ status: 'received', papersOn: legalDateOf(TUESDAY) });
  });

  it('are recorded once, however often the receipt arrives; a second receipt for the same is flagged', async () => {
    const opened = await received();
    await sendFrom(() => west, [opened, await correction(opened)]);
    const given = await deposit(numberIn(opened));
    expect(await sendFrom(() => east, [given, given])).toMatchObject([RECORDED, { outcome: 'duplicate' }]);
    expect((await standing(opened)).deposits).toHaveLength(1);
    const again = await deposit(numberIn(opened), told.slice(0, 1));
    expect(await sendFrom(() => east, [again])).toMatchObject([RECORDED]);
    const found = await standing(opened);
    expect(found.deposits).toHaveLength(2);
    expect(found.flags).toMatchObject([
      { code: 'deposit.twice', facts: { materials: [first.material.name] } },
    ]);
  });

  it('that nobody told, or for a case that waits for nothing, are recorded and flagged', async () => {
    const opened = await received();
    await sendFrom(() => west, [opened, await correction(opened)]);
    const stray: ToldLine = { material: 'lease', name: '租赁合同', what: '告知书第 3 项', basis: '' };
    await sendFrom(() => east, [await deposit(numberIn(opened), [stray])]);
    expect((await standing(opened)).flags).toMatchObject([
      { code: 'deposit.notTold', facts: { materials: ['租赁合同'] } },
    ]);
    const back = { catalogue: 1, text: '不办了' };
    west = await clerkAt(XIJI);
    const withdrawn = { type: 'withdraw', stream: streamOf(opened), at: TUESDAY, payload: back };
    await sendFrom(() => west, [await signedCommand(west, withdrawn)]);
    expect(await sendFrom(() => east, [await deposit(numberIn(opened))])).toMatchObject([RECORDED]);
    expect((await standing(opened)).flags.map((one) => one.code)).toContain('deposit.notAwaited');
    expect((await standing(opened)).status).toBe('withdrawn');
  });
});

describe('papers that come before the notice which told them', () => {
  it('wait under their number, flagged, and are on the case as soon as the notice is', async () => {
    const opened = await received();
    const given = await deposit(numberIn(opened));
    expect(await sendFrom(() => east, [given])).toMatchObject([{ ...RECORDED, version: 2 }]);
    expect(await story(given)).toEqual(['slipIssued', 'flagged']);
    await sendFrom(() => west, [opened]);
    expect((await standing(opened)).deposits).toBeUndefined();
    west = await clerkAt(XIJI);
    const notice = await correction(opened);
    expect(await sendFrom(() => west, [notice])).toMatchObject([{ ...RECORDED, version: 2 }]);
    expect(await story(opened)).toEqual(['received', 'correctionRequired', 'papersDeposited']);
    expect((await standing(opened)).deposits).toMatchObject([
      { on: legalDateOf(TUESDAY), number: numberIn(given), name: '测试人员' },
    ]);
    await sendFrom(() => west, [await supplement(opened, [numberIn(given)])]);
    expect(await standing(opened)).toMatchObject({ status: 'received', papersOn: legalDateOf(TUESDAY) });
  });

  it('find it also when both come in one group, in either order', async () => {
    for (const ahead of [true, false]) {
      const opened = await received();
      const [notice, given] = [await correction(opened), await deposit(numberIn(opened))];
      const ways = [() => sendFrom(() => east, [given]), () => sendFrom(() => west, [opened, notice])];
      await Promise.all((ahead ? ways : ways.reverse()).map((send) => send()));
      expect((await standing(opened)).deposits).toMatchObject([{ number: numberIn(given) }]);
      expect((await standing(opened)).flags).toEqual([]);
    }
  });

  it('for a number that no hall has given stay flagged with their receipt', async () => {
    const given = await deposit(receivePayload(west, MONDAY).number);
    expect(await sendFrom(() => east, [given])).toMatchObject([RECORDED]);
    expect(await story(given)).toEqual(['slipIssued', 'flagged']);
    const form = await deposit('370406102-nonsense');
    expect(await sendFrom(() => east, [form])).toMatchObject([
      { outcome: 'refused', code: 'deposit.caseNumber' },
    ]);
  });
});

describe('who verifies the records', () => {
  it('sees a deposit that no slip stands for', async () => {
    const opened = await received();
    await sendFrom(() => west, [opened, await correction(opened)]);
    await sendFrom(() => east, [await deposit(numberIn(opened))]);
    const id = streamOf(opened);
    const [, , event] = await bench.store.read.events(id);
    if (!event) throw new Error('no deposit');
    const { recordedCommands } = bench.store.read;
    const slip = (JSON.parse(event.header) as { command: string }).command;
    expect(await recordedCommands([slip])).toHaveLength(1);
    bench.store.read.recordedCommands = async (ids) =>
      (await recordedCommands(ids)).map((one) =>
        one.id === slip ? { ...one, payload: '{"number":"another"}', salt: one.salt } : one,
      );
    expect((await verifyStore(bench.store)).faults).toContain(`case ${id} event 3: command.payload`);
    bench.store.read.recordedCommands = recordedCommands;
  });
});
