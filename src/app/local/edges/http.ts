import * as v from 'valibot';
import { utf8 } from '../../../protocol/bytes.ts';
import { Problem } from '../../../protocol/resources.ts';
import type { Reply } from '../ports.ts';
import { proofHeaders } from './proof.ts';

const TIMEOUT_MS = 20_000;
/** Below this the frame of gzip costs more than it saves. */
const WORTH_PACKING_BYTES = 1_024;

export type Schema = v.GenericSchema<unknown, unknown>;
/** A schema, or where to fetch one that is seldom needed. */
export type SchemaOf = Schema | (() => Promise<Schema>) | null;

export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request before its time is over. */
  readonly giveUp?: AbortSignal | undefined;
}

/** One request over `fetch`, to the end of its answer. */
export async function send<T>(base: string, ask: Ask, schema: SchemaOf): Promise<Reply<T>> {
  const giveUp = new AbortController();
  const end = (): void => giveUp.abort();
  const timer = setTimeout(end, TIMEOUT_MS);
  ask.giveUp?.addEventListener('abort', end);
  try {
    const packed = ask.body === undefined ? null : await pack(ask.body);
    const response = await fetch(`${base}${ask.path}`, {
      method: ask.method,
      headers: {
        accept: 'application/json',
        ...(packed ? { 'content-type': 'application/json', ...packed.headers } : {}),
        ...proofHeaders(),
        ...ask.headers,
      },
      body: packed?.body ?? null,
      credentials: 'same-origin',
      // Revalidation is ours: a 304 must reach us, and nothing personal belongs in the HTTP cache.
      cache: 'no-store',
      redirect: 'error',
      signal: giveUp.signal,
    });
    // Within the same time: a body that never ends is no answer either.
    const text = await response.text();
    if (typeof schema !== 'function') return read<T>(response, text, schema);
    return read<T>(response, text, response.ok ? await schema() : null);
  } catch {
    return { kind: 'unreachable', why: giveUp.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
    ask.giveUp?.removeEventListener('abort', end);
  }
}

async function pack(
  body: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const bytes = utf8(body);
  if (bytes.length < WORTH_PACKING_BYTES || typeof CompressionStream === 'undefined')
    return { body: bytes, headers: {} };
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return {
    body: new Uint8Array(await new Response(packed).arrayBuffer()),
    headers: { 'content-encoding': 'gzip' },
  };
}

/** What an answer means. */
export function read<T>(response: Response, text: string, schema: Schema | null): Reply<T> {
  if (response.status === 304) return { kind: 'notModified' };
  if (!response.ok) return readProblem(response, text);
  if (!schema)
    return response.status === 204
      ? { kind: 'answer', value: null as T }
      : { kind: 'unreachable', why: 'notOurs' };
  const checked = v.safeParse(schema, jsonIn(text));
  if (!checked.success) return { kind: 'unreachable', why: 'notOurs' };
  const etag = response.headers.get('etag');
  const date = response.headers.get('date');
  return { kind: 'answer', value: checked.output as T, ...(etag ? { etag } : {}), ...(date ? { date } : {}) };
}

/** An answer that refuses, ours or a gateway's. */
export function readProblem(response: Response, text: string): Reply<never> {
  const wait = retryAfterMs(response.headers.get('retry-after'));
  const waiting = wait === null ? {} : { retryAfterMs: wait };
  const ours = v.safeParse(Problem, jsonIn(text));
  if (ours.success) return { kind: 'problem', problem: ours.output, ...waiting };
  // A gateway in front of the endpoint answers in HTML, but its status still says what to do.
  const code = GATEWAY_CODES[response.status];
  if (code === undefined) return { kind: 'unreachable', why: 'notOurs' };
  return {
    kind: 'problem',
    problem: { type: 'about:blank', title: code, status: response.status, code },
    ...waiting,
  };
}

const GATEWAY_CODES: Readonly<Record<number, string>> = {
  413: 'body.tooLarge',
  429: 'rate.limited',
  502: 'store.busy',
  503: 'store.busy',
  504: 'store.busy',
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds, as this product's endpoint writes it; a date only where a gateway does. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const until = Date.parse(header) - Date.now();
  return Number.isNaN(until) ? null : Math.max(0, until);
}
