import * as v from 'valibot';
import type { Facts } from '../domain/result.ts';
import { ERRORS, type ErrorCode, inWords, isErrorCode } from '../protocol/errors.ts';
import type { Problem as ProblemBody } from '../protocol/resources.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A request refused as a whole: thrown by routes, answered as RFC 9457 problem details. */
export class Problem extends Error {
  readonly statusCode: number;

  constructor(
    readonly code: ErrorCode,
    readonly facts: Facts = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.statusCode = ERRORS[code].status;
  }
}

export function problemBody({ code, facts, statusCode }: Problem): ProblemBody {
  const { what, todo } = inWords(code, facts);
  const head = { type: `urn:jinban:problem:${code}`, title: what, status: statusCode, code, detail: todo };
  return Object.keys(facts).length === 0
    ? head
    : { ...head, facts: facts as NonNullable<ProblemBody['facts']> };
}

/** The body as the schema reads it. @throws Problem request.malformed, with the path and never the value */
export function readAs<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new Problem('request.malformed', { path: v.getDotPath(parsed.issues[0]) ?? '' });
}

/** What Fastify and its plugins throw, in our codes. */
const FOREIGN: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body.encoding',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body.notJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body.notJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body.notJson',
  FST_ERR_BAD_URL: 'route.notFound',
  FST_ERR_NOT_FOUND: 'route.notFound',
};

/** Any error as a problem; what nobody expected is `internal.error`, and its details stay in the log. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  // The compression plugin copies our code onto the error of the broken stream.
  if (isErrorCode(code)) return new Problem(code);
  const known = FOREIGN[code];
  if (known) return new Problem(known);
  return new Problem(statusCode === 413 ? 'body.tooLarge' : 'internal.error');
}
