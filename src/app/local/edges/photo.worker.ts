import { MAX_FILE_BYTES } from '../../../domain/files.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { FILE_NONCE_BYTES, FILE_TAG_BYTES } from '../../../protocol/files.ts';
import { kindOf } from '../photo/header.ts';
import { pack } from '../photo/quality.ts';
import {
  eighthsFor,
  type Limits,
  PAGE,
  PREVIEW,
  type Size,
  turnedSize,
  type Upright,
  WHOLE,
  within,
} from '../photo/shape.ts';
import type { HowToPrepare, PreparedPage, Preview } from '../photos.ts';
import { type Drawing, draw, expectedBytes, jpegOf, packer } from './photoCanvas.ts';
import { openPhoto } from './photoOpen.ts';

/** Photos are opened, turned and packed here, so that the screen stays alive. */
export type PhotoQuestion =
  | { readonly ask: 'prepare'; readonly source: Blob; readonly how: HowToPrepare }
  | { readonly ask: 'preview'; readonly source: Blob };

export type PhotoAnswer =
  | { readonly value: Result<PreparedPage> | Result<Preview> }
  | { readonly failed: string };

const MEGABYTE = 1024 * 1024;
/** More than any telephone's camera makes. */
const MAX_PHOTO_BYTES = 50 * MEGABYTE;
/** What is kept and sent is the sealed file. */
const MAX_PDF_BYTES = MAX_FILE_BYTES - FILE_NONCE_BYTES - FILE_TAG_BYTES;
const PREVIEW_QUALITY = 0.85;

const tooLarge = () =>
  refuse('photo.tooLarge', { photo: MAX_PHOTO_BYTES / MEGABYTE, pdf: MAX_FILE_BYTES / MEGABYTE });

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** Opens it if it is a picture; it is closed when the work is done. */
async function withPhoto<T>(
  bytes: Uint8Array<ArrayBuffer>,
  { crop, turn }: Pick<HowToPrepare, 'crop' | 'turn'>,
  limits: Limits,
  work: (drawing: Omit<Drawing, 'watermark'>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const kind = kindOf(bytes);
  if (kind === 'pdf' || kind === 'other') return refuse('photo.kind');
  const part = crop ?? WHOLE;
  const cutOf = (pixels: Size, upright: Upright): Size => {
    const { width, height } = turnedSize(pixels, upright.turn);
    return turnedSize({ width: width * part.width, height: height * part.height }, turn);
  };
  const drawnOf = (pixels: Size, upright: Upright): Size => within(cutOf(pixels, upright), limits);
  const opened = await openPhoto(bytes, kind === 'jpeg', (stored, upright) =>
    eighthsFor(cutOf(stored, upright), drawnOf(stored, upright)),
  );
  if (!opened) return refuse('photo.unreadable');
  const { photo, upright } = opened;
  try {
    return await work({ photo, upright, part, turn, size: drawnOf(photo, upright) });
  } finally {
    photo.close();
  }
}

async function prepare(source: Blob, how: HowToPrepare): Promise<Result<PreparedPage>> {
  if (source.size > MAX_PHOTO_BYTES) return tooLarge();
  const bytes = await bytesOf(source);
  if (kindOf(bytes) === 'pdf')
    return bytes.length > MAX_PDF_BYTES
      ? tooLarge()
      : ok({ bytes, type: 'application/pdf', width: 0, height: 0 });
  return withPhoto(bytes, how, PAGE, async (photo) => {
    const drawing = { ...photo, watermark: how.watermark };
    const full = draw(drawing, 1);
    const packed = await pack(packer(drawing, full), await expectedBytes(full));
    if (!packed) return tooLarge();
    const { blob, width, height } = packed;
    return ok({ bytes: await bytesOf(blob), type: 'image/jpeg', width, height });
  });
}

async function preview(source: Blob): Promise<Result<Preview>> {
  if (source.size > MAX_PHOTO_BYTES) return tooLarge();
  return withPhoto(await bytesOf(source), { crop: null, turn: 0 }, PREVIEW, async (photo) => {
    const picture = await jpegOf(draw({ ...photo, watermark: null }, 1), PREVIEW_QUALITY);
    return ok({ picture, ...photo.size });
  });
}

self.addEventListener('message', async ({ data }: MessageEvent<PhotoQuestion>) => {
  try {
    const value = data.ask === 'prepare' ? await prepare(data.source, data.how) : await preview(data.source);
    const moved = value.ok && 'bytes' in value.value ? [value.value.bytes.buffer] : [];
    self.postMessage({ value } satisfies PhotoAnswer, { transfer: moved });
  } catch (problem) {
    // A rejection in a worker is heard by nobody: whoever asked would wait for ever.
    self.postMessage({ failed: String(problem) } satisfies PhotoAnswer);
  }
});
