import { DeputyEnd, NewDeputy } from './deputies.ts';
import { DocumentKey } from './documents.ts';
import { answers, BY_SESSION, body, inPath, type Json } from './openapiParts.ts';
import { StaffMember } from './resources.ts';

/** Who acts for somebody absent. */
export function deputyPaths(): Json {
  return {
    '/api/staff/{id}/deputies': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id')],
        requestBody: body(NewDeputy),
        responses: answers(StaffMember, 'acts for the other one from day to day', 201),
      },
    },
    '/api/staff/{id}/deputies/{deputy}/end': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id'), inPath('deputy')],
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
