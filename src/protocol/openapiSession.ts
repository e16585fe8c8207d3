import { answers, BY_SESSION, body, type Json, query, schemaOf } from './openapiParts.ts';
import { SessionQuery } from './posts.ts';
import { Renewal, Session, SignIn } from './resources.ts';

/** Who is signed in; what only newer apps understand comes when it is asked for. */
const session = (description: string): Json => ({
  parameters: [query('with', schemaOf(SessionQuery.entries.with))],
  responses: answers(Session, description),
});

export const sessionPaths = (): Json => ({
  '/api/session': {
    get: { ...BY_SESSION, ...session('who is signed in') },
    post: { requestBody: body(SignIn), ...session('signed in') },
    delete: { responses: answers(null, 'signed out', 204) },
  },
  '/api/session/renewal': {
    post: {
      requestBody: body(Renewal, 'signed by an unlocked person’s key; each time counts once'),
      ...session('signed in again, without a password'),
    },
  },
});
