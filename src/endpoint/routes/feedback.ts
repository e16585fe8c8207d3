import type { FastifyInstance } from 'fastify';
import {
  Complaint,
  ComplaintQuery,
  type ComplaintState,
  type ComplaintTaken,
  Evaluation,
  type EvaluationTaken,
  type FollowUp,
  FollowUpAnswer,
} from '../../protocol/feedback.ts';
import type { Context } from '../context.ts';
import { complaintState, takeComplaint } from '../feedback/complaints.ts';
import { takeEvaluation } from '../feedback/evaluations.ts';
import { answerFollowUp, listFollowUps } from '../feedback/followUps.ts';
import { readAs } from '../problems.ts';
import { findCase, PROGRESS_LIMITED } from './progress.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { requireRole } from './staff.ts';

/** Requests a minute from one address, besides what a day allows. */
export const SAID_LIMITED = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** What citizens say afterwards, and what supervisors answer. */
export function feedbackRoutes(app: FastifyInstance, context: Context): void {
  app.post(
    '/api/evaluations',
    { config: PROGRESS_LIMITED },
    async (request, reply): Promise<EvaluationTaken> => {
      const said = readAs(Evaluation, request.body);
      reply.code(201).header('cache-control', 'no-store');
      return takeEvaluation(said, await findCase(said, context), context);
    },
  );

  app.post('/api/complaints', { config: SAID_LIMITED }, async (request, reply): Promise<ComplaintTaken> => {
    const said = readAs(Complaint, request.body);
    reply.code(201).header('cache-control', 'no-store');
    return takeComplaint(said, request.ip, context);
  });

  app.post(
    '/api/complaints/state',
    { config: SAID_LIMITED },
    async (request, reply): Promise<ComplaintState> => {
      reply.header('cache-control', 'no-store');
      return complaintState(readAs(ComplaintQuery, request.body).number, context);
    },
  );

  app.get('/api/follow-ups', async (request, reply): Promise<{ entries: FollowUp[] }> => {
    const { signedIn } = await requireRole('supervisor', request, reply, context);
    const reader = { person: signedIn.person.id, posts: signedIn.posts };
    return { entries: await listFollowUps(reader, context) };
  });

  app.post<{ Params: { id: string } }>(
    '/api/follow-ups/:id',
    { onRequest: requireSameOrigin(context) },
    async (request, reply): Promise<FollowUp> => {
      const { by, signedIn } = await requireRole('supervisor', request, reply, context);
      return answerFollowUp(request.params.id, readAs(FollowUpAnswer, request.body), by, signedIn, context);
    },
  );
}
