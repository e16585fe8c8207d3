import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { mayRead } from '../../domain/reading.ts';
import { FEED_PAGE, FeedScope } from '../../protocol/feed.ts';
import type { Context } from '../context.ts';
import { documentsOf } from '../documents/signing.ts';
import { awaitingOf } from '../files/awaiting.ts';
import { Problem, readAs } from '../problems.ts';
import type { FeedRowFound } from '../store/store.ts';
import { requireSession, stillSignedIn } from './session.ts';

/** How often an idle line says that it lives, in milliseconds: proxies close what is silent for a minute. */
const HEARTBEAT_MS = 20_000;

const Scope = v.object({ scope: FeedScope });
const Query = v.object({
  scope: FeedScope,
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), '0'),
});

/** What an office sees: one row for each case, in the order of commits. */
export function feedRoutes(app: FastifyInstance, context: Context): void {
  app.get('/api/feed', async (request, reply) => {
    const { posts } = await requireSession(request, reply, context);
    const { scope, after } = readAs(Query, request.query);
    if (!mayRead(posts, scope)) throw new Problem('feed.scopeForbidden');
    const rows = await context.store.read.feed(scope, after, FEED_PAGE + 1);
    reply.header('content-type', 'application/json; charset=utf-8');
    // A place that was never given here belongs to a store that has been put back since.
    const beyond = rows.length === 0 && after > 0 && after > (await context.store.read.feedEnd());
    return beyond ? anew(context.epoch) : pageText(rows, after, context);
  });

  const lines = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const close of lines) close();
  });
  app.get('/api/feed/live', async (request, reply) => {
    const { posts } = await requireSession(request, reply, context);
    const { scope } = readAs(Scope, request.query);
    if (!mayRead(posts, scope)) throw new Problem('feed.scopeForbidden');
    keepOpen(request, reply, scope, context, lines);
  });
}

/** States are JSON in the store already: they are put into the page as they are. */
async function pageText(
  found: readonly FeedRowFound[],
  after: number,
  { epoch, store }: Pick<Context, 'epoch' | 'store'>,
): Promise<string> {
  const rows = found.slice(0, FEED_PAGE);
  const awaiting = await awaitingOf(rows, store.read);
  const documents = await documentsOf(rows, store.read);
  const texts = rows.map(({ position, id, gone, version, head, state }) => {
    const hashes = gone ? undefined : awaiting.get(id);
    const papers = gone ? undefined : documents.get(id);
    const beside = { ...(hashes ? { awaiting: hashes } : {}), ...(papers ? { documents: papers } : {}) };
    const frame = JSON.stringify({ position, id, gone, version: Number(version), head, ...beside });
    return `${frame.slice(0, -1)},"state":${gone || state === null ? 'null' : state}}`;
  });
  const next = rows.at(-1)?.position ?? after;
  return `{"epoch":${JSON.stringify(epoch)},"rows":[${texts.join(',')}],"next":${next},"more":${found.length > rows.length}}`;
}

const anew = (epoch: string): string => JSON.stringify({ epoch, rows: [], next: 0, more: true });

/** Server-sent events that say `more` and nothing else, until the device or the session goes. */
function keepOpen(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: string,
  context: Context,
  lines: Set<() => void>,
): void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const forget = context.announcer.listen(scope, () => raw.write('event: more\ndata:\n\n'));
  const stop = context.timer.every(HEARTBEAT_MS, () => {
    raw.write(':\n\n');
    stillSignedIn(request, context).then((still) => still || close(), close);
  });
  const close = (): void => {
    forget();
    stop();
    lines.delete(close);
    raw.end();
  };
  lines.add(close);
  raw.on('close', close);
}
