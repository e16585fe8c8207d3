import { describe, expect, it } from 'vitest';
import { prepareSeals, sealTo } from '../../../src/app/local/sealing.ts';
import { openSealed } from '../../../src/endpoint/opening/hpke.ts';
import { fromUtf8, utf8 } from '../../../src/protocol/bytes.ts';
import { SEAL_COMMAND, SEAL_KEPT_KEY, type Sealed } from '../../../src/protocol/sealing.ts';
import { freshKey, sealingKeyOf } from '../../support/opened.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('seals made ahead', () => {
  const key = freshKey();
  const to = sealingKeyOf(key);
  const opened = ({ enc, body }: Sealed, info: string, frame: string): string | undefined => {
    const content = openSealed(key, bytesOf(enc), bytesOf(body), info, frame);
    return content && fromUtf8(new Uint8Array(content));
  };

  it('serve once each, for as many commands as come, and open like any other', async () => {
    prepareSeals(to);
    prepareSeals(to);
    const frames = Array.from({ length: 9 }, (_, index) => `command ${index}`);
    const sealed = await Promise.all(frames.map((frame) => sealTo(to, SEAL_COMMAND, frame, utf8(frame))));
    expect(new Set(sealed.map((one) => one.enc)).size).toBe(9);
    expect(sealed.map((one, index) => opened(one, SEAL_COMMAND, frames[index] ?? ''))).toEqual(frames);
  });

  it('serve commands alone', async () => {
    prepareSeals(to);
    const sealed = await sealTo(to, SEAL_KEPT_KEY, 'a key', utf8('a key'));
    expect(opened(sealed, SEAL_KEPT_KEY, 'a key')).toBe('a key');
  });
});
