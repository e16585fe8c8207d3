import type { FastifyInstance } from 'fastify';
import type { Outcome } from '../../protocol/command.ts';
import { type QuarantineEntry, QuarantineRuling } from '../../protocol/resources.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { listQuarantined, rule } from '../recording/quarantine.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { requireRole } from './staff.ts';

/** What devices that are trusted no longer, or people who are disabled, have sent; and what a supervisor rules. */
export function quarantineRoutes(app: FastifyInstance, context: Context): void {
  const guarded = { onRequest: requireSameOrigin(context) };

  app.get('/api/quarantine', async (request, reply): Promise<{ entries: QuarantineEntry[] }> => {
    await requireRole('supervisor', request, reply, context);
    return { entries: await listQuarantined(context.store) };
  });

  app.post<{ Params: { id: string } }>(
    '/api/quarantine/:id',
    guarded,
    async (request, reply): Promise<Outcome> => {
      const { by } = await requireRole('supervisor', request, reply, context);
      const outcome = await rule(request.params.id, readAs(QuarantineRuling, request.body), by, context);
      if (!outcome) throw new Problem('quarantine.unknown');
      return outcome;
    },
  );

  app.post('/api/sealing-keys', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    return reply.code(201).send(await context.sealing.rotate(by));
  });

  app.post('/api/document-keys', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    return reply.code(201).send(await context.documents.rotate(by));
  });
}
