import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayRead } from '../../domain/reading.ts';
import { SessionQuery } from '../../protocol/posts.ts';
import { PROOF_HEADER } from '../../protocol/proof.ts';
import { Renewal, type Session, SignIn } from '../../protocol/resources.ts';
import { createAttempts, MAX_ATTEMPTS, MAX_ATTEMPTS_EVERYWHERE } from '../access/attempts.ts';
import { colleaguesOf } from '../access/colleagues.ts';
import { withNames, withoutDeputy } from '../access/deputies.ts';
import { isBarred, registerPersonKey } from '../access/devices.ts';
import { keptKeysOf } from '../access/keptKeys.ts';
import { postsAt } from '../access/powers.ts';
import { renewedPerson } from '../access/renewal.ts';
import { SESSION_MS, type SignedIn } from '../access/sessions.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import type { PersonRow } from '../store/peoplePort.ts';
import { requireSameOrigin } from './sameOrigin.ts';

const COOKIE = 'jinban_session';

/** Signing in, out, and who is signed in. */
export function sessionRoutes(app: FastifyInstance, context: Context): void {
  const { sessions } = context;
  const guarded = { onRequest: requireSameOrigin(context), config: LIMITED };

  app.post('/api/session', guarded, async (request, reply): Promise<Session> => {
    const asked = readAs(SessionQuery, request.query);
    const body = readAs(SignIn, request.body);
    const person = await authenticate(body, request.ip, context);
    const place = await deviceOf(body, person.id, context);
    const signedIn = await begin(person.id, body.device ?? null, request, reply, context);
    return { ...(await sessionOf(signedIn, asked, context)), ...place };
  });

  app.post('/api/session/renewal', guarded, async (request, reply): Promise<Session> => {
    const asked = readAs(SessionQuery, request.query);
    const body = readAs(Renewal, request.body);
    const person = await renewedPerson(body, request.ip, context);
    const signedIn = await begin(person, body.device, request, reply, context);
    return { ...(await sessionOf(signedIn, asked, context)), keyId: body.keyId };
  });

  app.get('/api/session', async (request, reply) => {
    const signedIn = await requireSession(request, reply, context);
    const asked = readAs(SessionQuery, request.query);
    return sessionOf(signedIn, asked, context);
  });

  app.delete('/api/session', { onRequest: requireSameOrigin(context) }, async (request, reply) => {
    const token = request.cookies[COOKIE];
    if (token !== undefined) await sessions.end(token);
    reply.clearCookie(COOKIE, { path: '/api' });
    return reply.code(204).send();
  });
}

/** Requests a minute from one address to what costs a password hash; a whole district may share one address. */
export const LIMITED = { rateLimit: { max: 600, timeWindow: 60_000 } };

/** Long enough for what a device makes, too short to be a burden. */
const MOST_PROOF = 100;

/** @throws Problem request.malformed */
function proofIn({ headers }: FastifyRequest): string | null {
  const proof = headers[PROOF_HEADER];
  if (proof === undefined) return null;
  if (typeof proof !== 'string' || proof.length > MOST_PROOF)
    throw new Problem('request.malformed', { path: PROOF_HEADER });
  return proof;
}

/** Begins a session and sets its cookie. */
async function begin(
  person: string,
  device: string | null,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<SignedIn> {
  const proof = proofIn(request);
  const token = await context.sessions.begin(person, device, proof);
  const found = await context.sessions.find(token, proof);
  if (!found) throw new Problem('session.wrong');
  setCookie(reply, token, context);
  return found.signedIn;
}

/**
 * Registers the key that a person brings for a device, and gives back what is kept sealed for them there. Who may not
 * read the device's office is signed in without either: a visitor, who can administer and keeps nothing.
 * @throws Problem device.unknown, device.revoked, signature.notTheirs
 */
async function deviceOf(
  { device, personKey }: SignIn,
  person: string,
  { store, sealing, now }: Context,
): Promise<Pick<Session, 'keyId' | 'kept'>> {
  if (device === undefined || personKey === undefined) return {};
  const known = await store.read.device(device);
  if (!known) throw new Problem('device.unknown');
  if (isBarred(known)) throw new Problem('device.revoked');
  const posts = postsAt(await store.read.posts([person]), person, now());
  if (!mayRead(posts, known.office)) return {};
  const keyId = await store.write((tx) => registerPersonKey(tx, device, person, personKey, now()));
  const kept = await keptKeysOf(device, person, { store, sealing, now });
  return { keyId, ...(Object.keys(kept).length === 0 ? {} : { kept }) };
}

async function authenticate(body: SignIn, ip: string, context: Context): Promise<PersonRow> {
  const succeeded = await createAttempts(context).begin([
    { subject: `session ${ip} ${body.username}`, most: MAX_ATTEMPTS, forgiving: true },
    { subject: `session ${body.username}`, most: MAX_ATTEMPTS_EVERYWHERE, forgiving: false },
  ]);
  if (!succeeded) throw new Problem('rate.limited', { seconds: 900 });
  const person = await context.store.read.personByUsername(body.username);
  const right = await context.passwords.matches(body.password, person?.password);
  if (!person || !right || person.disabledAt !== null) throw new Problem('session.wrong');
  await succeeded();
  return person;
}

/** Who is signed in, with the cookie renewed when the session was. @throws Problem session.required */
export async function requireSession(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<SignedIn> {
  reply.header('cache-control', 'no-store');
  const token = request.cookies[COOKIE];
  const found = token === undefined ? undefined : await context.sessions.find(token, proofIn(request));
  if (token === undefined || !found) throw new Problem('session.required');
  if (found.extended) setCookie(reply, token, context);
  return found.signedIn;
}

/** Whether the session that a long answer began with still stands. */
export async function stillSignedIn(request: FastifyRequest, context: Context): Promise<boolean> {
  const token = request.cookies[COOKIE];
  return token !== undefined && (await context.sessions.find(token, proofIn(request))) !== undefined;
}

function setCookie(reply: FastifyReply, token: string, { secure }: Context): void {
  reply.header('cache-control', 'no-store');
  reply.setCookie(COOKIE, token, {
    path: '/api',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: SESSION_MS / 1000,
  });
}

async function sessionOf(
  signedIn: SignedIn,
  asked: SessionQuery,
  { store, now, publicUrl }: Context,
): Promise<Session> {
  const { person, held, expiresAt } = signedIn;
  const { id, username, name } = person;
  const colleagues = asked.with ? await colleaguesOf(signedIn, store, now()) : undefined;
  const posts = asked.with
    ? (await withNames(store.read, held)).map((post) => ({ ...post, roles: [...post.roles] }))
    : held.map(withoutDeputy);
  return {
    person: { id, username, name },
    posts,
    expiresAt,
    origin: publicUrl(),
    ...(colleagues ? { colleagues } : {}),
    now: now(),
  };
}
