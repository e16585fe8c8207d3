/** The worker that prepares photos, in a page that a test or the bench drives, and a camera that photographs a sheet. */
import { openPhotoWork } from '../../src/app/local/edges/photo.ts';
import type { Unit } from '../../src/app/local/photo/shape.ts';
import type { HowToPrepare } from '../../src/app/local/photos.ts';
import { exifSegment, tells, withSegment } from './photoExif.ts';

/** What is seen in a part of a page, in grey values 0 (black) to 255. */
export interface Seen {
  readonly mean: number;
  readonly darkest: number;
  readonly lightest: number;
}

export interface Looked {
  readonly ms: number;
  /** Main-thread tasks over 50 ms meanwhile; milliseconds of each. */
  readonly longTasks: readonly number[];
  /** The code of a refusal; otherwise everything below is of the result. */
  readonly refused?: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Something of the camera's metadata is left. */
  readonly tells: boolean;
  /** The result is the source, byte for byte. */
  readonly same: boolean;
}

export interface PhotosInPage {
  /** A sheet of A4 photographed with 12 megapixels, the telephone upright: stored lying, with orientation 6. */
  photograph(dense: boolean): Promise<number>;
  /** A file that begins with these bytes and has so many. */
  take(head: readonly number[], length: number): void;
  /** Prepares what was photographed or taken last. */
  prepare(how: HowToPrepare): Promise<Looked>;
  preview(): Promise<Looked>;
  /** Grey values in parts of the last result. */
  see(parts: readonly Unit[]): Promise<Seen[]>;
  /** How much the last two results differ, of 255, on the average of all pixels. */
  differ(): Promise<number>;
}

declare global {
  interface Window {
    photos: PhotosInPage;
  }
}

const NOTHING: Looked = {
  ms: 0,
  longTasks: [],
  type: '',
  width: 0,
  height: 0,
  bytes: 0,
  tells: false,
  same: false,
};

const [WIDTH, HEIGHT] = [3024, 4032];
const WORDS =
  '枣庄市山亭区农民专业合作社设立登记申请书成员出资清册住所使用证明法定代表人身份证件复印件与原件核对无误';
/** Where the mark stands that tells which way up the sheet is: in the upper left corner. */
export const MARK: Unit = { x: 0.1, y: 0.06, width: 0.06, height: 0.04 };

/** Black mark, heading, and lines of text on paper that is lit from one side, with the noise of a small sensor. */
function sheet(dense: boolean): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const light = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
  light.addColorStop(0, '#f6f3ea');
  light.addColorStop(1, '#cfcbc0');
  context.fillStyle = light;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#161616';
  context.fillRect(MARK.x * WIDTH, MARK.y * HEIGHT, MARK.width * WIDTH, MARK.height * HEIGHT);
  const letter = dense ? 34 : 60;
  context.font = `${letter}px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
  const line = WORDS.repeat(4);
  const count = Math.floor((WIDTH * 0.8) / letter);
  for (let y = HEIGHT * 0.14, row = 0; y < HEIGHT * 0.94; y += letter * (dense ? 1.35 : 1.9), row += 1)
    context.fillText(line.slice(row % 40, (row % 40) + count), WIDTH * 0.1, y);
  const image = context.getImageData(0, 0, WIDTH, HEIGHT);
  const { data } = image;
  for (let at = 0, seed = 7; at < data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    const noise = ((seed >> 16) % 13) - 6;
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = (data[at + channel] ?? 0) + noise;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** As the sensor lies in the telephone: a quarter turn back. */
async function lying(upright: OffscreenCanvas): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(HEIGHT, WIDTH);
  const context = canvas.getContext('2d');
  context?.translate(0, WIDTH);
  context?.rotate(-Math.PI / 2);
  context?.drawImage(upright, 0, 0);
  return new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer(),
  );
}

async function pixelsOf(page: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(page);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function seenIn({ data, width, height }: ImageData, part: Unit): Seen {
  let [sum, count, darkest, lightest] = [0, 0, 255, 0];
  for (let y = Math.floor(part.y * height); y < (part.y + part.height) * height; y += 1)
    for (let x = Math.floor(part.x * width); x < (part.x + part.width) * width; x += 1) {
      const grey = data[(y * width + x) * 4 + 1] ?? 0;
      sum += grey;
      count += 1;
      darkest = Math.min(darkest, grey);
      lightest = Math.max(lightest, grey);
    }
  return { mean: sum / count, darkest, lightest };
}

function open(): PhotosInPage {
  const work = openPhotoWork();
  const results: Blob[] = [];
  let source = new Blob([]);
  let sourceBytes = new Uint8Array();
  let longTasks: number[] = [];
  const watch = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((one) => one.duration)),
  );
  watch.observe({ type: 'longtask' });

  const timed = async <T>(
    asked: () => Promise<T>,
  ): Promise<{ answer: T; ms: number; longTasks: number[] }> => {
    // What the page itself did before is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 300));
    longTasks = [];
    const begun = performance.now();
    const answer = await asked();
    const ms = performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { answer, ms, longTasks };
  };
  const take = (bytes: Uint8Array<ArrayBuffer>): void => {
    sourceBytes = bytes;
    source = new Blob([bytes]);
  };
  const last = (): Blob => results.at(-1) ?? new Blob([]);

  return {
    async photograph(dense) {
      take(withSegment(await lying(sheet(dense)), exifSegment(6)));
      return source.size;
    },
    take(head, length) {
      const bytes = new Uint8Array(length).fill(7);
      bytes.set(head);
      take(bytes);
    },
    async prepare(how) {
      const { answer, ...measured } = await timed(() => work.prepare(source, how));
      if (!answer.ok) return { ...NOTHING, ...measured, refused: answer.refusal.code };
      const { bytes, type, width, height } = answer.value;
      results.push(new Blob([bytes], { type }));
      const same = bytes.length === sourceBytes.length && bytes.every((byte, at) => byte === sourceBytes[at]);
      return { ...measured, type, width, height, bytes: bytes.length, tells: tells(bytes), same };
    },
    async preview() {
      const { answer, ...measured } = await timed(() => work.preview(source));
      if (!answer.ok) return { ...NOTHING, ...measured, refused: answer.refusal.code };
      const { picture, width, height } = answer.value;
      results.push(picture);
      const bytes = new Uint8Array(await picture.arrayBuffer());
      const { type, size } = picture;
      return { ...measured, type, width, height, bytes: size, tells: tells(bytes), same: false };
    },
    async see(parts) {
      const pixels = await pixelsOf(last());
      return parts.map((part) => seenIn(pixels, part));
    },
    async differ() {
      const [one, other] = await Promise.all(results.slice(-2).map(pixelsOf));
      if (!one || !other || one.data.length !== other.data.length)
        throw new Error('not two of the same size');
      return (
        one.data.reduce((sum, byte, at) => sum + Math.abs(byte - (other.data[at] ?? 0)), 0) / one.data.length
      );
    },
  };
}

window.photos = open();
