import { answers, BY_SESSION, type Json, query, schemaOf } from './openapiParts.ts';
import { RegisterPage, RegisterQuery } from './sealRegister.ts';

/** The seal register. */
export function registerPaths(): Json {
  const { office, year, after } = RegisterQuery.entries;
  return {
    '/api/seals': {
      get: {
        ...BY_SESSION,
        parameters: [
          query('office', schemaOf(office), true),
          query('year', schemaOf(year), true),
          query('after', schemaOf(after)),
        ],
        responses: answers(RegisterPage, 'lines in the order of their numbers'),
      },
    },
  };
}
