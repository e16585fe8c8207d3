import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Session, SignIn } from '../../protocol/resources.ts';
import { createAttempts, MAX_ATTEMPTS } from '../access/attempts.ts';
import { registerPersonKey } from '../access/devices.ts';
import { SESSION_MS, type SignedIn } from '../access/sessions.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import type { PersonRow } from '../store/peoplePort.ts';
import { requireSameOrigin } from './sameOrigin.ts';

const COOKIE = 'jinban_session';

/** Signing in, out, and who is signed in. */
export function sessionRoutes(app: FastifyInstance, context: Context): void {
  const { sessions, store } = context;

  app.post(
    '/api/session',
    { onRequest: requireSameOrigin(context), config: LIMITED },
    async (request, reply) => {
      const body = readAs(SignIn, request.body);
      const person = await authenticate(body, request.ip, context);
      const { device, personKey } = body;
      let keyId: string | undefined;
      if (device !== undefined && personKey !== undefined) {
        const known = await store.read.device(device);
        if (!known) throw new Problem('device.unknown');
        if (known.revokedAt !== null) throw new Problem('device.revoked');
        keyId = await store.write((tx) => registerPersonKey(tx, device, person.id, personKey, context.now()));
      }
      const token = await sessions.begin(person.id);
      const found = await sessions.find(token);
      if (!found) throw new Problem('session.wrong');
      setCookie(reply, token, context);
      return sessionOf(found.signedIn, context, keyId);
    },
  );

  app.get('/api/session', async (request, reply) => {
    const signedIn = await requireSession(request, reply, context);
    return sessionOf(signedIn, context);
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

/**
 * Wrong attempts at one name from all addresses together. Wide enough that one stranger with a few addresses does not
 * lock a clerk out, far below what guessing needs.
 */
export const MAX_ATTEMPTS_EVERYWHERE = 100;

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
  const found = token === undefined ? undefined : await context.sessions.find(token);
  if (token === undefined || !found) throw new Problem('session.required');
  if (found.extended) setCookie(reply, token, context);
  return found.signedIn;
}

/** Whether the session that a long answer began with still stands. */
export async function stillSignedIn(request: FastifyRequest, context: Context): Promise<boolean> {
  const token = request.cookies[COOKIE];
  return token !== undefined && (await context.sessions.find(token)) !== undefined;
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

function sessionOf(
  { person, posts, expiresAt }: SignedIn,
  { now, publicUrl }: Context,
  keyId?: string,
): Session {
  const { id, username, name } = person;
  const copies = posts.map((post) => ({ office: post.office, roles: [...post.roles] }));
  const session = {
    person: { id, username, name },
    posts: copies,
    expiresAt,
    origin: publicUrl(),
    now: now(),
  };
  return keyId === undefined ? session : { ...session, keyId };
}
