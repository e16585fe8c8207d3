import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';
import { accept, numberIn, receive, SANGCUN, streamOf, withdraw, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand } from '../../support/signing.ts';

const AT = '2026-11-23T02:00:00.000Z';
const BEFORE = '2026-11-23T00:00:00.000Z';
let bench: RecordingBench;

beforeAll(async () => {
  bench = await openRecording();
});

const clerk = (office = XIJI) => bench.hand(office, ['clerk'], BEFORE);
const stateOf = async (stream: string): Promise<Case> =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;

describe('a command is recorded once', () => {
  it('and the same content again gets the first answer again', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    expect(await bench.send(hand, [received])).toEqual([
      { id: received.id, outcome: 'recorded', version: 1 },
    ]);
    expect(await bench.send(hand, [received])).toEqual([
      { id: received.id, outcome: 'duplicate', first: 'recorded', version: 1 },
    ]);
  });

  it('also when both copies arrive in one batch, or at the same moment from two devices', async () => {
    const [hand, carrier] = [await clerk(), await clerk()];
    const received = await receive(hand, AT);
    const [first, second] = await Promise.all([
      bench.send(hand, [received, received]),
      bench.send(carrier, [received]),
    ]);
    const outcomes = [...(first ?? []), ...(second ?? [])].map((one) => one.outcome).sort();
    expect(outcomes).toEqual(['duplicate', 'duplicate', 'recorded']);
    expect(await bench.store.read.events(streamOf(received))).toHaveLength(1);
  });

  it('other content under the same id is refused and kept for a person', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    await bench.send(hand, [received]);
    const other = await receive(hand, AT, { id: received.id });
    const [outcome] = await bench.send(hand, [other]);
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'command.idReused' });
    expect(await bench.send(hand, [received])).toMatchObject([{ outcome: 'duplicate', first: 'recorded' }]);
  });

  it('a refusal by rule is final for its id', async () => {
    const hand = await clerk();
    const refused = await withdraw(hand, v7(), AT);
    expect(await bench.send(hand, [refused])).toMatchObject([{ outcome: 'refused', code: 'case.unknown' }]);
    expect(await bench.send(hand, [refused])).toMatchObject([
      { outcome: 'duplicate', first: 'refused', code: 'case.unknown' },
    ]);
  });
});

