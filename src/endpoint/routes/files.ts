import { PassThrough, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { scopesOf } from '../../domain/reading.ts';
import { Hash } from '../../protocol/command.ts';
import { FilesAsked, type FilesHeld } from '../../protocol/files.ts';
import { authenticateUpload } from '../access/authenticateDevice.ts';
import type { Context } from '../context.ts';
import { heldOf } from '../files/held.ts';
import { readableFile } from '../files/reading.ts';
import { Problem } from '../problems.ts';
import { requireSession } from './session.ts';
import { readSigned, takeBytes } from './signedBody.ts';

/** A hundred hashes fit into it twice. */
const MAX_ASKED_BYTES = 16_384;

/** What a client of tus reads in an answer; what it says to other origins is left out. */
const TOLD = ['tus-resumable', 'location', 'upload-offset', 'upload-length', 'upload-metadata'];

/** Files of cases: devices bring them piece by piece, staff with a session look at them. */
export function fileRoutes(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    // tus reads the pieces itself, as they come.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
    const own = { decompress: false, compress: false } as const;
    const upload = (request: FastifyRequest, reply: FastifyReply) => takeUpload(request, reply, context);
    scope.post('/api/files', own, upload);
    scope.patch('/api/files/:name', own, upload);
    scope.head('/api/files/:name', own, upload);
  });

  app.register(async (scope) => {
    takeBytes(scope);
    const own = { decompress: false, bodyLimit: MAX_ASKED_BYTES } as const;
    scope.post('/api/files/held', own, async (request, reply): Promise<FilesHeld> => {
      reply.header('cache-control', 'no-store');
      const { said } = await readSigned(FilesAsked, request, context, MAX_ASKED_BYTES);
      return { held: await heldOf(said.hashes, context), now: context.now() };
    });
  });

  app.get<{ Params: { name: string } }>(
    '/api/files/:name',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const { posts } = await requireSession(request, reply, context);
      const hash = v.safeParse(Hash, request.params.name);
      if (!hash.success) throw new Problem('file.unknown');
      const { type, content } = await readableFile(hash.output, scopesOf(posts), context);
      // It came from outside: whatever it is, it runs nothing and reaches nothing where it is opened.
      reply.header('content-security-policy', "sandbox; default-src 'none'");
      reply.header('x-content-type-options', 'nosniff').header('content-disposition', 'inline');
      return reply.header('content-type', type).send(content);
    },
  );
}

async function takeUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<FastifyReply> {
  const { raw, headers, method, url: target } = request;
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  const { id } = await authenticateUpload({ authorization: headers.authorization, method, target }, context);
  const body = method === 'HEAD' ? undefined : passing(raw);
  try {
    const answer = await context.uploads.handle(webRequest(request, body), id);
    for (const name of TOLD) {
      const value = answer.headers.get(name);
      if (value !== null) reply.header(name, value);
    }
    return reply.code(answer.status).send();
  } catch (error) {
    // The line was cut: nobody hears the answer, and the device asks where it stands.
    if (raw.destroyed && !raw.complete) throw new Problem('store.busy');
    throw error;
  } finally {
    // What nobody read is let run out, so that the line stays good for the next request.
    if (body) raw.unpipe(body).resume();
  }
}

/** A body apart from its request: when whoever reads it gives up, the request can still be answered. */
function passing(raw: FastifyRequest['raw']): PassThrough {
  const body = new PassThrough();
  const cut = (): unknown => body.destroy(new Error('the line was cut'));
  if (raw.destroyed) cut();
  raw.once('error', cut);
  return raw.pipe(body);
}

function webRequest({ url, method, headers }: FastifyRequest, body: Readable | undefined): Request {
  const named = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) named.set(name, String(value));
  // A body that streams is read while it is answered; the DOM's types do not know the word.
  const about = { method, headers: named, duplex: 'half' };
  const streamed = body && { body: Readable.toWeb(body) as ReadableStream };
  return new Request(`http://localhost${url}`, { ...about, ...streamed });
}
