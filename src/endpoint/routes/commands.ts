import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isInstant } from '../../domain/time.ts';
import { Batch, type BatchAnswer, MAX_BODY_BYTES } from '../../protocol/command.ts';
import { parseAuthorisation, sendingText } from '../../protocol/signing.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import type { DeviceRow } from '../store/peoplePort.ts';

/** Batches of commands. The device's key is all that sending needs: no session, nobody at the screen. */
export function commandRoutes(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    // The signature is over the bytes as they came, so they are kept until it is checked.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    // Helmet writes its policy anew for each answer, which no browser's page ever reads here; what counts is said.
    // A body is small and in memory: unpacked in one go, it costs a tenth of a stream of its own.
    const own = { helmet: false, decompress: false } as const;
    scope.post('/api/commands', own, async (request, reply): Promise<BatchAnswer> => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
      const bytes = unpacked(request);
      const { device, sentAt } = await authenticate(request, bytes, context);
      const batch = readAs(Batch, parse(bytes));
      if (batch.device !== device.id) throw new Problem('device.signatureInvalid');
      const outcomes = await context.recorder.submit({
        device: device.id,
        revoked: device.revokedAt !== null,
        made: batch.made,
        commands: batch.commands,
        ...(isInstant(sentAt) ? { sentAt } : {}),
        arrival: context.now(),
      });
      for (const outcome of outcomes) context.metrics.outcome(outcome);
      return { outcomes, now: context.now() };
    });
  });
}

/** The body before compression. @throws Problem body.encoding, body.tooLarge, body.notJson */
function unpacked({ body, headers }: FastifyRequest): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw new Problem('body.encoding');
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Problem(tooLarge ? 'body.tooLarge' : 'body.notJson');
  }
}

/** @throws Problem device.unknown, device.signatureInvalid */
async function authenticate(
  request: FastifyRequest,
  body: Buffer,
  context: Context,
): Promise<{ device: DeviceRow; sentAt: string }> {
  const sent = parseAuthorisation(request.headers.authorization ?? '');
  if (!sent) throw new Problem('device.signatureInvalid');
  const device = await context.store.read.device(sent.device);
  if (!device) throw new Problem('device.unknown');
  const text = sendingText(sent.device, sent.at, sha256(body));
  if (!(await context.verifier.verify(device.deviceKey, text, sent.signature)))
    throw new Problem('device.signatureInvalid');
  return { device, sentAt: sent.at };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem('body.notJson');
  }
}
