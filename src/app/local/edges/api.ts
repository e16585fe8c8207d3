import * as v from 'valibot';
import type { Result } from '../../../domain/result.ts';
import { Problem } from '../../../protocol/resources.ts';
import { proofHeaders } from './proof.ts';

/** Requests of desks that only work with a line: administration, publishing. Intake never comes this way. */
export interface Api {
  call<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    schema: v.GenericSchema<unknown, T>,
    body?: unknown,
  ): Promise<Result<T>>;
}

const TIMEOUT_MS = 20_000;

/** Sends with the session's cookie and proof; every answer is validated, and whatever is not ours counts as no line. */
export const fetchApi: Api = {
  async call(method, path, schema, body) {
    const unreachable = { ok: false, refusal: { code: 'line.unreachable', facts: {} } } as const;
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(path, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...proofHeaders(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      answer = await response.json();
    } catch {
      return unreachable;
    }
    if (response.ok) {
      const parsed = v.safeParse(schema, answer);
      return parsed.success ? { ok: true, value: parsed.output } : unreachable;
    }
    const problem = v.safeParse(Problem, answer);
    if (!problem.success) return unreachable;
    return { ok: false, refusal: { code: problem.output.code, facts: problem.output.facts ?? {} } };
  },
};
