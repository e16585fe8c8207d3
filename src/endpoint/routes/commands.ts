import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BatchAnswer } from '../../protocol/command.ts';
import type { Context } from '../context.ts';
import type { RawRequest } from '../opening/request.ts';
import { bytesOf, takeBytes } from './signedBody.ts';

/** Batches of commands. The device's key is all that sending needs: no session, nobody at the screen. */
export function commandRoutes(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    takeBytes(scope);
    // Helmet writes its policy anew for each answer, which no browser's page ever reads here; what counts is said.
    // A body is small and in memory: the opener unpacks it in one go, for a tenth of a stream of its own.
    const own = { helmet: false, decompress: false } as const;
    scope.post('/api/commands', own, async (request, reply): Promise<BatchAnswer> => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      const arrival = context.now();
      const { arrived, ...batch } = await context.opener.open(rawOf(request));
      const outcomes = await context.recorder.submit({ ...batch, commands: arrived, arrival });
      for (const outcome of outcomes) context.metrics.outcome(outcome);
      return { outcomes, now: context.now() };
    });
  });
}

function rawOf(request: FastifyRequest): RawRequest {
  const { headers } = request;
  return {
    body: ownBytes(bytesOf(request)),
    encoding: headers['content-encoding'],
    authorization: headers.authorization,
  };
}

/** Bytes that may be handed on to another thread: small buffers share their memory with others. */
function ownBytes(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
