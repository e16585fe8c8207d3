import { availableParallelism } from 'node:os';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Catalogue } from '../domain/rules.ts';
import { legalDateOf } from '../domain/time.ts';
import { MAX_BODY_BYTES } from '../protocol/command.ts';
import type { Passwords } from './access/passwords.ts';
import { createSessions } from './access/sessions.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';
import type { CitizenPages, Context, Edges, Lint } from './context.ts';
import { openDocumentKeys } from './documents/documentKeys.ts';
import { expireUploads } from './files/expiry.ts';
import { createInspector } from './files/inspector.ts';
import type { FileShelf } from './files/shelf.ts';
import { createUploads } from './files/uploads.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createOpener, keysIn, type Opener } from './opening/opener.ts';
import { createOpenerThreads } from './opening/openerThreads.ts';
import { openSealingKeys, type SealingKeys } from './opening/sealingKeys.ts';
import { asProblem, PROBLEM_TYPE, Problem, problemBody } from './problems.ts';
import { openPublished } from './published.ts';
import { createHeard } from './recording/heard.ts';
import { createVerifier } from './recording/keys.ts';
import { createRecorder } from './recording/recorder.ts';
import { type AssetFolders, assetRoutes } from './routes/assets.ts';
import { caseRoutes } from './routes/cases.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { citizenRoutes } from './routes/citizen.ts';
import { citizenDataRoutes } from './routes/citizenData.ts';
import { claimRoutes } from './routes/claims.ts';
import { commandRoutes } from './routes/commands.ts';
import { contactRoutes } from './routes/contact.ts';
import { contentPolicy } from './routes/contentPolicy.ts';
import { deviceRoutes } from './routes/devices.ts';
import { feedRoutes } from './routes/feed.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { fileRoutes } from './routes/files.ts';
import { policyRoutes } from './routes/policies.ts';
import { progressRoutes } from './routes/progress.ts';
import { quarantineRoutes } from './routes/quarantine.ts';
import { sealRoutes } from './routes/seals.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { systemRoutes } from './routes/system.ts';
import { epochOf } from './store/epoch.ts';
import type { Store } from './store/store.ts';

export interface ServerDeps extends Edges {
  readonly store: Store;
  readonly shelf: FileShelf;
  /** What an empty store begins with. */
  readonly seed: Catalogue;
  readonly lint: Lint;
  readonly citizen: CitizenPages;
  readonly assets: AssetFolders;
  readonly version: string;
  /** True when the public address is https. */
  readonly secure: boolean;
  readonly publicUrl: () => string;
  /** Each costs real time on purpose: the simulation, which starts thousands of endpoints, brings its own. */
  readonly passwords: Passwords;
  /** Already set to leave out personal data. */
  readonly log: FastifyBaseLogger;
  /** The built program of a thread that opens what devices send; without it, the main thread does. */
  readonly openerThread?: string | undefined;
  /** After a group of commands is durably stored, before anybody is answered. */
  readonly afterCommit?: () => Promise<void>;
}

/** A server without a port. */
export interface Server {
  readonly app: FastifyInstance;
  readonly context: Context;
}

/** The whole endpoint as a Fastify instance that does not listen yet. */
export async function buildServer(deps: ServerDeps): Promise<Server> {
  const context = await contextOf(deps);
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    // No line names a request, so none needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never reaches a route, nor the handlers below.
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply as FastifyReply, context);
    },
  });
  parsers(app);
  await plugins(app, deps.secure);
  answers(app, context);
  systemRoutes(app, context, deps.version);
  catalogueRoutes(app, context);
  sessionRoutes(app, context);
  staffRoutes(app, context);
  deviceRoutes(app, context);
  policyRoutes(app, context);
  contactRoutes(app, context);
  commandRoutes(app, context);
  quarantineRoutes(app, context);
  feedRoutes(app, context);
  caseRoutes(app, context);
  claimRoutes(app, context);
  sealRoutes(app, context);
  fileRoutes(app, context);
  progressRoutes(app, context);
  feedbackRoutes(app, context);
  citizenRoutes(app, context, deps.citizen);
  citizenDataRoutes(app, context);
  await assetRoutes(app, deps.assets);
  const stopExpiry = expireUploads(context, deps.log);
  context.inspector.wake();
  app.addHook('onClose', async () => {
    stopExpiry();
    await context.recorder.idle();
    await context.inspector.idle();
    await context.opener.close();
  });
  return { app, context };
}

