import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { httpTransport } from '../../../../src/app/local/edges/transport.ts';
import { catalogueSince } from '../../../../src/protocol/catalogue.ts';
import { sampleCatalogue } from '../../../support/sampleCatalogue.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

/** A server that answers each request as told, and the transport to it. */
async function serving(answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, response, Buffer.concat(parts)));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  stop = () => server.close();
  return httpTransport(`http://localhost:${(server.address() as AddressInfo).port}`);
}

const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  serving((_, response) => response.writeHead(status, headers).end(body));

const ANSWER = JSON.stringify({ outcomes: [], now: '2026-11-23T02:00:00.000Z' });

describe('the transport', () => {
  it('packs what it sends, and sends the signature over the plain text', async () => {
    const seen: { text: string; encoding: string | undefined; authorization: string | undefined }[] = [];
    const transport = await serving((request, response, body) => {
      const encoding = request.headers['content-encoding'];
      const text = encoding === 'gzip' ? gunzipSync(body).toString() : body.toString();
      seen.push({ text, encoding, authorization: request.headers.authorization });
      response.end(ANSWER);
    });
    const long = JSON.stringify({ commands: 'x'.repeat(5_000) });
    expect(await transport.commands(long, 'signed')).toMatchObject({ kind: 'answer' });
    expect(await transport.commands('{}', 'signed')).toMatchObject({ kind: 'answer' });
    expect(seen).toEqual([
      { text: long, encoding: 'gzip', authorization: 'signed' },
      { text: '{}', encoding: undefined, authorization: 'signed' },
    ]);
  });

  it.each([
    ['a captive portal’s page', 200, '<html>请登录</html>'],
    ['JSON that is not ours', 200, '{"hello":1}'],
    ['a page with a status that says nothing', 404, '<html>404</html>'],
    ['an empty answer', 200, ''],
  ])('takes %s for no answer', async (_, status, body) => {
    const transport = await answering(status, body, { 'content-type': 'text/html' });
    expect(await transport.commands('{}', '')).toEqual({ kind: 'unreachable', why: 'notOurs' });
  });

  it('does not follow a redirect to somebody else’s page', async () => {
    const transport = await answering(302, '', { location: '/login' });
    expect(await transport.commands('{}', '')).toMatchObject({ kind: 'unreachable' });
  });

  it('reads problem details and how long to wait', async () => {
    const problem = {
      type: 'urn:x',
      title: '频繁',
      status: 429,
      code: 'rate.limited',
      facts: { seconds: 7 },
    };
    const transport = await answering(429, JSON.stringify(problem), { 'retry-after': '7' });
    expect(await transport.commands('{}', '')).toEqual({ kind: 'problem', problem, retryAfterMs: 7_000 });
  });

  it.each([
    [413, 'body.tooLarge'],
    [429, 'rate.limited'],
    [502, 'store.busy'],
    [503, 'store.busy'],
  ])('understands a gateway’s %i', async (status, code) => {
    const transport = await answering(status, '<html>nginx</html>');
    expect(await transport.commands('{}', '')).toMatchObject({ kind: 'problem', problem: { status, code } });
  });

  it('says offline when nobody listens', async () => {
    expect(await httpTransport('http://localhost:1').session()).toEqual({
      kind: 'unreachable',
      why: 'offline',
    });
  });

  it('asks for the catalogue by tag and version, and validates all of it', async () => {
    const seen: (string | undefined)[] = [];
    let body = JSON.stringify(catalogueSince(null, sampleCatalogue));
    const transport = await serving((request, response) => {
      seen.push(request.url, request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(body);
    });
    expect(await transport.catalogue(null, null)).toMatchObject({
      kind: 'answer',
      etag: '"1"',
      value: { version: 1 },
    });
    expect(await transport.catalogue('"1"', 1)).toEqual({ kind: 'notModified' });
    body = body.replace('"in_force"', '"maybe"');
    expect(await transport.catalogue(null, null)).toEqual({ kind: 'unreachable', why: 'notOurs' });
    expect(seen).toEqual([
      '/api/catalogue',
      undefined,
      '/api/catalogue?since=1',
      '"1"',
      '/api/catalogue',
      undefined,
    ]);
  });
});