describe('what comes after', () => {
  it('a command waits for the one that it comes after, and is recorded when that has come', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    const accepted = await accept(hand, received, AT);
    expect(await bench.send(hand, [accepted])).toMatchObject([{ outcome: 'retry', code: 'after.unknown' }]);
    expect(await bench.send(hand, [received, accepted])).toMatchObject([
      { outcome: 'recorded', version: 1 },
      { outcome: 'recorded', version: 2 },
    ]);
  });

  it('what follows a refused command waits until a replacement stands in its place', async () => {
    const hand = await clerk();
    const wrong = await receive(hand, AT, { payload: { route: 'district' } });
    const accepted = await accept(hand, wrong, AT);
    expect(await bench.send(hand, [wrong, accepted])).toMatchObject([
      { outcome: 'refused', code: 'case.routeWrong' },
      { outcome: 'retry', code: 'after.refused' },
    ]);
    const mended = await receive(hand, bench.time, { stream: streamOf(wrong), replaces: wrong.id });
    expect(await bench.send(hand, [mended, accepted])).toMatchObject([
      { outcome: 'recorded', version: 1 },
      { outcome: 'recorded', version: 2 },
    ]);
  });

  it('a replacement may itself be replaced; what followed the first follows the last', async () => {
    const hand = await clerk();
    const wrong = await receive(hand, AT, { payload: { route: 'district' } });
    const accepted = await accept(hand, wrong, AT);
    const stream = streamOf(wrong);
    const stillWrong = await receive(hand, AT, { stream, replaces: wrong.id, payload: { code: 'no' } });
    const right = await receive(hand, AT, { stream, replaces: stillWrong.id });
    expect(await bench.send(hand, [wrong, stillWrong, right, accepted])).toMatchObject([
      { code: 'case.routeWrong' },
      { code: 'case.codeInvalid' },
      { outcome: 'recorded' },
      { outcome: 'recorded', version: 2 },
    ]);
  });

  it('forged content is not final: what follows it waits, and its replacement is taken', async () => {
    const [hand, other] = [await clerk(), await clerk()];
    const forged = await receive(hand, AT, { signer: other.personKey });
    const accepted = await accept(hand, forged, AT);
    expect(await bench.send(hand, [forged, accepted])).toMatchObject([
      { outcome: 'refused', code: 'signature.invalid' },
      { outcome: 'retry', code: 'after.refused' },
    ]);
    const mended = await receive(hand, AT, { stream: streamOf(forged), replaces: forged.id });
    expect(await bench.send(hand, [mended, accepted])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'recorded' },
    ]);
    const late = await signedCommand(hand, {
      ...{ type: 'withdraw', stream: streamOf(forged), at: AT, id: forged.id },
      payload: { catalogue: 1, text: '' },
    });
    expect(await bench.send(hand, [late])).toMatchObject([{ outcome: 'refused', code: 'command.replaced' }]);
  });

  it('only a refused command of the same case can be replaced', async () => {
    const hand = await clerk();
    const received = await receive(hand, AT);
    const wrong = await receive(hand, AT, { payload: { route: 'district' } });
    await bench.send(hand, [received, wrong]);
    const onRecorded = await withdraw(hand, streamOf(received), AT, { replaces: received.id });
    const onUnknown = await withdraw(hand, streamOf(received), AT, { replaces: v7() });
    const elsewhere = await receive(hand, AT, { replaces: wrong.id });
    expect(await bench.send(hand, [onRecorded, onUnknown, elsewhere])).toMatchObject([
      { outcome: 'refused', code: 'replaces.notRefused' },
      { outcome: 'refused', code: 'replaces.notRefused' },
      { outcome: 'refused', code: 'replaces.otherStream' },
    ]);
  });

  it('a replacement keeps its number, whichever hall now sends it', async () => {
    const [wrongHall, hall] = [await clerk(), await clerk(SANGCUN)];
    const wrong = await receive(wrongHall, AT, { payload: { route: 'district' } });
    await bench.send(wrongHall, [wrong]);
    const number = numberIn(wrong);
    const stream = streamOf(wrong);
    const mended = await receive(hall, AT, { stream, replaces: wrong.id, payload: { number } });
    expect(await bench.send(hall, [mended])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await stateOf(stream)).toMatchObject({ number, hall: SANGCUN });
  });

  it('what follows a command that was put aside is judged instead of waiting for ever', async () => {
    const hand = await clerk();
    const wrong = await receive(hand, AT, { payload: { route: 'district' } });
    const accepted = await accept(hand, wrong, AT);
    const payload = { catalogue: 1, command: wrong.id, code: 'case.routeWrong', reason: '申请人改到区里办' };
    const aside = await signedCommand(hand, { type: 'setAside', stream: streamOf(wrong), at: AT, payload });
    expect(await bench.send(hand, [wrong, aside, accepted])).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'recorded', version: 1 },
      { outcome: 'refused', code: 'case.unknown' },
    ]);
  });
});

