import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { receive, receivePayload, streamOf, withdraw, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand } from '../../support/signing.ts';

const AT = '2026-11-23T02:00:00.000Z';
let bench: RecordingBench;

beforeAll(async () => {
  bench = await openRecording();
});

const clerk = () => bench.hand(XIJI, ['clerk'], '2026-11-23T00:00:00.000Z');
const stateOf = async (stream: string): Promise<Case> =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;

describe('what is put aside', () => {
  it('is never what stands recorded', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    const payload = { catalogue: 1, command: received.id, code: 'power.role', reason: '误收' };
    const aside = await signedCommand(hand, {
      type: 'setAside',
      stream: streamOf(received),
      at: AT,
      payload,
    });
    expect(await bench.send(hand, [received, aside])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'refused', code: 'setAside.recorded', facts: { command: received.id } },
    ]);
  });
});

describe('the day of a mended receipt', () => {
  const LATER = '2026-11-26T02:00:00.000Z';
  const numberOn = (hand: Awaited<ReturnType<typeof clerk>>, at: string) => receivePayload(hand, at).number;
  const mend = async (first: { at: string; type?: 'withdraw' }, printed: string, rounds = 1) => {
    const hand = await clerk();
    const number = numberOn(hand, printed);
    const stream = v7();
    const wrong =
      first.type === 'withdraw'
        ? await withdraw(hand, stream, first.at)
        : await receive(hand, first.at, { stream, payload: { number, route: 'district' } });
    const time = bench.time;
    await bench.send(hand, [wrong]);
    bench.time = LATER;
    let replaces = wrong.id;
    for (let round = 1; round < rounds; round += 1) {
      const again = await receive(hand, LATER, { stream, replaces, payload: { number, route: 'district' } });
      await bench.send(hand, [again]);
      replaces = again.id;
    }
    await bench.send(hand, [await receive(hand, LATER, { stream, replaces, payload: { number } })]);
    bench.time = time;
    const { receivedOn, flags } = await stateOf(stream);
    return [receivedOn, flags.map((flag) => flag.code)];
  };

  it('is the printed one, where the receipt that was refused bears it out', async () => {
    expect(await mend({ at: AT }, AT)).toEqual(['2026-11-23', []]);
    expect(await mend({ at: AT }, AT, 3)).toEqual(['2026-11-23', []]);
  });

  it('is never before the refused receipt, nor borne out by any other command', async () => {
    const doubtful = ['2026-11-26', ['time.unsettled']];
    expect(await mend({ at: AT }, '2026-11-02T02:00:00.000Z')).toEqual(doubtful);
    expect(await mend({ at: AT, type: 'withdraw' }, AT)).toEqual(doubtful);
  });
});
