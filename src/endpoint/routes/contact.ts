import type { FastifyInstance } from 'fastify';
import { Contact, type ContactAnswer } from '../../protocol/resources.ts';
import { authenticateDevice } from '../access/authenticateDevice.ts';
import { takeContact } from '../access/contact.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';

/** Twenty sealed keys and a few figures fit into it several times. */
const MAX_CONTACT_BYTES = 32_768;

/** How a device is, and what is asked of it. Authenticated like a batch: by the device's key, with nobody at it. */
export function contactRoutes(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    // The signature is over the bytes as they came, so they are kept until it is checked.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    const own = { decompress: false, bodyLimit: MAX_CONTACT_BYTES } as const;
    scope.post('/api/contact', own, async (request, reply): Promise<ContactAnswer> => {
      reply.header('cache-control', 'no-store');
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { device, sentAt } = await authenticateDevice(request.headers.authorization, bytes, context);
      const contact = readAs(Contact, parse(bytes));
      if (contact.device !== device.id) throw new Problem('device.signatureInvalid');
      return takeContact(contact, device, sentAt, context);
    });
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem('body.notJson');
  }
}
