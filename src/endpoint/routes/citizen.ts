import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { firstOf } from '../../domain/names.ts';
import { isComplete } from '../../domain/rules.ts';
import { inWords } from '../../protocol/errors.ts';
import { ProgressQuery } from '../../protocol/progressQuery.ts';
import type { CitizenPages, Context } from '../context.ts';
import { asProblem, type Problem, readAs } from '../problems.ts';
import { sha256Base64 } from './contentPolicy.ts';
import { matches } from './etag.ts';
import { feedbackPages } from './feedbackPages.ts';
import { findProgress, PROGRESS_LIMITED } from './progress.ts';
import { verifyPage } from './verify.ts';

/** What a person types into the search; more is no name of anything. */
const MOST_TYPED = 60;
const Search = v.object({ q: v.optional(v.string(), '') });
const FRESH = 'no-cache';

/** The citizens' pages: rendered here, readable without a script. */
export function citizenRoutes(app: FastifyInstance, context: Context, pages: CitizenPages): void {
  const style = `'sha256-${sha256Base64(pages.css)}'`;
  const html = (reply: FastifyReply, text: string | Buffer, cache = FRESH): FastifyReply => {
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    return reply
      .header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${style}`))
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', cache)
      .send(text);
  };
  const kept = keptPages(context);
  /** A page that is the same for everybody until the catalogue or the day changes. */
  const page = (request: FastifyRequest, reply: FastifyReply, name: string, render: () => string) => {
    const { plain, brotli, etag } = kept(name, render);
    reply.header('etag', etag).header('vary', 'accept-encoding');
    if (matches(request.headers['if-none-match'], etag)) return html(reply.code(304), '');
    const compressed = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    return compressed ? html(reply.header('content-encoding', 'br'), brotli) : html(reply, plain);
  };
  const notFound = (reply: FastifyReply) => html(reply.code(404), pages.notFound());

  app.get('/', async (request, reply) => {
    const { catalogue } = context.published.current();
    return page(request, reply, 'home', () => pages.home({ catalogue, today: context.today() }));
  });

  app.get('/halls', async (request, reply) =>
    page(request, reply, 'halls', () => pages.halls({ catalogue: context.published.current().catalogue })),
  );

  app.get('/search', async (request, reply) => {
    const { q } = readAs(Search, request.query);
    const { catalogue } = context.published.current();
    return html(reply, pages.search({ catalogue, query: firstOf(q.trim(), MOST_TYPED) }));
  });

  app.get<{ Params: { id: string } }>('/guide/:id', async (request, reply) => {
    const rules = context.published.rules();
    const guide = rules.guide(request.params.id);
    const item = guide && rules.item(guide.item);
    if (!item) return notFound(reply);
    return page(request, reply, `guide ${guide.id}`, () =>
      pages.guide({ guide, item, rules, today: context.today() }),
    );
  });

  app.get<{ Params: { id: string } }>('/guide/:id/forms', async (request, reply) => {
    const guide = context.published.rules().guide(request.params.id);
    if (!isComplete(guide) || !guide.forms?.length) return notFound(reply);
    return page(request, reply, `forms ${guide.id}`, () => pages.forms({ guide }));
  });

  progressPages(app, context, pages, html);
  feedbackPages(app, context, pages, html);
  verifyPage(app, context, pages, html);
}

export type Html = (reply: FastifyReply, text: string, cache: string) => FastifyReply;

function progressPages(app: FastifyInstance, context: Context, pages: CitizenPages, html: Html): void {
  app.get('/progress', async (_request, reply) => html(reply, pages.progress({}), FRESH));

  app.post('/progress', { config: PROGRESS_LIMITED }, async (request, reply) => {
    const typed = request.body as { number?: unknown; code?: unknown } | undefined;
    const number = typeof typed?.number === 'string' ? typed.number.slice(0, 60) : '';
    try {
      const { code, channel, idEnd } = readAs(ProgressQuery, request.body);
      const found = await findProgress({ number, code, channel, idEnd }, context);
      // What is said of it is sent with the case's own number, which asks for nothing more.
      const receipt = { number: found.number, code, channel };
      return html(reply, pages.progress({ found, number, receipt }), 'no-store');
    } catch (error) {
      const problem: Problem = asProblem(error);
      if (problem.code === 'internal.error') throw error;
      const asked = problem.code === 'progress.stickerShared' && {
        askIdEnd: true,
        code: String(typed?.code),
      };
      const props = { number, problem: inWords(problem.code, problem.facts), ...asked };
      return html(reply.code(problem.statusCode), pages.progress(props), 'no-store');
    }
  });
}

interface KeptPage {
  readonly plain: string;
  readonly brotli: Buffer;
  readonly etag: string;
}

/** Rendered and compressed once for each version of the catalogue and each day. */
function keptPages({ published, today }: Context): (name: string, render: () => string) => KeptPage {
  let of = '';
  const pages = new Map<string, KeptPage>();
  return (name, render) => {
    const now = `${published.current().etag} ${today()}`;
    if (of !== now) pages.clear();
    of = now;
    const known = pages.get(name);
    if (known) return known;
    const plain = render();
    const made = { plain, brotli: brotliOf(plain), etag: `W/"${sha256Base64(plain).slice(0, 16)}"` };
    pages.set(name, made);
    return made;
  };
}

const brotliOf = (text: string): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } });
