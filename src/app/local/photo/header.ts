/** What stands at the beginning of a file: what it is, and how a camera held it. Pure. */

import type { Size } from './shape.ts';

export type Kind = 'jpeg' | 'picture' | 'pdf' | 'other';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const PDF = ascii('%PDF-');
const FTYP = ascii('ftyp');
const PICTURES: readonly (readonly (readonly [at: number, signature: readonly number[]])[])[] = [
  [[0, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]]],
  [
    [0, ascii('RIFF')],
    [8, ascii('WEBP')],
  ],
  [[0, ascii('GIF8')]],
  [[0, ascii('BM')]],
  // HEIC and AVIF, which some browsers decode and some do not.
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'].map(
    (brand) =>
      [
        [4, FTYP],
        [8, ascii(brand)],
      ] as const,
  ),
];

/** By its signature: a name or a type that comes with a file proves nothing. */
export function kindOf(bytes: Uint8Array): Kind {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, PDF)) return 'pdf';
  const picture = PICTURES.some((parts) =>
    parts.every(([at, signature]) => startsWith(bytes, signature, at)),
  );
  return picture ? 'picture' : 'other';
}

export interface Orientation {
  /** Exif 2.32, tag 0x0112: 1 to 8. */
  readonly value: number;
  /** Where the value stands, two bytes. */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** Metadata stand before the first scan, and Exif has one segment: this is far more than any camera writes. Bytes. */
export const EXIF_WITHIN = 256 * 1024;

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const EXIF = [...ascii('Exif'), 0, 0];
const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;

interface Segment {
  readonly marker: number;
  /** Where its content begins. */
  readonly at: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What comes in a JPEG before its first scan. Ends where it is cut off or no JPEG any more. */
function* segmentsOf(view: DataView): Generator<Segment> {
  for (let at = 2; at + 4 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === START_OF_SCAN) return;
    yield { marker, at: at + 4 };
  }
}

/** Frame headers (SOF0 to SOF15) lie among other markers: DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Pixels of a JPEG as they are stored, known without decoding one. */
export function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  for (const { marker, at } of segmentsOf(view)) {
    if (!isFrame(marker) || at + 5 > view.byteLength) continue;
    const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)];
    return width > 0 && height > 0 ? { width, height } : undefined;
  }
  return undefined;
}

/** The orientation in a JPEG; undefined when it says none, or says it in a way that nobody can read. */
export function orientationOf(bytes: Uint8Array): Orientation | undefined {
  const view = viewOf(bytes);
  for (const { marker, at } of segmentsOf(view))
    if (marker === APP1 && startsWith(bytes, EXIF, at)) return inTiff(view, at + EXIF.length);
  return undefined;
}

function inTiff(view: DataView, start: number): Orientation | undefined {
  if (start + 8 > view.byteLength) return undefined;
  const order = view.getUint16(start);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const littleEndian = order === 0x4949;
  const first = start + view.getUint32(start + 4, littleEndian);
  if (first + 2 > view.byteLength) return undefined;
  const entries = view.getUint16(first, littleEndian);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > view.byteLength) return undefined;
    if (view.getUint16(at, littleEndian) !== ORIENTATION_TAG) continue;
    return { value: view.getUint16(at + 8, littleEndian), at: at + 8, littleEndian };
  }
  return undefined;
}

/**
 * Takes the orientation out of a JPEG, in place, and says what it was. Browsers differ in whether a decoded picture is
 * turned already (Chromium changed it after 109); a picture that claims to be upright is the same in all of them.
 */
export function takeOrientation(bytes: Uint8Array): number {
  const found = orientationOf(bytes);
  if (!found) return 1;
  viewOf(bytes).setUint16(found.at, 1, found.littleEndian);
  return found.value;
}
