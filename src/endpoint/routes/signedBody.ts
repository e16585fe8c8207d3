import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as v from 'valibot';
import { authenticateDevice } from '../access/authenticateDevice.ts';
import type { Context } from '../context.ts';
import { unpacked } from '../opening/unpacked.ts';
import { Problem, readAs } from '../problems.ts';
import type { DeviceRow } from '../store/peoplePort.ts';

/** JSON bodies as they came: a device's signature is over the bytes, so they are kept until it is checked. */
export function takeBytes(scope: FastifyInstance): void {
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

/** Empty where nothing, or nothing of JSON, came. */
export const bytesOf = ({ body }: Pick<FastifyRequest, 'body'>): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0);

/**
 * What a device says of itself, proved by its own key with nobody at it; in a scope that takes bytes.
 * @param most bytes that it may have unpacked
 * @throws Problem device.unknown, device.signatureInvalid, body.*, or what does not fit the schema
 */
export async function readSigned<T extends { readonly device: string }>(
  schema: v.GenericSchema<unknown, T>,
  request: Pick<FastifyRequest, 'body' | 'headers'>,
  context: Context,
  most: number,
): Promise<{ readonly said: T; readonly device: DeviceRow; readonly sentAt: string }> {
  const encoding = request.headers['content-encoding'];
  const bytes = unpacked({ body: bytesOf(request), encoding }, most);
  const { device, sentAt } = await authenticateDevice(request.headers.authorization, bytes, context);
  const said = readAs(schema, parse(bytes));
  if (said.device !== device.id) throw new Problem('device.signatureInvalid');
  return { said, device, sentAt };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem('body.notJson');
  }
}
