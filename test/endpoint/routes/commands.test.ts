import { gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BatchAnswer, MAX_BODY_BYTES } from '../../../src/protocol/command.ts';
import type { Problem } from '../../../src/protocol/resources.ts';
import { call, handAt, post, send, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { numberIn, receive, SANGCUN, streamOf, withdraw, XIJI } from '../../support/intake.ts';
import {
  authorise,
  envelopeOf,
  makeKey,
  signedBatch,
  signedCommand,
  type TestHand,
  wireOf,
} from '../../support/signing.ts';

let endpoint: TestEndpoint;
let hand: TestHand;
beforeAll(async () => {
  endpoint = await startEndpoint();
  hand = await handAt(endpoint, XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

async function codeOf(answer: Response): Promise<string> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await answer.json()) as Problem;
  expect(problem.status).toBe(answer.status);
  return problem.code;
}

async function sendBytes(body: Buffer | string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${endpoint.url}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
}

const nothingRecorded = async (stream: string): Promise<void> =>
  expect(await endpoint.store.read.events(stream)).toEqual([]);

describe('bad input has its code, and nothing of it is recorded', () => {
  const at = new Date().toISOString();
  const spoiled = {
    'an unknown type': [() => withdraw(hand, v7(), at, { type: 'abolish' }), 'command.unknownType'],
    'a bad signature': [async () => receive(hand, at, { signer: await makeKey() }), 'signature.invalid'],
    'another person’s signature': [
      async () => {
        const other = await handAt(endpoint, XIJI, 'clerk');
        return receive({ ...hand, personKey: other.personKey }, at);
      },
      'signature.notTheirs',
    ],
    'a key that nobody registered': [
      async () => receive({ ...hand, personKey: await makeKey() }, at),
      'signature.keyUnknown',
    ],
    'a device that nobody enrolled': [() => receive({ ...hand, device: v7() }, at), 'envelope.deviceUnknown'],
    'a device in the header that is not the one in the frame': [
      () => receive(hand, at, { header: { device: v7() } }),
      'command.malformed',
    ],
    'a future version': [
      () => receive(hand, at, { header: { v: 2, novelty: true } }),
      'command.versionTooNew',
    ],
    'a header that is not ours': [() => receive(hand, at, { header: { extra: 1 } }), 'command.malformed'],
    'an id that differs from the header’s': [
      () => receive(hand, at, { header: { id: v7() } }),
      'command.malformed',
    ],
    'a payload that was changed on the way': [
      async () => {
        const good = await receive(hand, at);
        const wire = wireOf(good);
        return envelopeOf(hand, good.id, { ...wire, payload: wire.payload.replace('10', '11') });
      },
      'payload.hashMismatch',
    ],
    'a payload against the rules of form': [
      () => withdraw(hand, v7(), at, { payload: { catalogue: 1, text: 7 } }),
      'payload.malformed',
    ],
    'a payload that is not JSON': [
      () => signedCommand(hand, { type: 'withdraw', stream: v7(), at, payloadText: '{' }),
      'payload.malformed',
    ],
    'the wrong town': [
      () => receive(hand, at, { payload: { number: '370406103-20261123-K7-0007-4QXM-R' } }),
      'case.numberInvalid',
    ],
    'an office without the power': [() => receive(hand, at, { header: { office: SANGCUN } }), 'power.role'],
  } as const;

  it.each(Object.keys(spoiled) as (keyof typeof spoiled)[])('%s', async (name) => {
    const [make, code] = spoiled[name];
    const envelope = await make();
    expect(await send(endpoint, hand, [envelope])).toMatchObject([{ outcome: 'refused', code }]);
    await nothingRecorded(streamOf(envelope));
  });

  it('the same id with other content', async () => {
    const good = await receive(hand, at);
    const other = await receive(hand, at, { id: good.id });
    await send(endpoint, hand, [good]);
    expect(await send(endpoint, hand, [other])).toMatchObject([
      { outcome: 'refused', code: 'command.idReused' },
    ]);
    await nothingRecorded(streamOf(other));
  });

  it('a number of another town', async () => {
    const neighbour = await handAt(endpoint, SANGCUN, 'clerk');
    const number = numberIn(await receive(neighbour, at));
    const crossed = await receive(hand, at, { payload: { number } });
    expect(await send(endpoint, hand, [crossed])).toMatchObject([
      { outcome: 'refused', code: 'case.numberOfOtherTown' },
    ]);
  });
});

describe('a batch as a whole', () => {
  const at = new Date().toISOString();

  it('must be JSON', async () => {
    const body = '{"device":';
    expect(await codeOf(await sendBytes(body, { authorization: await authorise(hand, body, at) }))).toBe(
      'body.notJson',
    );
  });

  it('must be a batch', async () => {
    const body = JSON.stringify({ device: hand.device, made: -1, commands: [] });
    expect(await codeOf(await sendBytes(body, { authorization: await authorise(hand, body, at) }))).toBe(
      'request.malformed',
    );
    const tooMany = await post(endpoint, hand, Array(101).fill(null));
    expect(await codeOf(tooMany)).toBe('request.malformed');
  });

  it('must be JSON by its own account', async () => {
    const answer = await sendBytes('x', { 'content-type': 'text/plain' });
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'body.encoding']);
  });

  it('must be signed by an enrolled device, over exactly these bytes', async () => {
    const { body, authorization } = await signedBatch(hand, [], at);
    expect(await codeOf(await sendBytes(body, {}))).toBe('device.signatureInvalid');
    expect(await codeOf(await sendBytes(`${body} `, { authorization }))).toBe('device.signatureInvalid');
    const stranger = { ...hand, device: v7() };
    const foreign = await signedBatch(stranger, [], at);
    const answer = await sendBytes(foreign.body, { authorization: foreign.authorization });
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'device.unknown']);
  });

  it('cannot be sent under another device’s name', async () => {
    const other = await handAt(endpoint, XIJI, 'clerk');
    const { body } = await signedBatch(other, [], at);
    const answer = await sendBytes(body, { authorization: await authorise(hand, body, at) });
    expect(await codeOf(answer)).toBe('device.signatureInvalid');
  });

  it('needs no session, and its answer is kept by nobody', async () => {
    const answer = await post(endpoint, hand, [await receive(hand, at)]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(((await answer.json()) as BatchAnswer).outcomes).toMatchObject([{ outcome: 'recorded' }]);
  });

  it('that comes late dates the contact by its sending', async () => {
    const own = await handAt(endpoint, XIJI, 'clerk');
    const sentAt = new Date(Date.now() - 3_600_000).toISOString();
    own.made = 5;
    const { body, authorization } = await signedBatch(own, [], sentAt);
    expect((await sendBytes(body, { authorization })).status).toBe(200);
    expect(await endpoint.store.write((tx) => tx.contactBefore(own.device, 6))).toBe(sentAt);
  });

  it('may be empty: then it is only a sign of life', async () => {
    expect(await send(endpoint, hand, [])).toEqual([]);
  });
});

