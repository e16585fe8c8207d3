import { EXIF_WITHIN, sizeOf, takeOrientation } from '../photo/header.ts';
import { type Size, type Upright, uprightOf } from '../photo/shape.ts';

/** An open photo, which takes a lot of memory until it is closed. It may have been opened smaller than it is. */
export interface OpenPhoto {
  readonly photo: ImageBitmap;
  readonly upright: Upright;
}

/** Of a photo with these pixels, as it is stored: how many eighths of them are wanted. */
type Wanted = (stored: Size, upright: Upright) => number;

/**
 * @param bytes of a picture; the orientation is taken out of them
 * @returns undefined when this browser cannot decode it
 */
export async function openPhoto(
  bytes: Uint8Array<ArrayBuffer>,
  jpeg: boolean,
  wanted: Wanted,
): Promise<OpenPhoto | undefined> {
  const head = bytes.subarray(0, EXIF_WITHIN);
  const upright = uprightOf(jpeg ? takeOrientation(head) : 1);
  const stored = jpeg ? sizeOf(head) : undefined;
  const small = stored && (await decodedSmall(bytes, stored, wanted(stored, upright)));
  const photo = small ?? (await createImageBitmap(new Blob([bytes])).catch(() => undefined));
  return photo && { photo, upright };
}

/**
 * A photo has four times the pixels of a page. Chromium's decoder can leave out what would only be averaged away: half
 * the time, a quarter of the memory. Where it cannot, `undefined`.
 */
async function decodedSmall(
  data: BufferSource,
  { width, height }: Size,
  eighths: number,
): Promise<ImageBitmap | undefined> {
  if (eighths >= 8 || !('ImageDecoder' in self)) return undefined;
  const desired = {
    desiredWidth: Math.ceil((width * eighths) / 8),
    desiredHeight: Math.ceil((height * eighths) / 8),
  };
  const decoder = new ImageDecoder({ data, type: 'image/jpeg', ...desired });
  try {
    const { image } = await decoder.decode();
    // A frame is slower to draw than a bitmap, each time.
    const photo = await createImageBitmap(image);
    image.close();
    return photo;
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}
