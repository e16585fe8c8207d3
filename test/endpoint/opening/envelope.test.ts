import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope, Outcome } from '../../../src/protocol/command.ts';
import { isErrorCode } from '../../../src/protocol/errors.ts';
import { MAX_OPENED_BYTES } from '../../../src/protocol/sealing.ts';
import { receive, streamOf, withdraw, XIJI } from '../../support/intake.ts';
import { freshKey, sealingKeyOf } from '../../support/opened.ts';
import { openRecording, type RecordingBench, temporaryFile } from '../../support/recording.ts';
import { rowsOf } from '../../support/rows.ts';
import { envelopeOf, framed, resealed, type TestHand, wireOf } from '../../support/signing.ts';

/** The endpoint's clock stands still: nothing was made before a contact. */
const AT = '2026-11-23T03:00:00.000Z';
const BEFORE = '2026-11-23T00:00:00.000Z';
const PERSONAL = ['王秀兰', '370406198001010025', '13863200001'];

const file = temporaryFile();
let bench: RecordingBench;
let [hand, carrier] = [{} as TestHand, {} as TestHand];
let received: Envelope;

beforeAll(async () => {
  bench = await openRecording(undefined, file);
  hand = await bench.hand(XIJI, ['clerk'], BEFORE);
  carrier = await bench.hand(XIJI, ['clerk'], BEFORE);
});
beforeEach(async () => {
  received = await receive(hand, AT);
});

async function only(by: TestHand, envelope: unknown): Promise<Outcome> {
  const [outcome] = await bench.send(by, [envelope]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

/** Everything that the store has of what people say. */
function content() {
  const { command = [], event = [], stream = [], feed = [], quarantine = [], kept = [] } = rowsOf(file);
  return { command, event, stream, feed, quarantine, kept };
}

/** Sends what must leave nothing but an id and a code, which name nobody; then the untouched one is taken. */
async function expectTurnedAway(by: TestHand, spoilt: unknown, code: string): Promise<void> {
  const before = content();
  expect(await only(by, spoilt)).toMatchObject({ outcome: 'refused', code });
  expect(content()).toEqual(before);
  const told = JSON.stringify(rowsOf(file).turned_away);
  for (const word of PERSONAL) expect(told).not.toContain(word);
}

const flip = (byte: number, bit: number): number => byte ^ (1 << (bit % 8));

/** One bit of a field, of what its text stands for where it stands for bytes. */
function withBitFlipped(envelope: Envelope, field: keyof Envelope, bit: number): Envelope {
  const text = envelope[field];
  const encoding = ['enc', 'body', 'signature'].includes(field) ? 'base64url' : 'latin1';
  const bytes = Buffer.from(text, encoding);
  const index = Math.floor(bit / 8) % bytes.length;
  bytes[index] = flip(bytes[index] ?? 0, bit);
  return { ...envelope, [field]: bytes.toString(encoding) };
}

describe('whatever is changed in an envelope is noticed, and nothing of it is recorded', () => {
  const anyBit = fc.nat({ max: 8 * 4_096 });
  const FIELDS = ['id', 'origin', 'key', 'enc', 'body', 'signature'] as const;

  it.each(FIELDS)('any bit of its %s, when another device carries it', async (field) => {
    const before = content();
    await fc.assert(
      fc.asyncProperty(anyBit, async (bit) => {
        const { outcome, code = '' } = await only(carrier, withBitFlipped(received, field, bit));
        expect(outcome).toBe('refused');
        expect(['command.malformed', 'envelope.deviceUnknown', 'envelope.signatureInvalid']).toContain(code);
      }),
      { numRuns: 25 },
    );
    expect(content()).toEqual(before);
    expect(await only(carrier, received)).toMatchObject({ outcome: 'recorded', version: 1 });
  });

  it.each(FIELDS.filter((field) => field !== 'signature'))(
    'any bit of its %s, on the device that made it',
    async (field) => {
      const before = content();
      await fc.assert(
        fc.asyncProperty(anyBit, async (bit) => {
          const { outcome, code = '' } = await only(hand, withBitFlipped(received, field, bit));
          expect(isErrorCode(code)).toBe(true);
          // A key that was never ours may be one that we have lost: the device seals again.
          expect(outcome).toBe(code === 'seal.keyUnknown' ? 'retry' : 'refused');
        }),
        { numRuns: 25 },
      );
      expect(content()).toEqual(before);
      expect(await only(hand, received)).toMatchObject({ outcome: 'recorded', version: 1 });
    },
  );

  it('its own device signs it again with the batch: a spoilt signature of the envelope then spoils nothing', async () => {
    const spoilt = withBitFlipped(received, 'signature', 7);
    expect(await only(hand, spoilt)).toMatchObject({ outcome: 'recorded', version: 1 });
    expect(await only(carrier, received)).toMatchObject({ outcome: 'duplicate', first: 'recorded' });
  });

  it('bodies that were swapped between two rows of an outbox', async () => {
    const other = await receive(hand, AT);
    const { enc, body } = other;
    for (const swapped of [
      { ...received, body },
      { ...received, enc, body },
      { ...received, ...{ enc, body, signature: other.signature } },
    ]) {
      await expectTurnedAway(hand, swapped, 'seal.unopenable');
      await expectTurnedAway(carrier, swapped, 'envelope.signatureInvalid');
    }
    await expectTurnedAway(hand, await framed(hand, { ...received, enc, body }), 'seal.unopenable');
    expect(await bench.send(hand, [received, other])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'recorded' },
    ]);
  });

  it('another device that signs in the origin’s place, or makes itself the origin', async () => {
    await expectTurnedAway(carrier, await framed(carrier, received), 'envelope.signatureInvalid');
    const asItsOwn = await framed(carrier, { ...received, origin: carrier.device });
    await expectTurnedAway(carrier, asItsOwn, 'seal.unopenable');
    // Even whoever could read the command cannot pass it off as made elsewhere.
    const sealedAnew = await envelopeOf(carrier, received.id, wireOf(received));
    await expectTurnedAway(carrier, sealedAnew, 'command.malformed');
    expect(await only(carrier, received)).toMatchObject({ outcome: 'recorded' });
  });

  it('another person’s signature on the header, whoever the header names', async () => {
    const colleague = { ...hand, person: carrier.person, personKey: carrier.personKey };
    const signedByAnother = await receive(hand, AT, { signer: carrier.personKey });
    await expectTurnedAway(hand, signedByAnother, 'signature.invalid');
    const inAnothersName = await receive({ ...colleague, personKey: hand.personKey }, AT);
    await expectTurnedAway(hand, inAnothersName, 'signature.notTheirs');
    const keyOfAnother = await receive({ ...hand, personKey: carrier.personKey }, AT);
    await expectTurnedAway(hand, keyOfAnother, 'signature.notTheirs');
  });

  it('what is sealed but is no command', async () => {
    const wire = wireOf(received);
    const sealed = (content: Uint8Array) => envelopeOf(hand, received.id, wire, content);
    const utf8 = (text: string): Buffer => Buffer.from(text);
    await expectTurnedAway(hand, await sealed(utf8(JSON.stringify(wire))), 'seal.unopenable');
    const bomb = deflateRawSync(Buffer.alloc(MAX_OPENED_BYTES + 1, 32));
    await expectTurnedAway(hand, await sealed(bomb), 'seal.unopenable');
    for (const text of ['', '{', 'null', '{"header":"x"}', JSON.stringify({ ...wire, more: 1 })])
      await expectTurnedAway(hand, await sealed(deflateRawSync(text)), 'command.malformed');
  });
});