async function contextOf(deps: ServerDeps): Promise<Context> {
  const { store, clock, newId, randomBytes, timer, secure, publicUrl, lint, passwords } = deps;
  const now = (): string => new Date(clock()).toISOString();
  const published = await openPublished(store, deps.seed, now);
  const sealing = await openSealingKeys(store, { newId, randomBytes, now });
  const documents = await openDocumentKeys(store, { newId, randomBytes, now });
  const opener = openerOf(deps, sealing);
  const verifier = createVerifier();
  const metrics = createMetrics();
  const announcer = createAnnouncer();
  const files = filesOf(deps, metrics, announcer, now);
  const recorder = createRecorder({
    store,
    rules: published.rules,
    rulesSeen: published.rulesSeen,
    heard: createHeard(),
    documents,
    randomBytes,
    now,
    afterCommit: deps.afterCommit,
    onGroup: metrics.group,
    announce: announcer.announce,
    filesNamed: files.inspector.wake,
    onFailure: (error, command) => {
      metrics.failure();
      deps.log.error({ err: error, command }, 'the store did not take it');
    },
  });
  return {
    ...{ store, clock, newId, randomBytes, timer, secure, publicUrl, lint, passwords, ...files },
    epoch: await epochOf(store, newId),
    ...{ now, published, verifier, sealing, documents, opener, metrics, announcer, recorder },
    today: () => legalDateOf(now()),
    sessions: createSessions(store, { clock, randomBytes }),
  };
}

/** What takes files in: once one is whole, those who wait for it hear so before its sender does. */
function filesOf(
  { store, shelf, newId, log }: ServerDeps,
  metrics: Metrics,
  announcer: Announcer,
  now: () => string,
): Pick<Context, 'shelf' | 'uploads' | 'inspector'> {
  const inspector = createInspector({
    ...{ store, shelf, now },
    onChecked: metrics.fileChecked,
    onFailure: (error) => log.error({ err: error }, 'files could not be looked at'),
  });
  const onWhole = async (hash: string, size: number): Promise<void> => {
    const moved = await store.write((tx) => tx.fileArrived(hash, size, now()));
    metrics.fileArrived(size);
    announcer.announce(new Set(moved));
    inspector.wake();
  };
  return { shelf, inspector, uploads: createUploads({ shelf, newId, onWhole }) };
}

/** As many threads as there are processors beside the one that answers. */
const openerThreads = (): number => Math.min(4, Math.max(1, availableParallelism() - 1));

function openerOf({ openerThread, store, log }: ServerDeps, sealing: SealingKeys): Opener {
  const find = keysIn(store.read);
  if (openerThread === undefined) return createOpener(sealing, find);
  return createOpenerThreads({
    ...{ program: openerThread, threads: openerThreads(), sealing, find },
    onFailure: (error) => log.error({ err: error }, 'a thread that opens did not do it'),
  });
}

async function plugins(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, contentPolicy(secure));
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 8_192 });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, limit) =>
      new Problem('rate.limited', { seconds: Math.ceil(limit.ttl / 1000) }),
  });
  await app.register(compress, {
    threshold: 1_024,
    encodings: ['gzip', 'identity'],
    requestEncodings: ['gzip', 'identity'],
    onUnsupportedRequestEncoding: () => new Problem('body.encoding'),
    onInvalidRequestPayload: () => new Problem('body.notJson'),
  });
}

/** JSON bodies, with our own code for what is none. An empty body is `undefined`, which no schema takes. */
function parsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(new Problem('body.notJson'));
    }
  });
}

/** Every refusal is RFC 9457 problem details with a code of the one catalogue. */
function answers(app: FastifyInstance, context: Context): void {
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, context));
  app.setNotFoundHandler(async () => {
    throw new Problem('route.notFound');
  });
}

function answerProblem(
  error: unknown,
  request: Pick<FastifyRequest, 'log'>,
  reply: FastifyReply,
  { metrics }: Context,
): FastifyReply {
  const problem = asProblem(error);
  metrics.problem(problem.code);
  if (problem.code === 'internal.error') request.log.error({ err: error }, 'a request failed');
  return reply
    .code(problem.statusCode)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem)));
}
