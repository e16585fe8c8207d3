import type { FastifyInstance } from 'fastify';
import { openApi } from '../../protocol/openapi.ts';
import type { Context } from '../context.ts';

/** Whether the endpoint lives, its counters, and its own description. */
export function systemRoutes(app: FastifyInstance, context: Context, version: string): void {
  app.get('/api/health', async (_request, reply) => {
    const alive = await context.store.read.alive().catch(() => false);
    reply.header('cache-control', 'no-store').code(alive ? 200 : 503);
    const { catalogue } = context.published.current();
    const store = context.store.kind;
    return {
      status: alive ? 'ok' : 'down',
      store,
      version,
      catalogue: catalogue.version,
      now: context.now(),
    };
  });
  app.get('/metrics', async (_request, reply) => {
    const { registry } = context.metrics;
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
  let description: string | undefined;
  app.get('/api/openapi.json', async (_request, reply) => {
    description ??= JSON.stringify(openApi(version));
    return reply.header('content-type', 'application/json; charset=utf-8').send(description);
  });
}