describe('one batch', () => {
  it('is answered command by command; a broken one takes nobody with it', async () => {
    const hand = await clerk();
    const [good, wrong] = [await receive(hand, AT), await receive(hand, AT, { payload: { code: 'no' } })];
    const outcomes = await bench.send(hand, [{ nonsense: true }, good, wrong, null, await receive(hand, AT)]);
    expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'command.malformed',
      'recorded',
      'case.codeInvalid',
      'command.malformed',
      'recorded',
    ]);
  });

  it('a command that the store does not take is to be sent again, and its neighbours stand', async () => {
    let poisoned = '';
    const poison = (store: Store): Store => ({
      ...store,
      write: (work) =>
        store.write((tx) =>
          work({
            ...tx,
            record: async (all) => {
              await tx.record(all);
              if (all.some(({ command }) => command.id === poisoned)) throw new Error('disk');
            },
          }),
        ),
    });
    const faulty = await openRecording(poison);
    const hand = await faulty.hand(XIJI, ['clerk'], BEFORE);
    const [first, second, third] = [
      await receive(hand, AT),
      await receive(hand, AT),
      await receive(hand, AT),
    ];
    const follower = await accept(hand, second, AT);
    poisoned = second.id;
    expect(await faulty.send(hand, [first, second, follower, third])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'retry', code: 'store.busy' },
      { outcome: 'retry', code: 'after.unknown' },
      { outcome: 'recorded' },
    ]);
    expect(await faulty.store.read.events(streamOf(second))).toEqual([]);
    poisoned = '';
    const again = await faulty.send(hand, [first, second, follower, third]);
    expect(again.map((one) => one.outcome)).toEqual(['duplicate', 'recorded', 'recorded', 'duplicate']);
  });

  it('is recorded at the second attempt when the first fails for a moment, each command once', async () => {
    let busy = 0;
    const faltering = (store: Store): Store => ({
      ...store,
      write: (work) =>
        store.write(async (tx) => {
          const result = await work(tx);
          busy -= 1;
          if (busy === 0) throw new Error('busy');
          return result;
        }),
    });
    const faulty = await openRecording(faltering);
    const hand = await faulty.hand(XIJI, ['clerk'], BEFORE);
    const [received, wrong] = [await receive(hand, AT), await receive(hand, AT, { payload: { code: 'no' } })];
    const accepted = await accept(hand, received, AT);
    busy = 1;
    expect(await faulty.send(hand, [received, wrong, accepted])).toMatchObject([
      { outcome: 'recorded', version: 1 },
      { outcome: 'refused', code: 'case.codeInvalid' },
      { outcome: 'recorded', version: 2 },
    ]);
    expect(await faulty.store.read.events(streamOf(received))).toHaveLength(2);
    expect(faulty.failures).toEqual([]);
  });

  it('a commit that fails answers retry to everybody, and nothing is stored', async () => {
    let broken = false;
    const breaking = (store: Store): Store => ({
      ...store,
      write: (work) =>
        store.write(async (tx) => {
          const result = await work(tx);
          if (broken) throw new Error('no space left');
          return result;
        }),
    });
    const faulty = await openRecording(breaking);
    const hand = await faulty.hand(XIJI, ['clerk'], BEFORE);
    const received = await receive(hand, AT);
    broken = true;
    const refused = { outcome: 'retry', code: 'store.busy' };
    expect(await faulty.send(hand, [received, await receive(hand, AT)])).toMatchObject([refused, refused]);
    expect(await faulty.store.read.events(streamOf(received))).toEqual([]);
    broken = false;
    expect(await faulty.send(hand, [received])).toMatchObject([{ outcome: 'recorded', version: 1 }]);
  });

  it('requests of one moment share one transaction', async () => {
    let writes = 0;
    const counting = (store: Store): Store => ({
      ...store,
      write: (work) => {
        writes += 1;
        return store.write(work);
      },
    });
    const counted = await openRecording(counting);
    const hands = await Promise.all(Array.from({ length: 10 }, () => counted.hand(XIJI, ['clerk'], BEFORE)));
    const batches = await Promise.all(hands.map(async (hand) => ({ hand, one: await receive(hand, AT) })));
    const outcomes = await Promise.all(batches.map(({ hand, one }) => counted.send(hand, [one])));
    expect(outcomes.flat().map((one) => one.outcome)).toEqual(Array(10).fill('recorded'));
    expect(writes).toBeLessThanOrEqual(3);
  });

  it('when too many wait, the rest is told to come again', async () => {
    const hand = await clerk();
    const batch = Array.from({ length: 100 }, () => null);
    const answers = await Promise.all(Array.from({ length: 110 }, () => bench.send(hand, batch)));
    const codes = new Set(answers.flat().map((one) => one.code));
    expect(codes).toEqual(new Set(['command.malformed', 'store.busy']));
  });
});
