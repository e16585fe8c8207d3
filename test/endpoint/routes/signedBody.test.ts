import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpTransport } from '../../../src/app/local/edges/transport.ts';
import { codeOf } from '../../support/codes.ts';
import { contactOf, keptCopy } from '../../support/deviceTalk.ts';
import { handAt, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { fileOf } from '../../support/files.ts';
import { XIJI } from '../../support/intake.ts';
import { authorise, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let hand: TestHand;
beforeAll(async () => {
  endpoint = await startEndpoint();
  hand = await handAt(endpoint, XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

const signed = async (said: unknown) => {
  const body = JSON.stringify(said);
  return [body, await authorise(hand, body, endpoint.now())] as const;
};
/** The device's own way to send, which packs what is long. */
const transport = () => httpTransport(endpoint.url);
const hashes = Array.from({ length: 100 }, () => fileOf('image/png', 40).hash);

describe('what a device has signed', () => {
  it('is understood as the device packs it: many pages wait, many keys are owed', async () => {
    const asked = await transport().filesHeld(...(await signed({ device: hand.device, hashes })));
    expect(asked).toMatchObject({ kind: 'answer', value: { held: [] } });
    const keep = await Promise.all(
      Array.from({ length: 6 }, () => keptCopy(hand, hand.person, new Uint8Array(32))),
    );
    const answer = await transport().contact(...(await signed(contactOf(hand, { keep }))));
    expect(answer).toMatchObject({ kind: 'answer', value: { order: 'none' } });
  });

  it.each(['/api/files/held', '/api/contact'])(
    'at %s is refused in words when it does not unpack',
    async (path) => {
      const post = async (body: Uint8Array, encoding: string) => {
        const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
        return codeOf(
          await fetch(endpoint.url + path, { method: 'POST', headers, body: Uint8Array.from(body) }),
        );
      };
      expect(await post(gzipSync('0'.repeat(1_000_000)), 'gzip')).toBe('body.tooLarge');
      expect(await post(new TextEncoder().encode('not gzip'), 'gzip')).toBe('body.notJson');
      expect(await post(new TextEncoder().encode('{}'), 'br')).toBe('body.encoding');
      expect(await post(gzipSync('{}'), 'gzip')).toBe('device.signatureInvalid');
    },
  );
});
