/** A camera that shows what a test puts before it: Chromium plays a raw film (YUV4MPEG2) as its only camera. */
import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';

const [WIDTH, HEIGHT] = [640, 480];
const FRAMES_EACH = 6;

/** What a browser is started with so that the film is its camera. */
export const cameraPlaying = (film: string): string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** Films a phone: first nothing to read, then the code on its screen, held a little askew. Played round and round. */
export async function film(path: string, code?: Locator): Promise<void> {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420jpeg\n`);
  const nothing = frame(Buffer.alloc(WIDTH * HEIGHT, 90));
  const shown = code ? frame(await brightness(code)) : nothing;
  const frames = [nothing, shown].flatMap((one) => Array.from({ length: FRAMES_EACH }, () => one));
  await writeFile(path, Buffer.concat([head, ...frames]));
}

/** Of a picture of the code, pixel by pixel. */
async function brightness(code: Locator): Promise<Buffer> {
  const svg = await code.evaluate((element) => new XMLSerializer().serializeToString(element));
  const aside = await code.page().context().newPage();
  const bytes = await aside.evaluate(drawn, { svg, width: WIDTH, height: HEIGHT });
  await aside.close();
  return Buffer.from(bytes, 'base64');
}

/** I420: brightness, then two quarters of colour; 128 is grey. */
function frame(luma: Buffer): Buffer {
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([Buffer.from('FRAME\n'), luma, colours]);
}

/** In the page: the code on a dim ground, turned. @returns brightness, a byte for each pixel, in base64 */
async function drawn({
  svg,
  width,
  height,
}: {
  svg: string;
  width: number;
  height: number;
}): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#555';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate(0.12);
  const side = height * 0.8;
  pen.drawImage(image, -side / 2, -side / 2, side, side);
  const { data } = pen.getImageData(0, 0, width, height);
  let bytes = '';
  for (let at = 0; at < data.length; at += 4) bytes += String.fromCharCode(data[at] ?? 0);
  return btoa(bytes);
}
