import type { FastifyInstance } from 'fastify';
import type { Case } from '../../domain/case.ts';
import { claimableFor } from '../../domain/decideClaim.ts';
import { custodyOf, holderOf } from '../../domain/handling.ts';
import { statusOn } from '../../domain/intakeRules.ts';
import { officeKindOf, receivesAt } from '../../domain/office.ts';
import { type Claimable, ClaimQuery } from '../../protocol/claims.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { findCase, PROGRESS_LIMITED } from './progress.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { requireSession } from './session.ts';

/** The citizen's page has one more question for a sticker that two people hold; a clerk goes by the number of the case. */
function inWordsForClerks(error: unknown): never {
  const shared = error instanceof Problem && error.code === 'progress.stickerShared';
  throw shared ? new Problem('claim.stickerShared') : error;
}

/** What an earlier app reads, and nothing more: it refuses an answer with keys that it does not know. */
const asBefore = ({ open: _, holder: __, paper: ___, ...known }: Claimable) => known;

/** How it stands, and what may be done with it at any hall: the rules of the table, by the catalogue of today. */
function claimable(id: string, found: Case, { published, today }: Context): Claimable {
  const { version, number, item: itemId, hall, code } = found;
  const rules = published.rules();
  const item = rules.item(itemId);
  const status = item ? statusOn(found, item.intakeRule, today(), rules.calendar) : found.status;
  const { at, way } = custodyOf(found);
  return {
    ...{ id, version, number, item: itemId, hall, status, code },
    open: item ? [...claimableFor(found, item, status)] : [],
    holder: item ? holderOf(found, item, status) : hall,
    paper: { at, ...(way ? { to: way.to } : {}) },
  };
}

/**
 * A case that another hall received, for a clerk to whom its receipt was shown. As on the progress page: by exact number and
 * code, and wrong codes are counted for each number. Claiming it is a signed command.
 */
export function claimRoutes(app: FastifyInstance, context: Context): void {
  const guarded = { onRequest: requireSameOrigin(context), config: PROGRESS_LIMITED };
  app.post('/api/claims', guarded, async (request, reply) => {
    const { posts } = await requireSession(request, reply, context);
    const receives = posts.some(({ office, roles }) => receivesAt(officeKindOf(office), roles));
    if (!receives) throw new Problem('session.forbidden');
    reply.header('cache-control', 'no-store');
    const query = readAs(ClaimQuery, request.body);
    const { id, state } = await findCase(query, context).catch(inWordsForClerks);
    const answer = claimable(id, state, context);
    return query.ways ? answer : asBefore(answer);
  });
}
