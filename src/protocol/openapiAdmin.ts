import { DeputyEnd, NewDeputy, StaffQuery } from './deputies.ts';
import { DocumentKey } from './documents.ts';
import { answers, BY_SESSION, body, inPath, type Json, query, schemaOf } from './openapiParts.ts';
import { StaffMember } from './resources.ts';

/** For whom a post is held comes when it is asked for. */
export const withDeputies = (): Json => query('with', schemaOf(StaffQuery.entries.with));

/** Who acts for somebody absent. */
export function deputyPaths(): Json {
  return {
    '/api/staff/{id}/deputies': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id'), withDeputies()],
        requestBody: body(NewDeputy),
        responses: answers(StaffMember, 'acts for the other one from day to day', 201),
      },
    },
    '/api/staff/{id}/deputies/{deputy}/end': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id'), inPath('deputy'), withDeputies()],
        requestBody: body(DeputyEnd),
        responses: answers(StaffMember, 'acts for the other one no longer'),
      },
    },
  };
}

/** The keys that documents are signed with. */
export function documentKeyPaths(): Json {
  return {
    '/api/document-keys': {
      post: {
        ...BY_SESSION,
        responses: answers(DocumentKey, 'what documents are signed with from now on', 201),
      },
    },
  };
}
