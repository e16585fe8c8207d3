/**
 * Logs of LevelDB (`.log`, `MANIFEST-…`): blocks of 32 KiB with records, or pieces of them.
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
import { type Entry, Reader } from './bytes.ts';

const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;
/** Sequence number and count before the first write of a batch. */
const BATCH_HEADER_BYTES = 12;

const FULL = 1;
const FIRST = 2;
const MIDDLE = 3;
const LAST = 4;

/** Whole records, their pieces joined. What a cut-off record at the end holds comes too: a thief would read it. */
export function readLog(bytes: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let pieces: Buffer[] = [];
  const done = (): void => {
    if (pieces.length > 0) records.push(Buffer.concat(pieces));
    pieces = [];
  };
  for (const { type, data } of piecesOf(bytes)) {
    if (type === FULL || type === FIRST) done();
    pieces.push(data);
    if (type === FULL || type === LAST) done();
  }
  done();
  return records;
}

function* piecesOf(bytes: Buffer): Generator<{ type: number; data: Buffer }> {
  for (let block = 0; block < bytes.length; block += BLOCK_BYTES) {
    const reader = new Reader(bytes.subarray(block, block + BLOCK_BYTES));
    while (reader.left >= HEADER_BYTES) {
      reader.uint32();
      const size = reader.uint16();
      const type = reader.byte();
      if (![FULL, FIRST, MIDDLE, LAST].includes(type)) break;
      yield { type, data: reader.take(Math.min(size, reader.left)) };
    }
  }
}

/** The writes of a record of a `.log`. A batch that was cut off gives those that are whole. */
export function writesOf(record: Buffer): Entry[] {
  const entries: Entry[] = [];
  const reader = new Reader(record, BATCH_HEADER_BYTES);
  try {
    while (reader.left > 0) {
      const put = reader.byte() === 1;
      entries.push({ key: reader.slice(), value: put ? reader.slice() : Buffer.alloc(0) });
    }
  } catch {
    // The end of a batch that the power cut.
  }
  return entries;
}
