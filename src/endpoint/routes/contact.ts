import type { FastifyInstance } from 'fastify';
import { Contact, type ContactAnswer } from '../../protocol/resources.ts';
import { takeContact } from '../access/contact.ts';
import type { Context } from '../context.ts';
import { readSigned, takeBytes } from './signedBody.ts';

/** Twenty sealed keys and a few figures fit into it several times. */
const MAX_CONTACT_BYTES = 32_768;

/** How a device is, and what is asked of it. Authenticated like a batch: by the device's key, with nobody at it. */
export function contactRoutes(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    takeBytes(scope);
    const own = { decompress: false, bodyLimit: MAX_CONTACT_BYTES } as const;
    scope.post('/api/contact', own, async (request, reply): Promise<ContactAnswer> => {
      reply.header('cache-control', 'no-store');
      const { said, device, sentAt } = await readSigned(Contact, request, context, MAX_CONTACT_BYTES);
      return takeContact(said, device, sentAt, context);
    });
  });
}
