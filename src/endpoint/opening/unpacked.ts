import { gunzipSync } from 'node:zlib';
import { Problem } from '../problems.ts';

/**
 * The bytes that a device has signed, of a body as it came: a device packs what is longer than a kilobyte.
 * @param most bytes that it may have unpacked
 * @throws Problem body.encoding, body.tooLarge, body.notJson
 */
export function unpacked(
  { body, encoding = 'identity' }: { readonly body: Uint8Array; readonly encoding?: string | undefined },
  most: number,
): Buffer {
  if (encoding === 'identity') return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (encoding !== 'gzip') throw new Problem('body.encoding');
  try {
    return gunzipSync(body, { maxOutputLength: most });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Problem(tooLarge ? 'body.tooLarge' : 'body.notJson');
  }
}
