import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Found, Wanted } from '../../../src/endpoint/opening/keyRing.ts';
import { keysIn, type Opener } from '../../../src/endpoint/opening/opener.ts';
import { createOpenerThreads } from '../../../src/endpoint/opening/openerThreads.ts';
import type { RawRequest } from '../../../src/endpoint/opening/request.ts';
import { buildProgram } from '../../support/endpointChild.ts';
import { receive, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { makeKey, signedBatch, type TestHand } from '../../support/signing.ts';

let program: string;
let bench: RecordingBench;
let hand: TestHand;
let at: string;
const openers: Opener[] = [];
const failures: unknown[] = [];

beforeAll(async () => {
  program = await buildProgram('src/endpoint/opening/openerThread.ts');
  bench = await openRecording();
  at = bench.time;
  hand = await bench.hand(XIJI, ['clerk'], at);
}, 60_000);
afterAll(() => rm(dirname(program), { recursive: true }));
afterEach(async () => {
  await Promise.all(openers.splice(0).map((opener) => opener.close()));
  failures.length = 0;
});

/** @param find answers for the store, so that it can fail */
function threads(count: number, find = keysIn(bench.store.read)): Opener {
  const onFailure = (error: unknown): void => void failures.push(error);
  const opener = createOpenerThreads({ program, threads: count, sealing: bench.sealing, find, onFailure });
  openers.push(opener);
  return opener;
}

async function request(commands: readonly unknown[], by: TestHand = hand): Promise<() => RawRequest> {
  const { body, authorization } = await signedBatch(by, commands, at);
  // A thread takes the bytes away.
  return () => ({ body: new TextEncoder().encode(body), encoding: undefined, authorization });
}

/** Threads that belong to this process. */
const alive = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length;

describe('threads open what devices send', () => {
  it('as the main thread does, good and bad, and each its own when many come at one moment', async () => {
    const opener = threads(2);
    const requests = [
      await request([await receive(hand, at), await receive(hand, at, { signer: await makeKey() }), null]),
      await request([{ ...(await receive(hand, at)), origin: v7() }]),
      ...(await Promise.all(Array.from({ length: 6 }, async () => request([await receive(hand, at)])))),
    ];
    const opened = await Promise.all(requests.map((raw) => opener.open(raw())));
    const here = await Promise.all(requests.map((raw) => bench.opener.open(raw())));
    expect(opened).toEqual(here);
    const codes = opened[0]?.arrived.map((one) => (one.is === 'refused' ? one.refusal.code : one.is));
    expect(codes).toEqual(['command', 'signature.invalid', 'command.malformed']);
  });

  it('refuse what is refused as a whole', async () => {
    const opener = threads(1);
    const stranger = await request([], { ...hand, deviceKey: await makeKey() });
    await expect(opener.open(stranger())).rejects.toMatchObject({ code: 'device.signatureInvalid' });
    const raw = (await request([]))();
    await expect(opener.open({ ...raw, encoding: 'br' })).rejects.toMatchObject({ code: 'body.encoding' });
  });

  it('open with a key that the endpoint has only now, and with the one before', async () => {
    const opener = threads(1);
    const before = await receive(hand, at);
    await opener.open((await request([before]))());
    const sealing = await bench.sealing.rotate({ person: hand.person, office: '370406', at });
    const fresh = await receive({ ...hand, sealing }, at);
    const { arrived } = await opener.open((await request([before, fresh]))());
    expect(arrived.map((one) => one.is)).toEqual(['command', 'command']);
  });
});

describe('a thread that ends', () => {
  it('takes no request with it: whoever waited sends again, and the next one starts another', async () => {
    let broken = true;
    const find = keysIn(bench.store.read);
    const failing = async (wanted: Wanted): Promise<Found> => {
      if (broken) throw new Error('the store does not answer');
      return find(wanted);
    };
    const opener = threads(1, failing);
    const raw = await request([await receive(hand, at)]);
    const waiting = [opener.open(raw()), opener.open(raw())];
    for (const answer of await Promise.allSettled(waiting))
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'store.busy' } });
    expect(failures.length).toBeGreaterThan(0);
    broken = false;
    expect((await opener.open(raw())).arrived).toMatchObject([{ is: 'command' }]);
  });

  it('by being closed, tells whoever waits to send again', async () => {
    // The thread asks for keys and never hears of them: it cannot be done before it is closed.
    let heard: () => void;
    const asked = new Promise<void>((done) => {
      heard = done;
    });
    const opener = threads(1, () => {
      heard();
      return new Promise<Found>(() => undefined);
    });
    const raw = await request([await receive(hand, at)]);
    const waiting = Promise.allSettled([opener.open(raw()), opener.open(raw())]);
    await asked;
    await opener.close();
    for (const answer of await waiting)
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'store.busy' } });
  });

  it('ends with the endpoint: closing leaves no thread behind', async () => {
    const before = alive();
    const opener = threads(2);
    await opener.open((await request([]))());
    expect(alive()).toBeGreaterThan(before);
    await opener.close();
    expect(alive()).toBe(before);
  });
});
