import { DatabaseSync } from '@photostructure/sqlite';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { addMs } from '../../../src/domain/time.ts';
import {
  accept,
  DISTRICT,
  receive,
  receivePayload,
  SANGCUN,
  streamOf,
  withdraw,
  XIJI,
} from '../../support/intake.ts';
import { openRecording, type RecordingBench, temporaryFile } from '../../support/recording.ts';
import { signedCommand, type TestHand } from '../../support/signing.ts';

const ENROLLED = '2026-11-23T00:00:00.000Z';
const ACT = '2026-11-23T02:00:00.000Z';
const ARRIVAL = '2026-11-23T03:00:00.000Z';
let bench: RecordingBench;

const file = temporaryFile();

beforeAll(async () => {
  bench = await openRecording(undefined, file);
});
beforeEach(() => {
  bench.time = ARRIVAL;
});

function settledAt(id: string): unknown {
  const db = new DatabaseSync(file);
  const row = db.prepare('select settled_at from quarantine where id = ?').get(id);
  db.close();
  return (row as { settled_at: unknown } | undefined)?.settled_at;
}

const stateOf = async (stream: string): Promise<Case> =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;
const flagsOf = async (stream: string): Promise<string[]> =>
  (await stateOf(stream)).flags.map((flag) => flag.code);

describe('legal time', () => {
  it('an act counts when it was done, not when it arrived', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const received = await receive(hand, ACT);
    bench.time = '2026-11-26T03:00:00.000Z';
    await bench.send(hand, [received]);
    expect(await stateOf(streamOf(received))).toMatchObject({ receivedOn: '2026-11-23', flags: [] });
    const [event] = await bench.store.read.events(streamOf(received));
    expect(JSON.parse(event?.header ?? '')).toMatchObject({ at: ACT, legalAt: ACT, recordedAt: bench.time });
  });

  it.each([
    ['before the device was enrolled', '2026-11-20T02:00:00.000Z', '2026-11-23'],
    ['after it arrived', '2026-11-25T02:00:00.000Z', '2026-11-23'],
  ])('an act that claims to be done %s is recorded at the nearer bound, and flagged', async (_, at, on) => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const received = await receive(hand, at);
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'recorded', version: 2 }]);
    expect(await stateOf(streamOf(received))).toMatchObject({ receivedOn: on, version: 2 });
    expect(await flagsOf(streamOf(received))).toEqual(['time.unsettled']);
  });

  it('what was made before a contact may be older than it; what was made after may not', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const early = await receive(hand, ACT);
    // The device is heard from with one command made, which has not come along.
    await bench.send(hand, []);
    bench.time = addMs(ARRIVAL, 3_600_000);
    const late = await receive(hand, ACT);
    await bench.send(hand, [early, late]);
    expect(await flagsOf(streamOf(early))).toEqual([]);
    expect(await flagsOf(streamOf(late))).toEqual(['time.unsettled']);
  });
});

describe('a contact', () => {
  const submit = (hand: TestHand, made: number, sentAt: string) =>
    bench.recorder.submit({
      ...{ device: hand.device, revoked: false, made, commands: [] },
      ...{ sentAt, arrival: bench.time },
    });

  it('is dated by the sending: a batch that comes late makes no honest act look too early', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    await submit(hand, 0, '2026-11-23T01:00:00.000Z');
    const received = await receive(hand, ACT);
    await bench.send(hand, [received]);
    expect(await flagsOf(streamOf(received))).toEqual([]);
  });

  it('that is replayed moves the bound neither way', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    await submit(hand, 0, ARRIVAL);
    await submit(hand, 0, '2026-11-23T01:00:00.000Z');
    const received = await receive(hand, ACT);
    await bench.send(hand, [received]);
    expect(await flagsOf(streamOf(received))).toEqual(['time.unsettled']);
    await submit(hand, 0, '2026-11-24T01:00:00.000Z');
    const soon = await receive(hand, ARRIVAL);
    await bench.send(hand, [soon]);
    expect(await flagsOf(streamOf(soon))).toEqual([]);
  });
});

describe('the powers of that moment', () => {
  async function endPosts(hand: TestHand, at: string): Promise<void> {
    await bench.store.write((tx) => tx.endPosts(hand.person, at));
  }

  it('an act done while the post was held is recorded after it has ended', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const received = await receive(hand, ACT);
    await endPosts(hand, '2026-11-23T02:30:00.000Z');
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'recorded' }]);
  });

  it('an act done after the post ended is refused', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    await endPosts(hand, '2026-11-23T01:00:00.000Z');
    const received = await receive(hand, ACT);
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'refused', code: 'power.role' }]);
  });

  it('a post in another hall gives no power here', async () => {
    const [hand, neighbour] = [
      await bench.hand(XIJI, ['clerk'], ENROLLED),
      await bench.hand(SANGCUN, ['clerk'], ENROLLED),
    ];
    const received = await receive(hand, ACT);
    await bench.send(hand, [received]);
    const elsewhere = await accept(neighbour, received, ACT);
    const usurped = await signedCommand(neighbour, {
      ...{ type: 'receive', stream: v7(), at: ACT, header: { office: XIJI } },
      payload: receivePayload({ ...hand, made: neighbour.made }, ACT),
    });
    expect(await bench.send(neighbour, [elsewhere, usurped])).toMatchObject([
      { outcome: 'refused', code: 'power.office' },
      { outcome: 'refused', code: 'power.role' },
    ]);
  });

  it('a hall that was never given the item is refused, and the district hall may always', async () => {
    const town = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const district = await bench.hand(DISTRICT, ['clerk'], ENROLLED);
    const before = bench.catalogue;
    const items = before.items.map((item) =>
      item.id === '10'
        ? { ...item, delegations: item.delegations.filter((one) => one.office !== XIJI) }
        : item,
    );
    bench.catalogue = { ...before, version: before.version + 1, items };
    const outcomes = [
      ...(await bench.send(town, [await receive(town, ACT)])),
      ...(await bench.send(district, [await receive(district, ACT)])),
    ];
    bench.catalogue = before;
    expect(outcomes.map(({ code, outcome }) => code ?? outcome)).toEqual(['power.notDelegated', 'recorded']);
  });
});

