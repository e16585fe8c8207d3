import type { FastifyInstance } from 'fastify';
import { PolicyChange } from '../../protocol/resources.ts';
import { changePolicy } from '../access/policies.ts';
import type { Context } from '../context.ts';
import { readAs } from '../problems.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { requireRole } from './staff.ts';

/** What the devices of an office hold to; told to each at its next contact. */
export function policyRoutes(app: FastifyInstance, context: Context): void {
  app.get('/api/policies', async (request, reply) => {
    await requireRole('admin', request, reply, context);
    return { policies: await context.store.read.policies() };
  });

  const guarded = { onRequest: requireSameOrigin(context) };
  app.put<{ Params: { office: string } }>('/api/policies/:office', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    return changePolicy(request.params.office, readAs(PolicyChange, request.body), by, context);
  });
}
