import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Case } from '../../domain/case.ts';
import { type ProgressView, progressOf } from '../../domain/progress.ts';
import { ProgressQuery } from '../../protocol/resources.ts';
import { createAttempts } from '../access/attempts.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import { numberKeyOf } from '../recording/workingSet.ts';

/** What a citizen may see of a case, for its number and the code on the receipt. */
export function progressRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/progress', { config: PROGRESS_LIMITED }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return findProgress(readAs(ProgressQuery, request.body), context);
  });
}

/** Requests a minute from one address, besides the limit for each number. */
export const PROGRESS_LIMITED = { rateLimit: { max: 600, timeWindow: 60_000 } };

/**
 * A wrong code and an unknown number are the same answer and cost the same; only wrong attempts count.
 * @throws Problem progress.unknown, progress.tooMany
 */
export async function findProgress(query: ProgressQuery, context: Context): Promise<ProgressView> {
  const attempts = createAttempts(context);
  const number = numberKeyOf(query.number);
  const subject = `progress ${number}`;
  if (await attempts.exhausted(subject)) throw new Problem('progress.tooMany');
  const found = await context.store.read.caseByNumber(number);
  const state = found && (JSON.parse(found.state) as Case);
  if (sameCode(query.code, state?.code) && state)
    return progressOf(state, context.published.rules(), context.today());
  await attempts.failed(subject);
  throw new Problem('progress.unknown');
}

/** Compared in constant time, also with nothing. A code is read off paper: O is 0, I and L are 1. */
function sameCode(typed: string, code: string | undefined): boolean {
  const read = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const same = timingSafeEqual(Buffer.from(sha256(read)), Buffer.from(sha256(code ?? 'no such case')));
  return same && code !== undefined;
}
