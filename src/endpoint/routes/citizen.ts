import type { FastifyInstance, FastifyReply } from 'fastify';
import { inWords } from '../../protocol/errors.ts';
import { ProgressQuery } from '../../protocol/resources.ts';
import type { CitizenPages, Context } from '../context.ts';
import { asProblem, type Problem, readAs } from '../problems.ts';
import { sha256Base64 } from './contentPolicy.ts';
import { findProgress, PROGRESS_LIMITED } from './progress.ts';

/** The citizens' pages: rendered here, readable without a script. */
export function citizenRoutes(app: FastifyInstance, context: Context, pages: CitizenPages): void {
  const style = `'sha256-${sha256Base64(pages.css)}'`;
  const html = (reply: FastifyReply, text: string, cache: string): FastifyReply => {
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    return reply
      .header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${style}`))
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', cache)
      .send(text);
  };

  app.get('/', async (_request, reply) => {
    const { catalogue } = context.published.current();
    return html(reply, pages.home({ catalogue, today: context.today() }), 'no-cache');
  });

  app.get('/progress', async (_request, reply) =>
    html(reply, pages.progress({ scripts: pages.scripts }), 'no-cache'),
  );

  app.post('/progress', { config: PROGRESS_LIMITED }, async (request, reply) => {
    const { scripts } = pages;
    const typed = (request.body as { number?: unknown } | undefined)?.number;
    const number = typeof typed === 'string' ? typed.slice(0, 60) : '';
    try {
      const found = await findProgress(readAs(ProgressQuery, request.body), context);
      return html(reply, pages.progress({ scripts, found, number }), 'no-store');
    } catch (error) {
      const problem: Problem = asProblem(error);
      if (problem.code === 'internal.error') throw error;
      const page = pages.progress({ scripts, number, problem: inWords(problem.code, problem.facts) });
      return html(reply.code(problem.statusCode), page, 'no-store');
    }
  });
}
