import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { CODE, numberIn, receive, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';

const AT = '2026-11-23T02:00:00.000Z';
const BEFORE = '2026-11-23T00:00:00.000Z';
let bench: RecordingBench;

beforeAll(async () => {
  bench = await openRecording();
});

const clerk = (office = XIJI) => bench.hand(office, ['clerk'], BEFORE);
const stateOf = async (stream: string): Promise<Case> =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;

describe('numbers', () => {
  it('a number stands for one case only', async () => {
    const [hand, other] = [await clerk(), await clerk()];
    const received = await receive(hand, AT);
    const number = numberIn(received);
    const copied = await receive(other, AT, { payload: { number } });
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await bench.send(other, [copied])).toMatchObject([
      { outcome: 'refused', code: 'case.numberTaken' },
    ]);
    expect((await bench.store.read.caseByNumber(number.replaceAll('-', '')))?.id).toBe(streamOf(received));
  });

  it('the case keeps the code of its receipt', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    await bench.send(hand, [received]);
    expect((await stateOf(streamOf(received))).code).toBe(CODE);
  });
});
