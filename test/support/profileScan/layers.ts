/** What a thief reads in a file of a profile: its bytes as they lie, and everything that is packed in them, unpacked. */
import { basename, dirname } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import { type Entry, Reader } from './bytes.ts';
import { readLog, writesOf } from './log.ts';
import { cellsOf, isDatabase } from './sqlite.ts';
import { readTable } from './table.ts';

export interface Layer {
  /** Where the bytes were: in the file as it lies, in a table, a log, … */
  readonly where: string;
  readonly bytes: Buffer;
}

/** @throws when a file of a known kind cannot be read: what nobody looked into has not been searched */
export function layersOf(path: string, bytes: Buffer): Layer[] {
  const layers: Layer[] = [{ where: 'as it lies', bytes }];
  if (/\.(ldb|sst)$/.test(path)) layers.push(...rows('table', readTable(bytes)));
  else if (isLog(path)) {
    const records = readLog(bytes);
    layers.push(...records.map((record) => ({ where: 'log', bytes: record })));
    if (path.endsWith('.log')) layers.push(...rows('log', records.flatMap(writesOf)));
  } else if (isDatabase(bytes))
    layers.push(...cellsOf(path).map((cell) => ({ where: 'sqlite', bytes: cell })));
  else layers.push(...wrapped(path, bytes), ...unpacked(bytes));
  return layers;
}

const isLog = (path: string): boolean =>
  /^(MANIFEST-\d+|\d+\.log)$/.test(basename(path)) && !/ Cache$/.test(dirname(path));

const rows = (where: string, entries: readonly Entry[]): Layer[] =>
  entries.flatMap(({ key, value }) => [
    { where, bytes: key },
    { where, bytes: value },
    ...wrapped(where, value),
  ]);

/** IndexedDB packs larger values by itself: a version that no value has, a 2, and Snappy. */
const PACKED_VALUE = Buffer.from('ff1102', 'hex');
/** Before it stands at most a row's version number. */
const MOST_BEFORE = 10;

function wrapped(where: string, value: Buffer): Layer[] {
  const at = value.subarray(0, MOST_BEFORE + PACKED_VALUE.length).indexOf(PACKED_VALUE);
  if (at < 0) return [];
  try {
    const bytes = Buffer.from(uncompress(value.subarray(at + PACKED_VALUE.length)));
    return [{ where: `${where}, a packed value`, bytes }];
  } catch {
    // These three bytes may stand there by chance.
    return [];
  }
}

const GZIP = Buffer.from('1f8b08', 'hex');

/** Answers that lie in a cache as they came: packed by what the endpoint chose. */
function unpacked(bytes: Buffer): Layer[] {
  const layers: Layer[] = [];
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1))
    layers.push(...attempt('gzip', inflateRawSync, afterGzipHeader(bytes.subarray(at))));
  const body = cachedBody(bytes);
  if (!body) return layers;
  return [
    ...layers,
    ...attempt('deflate', inflateSync, body),
    ...attempt('deflate', inflateRawSync, body),
    ...brotli(body),
  ];
}

/** The header is read here because Node refuses a stream behind which something else lies. RFC 1952, 2.3 */
function afterGzipHeader(bytes: Buffer): Buffer {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes.length > at + 1 ? bytes.readUInt16LE(at) : 0);
  for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1;
  return bytes.subarray(flags & 2 ? at + 2 : at);
}

type Inflate = (bytes: Buffer, options: { finishFlush: number }) => Buffer;

function attempt(where: string, inflate: Inflate, bytes: Buffer): Layer[] {
  try {
    // A stream that was cut off gives what is there.
    const inflated = inflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
    return inflated.length > 0 ? [{ where, bytes: inflated }] : [];
  } catch {
    return [];
  }
}

function brotli(bytes: Buffer): Layer[] {
  try {
    const finishFlush = constants.BROTLI_OPERATION_FLUSH;
    return [{ where: 'brotli', bytes: brotliDecompressSync(bytes, { finishFlush }) }];
  } catch {
    return [];
  }
}

const CACHE_MAGIC = Buffer.from('305c72a71b6dfbfc', 'hex');
const CACHE_HEADER_BYTES = 24;

/** An entry of Chromium's simple cache: a header that says how long the address is, the address, the body. */
function cachedBody(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, CACHE_MAGIC.length).equals(CACHE_MAGIC)) return undefined;
  const address = new Reader(bytes, CACHE_MAGIC.length + 4).uint32();
  return bytes.subarray(CACHE_HEADER_BYTES + address);
}
