/** Writes small LevelDB files as the browser does, for the reader's own tests. */
import { compress } from 'snappyjs';

const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;

export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const sized = (bytes: Buffer): Buffer => Buffer.concat([varint(bytes.length), bytes]);

const sharedLength = (a: Buffer, b: Buffer): number => {
  const differs = b.findIndex((byte, at) => byte !== a[at]);
  return differs < 0 ? Math.min(a.length, b.length) : differs;
};

/** A block of rows whose keys say only what differs from the one before. */
function block(rows: readonly (readonly [Buffer, Buffer])[]): Buffer {
  const entries = rows.map(([key, value], at) => {
    const shared = sharedLength(rows[at - 1]?.[0] ?? Buffer.alloc(0), key);
    const rest = key.subarray(shared);
    return Buffer.concat([varint(shared), varint(rest.length), varint(value.length), rest, value]);
  });
  return Buffer.concat([...entries, uint32(0), uint32(1)]);
}

/** A table with one data block, packed. @param packing what the block says of itself; 1 = Snappy */
export function table(rows: readonly (readonly [string, Buffer])[], packing = 1): Buffer {
  const data = Buffer.from(compress(block(rows.map(([key, value]) => [Buffer.from(key), value] as const))));
  const trailer = (how: number) => Buffer.concat([Buffer.from([how]), uint32(0)]);
  const handle = (offset: number, size: number) => Buffer.concat([varint(offset), varint(size)]);
  const index = block([[Buffer.from('~'), handle(0, data.length)]]);
  const footer = Buffer.alloc(48);
  handle(0, 0).copy(footer);
  handle(data.length + 5, index.length).copy(footer, 2);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, trailer(packing), index, trailer(0), footer]);
}

/** One record for each batch, cut where a block of the log ends. */
export function log(batches: readonly Buffer[]): Buffer {
  const written: Buffer[] = [];
  let room = BLOCK_BYTES;
  const pad = (): void => {
    if (room >= HEADER_BYTES) return;
    written.push(Buffer.alloc(room));
    room = BLOCK_BYTES;
  };
  for (const batch of batches) {
    for (let at = 0; at < batch.length; ) {
      pad();
      const piece = batch.subarray(at, at + room - HEADER_BYTES);
      const [first, last] = [at === 0, at + piece.length === batch.length];
      const type = first ? (last ? 1 : 2) : last ? 4 : 3;
      written.push(uint32(0), Buffer.from([piece.length & 255, piece.length >> 8, type]), piece);
      room -= HEADER_BYTES + piece.length;
      at += piece.length;
    }
  }
  return Buffer.concat(written);
}

/** A batch that puts one row. */
export const put = (key: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.alloc(8), uint32(1), Buffer.from([1]), sized(Buffer.from(key)), sized(value)]);

/** A value as IndexedDB packs a larger one: a row's version, the mark, Snappy. */
export const packedValue = (bytes: Buffer): Buffer =>
  Buffer.concat([varint(300), Buffer.from('ff1102', 'hex'), Buffer.from(compress(bytes))]);
