import * as v from 'valibot';
import { EventHeader } from '../../protocol/record.ts';
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

export type ChainFault =
  /** The header's text is none, or not what its hash says. */
  | 'header'
  | 'order'
  | 'link'
  | 'data'
  /** It belongs to another stream. */
  | 'stream'
  /** The columns beside the header say something else. */
  | 'columns'
  | 'head';

export interface ChainProblem {
  readonly version: number;
  readonly what: ChainFault;
}

/**
 * What is wrong with the chain of one stream; empty when it holds. Data that was deleted together with its salt is
 * no fault: its hash stands in the header.
 * @param head the hash that the stream says it ends with
 * @param stream where the events were found
 */
export function verifyChain(
  events: readonly (Pick<EventRow, 'header' | 'hash'> & {
    readonly version?: number;
    readonly type?: string;
    readonly salt: string | null;
    readonly data: string | null;
  })[],
  head: string | null,
  stream?: EventHeader['stream'],
): ChainProblem[] {
  const problems: ChainProblem[] = [];
  const prevs: string[] = [];
  events.forEach((event, index) => {
    const version = index + 1;
    const header = eventHeaderOf(event.header);
    if (!header || sha256(event.header) !== event.hash) problems.push({ version, what: 'header' });
    prevs.push(event.hash);
    if (!header) return;
    if (header.version !== version) problems.push({ version, what: 'order' });
    if (header.prev !== (prevs[index - 1] ?? null)) problems.push({ version, what: 'link' });
    const { version: column = header.version, type = header.type } = event;
    if (Number(column) !== header.version || type !== header.type)
      problems.push({ version, what: 'columns' });
    if (stream && (header.stream.id !== stream.id || header.stream.kind !== stream.kind))
      problems.push({ version, what: 'stream' });
    if (event.data !== null && !coversData(header, event.salt, event.data))
      problems.push({ version, what: 'data' });
  });
  if ((prevs.at(-1) ?? null) !== head) problems.push({ version: events.length, what: 'head' });
  return problems;
}

/** The header that a text is, or undefined. */
export function eventHeaderOf(text: string): EventHeader | undefined {
  try {
    const parsed = v.safeParse(EventHeader, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No JSON is no header.
    return undefined;
  }
}

function coversData(header: EventHeader, salt: string | null, data: string): boolean {
  return salt !== null && sha256(payloadBytes(Buffer.from(salt, 'base64url'), data)) === header.dataHash;
}