describe('what a refusal keeps', () => {
  it('names where a payload is wrong, never what stood there', async () => {
    const name = '王秀兰 370406198001010025';
    const spoilt = await withdraw(hand, v7(), AT, { payload: { catalogue: 1, text: { name } } });
    const outcome = await only(hand, spoilt);
    expect(outcome).toMatchObject({ code: 'payload.malformed', facts: { path: 'text' } });
    const everything = JSON.stringify(rowsOf(file).turned_away);
    expect(everything).toContain(spoilt.id);
    for (const word of PERSONAL) expect(everything).not.toContain(word);
  });

  it('of other content under an id that is taken is the sealed envelope', async () => {
    const reused = await receive(hand, AT, { id: received.id });
    await bench.send(hand, [received, reused]);
    const rows = (rowsOf(file).kept ?? []).filter((row) => row.id === received.id);
    expect(rows).toHaveLength(1);
    for (const word of PERSONAL) expect(JSON.stringify(rows)).not.toContain(word);
  });
});

describe('the endpoint’s sealing key', () => {
  const by = { person: v7(), office: '370406', at: AT };

  it('is replaced: what was sealed to the one before still opens, new envelopes are sealed to the new one', async () => {
    const before = hand.sealing;
    hand.sealing = await bench.sealing.rotate(by);
    expect(hand.sealing.id).not.toBe(before.id);
    const fresh = await receive(hand, AT);
    expect([received.key, fresh.key]).toEqual([before.id, hand.sealing.id]);
    expect(await bench.send(hand, [received, fresh])).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'recorded' },
    ]);
  });

  it('that is not here: the command is to be sealed again, and is then the same command', async () => {
    const before = rowsOf(file);
    const lost = await receive({ ...hand, sealing: sealingKeyOf(freshKey()) }, AT);
    const answer = { id: lost.id, outcome: 'retry', code: 'seal.keyUnknown' };
    expect(await only(hand, lost)).toMatchObject(answer);
    expect(await only(carrier, lost)).toMatchObject(answer);
    const { contact: _, ...after } = rowsOf(file);
    expect({ ...after, contact: before.contact }).toEqual(before);
    const again = await resealed(hand, lost);
    expect(await only(hand, again)).toMatchObject({ outcome: 'recorded', version: 1 });
    expect(await bench.store.read.events(streamOf(lost))).toHaveLength(1);
  });
});

describe('carried by another device', () => {
  it('a command is recorded as its maker’s, and the replay of it by anybody is a duplicate', async () => {
    expect(await only(carrier, received)).toMatchObject({ outcome: 'recorded', version: 1 });
    const third = await bench.hand(XIJI, ['clerk'], BEFORE);
    for (const one of [hand, carrier, third])
      expect(await only(one, received)).toEqual({
        ...{ id: received.id, outcome: 'duplicate', first: 'recorded', version: 1 },
      });
    expect(await only(third, await resealed(hand, received))).toMatchObject({ outcome: 'duplicate' });
    const row = rowsOf(file).command?.find((one) => one.id === received.id);
    expect(row).toMatchObject({ device: hand.device, sent_by: carrier.device });
    expect(await bench.store.read.events(streamOf(received))).toHaveLength(1);
  });
});