describe('what has changed meanwhile', () => {
  it('an item suspended while the device was away: recorded and flagged', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const received = await receive(hand, ACT);
    bench.deps.rules();
    const before = bench.catalogue;
    const stop = {
      state: 'suspended',
      from: '2026-11-01',
      basis: '上级通知',
      confirmation: 'confirmed',
    } as const;
    const items = before.items.map((item) =>
      item.id === '10' ? { ...item, status: [...item.status, stop] } : item,
    );
    bench.catalogue = { ...before, version: before.version + 1, items };
    const outcomes = await bench.send(hand, [received]);
    bench.catalogue = before;
    expect(outcomes).toMatchObject([{ outcome: 'recorded' }]);
    expect(await flagsOf(streamOf(received))).toEqual(['item.notInForce']);
  });
});

describe('quarantine', () => {
  it('what a disabled person sends is kept whole, and recorded once when the account is enabled again', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const received = await receive(hand, ACT);
    await bench.store.write((tx) => tx.setDisabled(hand.person, ACT));
    const told = { outcome: 'quarantined', code: 'person.disabled' };
    const accepted = await accept(hand, received, ACT);
    expect(await bench.send(hand, [received])).toMatchObject([told]);
    expect(await bench.send(hand, [received, accepted])).toMatchObject([
      { outcome: 'duplicate', first: 'quarantined', code: 'person.disabled' },
      told,
    ]);
    expect(await bench.store.read.events(streamOf(received))).toEqual([]);
    await bench.store.write((tx) => tx.setDisabled(hand.person, null));
    expect(await bench.send(hand, [received, accepted])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'recorded' },
    ]);
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'duplicate', first: 'recorded' }]);
    expect(await bench.store.read.events(streamOf(received))).toHaveLength(2);
    expect(settledAt(received.id)).toBe(bench.time);
  });

  it('so is what a revoked device sends, and what another device carries for it', async () => {
    const [hand, carrier] = [
      await bench.hand(XIJI, ['clerk'], ENROLLED),
      await bench.hand(XIJI, ['clerk'], ENROLLED),
    ];
    const [own, carried] = [await receive(hand, ACT), await receive(hand, ACT)];
    await bench.store.write((tx) => tx.revokeDevice(hand.device, ACT));
    const told = { outcome: 'quarantined', code: 'device.revoked' };
    expect(await bench.send(hand, [own])).toMatchObject([told]);
    expect(await bench.send(carrier, [carried])).toMatchObject([told]);
  });

  it('a device carries what another has made', async () => {
    const [hand, carrier] = [
      await bench.hand(XIJI, ['clerk'], ENROLLED),
      await bench.hand(SANGCUN, ['clerk'], ENROLLED),
    ];
    const received = await receive(hand, ACT);
    expect(await bench.send(carrier, [received])).toMatchObject([{ outcome: 'recorded' }]);
  });
});

describe('slips', () => {
  const slip = async (hand: TestHand, more: Record<string, unknown> = {}) =>
    signedCommand(hand, {
      ...{ type: 'issueSlip', kind: 'slip' as const, stream: v7(), at: ACT },
      payload: {
        ...{ catalogue: 1, kind: 'firstInquiry', number: receivePayload(hand, ACT).number, item: null },
        ...{
          guide: null,
          guideVersion: null,
          answers: {},
          lines: [],
          referTo: '区社保中心',
          text: '',
          ...more,
        },
      },
    });

  it('an inquiry that ends in paper is recorded, and stands in no feed of cases', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const given = await slip(hand);
    expect(await bench.send(hand, [given, given])).toMatchObject([
      { outcome: 'recorded', version: 1 },
      { outcome: 'duplicate' },
    ]);
    expect(await bench.store.read.caseIn(streamOf(given), ['all'])).toBeUndefined();
    const unsent = await slip(hand, { referTo: '' });
    expect(await bench.send(hand, [unsent])).toMatchObject([{ code: 'slip.referralMissing' }]);
  });

  it('a slip command on a case, and a case command on a slip, do not match', async () => {
    const hand = await bench.hand(XIJI, ['clerk'], ENROLLED);
    const crossed = await withdraw(hand, v7(), ACT, { kind: 'slip' });
    expect(await bench.send(hand, [crossed])).toMatchObject([{ code: 'command.streamMismatch' }]);
  });
});
