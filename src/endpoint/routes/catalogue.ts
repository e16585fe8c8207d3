import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Item } from '../../domain/item.ts';
import type { Catalogue } from '../../domain/rules.ts';
import { StatusChange } from '../../protocol/resources.ts';
import { appendAccess } from '../access/accessChain.ts';
import type { By } from '../access/staff.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { etagOf } from '../published.ts';
import { matches } from './etag.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { requireRole } from './staff.ts';

const Query = v.object({
  since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
});

/** The catalogue as everybody may read it, and its publication by editors. */
export function catalogueRoutes(app: FastifyInstance, context: Context): void {
  const { published } = context;
  app.get('/api/catalogue', async (request, reply) => {
    const { since } = readAs(Query, request.query);
    const { etag } = published.current();
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    reply.header('content-type', 'application/json; charset=utf-8');
    return published.answer(since ?? null);
  });

  const guarded = { onRequest: requireSameOrigin(context) };
  app.post<{ Params: { id: string } }>('/api/items/:id/status', guarded, async (request, reply) => {
    const { by } = await requireRole('editor', request, reply, context);
    const change = readAs(StatusChange, request.body);
    const expected = request.headers['if-match'];
    const catalogue = await publishStatus(request.params.id, change, expected, by, context);
    published.adopt(catalogue);
    const { etag } = published.current();
    return reply.code(201).header('etag', etag).send({ version: catalogue.version });
  });
}

/**
 * The item with one more status. While it is not in force people have to be told where to go; until an editor has
 * written that, they are told the basis, as on the citizens' home page.
 */
function withStatus(item: Item, { referral, ...status }: StatusChange): Item {
  const after = { ...item, status: [...item.status, { ...status, confirmation: 'confirmed' as const }] };
  const told = referral ?? item.referral ?? (status.state === 'in_force' ? undefined : status.basis);
  return told === undefined ? after : { ...after, referral: told };
}

/** The next version, in which the item has one more status. What was published stays as it is. */
async function publishStatus(
  id: string,
  change: StatusChange,
  expected: string | undefined,
  by: By,
  context: Context,
): Promise<Catalogue> {
  return context.store.write(async (tx) => {
    const before = (await tx.newestCatalogue()) ?? context.published.current();
    if (expected !== undefined && !matches(expected, before.etag)) throw new Problem('catalogue.conflict');
    const now = before.catalogue;
    if (!now.items.some((item) => item.id === id)) throw new Problem('item.unknown', { item: id });
    const items = now.items.map((item) => (item.id === id ? withStatus(item, change) : item));
    const after: Catalogue = { ...now, version: now.version + 1, items };
    const problems = context.lint(now, after).map((one) => `${one.where}：${one.message}`);
    if (problems.length > 0) throw new Problem('catalogue.invalid', { problems });
    const row = { catalogue: after, etag: etagOf(after), at: by.at, by: by.person, reason: change.basis };
    await tx.publish(row);
    const data = { version: after.version, item: id, ...change };
    const event = { type: 'cataloguePublished' as const, by: by.person, office: by.office, data };
    await appendAccess(tx, event, by.at, context);
    return after;
  });
}
