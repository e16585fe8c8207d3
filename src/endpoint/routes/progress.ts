import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Case } from '../../domain/case.ts';
import { normaliseCaseNumber, normaliseCode, parseCaseNumber } from '../../domain/caseNumber.ts';
import { hasIdEnd } from '../../domain/parties.ts';
import { type ProgressView, progressOf } from '../../domain/progress.ts';
import { stickerNumberIn } from '../../domain/sticker.ts';
import { type Instant, legalTimeOfDay } from '../../domain/time.ts';
import { ProgressQuery } from '../../protocol/progressQuery.ts';
import { createAttempts } from '../access/attempts.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import { numberKeyOf } from '../recording/workingSet.ts';

/** What a citizen may see of a case, for its number, or its sticker's, and the code on the receipt. */
export function progressRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/progress', { config: PROGRESS_LIMITED }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return findProgress(readAs(ProgressQuery, request.body), context);
  });
}

/** Requests a minute from one address, besides the limit for each number. */
export const PROGRESS_LIMITED = { rateLimit: { max: 600, timeWindow: 60_000 } };

/** Wrong codes for one number in a quarter of an hour; then nothing is looked up until the first of them is past. */
export const MAX_WRONG_CODES = 5;

export async function findProgress(query: ProgressQuery, context: Context): Promise<ProgressView> {
  const { state } = await findCase(query, context);
  return progressOf(state, context.published.rules(), context.today());
}

/**
 * The case of a receipt. A number that was typed wrong is told as such, and costs nothing; a wrong code and a number
 * that nobody has are the same answer and cost the same. Only wrong attempts count. A sticker opens the first case that it
 * was used for; once there is a second one, only for whoever knows the end of the applicant's identity number, since
 * somebody else may hold the same number and code. That one has typed nothing wrong, and must not lock out the first.
 * @throws Problem progress.numberWrong, progress.unknown, progress.tooMany, progress.stickerShared, progress.stickerOther
 */
export async function findCase(
  query: Pick<ProgressQuery, 'number' | 'code' | 'idEnd'>,
  context: Context,
): Promise<{ readonly id: string; readonly state: Case }> {
  const sticker = stickerNumberIn(query.number);
  if (!sticker && !parseCaseNumber(normaliseCaseNumber(query.number)))
    throw new Problem('progress.numberWrong');
  const attempts = createAttempts(context);
  const number = numberKeyOf(sticker ?? query.number);
  const subject = `progress ${number}`;
  const until = await attempts.waitsUntil(subject, MAX_WRONG_CODES);
  if (until !== undefined) throw new Problem('progress.tooMany', { until: minuteAfter(until) });
  const [first, ...others] = await casesUnder(number, sticker !== undefined, context);
  const right = sameCode(query.code, first?.state?.code);
  const isTheirs = ({ state }: Under): boolean => state !== null && hasIdEnd(state.parties, query.idEnd);
  if (right && first?.state && (others.length === 0 || isTheirs(first)))
    return { id: first.id, state: first.state };
  if (others.some((one) => sameCode(query.code, one.state?.code) && isTheirs(one)))
    throw new Problem('progress.stickerOther');
  if (!right || query.idEnd) await attempts.failed(subject);
  throw new Problem(right ? 'progress.stickerShared' : 'progress.unknown');
}

/** A case that a number leads to; null once its content was deleted. */
interface Under {
  readonly id: string;
  readonly state: Case | null;
}

async function casesUnder(number: string, isSticker: boolean, { store }: Context): Promise<Under[]> {
  const { read } = store;
  const found = isSticker ? await read.casesBySticker(number) : [await read.caseByNumber(number)];
  return found.flatMap((one) => (one ? { id: one.id, state: JSON.parse(one.state) as Case | null } : []));
}

/** The first whole minute at which it is over: whoever comes then is not turned away for some seconds. */
const minuteAfter = (until: Instant): string =>
  legalTimeOfDay(new Date(Math.ceil(Date.parse(until) / 60_000) * 60_000).toISOString());

/** Compared in constant time, also with nothing. A code is read off paper: O is 0, I and L are 1. */
function sameCode(typed: string, code: string | undefined): boolean {
  const same = timingSafeEqual(
    Buffer.from(sha256(normaliseCode(typed))),
    Buffer.from(sha256(code ?? 'no such case')),
  );
  return same && code !== undefined;
}
