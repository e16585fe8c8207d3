/** The metadata of a telephone's camera, made by hand: how the picture was held, and where it was taken. */

/** What must never leave the device: the maker, and N 34°46′ E 117°30′. */
export const CAMERA = 'JinbanTestCamera';

const [ASCII, SHORT, LONG, RATIONAL] = [2, 3, 4, 5] as const;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** At most four bytes as they stand, or where the rest stands. */
  readonly value: number;
}

/** An APP1 segment with an Exif block, big-endian. @param orientation Exif 2.32, tag 0x0112 */
export function exifSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(256));
  const bytes = new Uint8Array(view.buffer);
  const text = (at: number, words: string) => bytes.set(new TextEncoder().encode(words), at);
  const directory = (at: number, entries: readonly Entry[]): void => {
    view.setUint16(at, entries.length);
    entries.forEach(({ tag, type, count, value }, index) => {
      const entry = at + 2 + index * 12;
      view.setUint16(entry, tag);
      view.setUint16(entry + 2, type);
      view.setUint32(entry + 4, count);
      if (type === SHORT) view.setUint16(entry + 8, value);
      else view.setUint32(entry + 8, value);
    });
  };
  text(0, 'MM');
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  directory(8, [
    { tag: 0x010f, type: ASCII, count: CAMERA.length + 1, value: 80 },
    { tag: 0x0112, type: SHORT, count: 1, value: orientation },
    { tag: 0x8825, type: LONG, count: 1, value: 110 },
  ]);
  text(80, CAMERA);
  directory(110, [
    { tag: 0x0001, type: ASCII, count: 2, value: 0x4e000000 },
    { tag: 0x0002, type: RATIONAL, count: 3, value: 170 },
    { tag: 0x0003, type: ASCII, count: 2, value: 0x45000000 },
    { tag: 0x0004, type: RATIONAL, count: 3, value: 194 },
  ]);
  [34, 46, 12, 117, 30, 9].forEach((part, index) => {
    view.setUint32(170 + index * 8, part);
    view.setUint32(174 + index * 8, 1);
  });
  return segment([...new TextEncoder().encode('Exif\0\0'), ...bytes]);
}

function segment(content: readonly number[]): Uint8Array<ArrayBuffer> {
  const length = content.length + 2;
  return new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...content]);
}

/** A JPEG with a segment directly after its first marker, where cameras put it. */
export function withSegment(jpeg: Uint8Array, added: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(jpeg.length + added.length);
  whole.set(jpeg.subarray(0, 2));
  whole.set(added, 2);
  whole.set(jpeg.subarray(2), 2 + added.length);
  return whole;
}

/** Whether anything of it is left: an Exif block, the name of the camera, or any APP1 segment. */
export function tells(jpeg: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(jpeg);
  return text.includes('Exif') || text.includes(CAMERA) || text.includes('\xff\xe1');
}
