import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_STREAM } from '../../../src/endpoint/access/accessChain.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import type { Envelope } from '../../../src/protocol/command.ts';
import { DISTRICT, receive, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { type CommandParts, signedCommand, type TestHand } from '../../support/signing.ts';

let bench: RecordingBench;
let hand: TestHand;
let at: string;
beforeAll(async () => {
  bench = await openRecording();
  at = bench.time;
  hand = await bench.hand(XIJI, ['clerk'], at);
});

const act = (parts: Partial<CommandParts> = {}, by = hand): Promise<Envelope> =>
  signedCommand(by, {
    ...{ type: 'reveal', kind: 'access', stream: v7(), at },
    payload: { catalogue: 1, case: v7(), party: 0, what: 'identityNumber' },
    ...parts,
  });

describe('what somebody does with the data on a device is recorded', () => {
  it('the asking to see a number, and a handing over of drafts, each in a stream of its own that verifies', async () => {
    const received = await receive(hand, at);
    const payload = { catalogue: 1, case: streamOf(received), party: 0, what: 'telephone' };
    const revealed = await act({ payload });
    const handedOver = await act({ type: 'handOver', payload: { catalogue: 1, to: v7(), drafts: [v7()] } });
    const outcomes = await bench.send(hand, [received, revealed, handedOver]);
    expect(outcomes.map(({ outcome, version }) => [outcome, version])).toEqual(
      Array(3).fill(['recorded', 1]),
    );
    const [event] = await bench.store.read.events(streamOf(revealed));
    expect([event?.type, JSON.parse(event?.data ?? '')]).toEqual(['revealed', payload]);
    expect((await bench.store.read.events(streamOf(handedOver)))[0]?.type).toBe('handedOver');
    expect((await bench.store.read.feed('all', 0, 10)).map((row) => row.id)).toEqual([streamOf(received)]);
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });

  it('once: a second act cannot stand in the stream of the first', async () => {
    const first = await act();
    const second = await act({ stream: streamOf(first) });
    expect(await bench.send(hand, [first, second])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'refused', code: 'access.alreadyRecorded' },
    ]);
  });

  it('only of those who may read there', async () => {
    const admin = await bench.hand(DISTRICT, ['admin', 'editor'], at);
    expect(await bench.send(admin, [await act({}, admin)])).toMatchObject([
      { outcome: 'refused', code: 'power.role' },
    ]);
  });

  it('never in the stream of who may do what, nor in a case’s', async () => {
    const received = await receive(hand, at);
    await bench.send(hand, [received]);
    const misplaced = [
      await act({ stream: ACCESS_STREAM }),
      await act({ kind: 'case' }),
      await act({ stream: streamOf(received) }),
    ];
    for (const outcome of await bench.send(hand, misplaced))
      expect(outcome).toMatchObject({ outcome: 'refused', code: 'command.streamMismatch' });
    expect(await bench.store.read.events(ACCESS_STREAM)).toEqual([]);
    expect(await bench.store.read.events(streamOf(received))).toHaveLength(1);
  });
});
