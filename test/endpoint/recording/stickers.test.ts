import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { parseStickerNumber, type Sticker } from '../../../src/domain/sticker.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { numberIn, receive, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import type { TestHand } from '../../support/signing.ts';
import { stickerAt } from '../../support/stickers.ts';

const AT = '2026-11-23T02:00:00.000Z';
const BEFORE = '2026-11-23T00:00:00.000Z';
let bench: RecordingBench;
let serial = 0;

beforeAll(async () => {
  bench = await openRecording();
});

// Whatever a sticker leaves on a case stands in its chain.
afterEach(async () => {
  expect(bench.failures).toEqual([]);
  expect(await verifyStore(bench.store)).toMatchObject({ faults: [] });
});

const clerk = () => bench.hand(XIJI, ['clerk'], BEFORE);
const fresh = (office = XIJI): Sticker => {
  serial += 1;
  return stickerAt(office, serial);
};
const taken = (hand: TestHand, { number, code }: Sticker, more = {}) =>
  receive(hand, AT, { payload: { sticker: number, code }, ...more });
const caseOf = async (stream: string) =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;
/** The cases of a sticker, the one that it opens first. */
const casesBy = async ({ number }: Sticker): Promise<string[]> =>
  (await bench.store.read.casesBySticker(number.replaceAll('-', ''))).map((one) => one.id);

describe('a case whose receipt is a sticker', () => {
  it('is recorded under its own number and the sticker’s code, and is found by the sticker', async () => {
    const [hand, sticker] = [await clerk(), fresh()];
    const one = await taken(hand, sticker);
    expect(await bench.send(hand, [one])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await caseOf(streamOf(one))).toMatchObject({
      ...{ number: numberIn(one), sticker: sticker.number, code: sticker.code, flags: [] },
    });
    expect(await casesBy(sticker)).toEqual([streamOf(one)]);
  });

  it('is sent twice and recorded once, and its sticker was not used twice by that', async () => {
    const [hand, sticker] = [await clerk(), fresh()];
    const one = await taken(hand, sticker);
    await bench.send(hand, [one]);
    expect(await bench.send(hand, [one])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await casesBy(sticker)).toEqual([streamOf(one)]);
  });
});

describe('one sticker for two cases of two devices', () => {
  it('both stand; the second is flagged for staff, and the sticker goes on opening the first', async () => {
    const [here, there, sticker] = [await clerk(), await clerk(), fresh()];
    const [first, second] = [await taken(here, sticker), await taken(there, sticker)];
    await bench.send(here, [first]);
    expect(await bench.send(there, [second])).toMatchObject([{ outcome: 'recorded' }]);
    expect((await caseOf(streamOf(first))).flags).toEqual([]);
    expect(await caseOf(streamOf(second))).toMatchObject({
      number: numberIn(second),
      flags: [{ code: 'sticker.usedTwice', facts: { sticker: sticker.number, number: numberIn(first) } }],
    });
    expect(await casesBy(sticker)).toEqual([streamOf(first), streamOf(second)]);
  });

  it('also when they come in one group, and a third time', async () => {
    const sticker = fresh();
    const hands = [await clerk(), await clerk(), await clerk()];
    const all = await Promise.all(hands.map((hand) => taken(hand, sticker)));
    const answers = await Promise.all(hands.map((hand, at) => bench.send(hand, [all[at]])));
    expect(answers.flat().map((one) => one.outcome)).toEqual(['recorded', 'recorded', 'recorded']);
    const flags = await Promise.all(all.map(async (one) => (await caseOf(streamOf(one))).flags.length));
    expect(flags.toSorted()).toEqual([0, 1, 1]);
    const first = all[flags.indexOf(0)];
    expect((await casesBy(sticker))[0]).toBe(first && streamOf(first));
  });

  it('also in one batch of one device, which the endpoint cannot know to be one counter', async () => {
    const [hand, sticker] = [await clerk(), fresh()];
    const both = [await taken(hand, sticker), await taken(hand, sticker)];
    expect(await bench.send(hand, both)).toMatchObject([{ outcome: 'recorded' }, { outcome: 'recorded' }]);
    expect(await casesBy(sticker)).toEqual(both.map(streamOf));
  });
});

describe('a receipt with a sticker that is none of its hall’s', () => {
  it.each([
    ['another hall’s', () => fresh(SANGCUN), 'sticker.otherHall'],
    ['one with the code of another', () => ({ ...fresh(), code: stickerAt(XIJI, 99).code }), 'sticker.wrong'],
    ['a made-up number', () => ({ number: 'K7-1', code: '7K3M9Q' }), 'sticker.wrong'],
  ])('%s is refused, mended without it, and the sticker stays free', async (_, sticker, code) => {
    const hand = await clerk();
    const wrong = sticker();
    const refused = await taken(hand, wrong);
    expect(await bench.send(hand, [refused])).toMatchObject([{ outcome: 'refused', code }]);
    if (parseStickerNumber(wrong.number)) expect(await casesBy(wrong)).toEqual([]);
    const mended = await receive(hand, AT, {
      ...{ stream: streamOf(refused), replaces: refused.id },
      payload: { number: numberIn(refused) },
    });
    expect(await bench.send(hand, [mended])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await caseOf(streamOf(refused))).toMatchObject({ number: numberIn(refused) });
    expect((await caseOf(streamOf(refused))).sticker).toBeUndefined();
  });
});
