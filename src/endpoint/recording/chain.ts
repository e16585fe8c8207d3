import type { EventHeader } from '../../protocol/record.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import type { EventRow } from '../store/recordingPort.ts';
import { sha256 } from './keys.ts';

const SALT_BYTES = 16;

/** Where a stream stands before the next event. */
export interface ChainEnd {
  readonly version: number;
  readonly head: string | null;
}

/** Makes an event's row: header text, its hash, and the salted data that the header covers. */
export function chained(
  end: ChainEnd,
  about: Omit<EventHeader, 'v' | 'version' | 'type' | 'dataHash' | 'prev'>,
  event: { readonly type: string; readonly data: unknown },
  randomBytes: (count: number) => Uint8Array,
): EventRow {
  const salt = randomBytes(SALT_BYTES);
  const data = JSON.stringify(event.data);
  const { stream, ...rest } = about;
  const header: EventHeader = {
    v: 1,
    stream,
    version: end.version + 1,
    type: event.type,
    ...rest,
    dataHash: sha256(payloadBytes(salt, data)),
    prev: end.head,
  };
  const text = JSON.stringify(header);
  return {
    version: header.version,
    type: header.type,
    header: text,
    hash: sha256(text),
    salt: Buffer.from(salt).toString('base64url'),
    data,
  };
}

export interface ChainProblem {
  readonly version: number;
  readonly what: 'header' | 'order' | 'link' | 'data' | 'head';
}

/**
 * What is wrong with the chain of one stream; empty when it holds. Data that was deleted together with its salt is
 * no fault: its hash stands in the header.
 * @param head the hash that the stream says it ends with
 */
export function verifyChain(
  events: readonly { header: string; hash: string; salt: string | null; data: string | null }[],
  head: string | null,
): ChainProblem[] {
  const problems: ChainProblem[] = [];
  let prev: string | null = null;
  events.forEach((event, index) => {
    const version = index + 1;
    const header = JSON.parse(event.header) as EventHeader;
    if (sha256(event.header) !== event.hash) problems.push({ version, what: 'header' });
    if (header.version !== version) problems.push({ version, what: 'order' });
    if (header.prev !== prev) problems.push({ version, what: 'link' });
    if (event.data !== null && !coversData(header, event.salt, event.data))
      problems.push({ version, what: 'data' });
    prev = event.hash;
  });
  if (prev !== head) problems.push({ version: events.length, what: 'head' });
  return problems;
}

function coversData(header: EventHeader, salt: string | null, data: string): boolean {
  return salt !== null && sha256(payloadBytes(Buffer.from(salt, 'base64url'), data)) === header.dataHash;
}