describe('size', () => {
  const at = new Date().toISOString();

  it('a body over the limit is refused whole', async () => {
    const body = JSON.stringify({ device: hand.device, made: 0, commands: ['x'.repeat(MAX_BODY_BYTES)] });
    const answer = await sendBytes(body, { authorization: await authorise(hand, body, at) });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'body.tooLarge']);
  });

  it('gzip is accepted, and the signature is over what was compressed', async () => {
    const { body, authorization } = await signedBatch(hand, [await receive(hand, at)], at);
    const answer = await sendBytes(gzipSync(body), { authorization, 'content-encoding': 'gzip' });
    expect(((await answer.json()) as BatchAnswer).outcomes).toMatchObject([{ outcome: 'recorded' }]);
  });

  it('a gzip bomb is stopped at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MAX_BODY_BYTES, 32));
    expect(bomb.length).toBeLessThan(MAX_BODY_BYTES);
    const answer = await sendBytes(bomb, { 'content-encoding': 'gzip' });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'body.tooLarge']);
  });

  it('what calls itself gzip and is not, or is packed otherwise, is refused', async () => {
    const broken = await sendBytes('not gzip', { 'content-encoding': 'gzip' });
    expect(await codeOf(broken)).toBe('body.notJson');
    const brotli = await sendBytes('x', { 'content-encoding': 'br' });
    expect([brotli.status, await codeOf(brotli)]).toEqual([415, 'body.encoding']);
  });

  it('large answers are compressed', async () => {
    const answer = await call(endpoint, '/api/catalogue', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(((await answer.json()) as { version: number }).version).toBe(1);
  });
});
