import { EXIF_WITHIN, sizeOf, takeOrientation } from '../photo/header.ts';
import { type Size, type Upright, uprightOf } from '../photo/shape.ts';

/** An open photo, which takes a lot of memory until it is closed. */
export interface OpenPhoto {
  readonly photo: ImageBitmap | VideoFrame;
  /** Of `photo`, which may have been opened smaller than it is. */
  readonly pixels: Size;
  readonly upright: Upright;
  close(): void;
}

/** Of a photo with these pixels, as it is stored: how many eighths of them are wanted. */
type Wanted = (stored: Size, upright: Upright) => number;

/** @returns undefined when this browser cannot decode it */
export async function openPhoto(source: Blob, jpeg: boolean, wanted: Wanted): Promise<OpenPhoto | undefined> {
  if (!jpeg) return opened(await bitmapOf(source), uprightOf(1));
  const bytes = new Uint8Array(await source.arrayBuffer());
  const head = bytes.subarray(0, EXIF_WITHIN);
  const upright = uprightOf(takeOrientation(head));
  const stored = sizeOf(head);
  const small = stored && (await decodedSmall(bytes, stored, wanted(stored, upright)));
  return opened(small ?? (await bitmapOf(new Blob([bytes]))), upright);
}

function opened(photo: ImageBitmap | VideoFrame | undefined, upright: Upright): OpenPhoto | undefined {
  if (!photo) return undefined;
  const pixels =
    photo instanceof ImageBitmap
      ? { width: photo.width, height: photo.height }
      : { width: photo.displayWidth, height: photo.displayHeight };
  return { photo, pixels, upright, close: () => photo.close() };
}

const bitmapOf = (blob: Blob): Promise<ImageBitmap | undefined> =>
  createImageBitmap(blob).catch(() => undefined);

/**
 * A photo has four times the pixels of a page. Chromium's decoder can leave out what would only be averaged away: half
 * the time, a quarter of the memory. Where it cannot, `undefined`.
 */
async function decodedSmall(
  data: BufferSource,
  { width, height }: Size,
  eighths: number,
): Promise<VideoFrame | undefined> {
  if (eighths >= 8 || !('ImageDecoder' in self)) return undefined;
  const desired = {
    desiredWidth: Math.ceil((width * eighths) / 8),
    desiredHeight: Math.ceil((height * eighths) / 8),
  };
  const decoder = new ImageDecoder({ data, type: 'image/jpeg', ...desired });
  try {
    return (await decoder.decode()).image;
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}
