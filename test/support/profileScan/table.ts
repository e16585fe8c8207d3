/**
 * Tables of LevelDB (`.ldb`): data blocks, an index block that says where they are, and a footer that says where the
 * index is. https://github.com/google/leveldb/blob/main/doc/table_format.md
 */
import { uncompress } from 'snappyjs';
import { type Entry, Reader } from './bytes.ts';

const FOOTER_BYTES = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
/** Behind each block: how it is packed, and a checksum. */
const TRAILER_BYTES = 5;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

/** Every entry of every data block, unpacked. @throws when the bytes are not a whole table */
export function readTable(bytes: Buffer): Entry[] {
  const footer = bytes.subarray(Math.max(0, bytes.length - FOOTER_BYTES));
  if (!footer.subarray(-MAGIC.length).equals(MAGIC)) throw new Error('no table: its footer is missing');
  const reader = new Reader(footer);
  handleFrom(reader);
  const index = handleFrom(reader);
  return readBlock(unpacked(bytes, index)).flatMap(({ value }) =>
    readBlock(unpacked(bytes, handleFrom(new Reader(value)))),
  );
}

const handleFrom = (reader: Reader): Handle => ({ offset: reader.varint(), size: reader.varint() });

function unpacked(bytes: Buffer, { offset, size }: Handle): Buffer {
  const reader = new Reader(bytes, offset);
  const block = reader.take(size);
  const trailer = reader.take(TRAILER_BYTES);
  switch (trailer[0]) {
    case 0:
      return block;
    case 1:
      return Buffer.from(uncompress(block));
    default:
      throw new Error(`a block is packed in a way that this reader does not know: ${trailer[0]}`);
  }
}

/** A key says only what differs from the one before it; the restarts at the end are for searching. */
function readBlock(block: Buffer): Entry[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const reader = new Reader(block.subarray(0, block.length - 4 - 4 * restarts));
  const entries: Entry[] = [];
  let key: Buffer = Buffer.alloc(0);
  while (reader.left > 0) {
    const [shared, rest, size] = [reader.varint(), reader.varint(), reader.varint()];
    key = Buffer.concat([key.subarray(0, shared), reader.take(rest)]);
    entries.push({ key, value: reader.take(size) });
  }
  return entries;
}
