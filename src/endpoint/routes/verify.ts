import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { ERRORS, inWords, isErrorCode } from '../../protocol/errors.ts';
import type { CitizenPages, Context } from '../context.ts';
import { findDocument } from '../documents/verifying.ts';
import { readAs } from '../problems.ts';
import type { Html } from './citizen.ts';

/** Requests a minute from one address: each costs the check of a signature. */
const LIMITED = { rateLimit: { max: 300, timeWindow: 60_000 } };

/** No code is longer; what is cut here is none of ours. */
const MOST = 400;
/** An address may name a thing twice. */
const Query = v.object({ d: v.optional(v.union([v.string(), v.array(v.string())]), '') });

/** The page at the address in a document's QR: whoever holds the paper asks whether it is one. */
export function verifyPage(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  app.get('/verify', { config: LIMITED }, async (request, reply) => {
    const { d } = readAs(Query, request.query);
    const code = (Array.isArray(d) ? '' : d).slice(0, MOST);
    if (d === '') return html(reply, pages.verify({}), 'no-store');
    const found = await findDocument(code, context);
    if (found.ok) return html(reply, pages.verify({ found: found.value }), 'no-store');
    const { code: problem, facts } = found.refusal;
    const status = isErrorCode(problem) ? ERRORS[problem].status : 422;
    return html(reply.code(status), pages.verify({ problem: inWords(problem, facts) }), 'no-store');
  });
}
