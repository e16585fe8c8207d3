import * as v from 'valibot';
import {
  Complaint,
  ComplaintQuery,
  ComplaintState,
  ComplaintTaken,
  Evaluation,
  EvaluationTaken,
  FollowUp,
  FollowUpAnswer,
} from './feedback.ts';
import { answers, BY_SESSION, body, inPath, type Json } from './openapiParts.ts';
import { ProgressQuery } from './progressQuery.ts';
import { Progress } from './resources.ts';

const FollowUpList = v.object({ entries: v.array(FollowUp) });

/** What citizens ask about a case, and say afterwards; and what supervisors answer. */
export function feedbackPaths(): Json {
  return {
    '/api/progress': {
      post: { requestBody: body(ProgressQuery), responses: answers(Progress, 'what a citizen may see') },
    },
    '/api/evaluations': {
      post: {
        requestBody: body(Evaluation, 'one for each case; a later one takes its place'),
        responses: answers(EvaluationTaken, 'taken', 201),
      },
    },
    '/api/complaints': {
      post: {
        requestBody: body(Complaint, 'so many a day from one address'),
        responses: answers(ComplaintTaken, 'taken', 201),
      },
    },
    '/api/complaints/state': {
      post: { requestBody: body(ComplaintQuery), responses: answers(ComplaintState, 'what became of it') },
    },
    '/api/follow-ups': {
      get: { ...BY_SESSION, responses: answers(FollowUpList, 'open ones first, by when they are due') },
    },
    '/api/follow-ups/{id}': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id')],
        requestBody: body(FollowUpAnswer, 'once'),
        responses: answers(FollowUp, 'answered'),
      },
    },
  };
}
