import { type Packing, QUALITIES } from '../photo/quality.ts';
import {
  inPixels,
  liesAcross,
  plus,
  type Size,
  scaled,
  stored,
  type Turn,
  type Unit,
  type Upright,
} from '../photo/shape.ts';

/** What is drawn of an open photo, and how. */
export interface Drawing {
  readonly photo: ImageBitmap;
  readonly upright: Upright;
  /** Of the upright photo, before `turn`. */
  readonly part: Unit;
  readonly turn: Turn;
  /** Of the page at its full size. */
  readonly size: Size;
  readonly watermark: string | null;
}

/** Draws everything anew: a page that was made smaller from a smaller one would be blurred twice. */
export function draw(drawing: Drawing, scale: number): OffscreenCanvas {
  const { photo, upright, part, turn, size, watermark } = drawing;
  const { width, height } = scaled(size, scale);
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  // A drawing with nothing behind it would come out black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = true;
  const from = inPixels(stored(part, upright), photo);
  const all = plus(upright.turn, turn);
  // Down to half its size a picture is sharpest when four pixels become one; below, more have to be averaged.
  const half = Math.max(from.width, from.height) <= 2 * Math.max(width, height);
  context.imageSmoothingQuality = half ? 'low' : 'high';
  const [w, h] = liesAcross(all) ? [height, width] : [width, height];
  context.translate(width / 2, height / 2);
  context.rotate((all * Math.PI) / 180);
  if (upright.mirrored) context.scale(-1, 1);
  context.drawImage(photo, from.x, from.y, from.width, from.height, -w / 2, -h / 2, w, h);
  context.resetTransform();
  if (watermark) writeAcross(context, { width, height }, watermark);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw on');
  return context;
}

export const jpegOf = (canvas: OffscreenCanvas, quality: number): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/jpeg', quality });

/** The words, again and again from lower left to upper right: nobody can cut them away, and everybody can read the page. */
function writeAcross(
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
  words: string,
): void {
  const letter = Math.max(14, Math.round(Math.min(width, height) / 26));
  context.font = `600 ${letter}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  context.textBaseline = 'middle';
  const stepX = context.measureText(words).width + letter * 4;
  const stepY = letter * 6;
  const reach = Math.hypot(width, height) / 2;
  context.translate(width / 2, height / 2);
  context.rotate(-Math.PI / 6);
  // Dark on light paper; the light edge is seen on a dark photograph.
  context.lineWidth = Math.max(1, letter / 14);
  context.strokeStyle = 'rgb(255 255 255 / 28%)';
  context.fillStyle = 'rgb(70 70 70 / 22%)';
  for (let row = 0, y = -reach; y <= reach; row += 1, y += stepY)
    for (let x = -reach - (row % 2 ? stepX / 2 : 0); x <= reach; x += stepX) {
      context.strokeText(words, x, y);
      context.fillText(words, x, y);
    }
  context.resetTransform();
}

/** Many, so that they do not all fall between two lines of text. */
const SAMPLES = 24;
/** JPEG packs blocks of 16 pixels. */
const SAMPLE_ROWS = 16;

/**
 * What a drawn page would take at the best quality, reckoned from a few strips of it: a dense page is not encoded
 * twice, and an ordinary one loses no quality to be on the safe side.
 */
export async function expectedBytes(page: OffscreenCanvas): Promise<number> {
  const rows = SAMPLES * SAMPLE_ROWS;
  const best = QUALITIES[0] as (typeof QUALITIES)[number];
  if (page.height <= rows) return (await jpegOf(page, best.quality)).size;
  const sample = new OffscreenCanvas(page.width, rows);
  const context = contextOf(sample);
  const apart = (page.height - SAMPLE_ROWS) / (SAMPLES - 1);
  for (let at = 0; at < SAMPLES; at += 1) {
    const from = Math.round(at * apart);
    context.drawImage(page, 0, from, page.width, SAMPLE_ROWS, 0, at * SAMPLE_ROWS, page.width, SAMPLE_ROWS);
  }
  return ((await jpegOf(sample, best.quality)).size * page.height) / rows;
}

/** Encodes a drawing as asked; what is drawn already at its full size is not drawn again. */
export const packer =
  (drawing: Drawing, full: OffscreenCanvas) =>
  async ({ quality, scale }: Packing): Promise<Packed> => {
    const canvas = scale === 1 ? full : draw(drawing, scale);
    const blob = await jpegOf(canvas, quality);
    return { blob, size: blob.size, width: canvas.width, height: canvas.height };
  };

export interface Packed extends Size {
  readonly blob: Blob;
  readonly size: number;
}
