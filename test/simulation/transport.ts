import type { HttpRequest } from 'tus-js-client';
import { signedBody } from '../../src/app/local/batch.ts';
import { read, type Schema } from '../../src/app/local/edges/http.ts';
import { type UploadWay, uploadTo } from '../../src/app/local/edges/uploads.ts';
import type { DeviceKeys, Reply, Transport } from '../../src/app/local/ports.ts';
import { toBase64url } from '../../src/protocol/bytes.ts';
import { CatalogueAnswer } from '../../src/protocol/catalogueAnswer.ts';
import { type Batch, BatchAnswer } from '../../src/protocol/command.ts';
import { FeedPage } from '../../src/protocol/feed.ts';
import { FilesHeld } from '../../src/protocol/files.ts';
import { SESSION_WITH } from '../../src/protocol/posts.ts';
import { PROOF_HEADER } from '../../src/protocol/proof.ts';
import { ContactAnswer, Enrolled, Session } from '../../src/protocol/resources.ts';
import type { Wire, WireAnswer } from './endpoint.ts';
import type { Line } from './line.ts';

/** What the windows of one browser share of a session: its cookie on the disk, its proof in their memory. */
export interface Jar {
  cookie: string;
  proof: string | null;
}

export interface Sender {
  readonly device: number;
  readonly keys: DeviceKeys;
  readonly jar: Jar;
  readonly line: Line;
  /** The device's own clock, as an instant. */
  now(): string;
  bytes(count: number): Uint8Array<ArrayBuffer>;
}

type Method = Wire['method'];

/** A device's way to the endpoint: the product's own requests and schemas, over the simulated line. */
export function transportOf(sender: Sender): Transport {
  const { jar, line, device } = sender;
  const ask = <T>(
    resource: string,
    method: Method,
    url: string,
    schema: Schema | null,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<T>> => {
    const wire = wireOf(sender, method, url, body, headers);
    const parts = resource === 'commands' ? partsOf(sender, wire) : undefined;
    return line.ask<T>({
      ...{ device, resource, wire, parts, heard: (answer) => keepCookie(jar, answer) },
      read: (answer) => read(responseOf(answer), answer.body, schema),
    });
  };
  const proven = (): void => {
    jar.proof ??= toBase64url(sender.bytes(32));
  };
  return {
    commands: (body, authorization) =>
      ask('commands', 'POST', '/api/commands', BatchAnswer, body, { authorization }),
    feed: (scope, after) => ask('feed', 'GET', `/api/feed?scope=${scope}&after=${after}`, FeedPage),
    catalogue: (etag, since) => {
      const url = `/api/catalogue${since === null ? '' : `?since=${since}`}`;
      const known: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
      return ask('catalogue', 'GET', url, CatalogueAnswer, undefined, known);
    },
    signIn: (body) => {
      proven();
      return ask('session', 'POST', `/api/session${SESSION_WITH}`, Session, JSON.stringify(body));
    },
    signOut: () => ask('session', 'DELETE', '/api/session', null),
    session: () => ask('session', 'GET', `/api/session${SESSION_WITH}`, Session),
    renew: (body) => {
      proven();
      return ask('session', 'POST', `/api/session/renewal${SESSION_WITH}`, Session, JSON.stringify(body));
    },
    forgetProof: () => {
      jar.proof = null;
    },
    enrol: (body) => ask('enrol', 'POST', '/api/devices', Enrolled, JSON.stringify(body)),
    contact: (body, authorization) =>
      ask('contact', 'POST', '/api/contact', ContactAnswer, body, { authorization }),
    filesHeld: (body, authorization) =>
      ask('files', 'POST', '/api/files/held', FilesHeld, body, { authorization }),
    upload: (file) => uploadTo(uploadWay(sender), file),
    // Nobody looks at a photograph here; at the end each is read where it lies.
    file: async () => ({ kind: 'unreachable', why: 'offline' }),
    history: async () => ({ kind: 'answer', value: [] }),
    seals: async () => ({ kind: 'unreachable', why: 'offline' }),
    live: () => () => undefined,
  };
}

/** Small, so that a page takes more than one request. */
const CHUNK_BYTES = 200;
const ORIGIN = 'http://localhost';

/** The product's own use of tus, over the simulated line. Its further tries come from the engine, which has the clock. */
function uploadWay(sender: Sender): UploadWay {
  return {
    ...{ base: ORIGIN, chunkBytes: CHUNK_BYTES, retryDelays: null },
    source: (bytes) => Buffer.from(bytes),
    stack: () => ({
      getName: () => 'simulated',
      createRequest: (method, url) => tusRequest(sender, method as Method, url),
    }),
  };
}

function tusRequest({ line, device }: Sender, method: Method, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => {
      headers[name.toLowerCase()] = value;
    },
    getHeader: (name) => headers[name.toLowerCase()],
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => null,
    abort: async () => undefined,
    async send(body: Buffer | undefined) {
      const wire = { ...{ method, headers, from: addressOf(device) }, url: new URL(url).pathname };
      const reply = await line.ask<WireAnswer>({
        ...{ device, resource: 'files', wire: body ? { ...wire, body: Buffer.from(body) } : wire },
        heard: () => undefined,
        read: (value) => ({ kind: 'answer', value }),
      });
      if (reply.kind !== 'answer') throw new Error('the line was cut');
      const { status, headers: told, body: text } = reply.value;
      return {
        getStatus: () => status,
        getHeader: (name) => (told[name.toLowerCase()] as string | undefined)?.toString(),
        getBody: () => text,
        getUnderlyingObject: () => responseOf(reply.value),
      };
    },
  };
}

function responseOf({ status, headers: { etag, 'retry-after': wait } }: WireAnswer): Response {
  return new Response(null, {
    status,
    headers: {
      ...(etag === undefined ? {} : { etag: String(etag) }),
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
  });
}

const addressOf = (device: number): string => `10.0.0.${device + 1}`;

function wireOf(
  { jar, device }: Sender,
  method: Method,
  url: string,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
): Wire {
  return {
    ...{ method, url, body, from: addressOf(device) },
    headers: {
      cookie: jar.cookie,
      ...(jar.proof === null ? {} : { [PROOF_HEADER]: jar.proof }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  };
}

function keepCookie(jar: Jar, { headers }: WireAnswer): void {
  const set = headers['set-cookie'];
  if (set !== undefined) jar.cookie = String(set).replace(/;.*/s, '');
}

/** The device may carry its envelopes on in any order and company: each batch is signed for sending anew. */
function partsOf({ keys, now }: Sender, wire: Wire): (order: 'reversed' | 'apart') => Promise<Wire[]> {
  return async (order) => {
    const batch = JSON.parse(String(wire.body)) as Batch;
    const reversed = [...batch.commands].reverse();
    const parts = order === 'reversed' ? [reversed] : reversed.map((one) => [one]);
    return await Promise.all(
      parts.map(async (commands) => {
        const again = await signedBody(keys, batch.device, { ...batch, commands }, now());
        return {
          ...wire,
          body: again.body,
          headers: { ...wire.headers, authorization: again.authorisation },
        };
      }),
    );
  };
}
