import { afterEach, describe, expect, it, vi } from 'vitest';
import { codeReader } from '../../../../src/app/window/intake/codeReader.ts';

const video = {} as HTMLVideoElement;

/** A browser's own reader, which sees one code. */
const reader = (
  formats: () => Promise<readonly string[]>,
  sees: () => Promise<readonly { rawValue: string }[]>,
) =>
  class {
    static getSupportedFormats = formats;
    detect = sees;
  };

afterEach(() => vi.unstubAllGlobals());

describe('what reads codes from a camera', () => {
  it('is the browser’s own reader where it reads this kind', async () => {
    vi.stubGlobal(
      'BarcodeDetector',
      reader(
        async () => ['qr_code'],
        async () => [{ rawValue: 'seen' }],
      ),
    );
    expect(await (await codeReader())(video)).toBe('seen');
  });

  it('sees nothing in a frame that is refused or empty', async () => {
    for (const sees of [
      () => Promise.reject(new Error('no frame')),
      async () => [],
      async () => [{ rawValue: '' }],
    ]) {
      vi.stubGlobal(
        'BarcodeDetector',
        reader(async () => ['qr_code'], sees),
      );
      expect(await (await codeReader())(video)).toBeUndefined();
    }
  });

  it.each([
    ['supports nothing', async () => []],
    ['supports other codes alone', async () => ['ean_13']],
    ['fails to say what it supports', () => Promise.reject(new Error('no service'))],
  ])('is the app’s own where the browser’s %s', async (_, formats) => {
    const sees = vi.fn(async () => [{ rawValue: 'wrong' }]);
    vi.stubGlobal('BarcodeDetector', reader(formats, sees));
    expect(await (await codeReader())(video)).toBeUndefined();
    expect(sees).not.toHaveBeenCalled();
  });
});
