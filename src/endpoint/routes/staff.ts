import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../domain/office.ts';
import { holds } from '../../domain/reading.ts';
import { DeputyEnd, NewDeputy, StaffQuery } from '../../protocol/deputies.ts';
import { NewStaff, Setup, StaffChange, type StaffMember } from '../../protocol/resources.ts';
import { addDeputy, endDeputy, withoutDeputy } from '../access/deputies.ts';
import type { SignedIn } from '../access/sessions.ts';
import { setUp } from '../access/setup.ts';
import { addStaff, type By, changeStaff, listStaff } from '../access/staff.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { LIMITED, requireSession } from './session.ts';

/** Who is signed in, if that person holds the role somewhere. @throws Problem session.required, session.forbidden */
export async function requireRole(
  role: Role,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<{ signedIn: SignedIn; by: By }> {
  const signedIn = await requireSession(request, reply, context);
  const post = signedIn.posts.find((one) => one.roles.includes(role));
  if (!post || !holds(signedIn.posts, role)) throw new Problem('session.forbidden');
  return { signedIn, by: { person: signedIn.person.id, office: post.office, at: context.now() } };
}

/** Staff and their posts, and the first administrator. */
export function staffRoutes(app: FastifyInstance, context: Context): void {
  const { store, passwords } = context;
  const guarded = { onRequest: requireSameOrigin(context) };

  app.post('/api/setup', { ...guarded, config: LIMITED }, async (request, reply) => {
    const member = await setUp(readAs(Setup, request.body), context);
    return reply.code(201).header('cache-control', 'no-store').send(member);
  });

  app.get('/api/staff', async (request, reply) => {
    await requireRole('admin', request, reply, context);
    const asked = readAs(StaffQuery, request.query);
    return { staff: (await listStaff(store, context.now())).map((one) => told(one, asked)) };
  });

  app.post('/api/staff', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    const { password, ...body } = readAs(NewStaff, request.body);
    checkOffices(body.posts, context);
    const passwordHash = await passwords.hash(password);
    const member = await store.write((tx) => addStaff(tx, { ...body, passwordHash }, by, by.at, context));
    return reply.code(201).send(member);
  });

  app.patch<{ Params: { id: string } }>('/api/staff/:id', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    const asked = readAs(StaffQuery, request.query);
    const { password, ...body } = readAs(StaffChange, request.body);
    if (body.posts) checkOffices(body.posts, context);
    const passwordHash = password === undefined ? undefined : await passwords.hash(password);
    const change = { ...body, passwordHash };
    return told(await store.write((tx) => changeStaff(tx, request.params.id, change, by, context)), asked);
  });

  app.post<{ Params: { id: string } }>('/api/staff/:id/deputies', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    const asked = readAs(StaffQuery, request.query);
    const deputy = readAs(NewDeputy, request.body);
    checkOffices([deputy.post], context);
    const member = await store.write((tx) => addDeputy(tx, request.params.id, deputy, by, context));
    return reply.code(201).send(told(member, asked));
  });

  app.post<{ Params: { id: string; deputy: string } }>(
    '/api/staff/:id/deputies/:deputy/end',
    guarded,
    async (request, reply) => {
      const { by } = await requireRole('admin', request, reply, context);
      const asked = readAs(StaffQuery, request.query);
      const { reason } = readAs(DeputyEnd, request.body);
      const ended = { person: request.params.id, deputy: request.params.deputy };
      return told(await store.write((tx) => endDeputy(tx, ended, reason, by, context)), asked);
    },
  );
}

/** For whom somebody holds a post, to an app that asks for it: one that is older takes no key that it does not know. */
const told = (member: StaffMember, asked: StaffQuery): StaffMember =>
  asked.with ? member : { ...member, posts: member.posts.map(withoutDeputy) };

function checkOffices(posts: NewStaff['posts'], { published }: Context): void {
  const unknown = posts.find((post) => !published.rules().office(post.office));
  if (unknown) throw new Problem('office.unknown', { office: unknown.office });
}
