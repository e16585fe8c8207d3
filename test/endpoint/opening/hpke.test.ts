import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { newOpeningKey, openingKeyOf, openSealed } from '../../../src/endpoint/opening/hpke.ts';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** As a device seals, with a library that is not ours. */
async function seal(point: Uint8Array, text: string, info: string, aad: string) {
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(point));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: utf8(info) });
  const body = new Uint8Array(await sender.seal(utf8(text), utf8(aad)));
  return { enc: new Uint8Array(sender.enc), body };
}

describe('opening what a device has sealed', () => {
  const key = openingKeyOf(newOpeningKey());

  it('gives back what another implementation of RFC 9180 sealed', async () => {
    for (const text of ['', '王秀兰', 'x'.repeat(70_000)]) {
      const { enc, body } = await seal(key.point, text, 'use', 'frame');
      expect(openSealed(key, enc, body, 'use', 'frame')?.toString()).toBe(text);
    }
  });

  it('refuses another use, another frame, another key and every flipped bit', async () => {
    const { enc, body } = await seal(key.point, '王秀兰', 'use', 'frame');
    const other = openingKeyOf(newOpeningKey());
    expect(openSealed(key, enc, body, 'other use', 'frame')).toBeUndefined();
    expect(openSealed(key, enc, body, 'use', 'other frame')).toBeUndefined();
    expect(openSealed(other, enc, body, 'use', 'frame')).toBeUndefined();
    for (const bytes of [enc, body])
      for (let index = 0; index < bytes.length; index += 1) {
        const spoilt = bytes.slice();
        spoilt[index] = (spoilt[index] ?? 0) ^ 1;
        const [e, b] = bytes === enc ? [spoilt, body] : [enc, spoilt];
        expect(openSealed(key, e, b, 'use', 'frame')).toBeUndefined();
      }
  });

  it('refuses what is too short to be anything', () => {
    expect(openSealed(key, new Uint8Array(65), new Uint8Array(40), 'use', 'frame')).toBeUndefined();
    expect(openSealed(key, new Uint8Array(3), new Uint8Array(3), 'use', 'frame')).toBeUndefined();
  });
});
