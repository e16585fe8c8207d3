import type { FastifyInstance } from 'fastify';
import { isComplete } from '../../domain/rules.ts';
import { forTheList } from '../../domain/wanted.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';

/** What the citizens' pages read as data: small parts of the catalogue, as everybody may read it. */
export function citizenDataRoutes(app: FastifyInstance, { published }: Context): void {
  app.get<{ Params: { id: string } }>('/guide/:id.json', async (request, reply) => {
    const guide = published.rules().guide(request.params.id);
    if (!isComplete(guide)) throw new Problem('route.notFound');
    return reply.header('cache-control', 'no-cache').send(forTheList(guide));
  });

  app.get('/search.json', async (_request, reply) => {
    const { catalogue } = published.current();
    const guides = catalogue.guides.map(({ id, item, version, title }) => ({ id, item, version, title }));
    const items = catalogue.items.map(({ id, seq, name, shortName, codes, words, guides: own }) => ({
      ...{ id, seq, name, shortName, codes, words },
      guides: own,
    }));
    return reply.header('cache-control', 'no-cache').send({ items, guides });
  });
}
