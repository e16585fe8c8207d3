import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { firstOf } from '../../domain/names.ts';
import { inWords } from '../../protocol/errors.ts';
import {
  Complaint,
  ComplaintQuery,
  ComplaintTaken,
  Evaluation,
  EvaluationTaken,
} from '../../protocol/feedback.ts';
import { ProgressQuery } from '../../protocol/progressQuery.ts';
import type { CitizenPages, Context, Typed } from '../context.ts';
import { complaintState, takeComplaint } from '../feedback/complaints.ts';
import { takeEvaluation } from '../feedback/evaluations.ts';
import { asProblem, type Problem, readAs } from '../problems.ts';
import type { Html } from './citizen.ts';
import { SAID_LIMITED } from './feedback.ts';
import { findCase, findProgress, PROGRESS_LIMITED } from './progress.ts';

const NEVER_KEPT = 'no-store';

/**
 * The forms of what citizens say: sent without a script, answered with a redirect, so that going back or loading anew
 * says nothing twice. What was answered waits for the next page in a cookie, never in an address. No session is at
 * stake, so where a form was sent from does not matter.
 */
export function feedbackPages(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  evaluationPages(app, context, pages, html);
  complaintPages(app, context, pages, html);
  complaintStatePages(app, context, pages, html);
}

function evaluationPages(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  app.post('/evaluation', { config: PROGRESS_LIMITED }, async (request, reply) => {
    try {
      const said = readAs(Evaluation, request.body);
      const taken = await takeEvaluation(said, await findCase(said, context), context);
      return answered(reply, '/evaluation/received', taken, context);
    } catch (error) {
      const problem = problemOf(error);
      const typed = typedIn(request);
      const props = { ...(await foundAgain(problem, typed, context)), number: typed.number ?? '' };
      const page = pages.progress({ ...props, typed, problem: wordsOf(problem) });
      return html(reply.code(problem.statusCode), page, NEVER_KEPT);
    }
  });

  app.get('/evaluation', async (_request, reply) => reply.redirect('/progress', 303));

  app.get('/evaluation/received', async (request, reply) => {
    const taken = answerIn(EvaluationTaken, request);
    return taken ? html(reply, pages.evaluated(taken), NEVER_KEPT) : reply.redirect('/progress', 303);
  });
}

/** The case stays on the page when only what was said of it could not be taken. */
async function foundAgain({ code }: Problem, typed: Typed, context: Context) {
  const query = v.safeParse(ProgressQuery, pick(typed, 'number', 'code', 'channel'));
  if (!query.success || code.startsWith('progress.')) return {};
  return { found: await findProgress(query.output, context), receipt: query.output };
}

function complaintPages(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  const about = () => ({ catalogue: context.published.current().catalogue, today: context.today() });

  app.get('/complaint', async (_request, reply) => html(reply, pages.complaint(about()), 'no-cache'));

  app.post('/complaint', { config: SAID_LIMITED }, async (request, reply) => {
    try {
      const taken = await takeComplaint(readAs(Complaint, request.body), request.ip, context);
      return answered(reply, '/complaint/received', taken, context);
    } catch (error) {
      const problem = problemOf(error);
      const props = { ...about(), problem: wordsOf(problem), typed: typedIn(request) };
      return html(reply.code(problem.statusCode), pages.complaint(props), NEVER_KEPT);
    }
  });

  app.get('/complaint/received', async (request, reply) => {
    const taken = answerIn(ComplaintTaken, request);
    return taken ? html(reply, pages.complained(taken), NEVER_KEPT) : reply.redirect('/complaint/state', 303);
  });
}

function complaintStatePages(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  app.get('/complaint/state', async (_request, reply) => html(reply, pages.complaintState({}), 'no-cache'));

  app.post('/complaint/state', { config: SAID_LIMITED }, async (request, reply) => {
    const { number = '' } = typedIn(request);
    try {
      const query = readAs(ComplaintQuery, request.body);
      const found = await complaintState(query.number, context);
      return html(reply, pages.complaintState({ found, number }), NEVER_KEPT);
    } catch (error) {
      const problem = problemOf(error);
      const page = pages.complaintState({ number, problem: wordsOf(problem) });
      return html(reply.code(problem.statusCode), page, NEVER_KEPT);
    }
  });
}

/** @throws what nobody expected */
function problemOf(error: unknown): Problem {
  const problem = asProblem(error);
  if (problem.code === 'internal.error') throw error;
  return problem;
}

/** A field that cannot be taken, in the words of whoever filled it in. */
function wordsOf({ code, facts }: Problem): { what: string; todo: string } {
  if (code !== 'request.malformed') return inWords(code, facts);
  if (facts.path === 'words') return inWords('citizen.wordsTooLong');
  return inWords(facts.path === 'telephone' ? 'citizen.telephoneWrong' : 'citizen.incomplete');
}

/** More than any field takes: what cannot be taken is shown again as it was, but not without end. */
const MOST_SHOWN = 1_000;

function typedIn({ body }: FastifyRequest): Typed {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, firstOf(value, MOST_SHOWN)]] : [],
    ),
  );
}

const pick = (typed: Typed, ...names: readonly string[]): Typed =>
  Object.fromEntries(names.flatMap((name) => (name in typed ? [[name, typed[name] ?? '']] : [])));

const COOKIE = 'jinban_said';
/** As long as the page with the answer may be loaded anew, in seconds. */
const COOKIE_S = 600;

function answered(reply: FastifyReply, path: string, answer: unknown, { secure }: Context): FastifyReply {
  const value = Buffer.from(JSON.stringify(answer)).toString('base64url');
  reply.setCookie(COOKIE, value, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: COOKIE_S });
  return reply.header('cache-control', NEVER_KEPT).redirect(path, 303);
}

/** What the browser brings is only shown to itself; it is read like anything else from outside. */
function answerIn<S extends v.GenericSchema>(
  schema: S,
  { cookies }: FastifyRequest,
): v.InferOutput<S> | undefined {
  try {
    const value = JSON.parse(Buffer.from(cookies[COOKIE] ?? '', 'base64url').toString());
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  } catch {
    // None, or not ours.
    return undefined;
  }
}
